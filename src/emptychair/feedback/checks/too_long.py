"""Longer than three minutes of speech.

Third-party guides agree on 90 to 180 seconds; interviewers cut in after that. Amazon publishes no length.
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

LIMIT = 420  # words: three minutes at 140 a minute


def _find(reading: Reading) -> Iterator[Remark]:
    words = reading.words
    if words > LIMIT:
        yield (
            (0, 0),
            f"{words} words are {words / 140:.1f} minutes.",
            f"Three minutes ({LIMIT} words) is where listeners start to interrupt. Which sentence would nobody miss?",
            None,
        )


CHECK = Check("too_long", "actionable", _find, kinds=("star",))
