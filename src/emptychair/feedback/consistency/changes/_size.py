"""Changes that are not as large as they are said to be: from 450 to 40, a drop of 20%; doubled from 200 to 600."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, any_of, is_count, same_unit

_FROM = Lazy(r"\bfrom (?:about |around |roughly |over |nearly |some )?$")
_TO = Lazy(
    r"[^.;:!?,0-9]{0,40}? ?to (?:only |just |about |around |under |below |over |nearly |almost |roughly )?(?:an? )?"
)
_ANOTHER = Lazy(r"\b(?:and|but|while|whereas)\b")
_POINTS = Lazy(r" ?(?:percentage )?points?\b")
_BEFORE_PERCENT = Lazy(
    r"\b(?:drop|fall|cut|reduction|decline|decrease|saving|rise|increase|gain|growth|improvement) of (?:about |around )?$"
    r"|\b(?:fell|dropped|rose|grew|down|up|increased|decreased|declined|sank|climbed|cut|reduced)(?: by)? (?:about |around )?$"
)
_AFTER_PERCENT = Lazy(
    r" (?:[a-z]+ )?(?:drop|fall|cut|reduction|decline|decrease|saving|rise|increase|gain|growth|improvement"
    r"|fewer|less|lower|more|higher|faster|shorter)\b"
)
_MULTIPLES = {"halved": (1.6, 2.6), "doubled": (1.6, 2.6), "tripled": (2.6, 3.5), "quadrupled": (3.5, 4.6)}
_MULTIPLE = Lazy(r"(almost |nearly |more than |over |roughly )?\b(halved|doubled|tripled|quadrupled)\b")
_MINUS = Lazy(r"\bminus (?:about )?$")
_BESIDE = 40  # characters between a change and its percentage


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find changes that are told with another measure."""
    for number, some in enumerate(facts.numbers):
        for one, two in zip(some, some[1:], strict=False):
            if from_to(facts, one, two):
                yield from _multiple(facts, number, one, two)
        if any(it.percent for it in some):
            yield from _points(facts, some)
            yield from _percent(facts, number, some)
            yield from _more_than_all(facts, some)
            yield from _since_then(facts, number, some)


def from_to(facts: Facts, one: Quantity, two: Quantity) -> bool:
    """Are two numbers told as the ends of a change?"""
    if "half" in one.noun:
        return False  # six and a half thousand
    if not _FROM.re.search(facts.low, max(0, one.span.start - 16), one.span.start):
        return False
    return bool(_TO.re.fullmatch(facts.low, one.span.end, two.span.start)) and same_unit(one, two)


def _is_not(facts: Facts, one: Quantity, two: Quantity, what: Span, called: str) -> Contradiction:
    message = f"From {one.span.text} to {two.span.text} is not {called}."
    return Contradiction("change", facts.span(one.span.start, two.span.end), what, message)


def _multiple(facts: Facts, number: int, one: Quantity, two: Quantity) -> Iterator[Contradiction]:
    """Doubled from 200 to 600."""
    sentence = facts.sentences[number]
    if not one.value or not two.value:
        return
    before = _MULTIPLE.re.search(facts.low, max(sentence.start, one.span.start - 50), one.span.start)
    after = _MULTIPLE.re.search(facts.low, two.span.end, min(sentence.end, two.span.end + 44))
    for found, clear in ((before, r"[^.;,]*from (?:about )?"), (after, r"[^.;]*(?:so|which|that)\b[^.;,]*")):
        if not found or found[1]:
            continue
        between = (found.end(), one.span.start) if found is before else (two.span.end, found.start())
        low, high = _MULTIPLES[found[2]]
        ratio = one.value / two.value if found[2] == "halved" else two.value / one.value
        if re.fullmatch(clear, facts.low[slice(*between)]) and not low <= ratio <= high:
            yield _is_not(facts, one, two, facts.span(*found.span(2)), found[2])


