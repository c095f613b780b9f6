"""How sums and products are told, and when a product is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Facts, Lazy, any_of

_TIMES = Lazy(r"[^.;:=?\n]{0,40}?(?:×| \* |\bx\b|\btimes\b|\bmultiplied by\b)\s*(?:about )?", re.IGNORECASE)
_EQUALS = Lazy(
    r"[^.;:=×*]{0,40}?(?:=|≈|\bequals\b|\bmakes\b|\bcomes to\b|\bgives\b)\s*(?:about |around |roughly |some )?",
    re.IGNORECASE,
)
_CONVERSIONS = (60.0, 24.0, 7.0, 12.0, 52.0, 100.0, 1000.0, 3600.0)


def product_holds(factors: list[Quantity], result: Quantity, *, converted: bool = True) -> bool:
    """Is a product right within the places that are written, a unit conversion let through?"""
    product, loose = 1.0, 0.006
    for factor in factors:
        product *= factor.value / 100 if factor.percent else factor.value
        exact = factor.step == 0.5 and not factor.percent
        loose += 0.0 if exact or not factor.value else factor.step / factor.value
    slack = 1.05 * result.step
    scales = (1.0, *_CONVERSIONS, *(1 / it for it in _CONVERSIONS)) if converted else (1.0,)
    return any(abs(product * scale - result.value) <= slack + loose * abs(product * scale) for scale in scales)


def chains(text: str, some: list[Quantity]) -> Iterator[tuple[list[Quantity], Quantity]]:
    """Give each ``a × b = c`` of a sentence as its factors and its result."""
    factors: list[Quantity] = []
    for left, right in zip(some, some[1:], strict=False):
        between = text[left.span.end : right.span.start]
        if _TIMES.re.fullmatch(between):
            factors = [*factors, right] if factors else [left, right]
        elif factors and _EQUALS.re.fullmatch(between):
            yield factors, right
            factors = []
        else:
            factors = []


def announced(facts: Facts, quantity: Quantity, *, softly: bool = True) -> bool:
    """Is a number told as the total of what stands before it? "That is" says so only where a product is at hand."""
    before = facts.low[max(0, quantity.span.start - 30) : quantity.span.start]
    told = _announced("totals").search(before) or _closed().match(facts.low, quantity.span.end)
    return bool(told or (softly and _announced("results").search(before)))


@cache
def _announced(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(name)}) (?:about |around |roughly |some |only |just )?$")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(rf"[^.;:,0-9]{{0,24}},? (?:{any_of('totals_after')})(?=[.;:,!?)\n]|$| and)")
