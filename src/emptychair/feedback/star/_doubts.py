"""What is doubtful about a text as a whole, and what each doubt costs.

A doubt is an odds that was trained, and odds of a new text are a little off. So a doubt does not fall like a gate: it begins to cost
where few honest answers are, it costs more the stronger it is, and several small ones add up. One that is just raised leaves a strong
answer where it was; a text that nothing speaks for loses enough to fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._weights import DOUBTS, TYPES

NO_ACT = "There is no act of your own in it: nothing that you did, once, in the past."
NOT_TOLD = "It says what would happen or usually happens, not what did."
NO_ACCOUNT = "It does not read like an account of something that happened."
_SHUFFLED = "The sentences are in an order nobody would tell them in; put together what belongs together."
_SHORT = 4  # sentences; fewer say too little about the whole
_FROM, _PER_ODDS = 0.55, 14.5  # log odds above the border of one doubt from which it costs, and points for each below
_ORDER_FROM, _ORDER_PER_ODDS = 0.2, 100.0  # a shuffled story is as good as a story: at the border, a strong one fails
NAMES = {"topic": "off_topic", "focus": "padded", "own": "no_own_act", "told": "not_told", "account": "no_account"}
_MESSAGES = {
    "topic": "Nobody is served in it: no customer, client, guest or colleague who needed something.",
    "focus": "Most of it is about something else than a customer.",
    "own": NO_ACT,
    "account": NO_ACCOUNT,
}
_INSTEAD = {
    "opinion": "It says what matters or what one should do, not what you did.",
    "self-description": "It says what you are like, not what you did.",
}


class Doubt(NamedTuple):
    """One doubt, in words, and the points it costs."""

    name: str
    message: str
    points: float


def doubts(seen: Scan) -> Iterator[Doubt]:
    """Raise what there is to doubt about a text."""
    if len(seen.sentences) >= _SHORT:
        for about, odds in zip(DOUBTS, seen.whole, strict=False):
            if odds < _FROM:
                yield Doubt(NAMES[about], _MESSAGES.get(about) or instead(seen), _PER_ODDS * (_FROM - float(odds)))
    if seen.ordered and seen.order < _ORDER_FROM:
        yield Doubt("shuffled", _SHUFFLED, _ORDER_PER_ODDS * (_ORDER_FROM - seen.order))


def instead(seen: Scan) -> str:
    """Say what a text does instead of telling of one time that is over."""
    return _INSTEAD.get(TYPES[int(seen.whole[len(DOUBTS) :].argmax())], NOT_TOLD)
