"""One thing told with two numbers, in places far apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.amounts._claims import Claim, claim, kind_of
from emptychair.feedback.consistency.base import Contradiction, Facts, stem

_LATER = 400  # numbers of one kind that are compared with each other; nobody states more claims
_BREATH = 40  # characters; closer together it is a range, a list, a comparison


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find claims about the same thing whose numbers differ."""
    kinds: dict[str, list[tuple[int, Quantity]]] = defaultdict(list)
    for number, some in enumerate(facts.numbers):
        for quantity in some:
            kinds[kind_of(quantity)].append((number, quantity))
    for kind, told in kinds.items():
        if kind and len({quantity.value for _, quantity in told}) > 1:
            claims = [it for number, quantity in told[:_LATER] if (it := claim(facts, number, quantity, kind))]
            yield from _disagreeing(facts, claims)


def _disagreeing(facts: Facts, claims: list[Claim]) -> Iterator[Contradiction]:
    for i, one in enumerate(claims):
        for two in claims[i + 1 :]:
            if clash(one, two) and not _compared(facts, one, two):
                message = f"“{one.shown}” here, “{two.shown}” there."
                yield Contradiction("value", one.quantity.span, two.quantity.span, message)


def _compared(facts: Facts, one: Claim, two: Claim) -> bool:
    """Does one of the sentences name both numbers, as in "23 a month, against 14"?"""
    values = [{q.value for q in facts.numbers[it.number]} for it in (one, two)]
    return two.quantity.value in values[0] or one.quantity.value in values[1]


def clash(one: Claim, two: Claim) -> bool:
    """Do two claims of a kind speak of the same thing, under the same circumstances, with different numbers?"""
    large, small = max(one.quantity.value, two.quantity.value), min(one.quantity.value, two.quantity.value)
    if large - small <= max(0.06 * large, one.quantity.step + two.quantity.step):
        return False
    if one.promised and one.promised == two.promised:
        return True
    if one.signature != two.signature:
        return False
    if one.counted and large > 5 * small:
        return False  # ten rows of a test are not the rows of a table
    if abs(one.quantity.span.start - two.quantity.span.start) < _BREATH:
        return False
    unit = {stem(one.kind.strip("~$€£%"))}
    shared = (one.near & two.near) - unit
    fewest = min(len(one.near - unit), len(two.near - unit))
    if one.counted:
        if one.owner != two.owner or (one.names and two.names and not one.names & two.names):
            return False  # what one has is not what another has
        return (len(shared) >= 2 and 5 * len(shared) >= 2 * fewest) or (one.whole and two.whole)
    if "%" in one.kind:
        return len(shared) >= 3 and 5 * len(shared) >= 4 * fewest
    return len(shared) >= 2 and 4 * len(shared) >= 3 * fewest
