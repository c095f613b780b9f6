"""Counts and shares of a document: 416 of the 640 parents here, 78% of the 640 parents there; 214 of them, which is 91%."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import WORD, Contradiction, Document, Lazy, Piece, differ, is_count, stem

_THAT_IS = Lazy(
    r"^(?: [a-z'-]+){0,5}?(?:,? which (?:is|was|makes)|, that(?: is|'s)|, or|,? \()(?: about| around| nearly)? ?$"
    r"|^ of (?:them|those|these)(?:, or|,| \()(?: about)? ?$"
)
_CHANGED = Lazy(r"^ ?(?:fewer|less|more|higher|lower|faster|of|in|by|down|up|than|off|a|an|each|per)\b|^ ?[×x*]")
_PART_OF = Lazy(r"\bof (?:the |our |all )?$")
_BESIDE = 500  # characters
_LEAST = 5  # a smaller number has too many shares
_CLOSE = 60  # characters between a number and its share
_OF = Lazy(r"^ (?:out )?of (?:the|those|these|them|our|all)\b")
_OF_WHOLE = Lazy(r"^ (?:out )?of (?:the |all |our )?$")
_OPENS = Lazy(r"(?:^|[.;:,] )of (?:the |all |our |those |these )?(?P<noun>[a-z]+s)\b[^.;:,]{0,40},? $")
_CHANGE = Lazy(r"^ (?:fewer|less|more|higher|lower)\b|\b(?:by|from|to) (?:about )?$")
_NEAR = 2.0  # points


class _Part(NamedTuple):
    quantity: Quantity
    whole: Quantity
    does: frozenset[str]


def percentages(document: Document) -> Iterator[Contradiction]:
    """Find percentages that no other number of the document explains."""
    numbers = document.numbers
    for one, share in zip(numbers, numbers[1:], strict=False):
        if not share.percent or one.percent or one.value < _LEAST or share.value > 100:
            continue
        between = document.low[one.span.end : share.span.start] if share.span.start - one.span.end <= _CLOSE else ""
        following = document.low[share.span.end : share.span.end + 10]
        if not _THAT_IS.re.match(between) or _CHANGED.re.match(following):
            continue
        if _PART_OF.re.search(document.low, max(0, one.span.start - 12), one.span.start):
            continue  # "32 of 49, or 65%" is read where parts are
        beside = (it for it in numbers if abs(it.span.start - one.span.start) < _BESIDE and not it.percent)
        wholes = [it.value for it in beside if it.value > one.value and it.currency == one.currency]
        if not any(_near(one.value, it, share, 1.0) for it in wholes):
            yield differ("part", one.span, share.span)


def _near(part: float, whole: float, share: Quantity, points: float) -> bool:
    """Is a part of a whole told as its share, or as that of the rest?"""
    real = 100 * part / whole
    return min(abs(real - share.value), abs(100 - real - share.value)) <= points + share.step


def counts(document: Document) -> Iterator[Contradiction]:
    """Find shares that are not what was counted."""
    parts = list(_parts(document)) if document.facts.hears("of") else []
    for piece, _ in document.everything() if parts else ():
        for share in document.within(piece):
            if share.percent and not _CHANGE.re.search(document.low, max(0, share.span.start - 14), share.span.start):
                yield from _compared(document, piece, share, parts)


def _does(low: str) -> frozenset[str]:
    """Stems of what is said of them."""
    clause = low.partition(";")[0][:90]
    return frozenset(stem(it) for it in WORD.re.findall(clause) if len(it) > 3 and it not in words_of("function_words"))


def _noun(quantity: Quantity) -> str:
    return stem(quantity.noun[0]) if quantity.noun and quantity.noun[0].endswith("s") else ""


def _parts(document: Document) -> Iterator[_Part]:
    """Read "we asked 640 parents, and 416 of them pack lunch", "276 of the samples failed"."""
    above: tuple[Quantity, ...] = ()
    for piece, _ in document.everything():
        some = document.within(piece)
        known = [it for it in (*above, *some) if is_count(it)]
        for it in some:
            following = document.low[it.span.end : piece.end]
            if not is_count(it) or not _OF.re.match(following):
                continue
            wholes = [one for one in known if one.span.end <= it.span.start and _noun(one) and one.value > it.value]
            named = [one for one in wholes if f" {one.noun[0]}" in following[:24]]
            them = wholes if following.startswith(" of them") else []
            whole = _whole(document, some, it) or next(iter([*named[-1:], *them[-1:]]), None)
            if whole and whole.value > it.value:
                yield _Part(it, whole, _does(following))
        above = some


def _whole(document: Document, some: tuple[Quantity, ...], part: Quantity) -> Quantity | None:
    """Find the number that a part or a share is said to be of: "416 of the 640"."""
    later = (it for it in some if it.span.start > part.span.end)
    return next((it for it in later if _OF_WHOLE.re.match(document.low[part.span.end : it.span.start])), None)


def _compared(document: Document, piece: Piece, share: Quantity, parts: list[_Part]) -> Iterator[Contradiction]:
    following = document.low[share.span.end : piece.end]
    whole = _whole(document, document.within(piece), share)
    opens = _OPENS.re.search(document.low[piece.start : share.span.start])
    alike = [
        it
        for it in parts
        if (whole and it.whole.value == whole.value and _noun(it.whole) == _noun(whole))
        or (opens and stem(opens["noun"]) == _noun(it.whole))
    ]
    said = [it for it in alike if it.does & _does(following) - {_noun(it.whole)}]
    if said and not any(_near(it.quantity.value, it.whole.value, share, _NEAR) for it in alike):
        yield differ("part", said[0].quantity.span, share.span)
