"""A share that is told twice: as a count and a percentage, or in words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import (
    Contradiction,
    Facts,
    Lazy,
    Row,
    Told,
    is_count,
    opens,
    rows,
    same_unit,
)

_OF = Lazy(r" (?:out )?of (?:the |our |all |those |these )?")
_THAT_IS = Lazy(
    r"(?: [a-z'-]+){0,4}(?:(?:,? which (?:is|was|makes|made)|,? that(?: is|'s)(?: to say)?|, or|, i\.e\.|,) "
    r"(?:about |around |nearly |only |some )?| \()"
)
_CHANGE = Lazy(r" (?:fewer|less|more|higher|lower|of|in|by|down|up|than)\b")
_SHARE = re.compile(r"(\d+) (?:out )?of (\d+)")
_WORTH = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_NAMES = r"(?P<name>half|third|quarter|fifth|tenth)"
_OF_THE_OLD = Lazy(
    rf"(?: [a-z]+){{0,6}}, (?:about |nearly |roughly )?(?:a |one )?{_NAMES} of (?:the|its|our|my|their|his|her|what)\b[^.;,0-9]{{0,30}}? ?"
)
_TO_ONE_OF_THAT = Lazy(rf"(?: [a-z]+){{0,2}} to (?:an? |one )?{_NAMES} of (?:that|it|this), (?:to |or )?")
_TIMES = {"twice": 2.0, "three times": 3.0, "four times": 4.0, "five times": 5.0, "ten times": 10.0, "half": 0.5}
_AS_LONG = Lazy(
    rf"(?: [a-z]+){{0,4}},? (?P<times>{'|'.join(_TIMES)}) as (?:long|many|much|high|large|often|old|far|big|expensive) as\b"
    r"[^.;0-9]{0,40} "
)
_PART_OF = Lazy(
    rf"\b(?:an? )?{_NAMES}(?: of (?:them|these|those|us|(?:my|our|the|her|his|their) [a-z]+))?, (?:or |that is |namely )?"
    r"(\d{1,6}) (?:out )?of (?:the |our |my )?(\d{1,6})\b"
)
_ANY = Lazy(r".{0,60}")
_SO_FROM = Lazy(r".{0,60}\bfrom ")
_TO = Lazy(r" (?:to )?")
_NEAR = 2.0  # points
_LEVEL = Lazy(r"\b(?:at|by|to|from|for|in|than)(?: an?)? $")  # "at half, 3 of 11 would": a price, not a share of them
_FAR = 0.12  # of the whole; half is what lies near the middle
_LOOSE = 0.2  # people round when they speak of a third


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


def _another(ratio: float, said: float) -> bool:
    return abs(ratio / said - 1) > _LOOSE


def _comparable(it: Told) -> bool:
    both = it.one.noun and it.two.noun
    alike = same_unit(it.one, it.two) and not (both and is_count(it.one) != is_count(it.two))  # nurses and minutes
    return alike and bool(it.one.value and it.two.value)


def _ends_elsewhere(it: Told) -> bool:
    before, after, start, end = it.numbers
    if not before.percent or not after.percent or not end.percent:
        return False
    pairs = ((before.value, after.value), (100 - before.value, 100 - after.value))
    return any(abs(one - start.value) <= _NEAR < abs(two - end.value) for one, two in pairs)


_ROWS = (
    # 14 of 40 were late, afterward 2 of 40, so punctuality went from 65 to 75 percent.
    Row(
        "part",
        ("from",),
        (_ANY, _SO_FROM, _TO),
        _ends_elsewhere,
        "“{1}” does not come to “from {2} to {3}”.",
        whole=True,
    ),
    Row(
        "fraction",
        ("twice", "times", "half"),
        (_AS_LONG,),
        lambda it: _comparable(it) and _another(it.one.value / it.two.value, _TIMES[it.words["times"]]),
        "“{0}” is not {times} “{1}”.",
    ),
    Row(
        "fraction",
        tuple(_WORTH),
        (_OF_THE_OLD,),
        lambda it: _comparable(it) and _another(it.one.value / it.two.value, _WORTH[it.words["name"]]),
        "“{0}” and “{1}”: that is not {name}.",
    ),
    Row(
        "fraction",
        tuple(_WORTH),
        (_TO_ONE_OF_THAT,),
        lambda it: _comparable(it) and _another(it.two.value / it.one.value, _WORTH[it.words["name"]]),
        "“{0}” and “{1}”: that is not {name}.",
    ),
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find shares that are other shares."""
    yield from rows(facts, _ROWS)
    for number in facts.having(_WORTH):
        yield from _named(facts, number)
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


def _named(facts: Facts, number: int) -> Iterator[Contradiction]:
    """Find "half of them, 38 out of 60"."""
    sentence = facts.sentences[number]
    for told in _PART_OF.re.finditer(facts.low, sentence.start, sentence.end):
        if _LEVEL.re.search(facts.low, max(sentence.start, told.start() - 16), told.start()):
            continue
        name, part, whole = told[1], float(told[2]), float(told[3])
        if whole and abs(part / whole - _WORTH[name]) > _FAR:
            place = facts.span(*told.span())
            yield Contradiction("fraction", place, place, f"“{place.text}”: that is not {name}.")
