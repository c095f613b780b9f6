"""Before and after that a document tells the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Document, Lazy, differ
from emptychair.feedback.consistency.times._terms import UNITS

_FROM = Lazy(r"\bfrom (?:about |over |nearly )?$")
_TO = Lazy(r"^(?: [a-z]+){0,4} to (?:about |under |only |just )?$")
_BEFORE = Lazy(r"\bbefore\b[^.;:]{0,50}$")
_AFTER = Lazy(
    r"^[^.:]{0,40}?[;,.] (?:and )?(?:with (?:it|them|[a-z]+)|after(?:ward|wards)?|since(?: then)?|now|today)\b[^.;:]{0,30}$"
)
_BEFORE_AFTER = Lazy(r"^ [a-z]+(?: an? [a-z]+)? before(?: [a-z]+){0,2}(?: and|,) (?:only |about )?$")
_AFTERWARD = Lazy(r"^(?: [a-z]+)? (?:after|afterward|afterwards|with it|now|today|since)\b")
_UNIT_BEFORE = Lazy(r"\b(second|minute|hour|day|week|month)s?\b")
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month"})


class _Change(NamedTuple):
    before: Quantity
    after: Quantity
    unit: str
    place: Span


def find(document: Document) -> Iterator[Contradiction]:
    """Find changes that end, in an answer, where the release says that the trouble began."""
    if document.release and document.facts.hears("before", "from"):
        for change in _changes(document):
            yield from _longer(document, change)


def _unit(quantity: Quantity) -> str:
    if quantity.percent or quantity.currency:
        return "%" if quantity.percent else quantity.currency
    return quantity.noun[0].rstrip("s") if quantity.noun else ""


def _changes(document: Document) -> Iterator[_Change]:
    for piece, _ in document.everything():
        some = document.within(piece)
        for one, two in zip(some, some[1:], strict=False):
            before = document.low[max(piece.start, one.span.start - 60) : one.span.start]
            between = document.low[one.span.end : two.span.start]
            after = document.low[two.span.end : two.span.end + 30]
            told = (
                (_FROM.re.search(before) and _TO.re.match(between))
                or (_BEFORE.re.search(before) and _AFTER.re.match(between))
                or (_BEFORE_AFTER.re.match(between) and _AFTERWARD.re.match(after))
            )
            units = _unit(one), _unit(two)
            shared = units[1] if units[0] in ("to", "", units[1]) or units[0] not in _TIMES else units[0]
            named = _UNIT_BEFORE.re.findall(before) if told and not shared else []
            shared = shared or (named[-1] if named else "")
            if told and shared:
                yield _Change(one, two, shared, document.span(one.span.start, two.span.end))


def _longer(document: Document, change: _Change) -> Iterator[Contradiction]:
    """What ends with the product where the trouble began without it."""
    if change.before.span.start < document.release_end:
        return
    above = [it for it in document.numbers if it.span.start < document.release_end]
    units = _time(change.before, change.unit), _time(change.after, change.unit)
    trouble = next((it for it in above if it.value == change.after.value and _unit(it) == units[1]), None)
    known = any(it.value == change.before.value and _unit(it) == units[0] for it in above)
    if trouble is None:
        return
    if known:  # both are told in the release: the one as the trouble, the other as what there is now
        inside = [it for piece in document.trouble for it in document.within(piece)]
        began = {(it.value, _unit(it)) for it in inside}
        backward = (change.after.value, units[1]) in began and (change.before.value, units[0]) not in began
        outside = any(it.value == change.after.value and _unit(it) == units[1] and it not in inside for it in above)
        if backward and not outside:
            yield differ("change", trouble.span, change.place)
        return
    if units[0] in UNITS and units[1] in UNITS:
        wrong = change.before.value * UNITS[units[0]] < change.after.value * UNITS[units[1]]
    else:
        wrong = any(it.start <= trouble.span.start < it.end for it in document.trouble)
    if wrong:
        yield differ("change", trouble.span, change.place)


def _time(quantity: Quantity, otherwise: str) -> str:
    return unit if (unit := _unit(quantity)) in UNITS else otherwise
