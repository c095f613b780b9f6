"""A part is not larger than its whole, a grade not above its scale."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, Row, Told, is_count, opens, rows, same_unit

_OUT_OF = Lazy(
    r"(?:(?! (?:one|and|every|each) )[^.;:,]){0,50}?,? out of (?:the |a total of |all )?"
    r"| of (?:all )?(?:the|our|my|their|its|his|her) | of "
)
_SHARED = Lazy(r" of (?:them|those|us|(?:all )?(?:the |our |my |their |all )(?:\w+ )?\w+[^s\W]s)\b")
_REST = Lazy(r"\bthe (?:remaining|other) $")
_SCALE = Lazy(r"\bon a scale (?:from|of|between) (\d+|zero|one) (?:to|and|-) (\d+|five|six|seven|ten)\b")
_GRADE = Lazy(r"\b(?:to|at|of|from|with|was|is|gave (?:us|me|it|him|her|them)(?: an?)?) (?:about )?$")
_WORTH = {"zero": 0, "one": 1, "five": 5, "six": 6, "seven": 7, "ten": 10}


def _more_than_its_whole(it: Told) -> bool:
    one, two = it.numbers
    alike = not one.percent and not two.percent and one.currency == two.currency and same_unit(one, two)
    return alike and one.value > two.value > 1  # forty minutes out of two hours are another unit


_ROWS = (Row("part", ("of",), (_OUT_OF,), _more_than_its_whole, "“{0}” cannot be out of “{1}”."),)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find parts and grades that are out of bounds."""
    yield from rows(facts, _ROWS)
    for number in facts.having(("of",)):
        yield from _of(facts, number)
    for number in facts.having(("remaining", "other")):
        yield from _rest(facts, facts.numbers[number])
    for number in facts.having(("scale",)):
        yield from _scale(facts, number)


def _of(facts: Facts, number: int) -> Iterator[Contradiction]:
    some = facts.numbers[number]
    for share in some:
        if share.percent and share.value > 100 and _SHARED.re.match(facts.low, share.span.end):
            yield Contradiction("part", share.span, share.span, f"“{share.span.text}” is more than all of them.")
    for whole, part in zip(some, some[1:], strict=False):
        larger = part.value > whole.value > 1 and is_count(whole) and is_count(part) and opens(facts, number, whole)
        if larger and _whole_of(facts, whole, part):
            message = f"“{part.span.text}” cannot be out of “{whole.span.text}”."
            yield Contradiction("part", whole.span, part.span, message)


def _whole_of(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Of the 900 forms 1,300 came back: the part has no thing of its own, or the same."""
    if not part.noun or ";" in facts.low[whole.span.end : part.span.start]:
        return False
    noun = part.noun[0]
    past = noun in words_of("irregular_past") or noun in ("had", "were", "was", "said") or noun.endswith("ed")
    return past or noun == "them" or (whole.noun[:1] == part.noun[:1])


def _rest(facts: Facts, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """60% for one, the remaining 55% for the other."""
    shares = [it for it in some if it.percent]
    for one, two in zip(shares, shares[1:], strict=False):
        rest = _REST.re.search(facts.low, max(0, two.span.start - 16), two.span.start)
        # "rose from 11 to 13 percent against the other 90 percent": where a change ends is no part of the rest
        if rest and not facts.low.endswith(" to ", 0, one.span.start) and one.value + two.value > 101:
            message = f"“{one.span.text}” and the other “{two.span.text}” are more than all of them."
            yield Contradiction("part", one.span, two.span, message)


def _scale(facts: Facts, number: int) -> Iterator[Contradiction]:
    sentence = facts.sentences[number]
    scale = _SCALE.re.search(facts.low, sentence.start, sentence.end)
    if not scale:
        return
    top = _WORTH.get(scale[2]) or int(scale[2][:9])
    for it in facts.numbers[number]:
        inside = scale.start() <= it.span.start < scale.end()
        counted = it.percent or it.currency or (it.noun[:1] and it.noun[0].endswith("s"))
        if (
            not inside
            and not counted
            and it.value > top
            and _GRADE.re.search(facts.low, max(0, it.span.start - 20), it.span.start)
        ):
            yield Contradiction("part", facts.span(*scale.span()), it.span, f"“{it.span.text}” is not {scale[0]}.")
