"""Reasons for which a text cannot pass, whatever else is in it.

Each gate is one function of what was seen; it gives its message or nothing. The score of a gated text is capped below the pass
mark of 60. A gate exists because texts passed without it, and is kept narrow because honest answers must not trip over it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from emptychair.feedback import _faults as faults
from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Gate
from emptychair.feedback._text import words
from emptychair.feedback.consistency import contradictions
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._weights import WHOLE

CAP = 50  # points; below the pass mark with room to spare
_ACTS = 0.9  # own acts, as a sum of chances; less is none
_SHORT = 4  # sentences; fewer say too little about the whole
_NEAR, _FAR = (
    0.5,
    -0.5,
)  # log odds of the topic: below the first somebody must be named, below the second once is not enough
_UNLIKE = -0.3  # log odds of an account
_HINT = 0.5  # customers seen, as a sum of chances


class Seen(NamedTuple):
    """What gates look at."""

    text: str
    scan: Scan
    question: str | None

    def sum_of(self, kind: str) -> float:
        """Add up the chances of one kind of evidence."""
        return float(self.scan.chance(kind).sum())

    def whole(self, question: str) -> float:
        """Give the log odds of the whole text; in its favor where it is too short to say."""
        return float(self.scan.whole[WHOLE.index(question)]) if len(self.scan.sentences) >= _SHORT else 1.0


def blanks(seen: Seen) -> str | None:
    """Is something still to be filled in?"""
    left = faults.blanks(seen.text)
    return f"{len(left)} blank{'s' if len(left) > 1 else ''} still to fill, such as “{left[0]}”." if left else None


def repeated(seen: Seen) -> str | None:
    """Does the text say the same thing again?"""
    return "The text repeats itself; saying it twice adds nothing." if faults.repeats(seen.text) else None


def no_own_act(seen: Seen) -> str | None:
    """Did the writer do anything?"""
    if seen.sum_of("own") < _ACTS:
        return "There is no act of your own in it: nothing that you did, once, in the past."
    return None


def hypothetical(seen: Seen) -> str | None:
    """Is it about what one would or usually does?"""
    would = seen.sum_of("hypothetical")
    if would > 1.5 and would > seen.sum_of("own"):
        return "It says what would happen or usually happens, not what did."
    return None


def off_topic(seen: Seen) -> str | None:
    """Is anybody served in it?"""
    topic = seen.whole("topic")
    if topic >= _NEAR or seen.sum_of("customer") >= _HINT:
        return None
    served = sum(word.lower() in words_of("served") for word in words(seen.text))
    if served <= (topic < _FAR):
        return "Nobody is served in it: no customer, client, guest or colleague who needed something."
    return None


def no_account(seen: Seen) -> str | None:
    """Does it tell of something that happened, in sentences?"""
    unlike = seen.whole("account") < _UNLIKE
    return "It does not read like an account of something that happened." if unlike else None


def shuffled(seen: Seen) -> str | None:
    """Could the sentences have been told in this order?"""
    if seen.scan.order < 0:
        return "The sentences are in an order nobody would tell them in; put together what belongs together."
    return None


def contradiction(seen: Seen) -> str | None:
    """Do two numbers exclude each other?"""
    found = contradictions(seen.text)
    return f"The numbers do not agree: {found[0].message}" if found else None


GATES: tuple[tuple[str, Callable[[Seen], str | None]], ...] = (
    ("blanks", blanks),
    ("repeated", repeated),
    ("no_own_act", no_own_act),
    ("hypothetical", hypothetical),
    ("off_topic", off_topic),
    ("no_account", no_account),
    ("shuffled", shuffled),
    ("contradiction", contradiction),
)


def gates(seen: Seen) -> tuple[Gate, ...]:
    """Try every gate."""
    return tuple(Gate(name, message, CAP) for name, find in GATES if (message := find(seen)))
