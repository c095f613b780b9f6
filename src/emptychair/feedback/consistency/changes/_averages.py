"""An average does not lie outside its range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, any_of, same_unit

_AVERAGE = Lazy(r"\bon average\b|\b(?:the|an) (?:average|mean|median)\b|\baveraged?\b")
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
        if (
            bound is None
            or bound is average
            or not same_unit(bound, average)
            or _SPEED.re.match(facts.low, average.span.end)
        ):
            continue
        between = facts.low[word.end() : bound.span.start]
        wrong = bound.value < average.value if word["high"] else bound.value > average.value
        if wrong and not set(between) & set(".;:!?") and " than" not in between and _same_thing(average, bound):
            first, second = sorted((average.span, bound.span))
            message = f"An average of “{average.span.text}” does not fit “{bound.span.text}”."
            yield Contradiction("average", first, second, message)


def _same_thing(one: Quantity, two: Quantity) -> bool:
    """Is one number without a noun, or are they not of two things?"""
    nouns = {it.noun[0].rstrip("s") if it.noun else "" for it in (one, two)}
    return len(nouns) == 1 or not all(it.noun and it.noun[0].endswith("s") for it in (one, two))
