"""Reasons for which a text cannot pass, whatever else is in it.

Each gate is one function of what was seen; it gives its message or nothing. The score of a gated text is capped below the pass
mark of 60. A gate exists because texts passed without it, and is kept narrow because honest answers must not trip over it. What is
only doubtful (``_doubts.py``) takes points off, down to the same cap.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from emptychair.feedback import _faults as faults
from emptychair.feedback._jumble import jumbled
from emptychair.feedback._model import Gate
from emptychair.feedback._text import count_words
from emptychair.feedback._unfilled import unfilled
from emptychair.feedback.consistency import contradictions
from emptychair.feedback.star._doubts import NO_ACCOUNT, NO_ACT, doubts, instead
from emptychair.feedback.star._joined import introduced_twice, taking_turns
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._plain import anybodys
from emptychair.feedback.star._portrait import stems
from emptychair.feedback.star._relevance import missing
from emptychair.feedback.star._weights import EVIDENCE

CAP = 50  # points; below the pass mark with room to spare
_ACTS = 0.9  # own acts, as a sum of chances; less is none, and one that is all but certain is one
_OURS = 0.5  # own acts for each act of "we"; fewer, and it is the story of others
_SHORT = 4  # sentences; fewer say too little about the whole
_LONG = 8  # sentences; who has said less may still come to the point of the question
_FRESH = 0.45  # different ones among the words that carry meaning; stories have 0.66 and more
_MIGHT = 1.5  # sentences about what might happen, as a sum of chances
_WORTH = 8.0  # points; a doubt of less is let go, unless there is a greater one
_OF_A_FORM = re.compile(
    r"[\"“][^\"“”\n]{0,60}_{3,}[^\"“”\n]{0,60}[\"”]"
)  # a blank that is quoted is one of a form in the story


class Seen(NamedTuple):
    """What gates look at."""

    text: str
    scan: Scan
    question: str | None

    def sum_of(self, kind: str) -> float:
        """Add up the chances of one kind of evidence, by the words of the sentences."""
        return float(self.scan.noticed[:, EVIDENCE.index(kind)].sum())

    def fresh(self) -> float:
        """Give the share of different ones among the words that carry meaning."""
        told = [stems(sentence.text) for sentence in self.scan.sentences]
        return len(frozenset[str]().union(*told)) / max(1, sum(map(len, told)))


def blanks(seen: Seen) -> str | None:
    """Is something still to be filled in?"""
    left = [*faults.blanks(_OF_A_FORM.sub(" ", seen.text)), *unfilled(seen.text)]
    return f"{len(left)} blank{'s' if len(left) > 1 else ''} still to fill, such as “{left[0]}”." if left else None


def generic(seen: Seen) -> str | None:
    """Is it the story of somebody in particular?"""
    return "It could be anybody's story: hardly a name or a number is in it." if anybodys(seen.scan.sentences) else None


def repeated(seen: Seen) -> str | None:
    """Does the text say the same thing again?"""
    if faults.repeats(seen.text) or (len(seen.scan.sentences) >= _SHORT and seen.fresh() < _FRESH):
        return "The text repeats itself; saying it twice adds nothing."
    return None


def no_own_act(seen: Seen) -> str | None:
    """Did the writer do anything?"""
    return NO_ACT if seen.sum_of("own") < max(_ACTS, _OURS * seen.sum_of("we")) else None


def not_told(seen: Seen) -> str | None:
    """Does it tell of what might happen, more than of what did?"""
    might = seen.sum_of("hypothetical")
    return instead(seen.scan) if might > _MIGHT and might > seen.sum_of("own") else None


def no_account(seen: Seen) -> str | None:
    """Is it made of sentences?"""
    return NO_ACCOUNT if jumbled(seen.text, count_words(seen.text)) else None


def joined(seen: Seen) -> str | None:
    """Is it one story?"""
    if two := introduced_twice(seen.scan.sentences):
        return f"You are “{two[0]}” in it, and “{two[1]}”: two stories make no answer."
    if taking_turns(seen.scan.sentences):
        return "He and she change places with every sentence, as if two stories were one."
    return None


def wrong_question(seen: Seen) -> str | None:
    """Has it what the question asks for?"""
    theme = missing(seen.text, seen.question) if len(seen.scan.sentences) >= _LONG else None
    return theme.message if theme and theme.sure else None


def contradiction(seen: Seen) -> str | None:
    """Do two numbers exclude each other?"""
    found = contradictions(seen.text)
    return f"The numbers do not agree: {found[0].message}" if found else None


GATES: tuple[tuple[str, Callable[[Seen], str | None]], ...] = (
    ("blanks", blanks),
    ("generic", generic),
    ("repeated", repeated),
    ("no_own_act", no_own_act),
    ("not_told", not_told),
    ("no_account", no_account),
    ("joined", joined),
    ("wrong_question", wrong_question),
    ("contradiction", contradiction),
)


def gates(seen: Seen, points: int) -> tuple[Gate, ...]:
    """Try every gate, and take off what is doubtful.

    Args:
        seen: the text.
        points: what it is worth otherwise.
    """
    shut = [Gate(name, message, CAP) for name, find in GATES if (message := find(seen))]
    names = {gate.name for gate in shut}
    raised = [it for it in doubts(seen.scan) if it.name not in names]
    left = max(CAP, round(points - sum(it.points for it in raised)))
    return (*shut, *(Gate(it.name, it.message, left) for it in raised if it.points >= _WORTH))
