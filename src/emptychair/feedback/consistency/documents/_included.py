"""What is included here and extra there."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import Document, Piece, read
from emptychair.feedback.consistency.documents._phrases import UNSURE, differ, same_thing

_PHRASE = r"(?:^|[.;:,!?—–]\s)(?P<things>[a-z0-9][a-z0-9' -]{2,70}?)"
_IN_PRICE = r"(?:part of|in|included in|covered by) the (?:price|fee|fare|rate|subscription|membership)"
_WITH = Lazy(
    rf"{_PHRASE} (?:(?:is|are|comes?) (?:also |always |all )?(?:included\b|{_IN_PRICE})|included(?=[.,;!)]|$))"
    r"|\b(?:price|fee|fare|rate|subscription|membership|it|which) (?:also )?(?:includes?"
    r"|covers) (?P<listed>[a-z][a-z' ,-]{2,70}?)(?=[.;:!?(]|$)"
)
_EXTRA = Lazy(
    rf"{_PHRASE} (?:(?:is|are) not (?:included\b|{_IN_PRICE})|(?:is|are"
    rf"|costs?) (?:[^.;,:!?]{{0,12}}\d[\d.,]*p? ?(?:a [a-z]+ )?)?(?:extra|more|on top)(?=[.,;!)]|$| and)"
    r"|(?:is|are) (?:charged|billed|sold|paid)(?: for)? (?:separately|extra))"
    r"|\b(?:price|fee|fare|rate|subscription|membership|it|which) does not (?:include"
    r"|cover) (?P<listed>[a-z][a-z' ,-]{2,70}?)(?=[.;:!?(]|$)"
)
_AND = Lazy(r",? (?:and|or) |, ")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what belongs to the price and costs more."""
    some = (
        "included",
        "includes",
        "include",
        "price",
        "fee",
        "fare",
        "covers",
        "covered",
        "subscription",
        "membership",
        "rate",
    )
    document = read(facts.text) if not facts.index.keys().isdisjoint(some) else None
    if document is None:
        return
    sure = [it for it, _ in document.everything() if not UNSURE.re.search(it.low.replace("extra", ""))]
    included = [(piece, *it) for piece in sure for it in _things(_WITH, piece)]
    extra = [(piece, *it) for piece in sure for it in _things(_EXTRA, piece)]
    for piece, one, start, end in (*included, *_listed(document)) if extra else ():
        for other, two, first, last in extra:
            if other is not piece and same_thing(one, two):
                yield _told(document, piece, (start, end), other, (first, last))


_GET = Lazy(r"\bwhat (?:do (?:i|we|you) get|is included|comes with|does it include|is in)\b")


def _listed(document: Document) -> Iterator[tuple[Piece, str, int, int]]:
    """Give the things of the answer to "What do I get?"."""
    for answer in document.answers:
        if _GET.re.search(answer.question) and answer.pieces:
            piece = answer.pieces[0]
            for thing in _AND.re.split(piece.low.rstrip(".")):
                yield piece, thing, 0, len(piece.low)


def _told(document: Document, piece: Piece, one: tuple[int, int], other: Piece, two: tuple[int, int]) -> Contradiction:
    first, second = (document.span(it.start + at[0], it.start + at[1]) for it, at in ((piece, one), (other, two)))
    return differ("included", first, second)


def _things(form: Lazy, piece: Piece) -> Iterator[tuple[str, int, int]]:
    """Give each thing of a list, and where all of it is told."""
    for found in form.re.finditer(piece.low):
        group = "things" if found["things"] else "listed"
        for thing in _AND.re.split(found[group]):
            yield thing, found.start(group) if group == "things" else found.start(), found.end()
