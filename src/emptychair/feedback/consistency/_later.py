"""How much later it was: in May, and two months later, in November; on Monday, and two days later, on Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._spans import MONTHS, NUMBER, value

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_IN = Lazy(rf"\b(?:in|since|by|until|early|late|last|from) (?:early |late |mid-?)?(?P<at>{_MONTH})\b")
_ON = Lazy(rf"\b(?:on|by|until|next|last|that) (?:a |the )?(?P<at>{'|'.join(_DAYS)})\b")
_MONTHS_LATER = Lazy(
    rf"\b(?P<n>{NUMBER}) months? (?:later|after that|afterwards?),? (?:that is )?in (?P<at>{_MONTH})\b"
)
_DAYS_LATER = Lazy(
    rf"\b(?:(?P<n>{NUMBER}) days? (?:later|after that|afterwards?)|(?:the )?(?:next|following) day),? (?:that is )?on (?:the |a )?"
    rf"(?P<at>{'|'.join(_DAYS)})\b"
)
_SLACK = 1  # people round; two months later may be three
_BACK = 3  # sentences above in which the time before is looked for


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find times that are not so much later."""
    for number in facts.having(("later", "after", "afterward", "afterwards", "next", "following")):
        yield from _later(facts, number, _MONTHS_LATER, _IN, 12)
        yield from _later(facts, number, _DAYS_LATER, _ON, 7)


def _later(facts: Facts, number: int, form: Lazy, before: Lazy, cycle: int) -> Iterator[Contradiction]:
    sentence = facts.sentences[number]
    told = form.re.search(facts.low, sentence.start, sentence.end)
    said = value(told["n"] or "a") if told else None
    if not told or not said or said >= cycle:
        return
    start = facts.sentences[max(0, number - _BACK)].start
    above = list(before.re.finditer(facts.low, start, told.start()))
    if len(above) != 1:
        return  # which of them it is counted from, nobody knows
    gap = (_place(told) - _place(above[0])) % cycle
    if min(abs(gap - said), abs(gap + cycle - said)) > _SLACK:
        first, second = facts.span(*above[0].span()), facts.span(*told.span())
        yield Contradiction("date", first, second, f"“{first.text}”, and “{second.text}”.")


def _place(found: re.Match[str]) -> int:
    word = found["at"]
    return _DAYS.index(word) if word in _DAYS else MONTHS.index(word[:3])
