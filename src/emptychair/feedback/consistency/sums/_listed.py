"""Parts of one sentence and their whole: what is listed does not add up to what is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import prod

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import (
    Contradiction,
    Facts,
    Lazy,
    Row,
    Told,
    is_count,
    near,
    opens,
    rows,
    same_unit,
)
from emptychair.feedback.consistency.sums._reckoning import announced

_LISTED = Lazy(r"[^.;:?!0-9]{0,40}(?:,|\band\b|\bplus\b)[^.;:?!0-9]{0,40}")
_TIGHT = Lazy(r"(?: [\w-]+){1,2}(?:,|,? and|,? plus) ")
_OF = Lazy(r" of (?:the |our |all |those |these |my )?")
_SAID_NOT = Lazy(r" [^.;:,0-9]{3,50}(?:,? and |, )(?:\w+ )?(?:only )?[\w-]+ [^.;:,]{0,30}\b(?:not|no|never|\w+n't)\b")
_AND_THE_OTHERS = Lazy(
    r" [^.;:,0-9]{0,30}\b(?:belonged|were|are|came|was) [^.;:,0-9]{2,30},? and [\w-]+ (?:to|from|in|by|for|at) "
)
_KEPT = Lazy(r"[^.;:0-9]{0,20}\b(?:we (?:would )?keep|leaves|leaving) (?:us )?(?:about |only |just )?[$€£]?")
_HEADED = Lazy(r"[ -](?:people|persons|members|of us|employees|staff|colleagues|questions|pages|steps|items): ")
_COLON = Lazy(r"[^.;:,0-9]{0,40}: (?:[a-z]+ ){0,2}")
_BOTH = Lazy(r"\b(?:both|also|some|several|more than one|or more)\b")
_MOST = 7  # numbers of one sum; longer lists are not checked
_OTHERS = Lazy(r"[^.;:0-9]{1,60},? and the (?:other|remaining) ")
_THEM = Lazy(r" of (?:them|these|those)\b")


def _not_left(it: Told) -> bool:
    cost, rest, price = it.numbers
    money = cost.currency and cost.currency == rest.currency == price.currency and announced(it.facts, cost)
    return bool(money) and not near(price.value - cost.value, rest.value, cost.step + rest.step + price.step)


_ROWS = (
    # That makes $37, so we keep $18 of $45.
    Row("sum", (), (_KEPT, _OF), _not_left, "“{told}” does not come out.", whole=True, mark=1),
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find sums that do not come out."""
    for number, some in enumerate(facts.numbers):
        if 3 <= len(some) <= _MOST + 1:
            yield from _announced(facts, some)
            yield from _either(facts, number, some)
            yield from _told_apart(facts, number, some)
    yield from rows(facts, _ROWS)
    for number in facts.having(("other", "remaining")):
        yield from _the_others(facts, number)


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
    """180 slips: 90 said too narrow, 70 too wide, 40 something else. Nine people: four engineers and three designers."""
    whole, parts = some[0], some[1:]
    between = (whole.span.end, parts[0].span.start)
    rest = facts.low[whole.span.end : facts.sentences[number].end]
    total = sum(it.value for it in parts)
    if _HEADED.re.fullmatch(facts.low, *between):
        joined = all(_listed(facts, one, two) for one, two in zip(parts, parts[1:], strict=False))
        open_end = any(mark in facts.low[parts[-1].span.end : facts.sentences[number].end - 1] for mark in ",;")
        if joined and not open_end and total != whole.value:
            shown = facts.span(whole.span.start, parts[-1].span.end)
            yield Contradiction("sum", shown, whole.span, f"“{shown.text}” does not add up.")
    elif _COLON.re.fullmatch(facts.low, *between) and all(map(is_count, some)) and not _BOTH.re.search(rest):
        bare = not any(it.noun and it.noun[0].endswith("s") and it.noun[0] not in ("was", "has", "is") for it in parts)
        if bare and whole.value < total:
            shown = facts.span(whole.span.start, parts[-1].span.end)
            yield Contradiction("sum", shown, whole.span, f"“{shown.text}” is more than all of them.")


def _the_others(facts: Facts, number: int) -> Iterator[Contradiction]:
    """I wrote to all 50; 42 of them answered, and the other 18 I phoned. Of 41, 29 did not, and the remaining 22 did."""
    some = facts.counted(number)
    for one, two in zip(some, some[1:], strict=False):
        if not _OTHERS.re.fullmatch(facts.low, one.span.end, two.span.start):
            continue
        above = [it for told in range(max(0, number - 1), number + 1) for it in facts.counted(told)]
        wholes = [it for it in above if it.span.end < one.span.start]
        headed = [it for it in wholes if opens(facts, number, it)]
        if not headed and not _THEM.re.match(facts.low, one.span.end):
            continue
        fitting = [it for it in headed or wholes if it.value == one.value + two.value]
        if wholes and not fitting and all(it.value >= one.value for it in headed or wholes):
            first = (headed or wholes)[-1]
            message = f"“{one.span.text}” and the other “{two.span.text}” are not “{first.span.text}”."
            yield Contradiction("sum", first.span, two.span, message)