def _percent(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """From A to B, a drop of P percent."""
    plain = [q for q in some if not q.percent]
    things = [q for q in plain if is_count(q)]
    if len(plain) > 2 == len(things) and things[0].noun[:1] == things[1].noun[:1]:
        plain = things  # "in the three months before, 14 families; in the three months after, 14"
    for percent in some:
        told = _change_by(facts, number, percent)
        pair = _pair(facts, plain, percent, loosely=told == "of") if told else None
        if not pair or not pair[0].value or not pair[1].value:
            continue
        one, two = pair
        real = [100 * abs(one.value - two.value) / base for base in (one.value, two.value)]
        if min(abs(percent.value - it) for it in real) > 1.5 + percent.step:
            yield _is_not(facts, one, two, percent.span, percent.span.text)


def _change_by(facts: Facts, number: int, percent: Quantity) -> str:
    """Say how a share is told as a change: "of" in "a drop of 20%", "by" otherwise, "" where it is something else."""
    if not percent.percent or _POINTS.re.match(facts.low, percent.span.end):
        return ""
    sentence = facts.sentences[number]
    before = _BEFORE_PERCENT.re.search(facts.low, max(sentence.start, percent.span.start - 34), percent.span.start)
    after = _AFTER_PERCENT.re.match(facts.low, percent.span.end, min(percent.span.end + 24, sentence.end))
    return "of" if before and " of " in before[0] else "by" if before or after else ""


def _pair(facts: Facts, plain: list[Quantity], percent: Quantity, *, loosely: bool) -> tuple[Quantity, Quantity] | None:
    """Find the two numbers that a change lies between: "from A to B" beside it, or the only two of the sentence."""
    for one, two in zip(plain, plain[1:], strict=False):
        start, end = (
            (two.span.end, percent.span.start)
            if two.span.end <= percent.span.start
            else (percent.span.end, one.span.start)
        )
        joined = end - start < _BESIDE and not _ANOTHER.re.search(facts.low, start, max(start, end))
        if joined and from_to(facts, one, two):
            return one, two
    only = len(plain) == 2 and same_unit(*plain) and plain[0].currency == plain[1].currency
    return (plain[0], plain[1]) if loosely and only else None


def _since_then(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """About forty complaints a month. In May we had 10 complaints, so they fell by 40 percent."""
    now, percent = some[0], some[-1]
    if len(some) != 2 or not now.noun or not is_count(now) or _change_by(facts, number, percent) != "by":
        return
    if _ANOTHER.re.search(facts.low, now.span.end, max(now.span.end, percent.span.start)):
        return  # it was five calls a month, and the oil bill went down 14 percent
    before = [it for above in facts.numbers[:number] for it in above if is_count(it) and it.noun[:1] == now.noun[:1]]
    if len(before) == 1 and before[0].value:
        real = 100 * abs(before[0].value - now.value) / before[0].value
        if abs(percent.value - real) > 3 + percent.step:
            message = f"From {before[0].span.text} to {now.span.text} is not {percent.span.text}."
            yield Contradiction("change", now.span, percent.span, message)


def _points(facts: Facts, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """From 40% to 10%, a fall of 50 points."""
    for one, two, points in zip(some, some[1:], some[2:], strict=False):
        told = _POINTS.re.match(facts.low, points.span.end)
        off = abs(abs(one.value - two.value) - points.value) > 1 + points.step
        if told and off and one.percent and two.percent and from_to(facts, one, two):
            yield _is_not(facts, one, two, points.span, f"{points.span.text} points")


@cache
def _taken() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(rf"\b(?:{any_of('falling')})(?: by| of)? (?:about |around |over )?$")
    return before, re.compile(rf",? (?:{'|'.join(sorted(words_of('less')))})\b")


def _more_than_all(facts: Facts, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """Nothing falls by more than a hundred percent."""
    before, after = _taken()
    for share in some:
        if not share.percent or share.value <= 100:
            continue
        low = facts.low[max(0, share.span.start - 34) : share.span.start]
        if before.search(low) or after.match(facts.low, share.span.end) or _MINUS.re.search(low):
            yield Contradiction("change", share.span, share.span, f"Nothing falls by “{share.span.text}”.")
