"""A lesson that fits any story: "communication is key".

A lesson counts when it could only have been learned there (rubric of the corpus, reflection level 2 against 3).
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._reading import Reading, phrases
from emptychair.feedback.checks._check import Check, Remark


def _find(reading: Reading) -> Iterator[Remark]:
    for match in phrases("platitudes").finditer(reading.text):
        yield (
            match.span(),
            f"“{match[0]}” fits any story.",
            "What did this one teach that another would not have? What did you do differently the next time?",
            None,
        )


CHECK = Check("platitude", "actionable", _find, kinds=("star", "prose"), most=2)
