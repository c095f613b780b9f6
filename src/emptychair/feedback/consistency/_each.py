"""Small sums that are told in passing: four machines at 190 each, so 570; 95 among those 80; hand back three of the four and keep two."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts, is_count, near, opens
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_AT = Lazy(r"(?: [a-z-]+){1,3} at (?:about |only )?")
_SO = Lazy(
    r"(?: [a-z]+)?(?: each| apiece| a piece),? (?:so|so that|making"
    r"|(?:so |and )?(?:that|this|which)(?: is|'s| was| makes| made| came to| cost (?:me|us)| set (?:me|us) back)) (?:about |around )?"
)
_AMONG = Lazy(r"(?: [a-z]+)? among (?:those|these|the) ")
_OF_THE = Lazy(r" of (?:the|our|my|his|her|their) ")
_AND_KEEP = Lazy(r"(?: [a-z]+)?,? and (?:keep|kept|leave|left) (?:the other |only |just )?")
_OTHERS = Lazy(r"[^.;:0-9]{1,60},? and the (?:other|remaining) ")
_THEM = Lazy(r" of (?:them|these|those)\b")
_A_WEEK = Lazy(r"(?P<unit> days?| hours?) (?:a|per) week\b[^.;:0-9]{0,16} for ")
_WEEKS = Lazy(r" weeks, (?:so |about |which is |that is )?")
_IN_ALL = Lazy(r" (?P<unit>days?|hours?) (?:altogether|in all|in total|all told)\b")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find products, parts and remainders that do not come out."""
    for number in facts.having(("other", "remaining")):
        yield from _the_others(facts, number)
    for number in facts.having(("at", "for", "among", "keep", "kept", "leave", "left")):
        some = facts.numbers[number]
        for one, two in zip(some, some[1:], strict=False):
            among = _AMONG.re.fullmatch(facts.low, one.span.end, two.span.start)
            if among and is_count(one) and is_count(two) and one.value > two.value > 1:
                yield Contradiction("part", one.span, two.span, f"“{one.span.text}” cannot be among “{two.span.text}”.")
        for one, two, three in zip(some, some[1:], some[2:], strict=False):
            told = facts.span(one.span.start, three.span.end)
            times = is_count(one) and _AT.re.fullmatch(facts.low, one.span.end, two.span.start)
            if times and _SO.re.fullmatch(facts.low, two.span.end, three.span.start):
                if not near(one.value * two.value, three.value, three.step):
                    yield Contradiction("product", told, three.span, f"“{told.text}” does not come out.")
            elif (days := _A_WEEK.re.fullmatch(facts.low, one.span.end, two.span.start)) and _WEEKS.re.fullmatch(
                facts.low, two.span.end, three.span.start
            ):
                in_all = _IN_ALL.re.match(facts.low, three.span.end)
                alike = in_all and days["unit"].strip()[:3] == in_all["unit"][:3]
                if alike and one.value * two.value != three.value:
                    yield Contradiction("product", told, three.span, f"“{told.text}” does not come out.")
            elif _OF_THE.re.fullmatch(facts.low, one.span.end, two.span.start) and _AND_KEEP.re.fullmatch(
                facts.low, two.span.end, three.span.start
            ):
                counted = is_count(one) and is_count(two) and is_count(three)
                if counted and one.value + three.value > two.value:
                    yield Contradiction("sum", told, two.span, f"“{told.text}” does not come out.")


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
