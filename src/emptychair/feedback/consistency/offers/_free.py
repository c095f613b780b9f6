"""What is free here and has a price there."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency.base import (
    UNSURE,
    WORD,
    Contradiction,
    Document,
    Lazy,
    Piece,
    differ,
    head,
    stem,
)
from emptychair.feedback.consistency.offers._price import cost_answer

_MONEY = r"(?:only |just |about )?(?:[$€£] ?\d[\d.,]*|\d[\d.,]* (?:dollars|euros|pounds|cents)\b|\d+p\b)"
_THING = r"(?:^|[.;:,!?—–]\s|\band )(?P<thing>[a-z][a-z' -]{1,50}?)"
_FREE = Lazy(
    rf"{_THING} (?:is|are|remains?|stays?) (?:completely |entirely |always |absolutely |also )?"
    r"(?:free|at no (?:extra |additional )?(?:cost|charge)|without charge)(?=\s*(?:of charge|for (?:every|all|any|[a-z]+s\b)|[.,;!)]|$))"
)
_NOTHING = Lazy(
    r"\b(?P<thing>[a-z][\w'-]+) costs? (?:(?P<payer>you|[a-z]+s) )?nothing\b"
    r"|\b(?P<pays>you|[a-z]+s) (?:pays? nothing|(?:do not|don't|never) pay(?: anything)?(?=[.,;!]))"
)
_FREE_FOR = Lazy(r"\b(?:is|are|remains?|stays?) free (?:of charge )?for (?:all |every |our )?(?P<payer>[a-z]+)\b")
_FOR_SOME = Lazy(r" (?:of charge )?for (?!every|all\b|any)")
_COSTS = Lazy(rf"{_THING} (?:costs?|will cost|is|are) (?P<money>{_MONEY})")
_PAYS = Lazy(rf"\b(?P<payer>you|[a-z]+s) (?:each |have to |must |will )?pays? (?P<money>{_MONEY})")
_NONE = Lazy(r"\b(?:free|nothing|no|without|not|don't|never)\b")
_SUM = Lazy(_MONEY)
_NO_CHARGE = Lazy(r"\bno (?:extra |additional )?(?:charge|cost|fee) (?:per|for (?:each|every|an?)) (?P<thing>[a-z]+)")
_EACH = Lazy(rf"{_MONEY} (?:per|an?|for each|for every|each) (?P<thing>[a-z]+)")


def find(document: Document) -> Iterator[Contradiction]:
    """Find what has a price and has none."""
    sure = [it for it, _ in document.everything() if not UNSURE.re.search(it.low) and not document.said(it.start + 1)]
    none = [it for it in sure if _NONE.re.search(it.low)]
    if none:
        paid = [it for it in sure if _SUM.re.search(it.low)]
        yield from _priced(document, none, paid)
        yield from _free_of_all(document, [it for it in none if it.end <= document.release_end])
        yield from _each(document, none, paid)


def _priced(document: Document, none: list[Piece], paid: list[Piece]) -> Iterator[Contradiction]:
    """The diagnosis is free; the diagnosis costs $5. It costs families nothing; families pay $4."""
    free: dict[str, Span] = {}
    for piece in none:
        for found in _FREE.re.finditer(piece.low):
            free.setdefault(head(found["thing"]), document.found(piece, found, "thing"))
        for form in (_FREE_FOR, _NOTHING):
            for found in form.re.finditer(piece.low):
                if payer := found["payer"] or found.groupdict().get("pays"):
                    free.setdefault("who " + stem(payer), document.found(piece, found))
    for piece in paid if free else ():
        for found in _COSTS.re.finditer(piece.low):
            if (thing := head(found["thing"])) in free and thing not in ("it", "that", "this", "they"):
                yield differ("free", free[thing], document.found(piece, found, "thing"))
        for found in _PAYS.re.finditer(piece.low):
            if (who := "who " + stem(found["payer"])) in free:
                yield differ("free", free[who], document.found(piece, found))


def _free_of_all(document: Document, release: list[Piece]) -> Iterator[Contradiction]:
    """The product is free in the release; the answer to what it costs names a price and nothing that is free."""
    asked = cost_answer(document)
    if (
        asked is None
        or not asked.pieces
        or any(word in piece.low for piece in asked.pieces for word in ("free", "nothing", "no charge"))
    ):
        return
    first = asked.pieces[0]
    price = next((it for it in document.within(first) if it.currency), None)
    if price is None or UNSURE.re.search(first.low):
        return
    for piece in release:
        for form in (_FREE, _NOTHING):
            for found in form.re.finditer(piece.low):
                some = _FOR_SOME.re.match(piece.low[found.end() :])
                if not some and document.names & set(WORD.re.findall(found["thing"] or "")):
                    yield differ("free", document.found(piece, found), price.span)
                    return


def _each(document: Document, some: list[Piece], paid: list[Piece]) -> Iterator[Contradiction]:
    """No charge per worker; $1 per worker."""
    for piece in some:
        for none in _NO_CHARGE.re.finditer(piece.low):
            for other in paid:
                for each in _EACH.re.finditer(other.low) if other is not piece else ():
                    if each["thing"] == none["thing"]:
                        yield differ("free", document.found(piece, none), document.found(other, each))
