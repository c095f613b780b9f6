"""Sums: what is listed does not add up to what is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import prod

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts, is_count, near, opens, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._products import announced

_LISTED = Lazy(r"[^.;:?!0-9]{0,40}(?:,|\band\b|\bplus\b)[^.;:?!0-9]{0,40}")
_TIGHT = Lazy(r"(?: [\w-]+){1,2}(?:,|,? and|,? plus) ")
_HEADED = Lazy(r"[ -](?:people|persons|members|of us|employees|staff|colleagues|questions|pages|steps|items): $")
_BROKEN_DOWN = Lazy(r"[^.;:,?!]{0,60}: ")
_OF = Lazy(r" of (?:the |our |all |those |these |my )?")
_SAID_NOT = Lazy(r" [^.;:,0-9]{3,50}(?:,? and |, )(?:\w+ )?(?:only )?[\w-]+ [^.;:,]{0,30}\b(?:not|no|never|\w+n't)\b")
_AND_THE_OTHERS = Lazy(
    r" [^.;:,0-9]{0,30}\b(?:belonged|were|are|came|was) [^.;:,0-9]{2,30},? and [\w-]+ (?:to|from|in|by|for|at) "
)
_PLACED = Lazy(r" (?:on|in|at|from|for) \w")
_KEPT = Lazy(r"[^.;:0-9]{0,20}\b(?:we (?:would )?keep|leaves|leaving) (?:us )?(?:about |only |just )?[$€£]?")
_COLON = Lazy(r"[^.;:,0-9]{0,40}: (?:[a-z]+ ){0,2}")
_BOTH = Lazy(r"\b(?:both|also|some|several|more than one|or more)\b")
_MOST = 7  # numbers of one sum; longer lists are not checked


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find sums that do not come out."""
    for number, some in enumerate(facts.numbers):
        if 3 <= len(some) <= _MOST + 1:
            yield from _announced(facts, some)
            yield from _headed(facts, number, some)
            yield from _either(facts, number, some)
            yield from _left(facts, some)
            yield from _told_apart(facts, number, some)


def _announced(facts: Facts, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """Parts $27, assembly $9 and shipping $6, which makes $62."""
    for last in range(2, len(some)):
        total = some[last]
        first = last - 1
        while first and _listed(facts, some[first - 1], some[first]):
            first -= 1
        parts = some[first:last]
        if len(parts) < 2 or total.percent or not announced(facts, total, softly=False):
            continue
        if not all(same_unit(it, total) and it.currency == total.currency for it in parts):
            continue
        if not total.currency and not all(_plain(facts, *pair) for pair in zip(parts, parts[1:], strict=False)):
            continue
        values = [it.value for it in some[:last]]
        if not any(near(total.value, it, total.step) for it in _reachable(values)):
            whole = facts.span(parts[0].span.start, total.span.end)
            yield Contradiction("sum", whole, total.span, f"“{whole.text}” does not add up.")


def _listed(facts: Facts, one: Quantity, two: Quantity) -> bool:
    return bool(_LISTED.re.fullmatch(facts.low, one.span.end, two.span.start))


def _plain(facts: Facts, one: Quantity, two: Quantity) -> bool:
    """Do two counts stand in one list, hardly a word between them?"""
    return bool(_TIGHT.re.fullmatch(facts.low, one.span.end, two.span.start))


def _reachable(values: list[float]) -> Iterator[float]:
    """Give every sum and product of some of the numbers, so that only what cannot come out is told."""
    for size in range(2, len(values) + 1):
        for chosen in combinations(values, size):
            yield sum(chosen)
            yield prod(chosen)
            yield max(chosen) - (sum(chosen) - max(chosen))


def _headed(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """Nine people: four engineers, three designers and five testers."""
    whole, parts = some[0], some[1:]
    headed = _HEADED.re.fullmatch(facts.low, whole.span.end, parts[0].span.start)
    broken_down = _BROKEN_DOWN.re.fullmatch(facts.low, whole.span.end, parts[0].span.start) and all(
        _PLACED.re.match(facts.low, it.span.end) and it.currency == whole.currency for it in parts
    )
    if not headed and not broken_down:
        return
    joined = all(_listed(facts, one, two) for one, two in zip(parts, parts[1:], strict=False))
    rest = facts.low[parts[-1].span.end : facts.sentences[number].end]
    if joined and not any(mark in rest[:-1] for mark in ",;") and sum(it.value for it in parts) != whole.value:
        told = facts.span(whole.span.start, parts[-1].span.end)
        yield Contradiction("sum", told, whole.span, f"“{told.text}” does not add up.")


def _either(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """Of the 40, 38 said yes and 6 said no; 52 of the 60 belonged to us and 31 to them."""
    for one, two, three in zip(some, some[1:], some[2:], strict=False):
        if not is_count(one) or not is_count(two) or not is_count(three):
            continue
        if opens(facts, number, one):
            whole, parts, form = one, (two, three), _SAID_NOT
        elif _OF.re.fullmatch(facts.low, one.span.end, two.span.start):
            whole, parts, form = two, (one, three), _AND_THE_OTHERS
        else:
            continue
        told = facts.low[parts[0].span.end if whole is one else whole.span.end : facts.sentences[number].end]
        if form.re.match(told) and sum(it.value for it in parts) > whole.value:
            shown = facts.span(one.span.start, three.span.end)
            yield Contradiction("sum", shown, whole.span, f"“{shown.text}” is more than all of them.")


def _told_apart(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """180 slips: 90 said too narrow, 70 too wide, 40 something else."""
    whole, parts = some[0], some[1:]
    if not _COLON.re.fullmatch(facts.low, whole.span.end, parts[0].span.start) or not all(map(is_count, some)):
        return
    rest = facts.low[whole.span.end : facts.sentences[number].end]
    bare = not any(it.noun and it.noun[0].endswith("s") and it.noun[0] not in ("was", "has", "is") for it in parts)
    if bare and whole.value < sum(it.value for it in parts) and not _BOTH.re.search(rest):
        shown = facts.span(whole.span.start, parts[-1].span.end)
        yield Contradiction("sum", shown, whole.span, f"“{shown.text}” is more than all of them.")


def _left(facts: Facts, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """That makes $37, so we keep $18 of $45."""
    for cost, rest, price in zip(some, some[1:], some[2:], strict=False):
        money = cost.currency and cost.currency == rest.currency == price.currency
        told = money and _KEPT.re.fullmatch(facts.low, cost.span.end, rest.span.start)
        if not told or not _OF.re.match(facts.low, rest.span.end, price.span.start) or not announced(facts, cost):
            continue
        if not near(price.value - cost.value, rest.value, cost.step + rest.step + price.step):
            whole = facts.span(cost.span.start, price.span.end)
            yield Contradiction("sum", whole, rest.span, f"“{whole.text}” does not come out.")
