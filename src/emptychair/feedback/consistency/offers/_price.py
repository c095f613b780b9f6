"""The price of the release, the answer to what it costs, and what the team reckons with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import (
    MORE,
    UNSURE,
    WORD,
    Answer,
    Contradiction,
    Document,
    Lazy,
    Piece,
    differ,
    head,
    same_thing,
    stem,
)

_ASKS = Lazy(r"\b(?:costs?|price[ds]?|pay|fees?|fare|how much|charged?)\b")
_COSTS_US = Lazy(r"\bcosts? us\b|\b(?:we|us|our) (?:earn|charge|make|cost)\b|\bour cost")
_PRICED = Lazy(
    r"(?:^|[.;:,!?—–]\s|\band )(?P<subject>[^.;:,!?—–]{2,70}?) (?P<verb>costs?|will cost|is priced at|sells for|is available for"
    r"|stays(?: at)?|remains(?: at)?|is|are) (?:only |just |still )?$"
)
_PRICE = frozenset(
    map(stem, ("price", "fee", "fare", "cost", "rate", "subscription", "membership", "ticket", "charge"))
)
_IT = frozenset({"it", "this", "which"})
_FEW = 4  # questions that are not halved
PERIODS = frozenset({"month", "year", "week", "day", "hour", "night"})
_FOR = Lazy(r" for (?:the|an?|each|every) ([a-z][a-z '-]{2,40})")
_SOME_PAY = Lazy(r"\b(?:if|unless|more than|above|over|under|first|from)\b")
_SO_MANY = Lazy(r"\b(?:at|for|with|from|above|over|up to) (?:about )?\d")
_AT_SO_MANY = Lazy(r" (?:at|from|above|over|up to) (?:about )?\d")
_LAST = 0.75  # of the release


class _Price(NamedTuple):
    quantity: Quantity
    subject: str
    last: bool  # in the last paragraphs of the release, where it says what one has to do
    piece: Piece


def find(document: Document) -> Iterator[Contradiction]:
    """Find a thing that has two prices."""
    if asked := cost_answer(document):
        for price in _prices(document):
            yield from _answered(document, price, asked)


def cost_answer(document: Document) -> Answer | None:
    """Find the first question of a customer about the price. Customers ask first, and they may say "we"."""
    half = document.answers[: max(_FEW, (len(document.answers) + 1) // 2)]
    return next((it for it in half if _ASKS.re.search(it.question) and not _COSTS_US.re.search(it.question)), None)


def period(quantity: Quantity) -> str:
    """Name the time a price is for; without one it is paid once."""
    return quantity.noun[0] if quantity.noun[:1] and quantity.noun[0] in PERIODS else ""


def _prices(document: Document) -> Iterator[_Price]:
    """Read what the release says that something costs."""
    for piece in document.release:
        for it in document.within(piece):
            if not it.currency or document.said(it.span.start):
                continue
            before = document.low[piece.start : it.span.start]
            found = _PRICED.re.search(before)
            if found and not MORE.re.search(before) and not _depends(document, it, found["subject"]):
                subject = found["subject"]
                last = it.span.start > _LAST * document.release_end
                ours = last or head(subject) in _PRICE or bool(set(WORD.re.findall(subject)) & document.names)
                if ours and (found["verb"] not in ("is", "are") or head(subject) in _PRICE):
                    yield _Price(it, subject, last, piece)


def _depends(document: Document, it: Quantity, subject: str) -> bool:
    """Does a price hold for so many only: "at 100 copies it costs €5.80", "€3.40 at 40 copies"?"""
    return bool(_SO_MANY.re.search(subject) or _AT_SO_MANY.re.match(document.low, it.span.end))


def _answered(document: Document, price: _Price, answer: Answer) -> Iterator[Contradiction]:
    """Compare a price of the release with the first prices of the answer."""
    told = [(piece, it) for piece in answer.pieces for it in document.within(piece) if it.currency]
    if not told or any(equal(it, price.quantity) for _, it in told) or _depends(document, told[0][1], ""):
        return
    like = [at for at, it in told if it.currency == price.quantity.currency and period(it) == period(price.quantity)]
    piece = like[0] if like else told[0][0]
    unsure = set(UNSURE.re.findall(piece.low)) != set(UNSURE.re.findall(price.piece.low))
    same = [
        it
        for at, it in told
        if at is piece and it.currency == price.quantity.currency and period(it) == period(price.quantity)
    ]
    names = [(it, _names(document, it)) for it in same]
    named = [it for it, name in names if same_thing(name, price.subject)]
    ours = bool(set(WORD.re.findall(price.subject)) & (document.names | _IT)) or head(price.subject) in _PRICE
    if named and not unsure:
        yield differ("price", price.quantity.span, named[0].span)
    elif (
        len(same) == 1
        and (ours or (price.last and not names[0][1]))
        and not (unsure and _SOME_PAY.re.search(piece.low))
    ):
        yield differ("price", price.quantity.span, same[0].span)


def _names(document: Document, it: Quantity) -> str:
    """What a price of an answer is for: "£85 for the sensor", "the messages cost £3"."""
    start = max(0, it.span.start - 70)
    before = _PRICED.re.search(document.low[start : it.span.start])
    after = _FOR.re.match(document.low, it.span.end, it.span.end + 50)
    return str(before["subject"] if before else after[1] if after else "")


def equal(one: Quantity, two: Quantity) -> bool:
    """Are two prices the same, or the same for a year?"""
    large, small = max(one.value, two.value), min(one.value, two.value)
    return large - small <= 0.005 * large or abs(large - 12 * small) <= 0.005 * large


_RECKONS = Lazy(r"\b(?:earn|earns|bring|brings|margin|economics|sums?|revenue|left|money|profit|income|worth|make)\b")
_OF_WHOLE = Lazy(r"(?<!margin )(?<!profit )(?<!rest )\bof (?:the |each )?$")
_KEEP = Lazy(r"\b(?:keep|kept|left|margin|remains?|leaves)\b")
_AS_PRICE = Lazy(r"\b(?:for|at|pay|pays|of|costs?|an?|the) $|[×x*] ?$")
_OFTEN = 2
_NEAR = 3.0  # times; a figure further off is the price of something else


def reckoned_with(document: Document) -> Iterator[Contradiction]:
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
                    if _shared_out(document, piece, it):
                        near = it.currency == price.currency and 1 / _NEAR < it.value / (price.value or 1) < _NEAR
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
        released = same[0].span.start < document.release_end
        if near and released and len(same) >= _OFTEN + 2 * again and not any(equal(same[0], it) for _, it in told):
            yield differ("price", same[0].span, price.span)
            return


def _shared_out(document: Document, piece: Piece, it: Quantity) -> bool:
    """Is it the whole of which something is kept: "of the $79 we keep $30", "the margin is $32 of $49"?"""
    whole = _OF_WHOLE.re.search(document.low, max(piece.start, it.span.start - 16), it.span.start)
    return bool(it.currency and whole and _KEEP.re.search(piece.low))
