"""What belongs to the price here and is extra there; what nobody needs here and everybody needs there."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency.base import UNSURE, Contradiction, Document, Lazy, Piece, differ, same_thing, stem

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
_GET = Lazy(r"\bwhat (?:do (?:i|we|you) get|is included|comes with|does it include|is in)\b")
_X = r"(?P<{}>(?:[a-z-]+ )?[a-z-]{{3,}}?)"
_END = r"(?=[.,;:!?)]| and | or | at | in | for | to |$)"
_NO_NEED = Lazy(
    rf"\b(?:needs?|requires?) no {_X.format('a')}{_END}|\bno {_X.format('b')} (?:is |are )?(?:needed|required|necessary)\b"
    rf"|\b(?:do not|don't|does not|doesn't) (?:need|have to have) (?:an? |any ){_X.format('c')}{_END}"
)
_AND_NO = Lazy(rf"(?:,|\b(?:and|with)) no {_X.format('a')}(?=[.,;!])")
_NEED = Lazy(
    rf"\b(?:you|customers|members|users|it|everyone|everybody)(?:'ll| will| always)? (?:needs?|must have"
    rf"|requires?) an? {_X.format('a')}{_END}"
    rf"|\b(?:an?|the) {_X.format('b')} is (?:needed|required|necessary)\b"
)


def find(document: Document) -> Iterator[Contradiction]:
    """Find what belongs to the price and costs more."""
    sure = [it for it, _ in document.everything() if not UNSURE.re.search(it.low.replace("extra", ""))]
    extra = [it for piece in sure for it in _things(document, _EXTRA, piece)]
    included = [it for piece in sure for it in _things(document, _WITH, piece)] if extra else []
    for one, here, piece in (*included, *_listed(document)) if extra else ():
        for two, there, other in extra:
            if other is not piece and same_thing(one, two):
                yield differ("included", here, there)


def _listed(document: Document) -> Iterator[tuple[str, Span, Piece]]:
    """Give the things of the answer to "What do I get?"."""
    for answer in document.answers:
        if _GET.re.search(answer.question) and answer.pieces:
            piece = answer.pieces[0]
            for thing in _AND.re.split(piece.low.rstrip(".")):
                yield thing, document.span(piece.start, piece.end), piece


def _things(document: Document, form: Lazy, piece: Piece) -> Iterator[tuple[str, Span, Piece]]:
    """Give each thing of a list, and where all of it is told."""
    for found in form.re.finditer(piece.low):
        place = document.found(piece, found, "things" if found["things"] else 0)
        for thing in _AND.re.split(found["things"] or found["listed"]):
            yield thing, place, piece


def needs(document: Document) -> Iterator[Contradiction]:
    """Find what is needed and is not: an app, a card, an appointment."""
    if not document.facts.hears("need", "needs", "needed", "require", "requires", "required", "necessary"):
        return
    spared: dict[str, Span] = {}
    needed: dict[str, Span] = {}
    for piece, _ in document.everything():
        if UNSURE.re.search(piece.low) or document.said(piece.start + 1):
            continue
        for form, known in ((_NO_NEED, spared), (_AND_NO, spared), (_NEED, needed)):
            for found in form.re.finditer(piece.low):
                thing = next(it for it in found.groups() if it)
                known.setdefault(" ".join(map(stem, thing.split())), document.found(piece, found))
    for thing in spared.keys() & needed.keys():
        yield differ("needed", spared[thing], needed[thing])
