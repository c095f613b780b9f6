"""What the team reckons with, against the price that customers are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import UNSURE, Answer, Contradiction, Document, Lazy, Piece, differ
from emptychair.feedback.consistency.offers._price import cost_answer, equal, period

_RECKONS = Lazy(r"\b(?:earn|earns|bring|brings|margin|economics|sums?|revenue|left|money|profit|income|worth|make)\b")
_TAKEN = Lazy(
    r"\b(?:it |each |(?:an?|each|every) [a-z]+ )(?:brings?(?: us)?(?: in)?|sells? for|pays?(?: us)?) (?:us )?$"
    r"|\b(?:left|remains?) of (?:the |each )?$|\b(?:our|the|a) price of $"
)
_OF = Lazy(r"(?<!margin )(?<!profit )(?<!rest )\bof (?:the |each )?$")
_KEEP = Lazy(r"\b(?:keep|kept|left|margin|remains?|leaves)\b")
_AS_PRICE = Lazy(r"\b(?:for|at|pay|pays|of|costs?|an?|the) $|[×x*] ?$")
_OFTEN = 2
_NEAR = 3.0  # times; a figure further off is the price of something else


def find(document: Document) -> Iterator[Contradiction]:
    """Find prices that are not what the answer says."""
    asked = cost_answer(document)
    if asked and asked.pieces:
        yield from _reckoned(document, asked)
        yield from _told_often(document, asked)


def _reckoned(document: Document, answer: Answer) -> Iterator[Contradiction]:
    """Compare the one price of the answer with what the team reckons that it brings in."""
    prices = [it for piece in answer.pieces[:1] for it in document.within(piece) if it.currency]
    if not prices or UNSURE.re.search(answer.pieces[0].low):
        return
    price = prices[0]
    known = {it.value for it in document.numbers if it.span.start < price.span.end}
    for other in document.answers:
        if other.ours or _RECKONS.re.search(other.question):
            for piece in other.pieces:
                for it in document.within(piece):
                    if (len(prices) == 1 and _taken(document, piece, it)) or _shared(document, piece, it):
                        near = it.currency == price.currency and 1 / _NEAR < it.value / (price.value or 1) < _NEAR
                        near &= period(it) == period(price) or _shared(document, piece, it)
                        if near and not equal(it, price) and it.value not in known and not UNSURE.re.search(piece.low):
                            yield differ("price", price.span, it.span)
                            return


def _told_often(document: Document, answer: Answer) -> Iterator[Contradiction]:
    """The answer has one price, and everywhere else another one is reckoned with."""
    told = [(piece, it) for piece in answer.pieces for it in document.within(piece) if it.currency]
    if not told or not document.release or UNSURE.re.search(told[0][0].low) or answer.pieces[0] is not told[0][0]:
        return
    price = told[0][1]
    money = [it for it in document.numbers if it.currency == price.currency and not document.said(it.span.start)]
    again = any(it.value == price.value for it in money if it is not price)
    often: dict[float, list[Quantity]] = defaultdict(list)
    for it in money:
        if _AS_PRICE.re.search(document.low, max(0, it.span.start - 12), it.span.start):
            often[it.value].append(it)
    for same in often.values():
        near = 1 / _NEAR < same[0].value / (price.value or 1) < _NEAR
        released = same[0].span.start < document.release[-1].end
        if near and released and len(same) >= _OFTEN + 2 * again and not any(equal(same[0], it) for _, it in told):
            yield differ("price", same[0].span, price.span)
            return


def _taken(document: Document, piece: Piece, it: Quantity) -> bool:
    return bool(it.currency and _TAKEN.re.search(document.low, max(piece.start, it.span.start - 40), it.span.start))


def _shared(document: Document, piece: Piece, it: Quantity) -> bool:
    """Is it the whole of which something is kept: "of the $79 we keep $30", "the margin is $32 of $49"?"""
    whole = _OF.re.search(document.low, max(piece.start, it.span.start - 16), it.span.start)
    return bool(it.currency and whole and _KEEP.re.search(piece.low))
