"""A number that is told as a percentage of nothing in the document: 214 of them stayed, which is 91%."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import differ

_THAT_IS = Lazy(
    r"^(?: [a-z'-]+){0,5}?(?:,? which (?:is|was|makes)|, that(?: is|'s)|, or|,? \()(?: about| around| nearly)? ?$"
)
_OF_THEM = Lazy(r"^ of (?:them|those|these)(?:, or|,| \()(?: about)? ?$")
_HALF = Lazy(r"\b(?P<more>more|less|fewer) than half(?: of (?:them|those))?, $")
_CHANGE = Lazy(r"^ ?(?:fewer|less|more|higher|lower|faster|of|in|by|down|up|than|off|a|an|each|per)\b|^ ?[×x*]")
_OF = Lazy(r"\bof (?:the |our |all )?$")
_NEAR = 1.0  # points
_BESIDE = 500  # characters
_LEAST = 5  # a smaller number has too many shares


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find percentages that no other number of the document explains."""
    if "half" not in facts.index and not any(it.percent for some in facts.numbers for it in some):
        return
    document = read(facts.text)
    if document is None:
        return
    numbers = document.numbers
    for whole, part in zip(numbers, numbers[1:], strict=False):
        half = _HALF.re.search(document.low, max(0, part.span.start - 40), part.span.start)
        fits = half and part.span.start - whole.span.end < _BESIDE and whole.value > part.value and not part.percent
        if half and fits and (2 * part.value > whole.value) != (half["more"] == "more"):
            yield differ("part", whole.span, part.span)
    for one, share in zip(numbers, numbers[1:], strict=False):
        if (
            not share.percent
            or one.percent
            or one.value < _LEAST
            or share.value > 100
            or share.span.start - one.span.end > 60
        ):
            continue
        told = _THAT_IS.re.match(document.low[one.span.end : share.span.start])
        if _OF.re.search(document.low, max(0, one.span.start - 12), one.span.start):
            continue  # "32 of 49, or 65%" is read where parts are
        told = told or _OF_THEM.re.match(document.low[one.span.end : share.span.start])
        if not told or _CHANGE.re.match(document.low[share.span.end : share.span.end + 10]):
            continue
        near = _NEAR + share.step
        beside = (it for it in numbers if abs(it.span.start - one.span.start) < _BESIDE and not it.percent)
        wholes = [it.value for it in beside if it.value > one.value and it.currency == one.currency]
        reached = any(
            abs(100 * one.value / it - share.value) <= near or abs(100 - 100 * one.value / it - share.value) <= near
            for it in wholes
        )
        if not reached:
            yield differ("part", one.span, share.span)
