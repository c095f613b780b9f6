"""An average does not lie outside its range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts, any_of, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_AVERAGE = Lazy(r"\bon average\b|\b(?:the|an) (?:average|mean|median)\b|\baveraged?\b")
_BETWEEN = Lazy(r"\bbetween $")
_SPEED = Lazy(r" ?\w+ (?:an|per) hour")
_REACH = 60  # characters between a superlative and its number


@cache
def _extreme() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|a|its|with) (?:(?P<high>{any_of('highest')})|(?P<low>{any_of('lowest')}))\b")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find averages that are out of bounds."""
    for number in facts.having(("average", "mean", "median", "averaged")):
        yield from _average(facts, number)


def _average(facts: Facts, number: int) -> Iterator[Contradiction]:
    """40 minutes on average; the fastest takes 55."""
    sentence, some = facts.sentences[number], facts.numbers[number]
    said = _AVERAGE.re.search(facts.low, sentence.start, sentence.end)
    if not said or not some:
        return
    average = min(some, key=lambda it: min(abs(it.span.start - said.end()), abs(said.start() - it.span.end)))
    later = (*some, *(facts.numbers[number + 1] if number + 1 < len(facts.numbers) else ()))
    end = facts.sentences[number + 1].end if number + 1 < len(facts.sentences) else sentence.end
    for word in _extreme().finditer(facts.low, sentence.start, end):
        bound = next((it for it in later if word.end() <= it.span.start < word.end() + _REACH), None)
        if bound is None or bound is average or not same_unit(bound, average) or _speed(facts, average):
            continue
        between = facts.low[word.end() : bound.span.start]
        wrong = bound.value < average.value if word["high"] else bound.value > average.value
        if wrong and not set(between) & set(".;:!?") and " than" not in between and _same_thing(average, bound):
            yield _outside(average, bound)
    for low, high in zip(some, some[1:], strict=False):
        told = _BETWEEN.re.search(facts.low, max(0, low.span.start - 10), low.span.start)
        comparable = (
            average not in (low, high) and same_unit(average, low) and same_unit(average, high) and not low.percent
        )
        inside = low.value <= average.value <= high.value
        if told and comparable and not inside and _same_thing(high, average):
            yield _outside(average, high)


def _same_thing(one: Quantity, two: Quantity) -> bool:
    """Is one number without a noun, or do both have the same one?"""
    return not one.noun or not two.noun or one.noun[0].rstrip("s") == two.noun[0].rstrip("s") or not _names(one, two)


def _names(one: Quantity, two: Quantity) -> bool:
    return one.noun[0].endswith("s") and two.noun[0].endswith("s")


def _speed(facts: Facts, quantity: Quantity) -> bool:
    return bool(_SPEED.re.match(facts.low, quantity.span.end))


def _outside(average: Quantity, bound: Quantity) -> Contradiction:
    first, second = sorted((average, bound), key=lambda it: it.span.start)
    return Contradiction(
        "average", first.span, second.span, f"An average of “{average.span.text}” does not fit “{bound.span.text}”."
    )
