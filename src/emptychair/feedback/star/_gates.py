"""Reasons for which a text cannot pass, whatever else is in it.

Each gate is one function of what was seen; it gives its message or nothing. The score of a gated text is capped below the pass
mark of 60. A gate exists because a text without it passed (``data/corpus/attacks.toml``), and is kept narrow because honest
answers must not trip over it (the corpus).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from emptychair.feedback._model import Gate
from emptychair.feedback._text import words
from emptychair.feedback.star._label import Scan

CAP = 50  # points; below the pass mark with room for one lucky level


class Seen(NamedTuple):
    """What gates look at."""

    text: str
    scan: Scan
    question: str | None
    values: dict[str, float]


_BLANK = re.compile(
    r"\[[a-z][^\]\n]{2,60}\]|\b[Xx]{2,}\b|_{3,}|\[(?:\.\.\.|…|#|[A-Z_ ]{2,30})\]|<[a-z][a-z _-]{2,30}>|\{\{?[a-z _]{2,30}\}?\}"
)
_RUN = 8  # words; a run this long hardly ever comes twice by chance


def blanks(seen: Seen) -> str | None:
    """Is something still to be filled in?"""
    left = _BLANK.findall(seen.text)
    return f"{len(left)} blank{'s' if len(left) > 1 else ''} still to fill, such as “{left[0]}”." if left else None


def repeated(seen: Seen) -> str | None:
    """Does the text say the same thing again?"""
    said = [word.lower() for word in words(seen.text)]
    runs = Counter(tuple(said[i : i + _RUN]) for i in range(len(said) - _RUN + 1))
    again = sum(count - 1 for count in runs.values())
    if again > 0.15 * max(1, len(said) - _RUN + 1):
        return "The text repeats itself; saying it twice adds nothing."
    return None


def no_own_act(seen: Seen) -> str | None:
    """Did the writer do anything?"""
    own = seen.scan.chance("own")
    if float(own.sum()) < 0.9:
        return "There is no act of your own in it: nothing that you did, once, in the past."
    return None


def hypothetical(seen: Seen) -> str | None:
    """Is it about what one would or usually does?"""
    would, own = float(seen.scan.chance("hypothetical").sum()), float(seen.scan.chance("own").sum())
    if would > 1.5 and would > own:
        return "It says what would happen or usually happens, not what did."
    return None


GATES: tuple[tuple[str, Callable[[Seen], str | None]], ...] = (
    ("blanks", blanks),
    ("repeated", repeated),
    ("no_own_act", no_own_act),
    ("hypothetical", hypothetical),
)


def gates(seen: Seen) -> tuple[Gate, ...]:
    """Try every gate."""
    return tuple(Gate(name, message, CAP) for name, find in GATES if (message := find(seen)))
