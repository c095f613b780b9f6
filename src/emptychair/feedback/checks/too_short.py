"""Shorter than a minute of speech.

Third-party guides agree on 90 to 180 seconds. Under one minute there is no room for acts, reasons and a result.
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

LIMIT = 140  # words: one minute


def _find(reading: Reading) -> Iterator[Remark]:
    words = reading.words
    seconds = round(words * 60 / 140)
    if 0 < words < LIMIT:
        yield (
            (0, 0),
            f"{words} word{'s' * (words != 1)}, about {seconds} second{'s' * (seconds != 1)}.",
            "A minute and a half is what listeners expect. The room is best spent on what you did and why.",
            None,
        )


CHECK = Check("too_short", "informative", _find, kinds=("star",))
