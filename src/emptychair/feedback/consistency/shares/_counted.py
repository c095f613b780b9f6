"""A share that is told twice, as a count and as a percentage: of 640 calls we missed 212, which is 12 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, is_count, opens

_OF = Lazy(r" (?:out )?of (?:the |our |all |those |these )?")
_THAT_IS = Lazy(
    r"(?: [a-z'-]+){0,4}(?:(?:,? which (?:is|was|makes|made)|,? that(?: is|'s)(?: to say)?|, or|, i\.e\.|,) "
    r"(?:about |around |nearly |only |some )?| \()"
)
_CHANGE = Lazy(r" (?:fewer|less|more|higher|lower|of|in|by|down|up|than)\b")
_SHARE = re.compile(r"(\d+) (?:out )?of (\d+)")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find shares whose count is another share."""
    for number, some in enumerate(facts.numbers):
        for left, right, share in zip(some, some[1:], some[2:], strict=False):
            if not share.percent or not is_count(left) or not is_count(right):
                continue
            if opens(facts, number, left):
                yield from _checked(facts, right, left, share, right)
            elif _OF.re.fullmatch(facts.low, left.span.end, right.span.start):
                yield from _checked(facts, left, right, share, right)
        for told, share in zip(some, some[1:], strict=False):
            both = _SHARE.fullmatch(told.span.text) if told.percent and share.percent else None
            if both and _told_as(facts, told, share) and abs(told.value - share.value) > 1.5 + share.step:
                yield Contradiction("part", told.span, share.span, f"“{told.span.text}” is not {share.span.text}.")


def _told_as(facts: Facts, before: Quantity, share: Quantity) -> bool:
    """Is a percentage said of what stands right before it, and not as a change?"""
    joined = _THAT_IS.re.fullmatch(facts.low, before.span.end, share.span.start)
    return bool(joined) and not _CHANGE.re.match(facts.low, share.span.end)


def _checked(facts: Facts, part: Quantity, whole: Quantity, share: Quantity, last: Quantity) -> Iterator[Contradiction]:
    if whole.value and part.value <= whole.value and _told_as(facts, last, share):
        real = 100 * part.value / whole.value
        if abs(real - share.value) > 1.5 + share.step:
            first, second = sorted((part.span, whole.span))
            message = f"“{part.span.text}” of “{whole.span.text}” is not {share.span.text}."
            yield Contradiction("part", facts.span(first.start, second.end), share.span, message)
