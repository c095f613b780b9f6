"""A part is not larger than its whole, a grade not above its scale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts, is_count, opens, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_OUT_OF = Lazy(
    r"(?:(?! (?:one|and|every|each) )[^.;:,]){0,50}?,? out of (?:the |a total of |all )?"
    r"| of (?:all )?(?:the|our|my|their|its|his|her) ",
    re.IGNORECASE,
)
_WHOM = Lazy(r" of (?:the|those|these) ([a-z]+s) (?:that |whom )?(?:i|we) ([a-z]+ed|saw|met|spoke to)\b")
_SHARED = Lazy(r" of (?:them|those|us|(?:all )?(?:the |our |my |their |all )(?:\w+ )?\w+[^s\W]s)\b")
_AND = Lazy(r" \w+s(?: (?:a|per|each|every) \w+)?,? and (?:\w+ ){0,3}")
_REST = Lazy(r"\bthe (?:remaining|other) $")
_SCALE = Lazy(r"\bon a scale (?:from|of|between) (\d+|zero|one) (?:to|and|-) (\d+|five|six|seven|ten)\b")
_GRADE = Lazy(r"\b(?:to|at|of|from|with|was|is|gave (?:us|me|it|him|her|them)(?: an?)?) (?:about )?$")
_WORTH = {"zero": 0, "one": 1, "five": 5, "six": 6, "seven": 7, "ten": 10}


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find parts and grades that are out of bounds."""
    for number in facts.having(("of",)):
        yield from _of(facts, number)
    for number in facts.having(("remaining", "other")):
        yield from _rest(facts, facts.numbers[number])
    for number in facts.having(("scale",)):
        yield from _scale(facts, number)


def _larger(part: Quantity, whole: Quantity) -> Contradiction:
    message = f"“{part.span.text}” cannot be out of “{whole.span.text}”."
    first, second = sorted((part, whole), key=lambda it: it.span.start)
    return Contradiction("part", first.span, second.span, message)


def _of(facts: Facts, number: int) -> Iterator[Contradiction]:
    some = facts.numbers[number]
    for share in some:
        if share.percent and share.value > 100 and _SHARED.re.match(facts.low, share.span.end):
            yield Contradiction("part", share.span, share.span, f"“{share.span.text}” is more than all of them.")
    for left, right in zip(some, some[1:], strict=False):
        if left.percent or right.percent or left.currency != right.currency or not same_unit(left, right):
            continue  # forty minutes out of two hours
        between = facts.text[left.span.end : right.span.start]
        if left.value > right.value > 1 and (_OUT_OF.re.fullmatch(between) or between == " of "):
            yield _larger(left, right)
        elif (
            right.value > left.value > 1
            and is_count(left)
            and opens(facts, number, left)
            and _whole_of(facts, left, right)
        ):
            yield _larger(right, left)
    yield from _of_them(facts, number)
    yield from _of_those(facts, number)


def _whole_of(facts: Facts, whole: Quantity, part: Quantity) -> bool:
    """Of the 900 forms 1,300 came back: the part has no thing of its own, or the same."""
    if not is_count(part) or not part.noun or ";" in facts.low[whole.span.end : part.span.start]:
        return False
    noun = part.noun[0]
    past = noun in words_of("irregular_past") or noun in ("had", "were", "was", "said") or noun.endswith("ed")
    return past or noun == "them" or (whole.noun[:1] == part.noun[:1])


def _of_them(facts: Facts, number: int) -> Iterator[Contradiction]:
    """900 forms a year, and 1,300 of them come back; nothing that was counted before is larger."""
    some = facts.numbers[number]
    for whole, part in zip(some, some[1:], strict=False):
        if not is_count(part) or not is_count(whole) or not facts.low.startswith(" of them", part.span.end):
            continue
        largest = max(it.value for told in facts.numbers[: number + 1] for it in told if it is not part)
        if part.value > largest and _AND.re.fullmatch(facts.low, whole.span.end, part.span.start):
            yield _larger(part, whole)


def _of_those(facts: Facts, number: int) -> Iterator[Contradiction]:
    """I interviewed 15 owners; eighteen of the owners I interviewed agreed."""
    for part in facts.numbers[number]:
        whom = _WHOM.re.match(facts.low, part.span.end)
        if whom:
            before = (it for some in facts.numbers[:number] for it in some if it.noun[:1] == (whom[1],))
            for whole in before:
                if whole.value < part.value and facts.low.endswith(f" {whom[2]} ", 0, whole.span.start):
                    yield _larger(part, whole)


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
