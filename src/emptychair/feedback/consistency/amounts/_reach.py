"""Where it is to be had, and for whom: all nine shops here, five of them there."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Document, Lazy, Piece, differ, is_count

_ALL = Lazy(r"\b(?:(?:all|every one|each)(?: of)?(?: the| our| its| their)?|its|our|the) $")
_AT = Lazy(r"\b(?:in|at) $")
_REST = Lazy(
    r"^(?:the )?(?:others?|rest|remaining|other [a-z]+)\b.{0,40}?\b(?:follow|follows|come|comes|join|joins|later)\b"
)
_LATER = Lazy(
    r"\b(?:by|until|will|later|eventually|next|soon|plan|goal|pilot|trial|test|beta|would|if|asked|survey\w*|counted|watched|visited)\b"
)
_LIMIT = Lazy(
    r"\b(?:follow|follows|for now|at first|to begin with|to start with|so far|initially|only|come later|comes later"
    r"|come next|join later|are next)\b"
)
_WHERE = Lazy(r"\b(?:where|which|available|who (?:can|gets|has|is it)|can (?:we|i|you)|in my|in our|near)\b")
_EVERY = Lazy(
    r"\b(?:offered|open|opened|opens|available|works?|sold|bring[s]?|for|to)\b[^.;:!?]{0,24}?\b(?P<all>(?:every|all"
    r"|any) [a-z-]+(?: [a-z-]+){0,4}? "
    r"(?:in|of|across) (?:the |all of )?[a-z][\w' -]{2,40}?)(?=[.,;:!?]|$)"
)
_SOME = Lazy(
    r"\b(?:(?:one of )?(?:the|our) (?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve) [a-z]+(?: [a-z]+)?,? (?:that |which |where |in which )?"
    r"we (?:start|begin|open|launch)(?: with| in| at)?"
    r"|(?:(?:for now|at first|to begin with|initially|so far),? )?(?:only|just) (?:in|at|for) (?:the )?(?:\d{1,3}|two|three"
    r"|four|five|six|seven|eight|nine|ten) [a-z]+)\b"
)
_ONLY_IN = Lazy(
    r"\b(?:in|at) (?P<a>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*) only\b|\bonly (?:in|at) (?P<b>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)"
)
_PLACE = Lazy(r"\b[Ii]n (?P<p>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")
_ALSO = Lazy(r"\b(?:today|now|already|as well|too|also|from the (?:first|start)|from day one|right away|immediately)\b")


def find(document: Document) -> Iterator[Contradiction]:
    """Find places that are more in the release than in the answers."""
    yield from _fewer(document)
    if document.facts.hears("all", "every", "any"):
        yield from _not_every(document)
    if document.facts.hears("only"):
        yield from _elsewhere(document)


def _plurals(quantity: Quantity) -> set[str]:
    return {word for word in quantity.noun if word.endswith("s") and not word.endswith("ss")}


def _fewer(document: Document) -> Iterator[Contradiction]:
    """In all nine shops; the five shops in Leeds start, and Bradford follows."""
    whole = [
        it
        for piece in document.release
        if not _LATER.re.search(piece.low)
        for it in document.within(piece)
        if is_count(it) and it.noun and not document.said(it.span.start)
        if _ALL.re.search(document.low, max(piece.start, it.span.start - 24), it.span.start)
        or _opened_at(document, piece, it)
    ]
    for answer in document.answers if whole else ():
        for number, piece in enumerate(answer.pieces):
            for it in document.within(piece):
                rest = number + 1 < len(answer.pieces) and _REST.re.match(answer.pieces[number + 1].low)
                limited = _LIMIT.re.search(piece.low) or rest
                for all_of_them in whole:
                    fewer = is_count(it) and 1 <= it.value < all_of_them.value and _plurals(it) & _plurals(all_of_them)
                    if (
                        fewer
                        and limited
                        and (_starts(piece.low) or rest or (not number and _WHERE.re.search(answer.question)))
                    ):
                        yield differ("where", all_of_them.span, it.span)
                        return


def _opened_at(document: Document, piece: Piece, it: Quantity) -> bool:
    """Is it where the product opens today: "today opened at 22 workplaces"?"""
    at = _AT.re.search(document.low, max(piece.start, it.span.start - 4), it.span.start)
    return bool(at) and "today" in piece.low


def _starts(low: str) -> bool:
    return any(
        word in low.split() for word in ("start", "starts", "open", "opens", "launch", "launches", "begin", "begins")
    )


def _not_every(document: Document) -> Iterator[Contradiction]:
    """Offered to every household in the county; if you live in one of the three glens we start with."""
    told: Span | None = None
    for piece in document.release:
        found = _EVERY.re.search(piece.low) if not _LATER.re.search(piece.low) else None
        if found and not document.said(piece.start + found.start()):
            told = document.span(piece.start + found.start("all"), piece.start + found.end("all"))
            break
    for answer in document.answers if told else ():
        for piece in answer.pieces[:2] if _WHERE.re.search(answer.question) else ():
            found = _SOME.re.search(piece.low)
            if told and found:
                yield differ("where", told, document.span(piece.start + found.start(), piece.start + found.end()))
                return


def _elsewhere(document: Document) -> Iterator[Contradiction]:
    """Available in Pima County only; yes, schools in Maricopa County can start today."""
    end = document.release_end
    only = _ONLY_IN.re.search(document.text, 0, end)
    if not only or document.said(only.start()):
        return
    place = only["a"] or only["b"]
    for answer in document.answers:
        if not answer.pieces or not answer.pieces[0].low.startswith("yes"):
            continue
        for piece in answer.pieces[:3]:
            other = _PLACE.re.search(document.text, piece.start, piece.end)
            if other and not set(other["p"].split()) <= set(place.split()) and _ALSO.re.search(piece.low):
                yield differ("where", Span.of(document.text, *only.span()), document.span(piece.start, piece.end))
                return
