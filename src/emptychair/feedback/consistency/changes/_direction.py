"""Changes that go the other way than their words: fell from 12 to 19; from 40 to 55 percent, a saving; rose to 12, from 19."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, Row, Told, any_of, rows, same_unit
from emptychair.feedback.consistency.changes._size import from_to

_FROM = Lazy(r"\bfrom (?:about |around |nearly |roughly )?$")
_DOWN_TO = Lazy(r"(?: [a-z]+){0,3},? down to (?:only |just |about )?")
_TO = Lazy(r" to (?:only |just |about |nearly )?")
_FELL = Lazy(r"\b(?:fell|dropped|sank|declined|decreased|went down|was down) (?:from )$")
_A_FALL = Lazy(
    r"(?: (?:a|per) [a-z]+)?,? (?:which (?:is|was) )?an? (?:[a-z]+ )?(?:saving|reduction|drop|fall|decrease|cut|decline)\b"
)
_A_RISE = Lazy(r"(?: (?:a|per) [a-z]+)?,? (?:which (?:is|was) )?an? (?:[a-z]+ )?(?:rise|increase|gain|growth)\b")
# Less of these is better.
_BURDEN = (
    r"\b(?:churn|waits?|waiting time|complaints|errors|returns|cancell?ations|defects|losses|waste|refunds|absences|mistakes|delays"
    r"|no-shows|dropouts|accidents|breakages|leftovers|backlog|queue)\b"
)
_BETTER = Lazy(rf"{_BURDEN}[^.;:]{{0,60}}\b(?:improved|got better|came down|went down) from $")
_HELD = Lazy(
    r"(?: [a-z]+){0,4},? and (?:has |have |it |they )?(?:stayed|remained|held|kept) (?:there )?at (?:about |around )?"
)
_NEGATED = Lazy(
    r"\b(?:not|never|n't|instead of|could have|would have|rather than|without|failed to|hoped?|wanted)\b[^.;,]{0,24}$"
)
_SAME_BREATH = 46  # characters between verb and "from"


def _bare(it: Told) -> bool:
    """Has the second number no unit of its own: "from 25 per cent to 41"?"""
    return it.one.percent and not it.two.percent and not it.two.noun and not it.two.currency


def _alike(it: Told) -> bool:
    """Are the two of one kind, whichever of them has the unit: "from 40 to 55 percent"?"""
    later = it.two.percent and not it.one.percent and not it.one.currency and it.one.noun[:1] in ((), ("to",))
    return same_unit(it.one, it.two) or _bare(it) or later


def _more(it: Told) -> bool:
    return it.two.value > it.one.value


def _less(it: Told) -> bool:
    return it.two.value < it.one.value


def _row(before: Lazy, between: Lazy, wrong: Callable[[Told], bool], after: Lazy | None = None) -> Row:
    return Row("change", ("from",), (between,), wrong, "“{told}” goes the other way.", True, before, after)


_ROWS = (
    _row(_FROM, _DOWN_TO, lambda it: same_unit(it.one, it.two) and _more(it)),
    _row(_FELL, _TO, lambda it: _bare(it) and _more(it)),
    _row(_FROM, _TO, lambda it: _alike(it) and _more(it), after=_A_FALL),
    _row(_FROM, _TO, lambda it: _alike(it) and _less(it), after=_A_RISE),
    _row(_BETTER, _TO, _more),
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find changes that go the other way than their words."""
    yield from rows(facts, _ROWS)
    for number in facts.having(("from",)):
        some = facts.numbers[number]
        for one, two in zip(some, some[1:], strict=False):
            if from_to(facts, one, two):
                yield from _against_its_verb(facts, number, one, two)
                yield from _stayed(facts, two, some)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<down>{any_of('falling')})|(?P<up>{any_of('rising')}))\b")


def _against_its_verb(facts: Facts, number: int, one: Quantity, two: Quantity) -> Iterator[Contradiction]:
    """Fell from 12 to 19."""
    start = max(facts.sentences[number].start, one.span.start - 90)
    low = facts.low[start : one.span.start]
    verbs = [verb for verb in _verb().finditer(low) if not set(low[verb.end() :]) & set(".;:!?")]
    if not verbs or len(low) - verbs[-1].end() > _SAME_BREATH or _NEGATED.re.search(low, 0, verbs[-1].start()):
        return
    verb = verbs[-1]
    wrong = two.value >= one.value if verb["down"] else two.value <= one.value
    if wrong and "," not in low[verb.end() :]:
        told = facts.span(start + verb.start(), two.span.end)
        yield Contradiction("change", told, two.span, f"“{told.text}” goes the other way.")


def _stayed(facts: Facts, two: Quantity, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """From 60% to 95%, and stayed at 60%."""
    for three in some:
        held = (
            _HELD.re.fullmatch(facts.low, two.span.end, three.span.start) if three.span.start > two.span.end else None
        )
        if held and same_unit(two, three) and three.value != two.value:
            yield Contradiction("change", two.span, three.span, f"“{two.span.text}” did not stay “{three.span.text}”.")
