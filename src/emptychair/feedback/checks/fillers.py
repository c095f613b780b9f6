"""Fillers above five a minute.

Up to five a minute did no harm to how speakers were rated, twelve clearly did: Laske & DiGennaro Reed 2024 (JABA).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from emptychair.feedback._reading import Reading, phrases
from emptychair.feedback.checks._check import Check, Place, Remark

HARMLESS = 5  # a minute
PACE = 140  # words a minute


def per_minute(text: str, words: int) -> float:
    """Count fillers for each minute of speech at 140 words a minute.

    Example:
        >>> round(per_minute("Um, I, uh, rang her.", 5))
        56
    """
    return len(_places(text)) * PACE / max(1, words)


@lru_cache(maxsize=8)
def _places(text: str) -> tuple[Place, ...]:
    return tuple(match.span() for match in phrases("fillers").finditer(text))


def _find(reading: Reading) -> Iterator[Remark]:
    rate, places = per_minute(reading.text, reading.words), _places(reading.text)
    if rate > HARMLESS and len(places) > 2:
        yield (
            places[0],
            f"{len(places)} fillers, {rate:.0f} a minute.",
            "Up to five a minute nobody minds. A pause does the same job and sounds like thought.",
            None,
        )


CHECK = Check("fillers", "actionable", _find, kinds=("star",))
