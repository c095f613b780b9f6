"""Before and after that belie each other, and lists that are not as long as they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts, is_count, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_DOWN_TO = Lazy(
    r"\b(?:fell|dropped|sank|shrank|declined|decreased|went down|came down|was down|were down) to (?:only |just |about )?$"
)
_UP_TO = Lazy(r"\b(?:rose|grew|climbed|increased|went up|was up|were up) to (?:about |over )?$")
_HAD_BEEN = Lazy(
    r"(?: (?:a|per) [a-z]+)?,? (?:from|compared (?:with|to)|against|where (?:it|they|there) (?:had been|was|were)"
    r"|when (?:it|they|there) (?:had been|was|were)|instead of) (?:about |around |only )?"
)
_BEFORE_AND = Lazy(r"(?: [a-z]+)? before,? and (?:it was |about |only )?")
_SO_LESS = Lazy(
    r"(?: [a-z]+)? after(?:ward|wards)?,? (?:so|which) [^.;:0-9]{0,30}\b(?P<word>shorter|fewer|less|lower|longer|more|higher)\b"
)
_MORE = frozenset({"longer", "more", "higher"})
_TWICE = Lazy(r"\b(?P<word>doubled|halved|tripled),? from (?:about |around )?$")
_TO = Lazy(r"(?: [a-z]+)? to (?:about |around )?")
_RATIOS = {"doubled": (1.6, 2.6), "tripled": (2.6, 3.5), "halved": (0.38, 0.62)}
_DID_NOT = Lazy(r"[^.;:0-9]{2,40} and (?:the other |only )?")
_NOT = Lazy(r"(?: [a-z]+)? (?:did not|didn't|were not|weren't|had not|hadn't|said no|refused|never)\b")
_NAMED = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
_LISTED = re.compile(rf" ?[a-z]+: ((?:{_NAMED}, )+{_NAMED},? and {_NAMED})[.;!?]")
_ITEM = re.compile(r", and |, | and ")
_UNITS = ("minutes", "hours", "days", "weeks", "months")
_FOR = Lazy(r"\b(?:for|lasted|took|gave it|waited) (?:about |only |just )?$")
_THOSE = Lazy(r"\b(?:those|these) $")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find befores and afters that do not go together."""
    for number, some in enumerate(facts.numbers):
        for one, two in zip(some, some[1:], strict=False):
            if same_unit(one, two) and _wrong_way(facts, number, one, two):
                told = facts.span(one.span.start, two.span.end)
                yield Contradiction("change", told, two.span, f"“{told.text}” goes the other way.")
            yield from _with_and_without(facts, number, one, two)
        for it in some:
            yield from _list(facts, it)
            yield from _those(facts, number, it)


def _wrong_way(facts: Facts, number: int, one: Quantity, two: Quantity) -> bool:
    start = max(facts.sentences[number].start, one.span.start - 36)
    between = (one.span.end, two.span.start)
    if two.value <= one.value and _DOWN_TO.re.search(facts.low, start, one.span.start):
        return bool(two.value < one.value and _HAD_BEEN.re.fullmatch(facts.low, *between))
    if two.value > one.value and _UP_TO.re.search(facts.low, start, one.span.start):
        return bool(_HAD_BEEN.re.fullmatch(facts.low, *between))
    if _BEFORE_AND.re.fullmatch(facts.low, *between):
        so = _SO_LESS.re.match(facts.low, two.span.end, facts.sentences[number].end)
        return bool(so and (two.value < one.value if so["word"] in _MORE else two.value > one.value))
    twice = _TWICE.re.search(facts.low, start, one.span.start)
    if twice and one.value and _TO.re.fullmatch(facts.low, *between):
        low, high = _RATIOS[twice["word"]]
        return not low <= two.value / one.value <= high
    return False


def _with_and_without(facts: Facts, number: int, one: Quantity, two: Quantity) -> Iterator[Contradiction]:
    """I called 30 people. 18 wanted it back and 20 did not."""
    if not number or not is_count(one) or not is_count(two) or not facts.counted(number - 1):
        return
    if _DID_NOT.re.fullmatch(facts.low, one.span.end, two.span.start) and _NOT.re.match(facts.low, two.span.end):
        wholes = facts.counted(number - 1)
        first = one.span.start - facts.sentences[number].start < 4
        if first and all(one.value <= it.value < one.value + two.value for it in wholes):
            message = f"“{one.span.text}” and “{two.span.text}” are more than “{wholes[-1].span.text}”."
            yield Contradiction("sum", wholes[-1].span, two.span, message)


def _list(facts: Facts, it: Quantity) -> Iterator[Contradiction]:
    """Find "all five branches: Graz, Linz, Wels and Steyr"."""
    told = _LISTED.match(facts.text, it.span.end) if is_count(it) else None
    if told and len(_ITEM.split(told[1])) != it.value:
        yield Contradiction("sum", it.span, facts.span(*told.span(1)), f"“{told[1]}” are not {it.span.text}.")


def _those(facts: Facts, number: int, it: Quantity) -> Iterator[Contradiction]:
    """I tested it for two weeks. At the end of those six weeks I knew."""
    unit = it.noun[:1]
    if not unit or unit[0] not in _UNITS or not _THOSE.re.search(facts.low, max(0, it.span.start - 8), it.span.start):
        return
    told = [q for some in facts.numbers[: number + 1] for q in some if q.span.end < it.span.start]
    above = [
        q for q in told if q.noun[:1] == unit and _FOR.re.search(facts.low, max(0, q.span.start - 20), q.span.start)
    ]
    if above and all(q.value != it.value for q in told):
        yield Contradiction("date", above[-1].span, it.span, f"“{above[-1].span.text}” here, “{it.span.text}” there.")
