"""What is free here and has a price there; no fee and a fee; no contract and a term."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Span
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._cost import cost_answer
from emptychair.feedback.consistency.documents._document import Document, Piece, read
from emptychair.feedback.consistency.documents._phrases import UNSURE, WORD, differ, head

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
_NO_FEE = Lazy(r"\b(?:no|without(?: an?| any)?) (?:(?P<which>[a-z-]+) )?fees?\b")
_FEE = Lazy(rf"\b(?:an?|the|our) (?:(?P<which>[a-z-]+) )?fee (?:of|is) (?P<money>{_MONEY})")
_NO_CHARGE = Lazy(r"\bno (?:extra |additional )?(?:charge|cost|fee) (?:per|for (?:each|every|an?)) (?P<thing>[a-z]+)")
_EACH = Lazy(rf"{_MONEY} (?:per|an?|for each|for every|each) (?P<thing>[a-z]+)")
_NO_TERM = Lazy(
    r"\b(?:no (?:long-term |fixed )?(?:contract|commitment|minimum)|without (?:a |any )?(?:contract|commitment)|(?:cancel"
    r"|stop|leave|quit) (?:at )?any ?time)\b"
)
_N = r"(?:\d{1,3}|one|two|three|six|nine|twelve|eighteen|twenty-four)"
_TERM = Lazy(
    rf"\b(?:an?|the|our) {_N}-(?:month|year) (?:contract|minimum|commitment|term)\b"
    rf"|\b(?:minimum|contract|commitment) (?:term |period |stay )?(?:of|is|runs? for|lasts) {_N} (?:months?|years?)\b"
    rf"|\byou (?:commit|sign(?: up)?|stay) for (?:at least )?{_N} (?:months?|years?)\b"
)
_WORDS = ("free", "nothing", "cost", "charge", "no", "without", "any", "anytime", "don't", "never")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what has a price and has none."""
    document = read(facts.text) if not facts.index.keys().isdisjoint(_WORDS) else None
    if document is None:
        return
    sure = [
        (it, answer)
        for it, answer in document.everything()
        if not UNSURE.re.search(it.low) and not document.said(it.start + 1)
    ]
    yield from _priced(document, [it for it, _ in sure])
    yield from _free_of_all(document, [it for it, answer in sure if answer is None])
    yield from _fee(document, [it for it, _ in sure])
    yield from _each(document, [it for it, _ in sure])
    yield from _term(document)


def _place(document: Document, piece: Piece, start: int, end: int) -> Span:
    return document.span(piece.start + start, piece.start + end)


def _priced(document: Document, some: list[Piece]) -> Iterator[Contradiction]:
    """The diagnosis is free; the diagnosis costs $5. It costs families nothing; families pay $4."""
    free: dict[str, Span] = {}
    for piece in some:
        for found in _FREE.re.finditer(piece.low):
            free.setdefault(head(found["thing"]), _place(document, piece, found.start("thing"), found.end()))
        for found in _FREE_FOR.re.finditer(piece.low):
            free.setdefault("who " + stem(found["payer"]), _place(document, piece, *found.span()))
        for found in _NOTHING.re.finditer(piece.low):
            if payer := found["payer"] or found["pays"]:
                free.setdefault("who " + stem(payer), _place(document, piece, *found.span()))
    for piece in some if free else ():
        for found in _COSTS.re.finditer(piece.low):
            if (thing := head(found["thing"])) in free and thing not in ("it", "that", "this", "they"):
                yield differ("free", free[thing], _place(document, piece, found.start("thing"), found.end()))
        for found in _PAYS.re.finditer(piece.low):
            if (who := "who " + stem(found["payer"])) in free:
                yield differ("free", free[who], _place(document, piece, *found.span()))


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
                    yield differ("free", _place(document, piece, *found.span()), price.span)
                    return


def _fee(document: Document, some: list[Piece]) -> Iterator[Contradiction]:
    """No fees; a fee of $3."""
    for piece in some:
        for none in _NO_FEE.re.finditer(piece.low):
            for other in some:
                for fee in _FEE.re.finditer(other.low) if other is not piece else ():
                    if not none["which"] or none["which"] == fee["which"]:
                        yield differ(
                            "free", _place(document, piece, *none.span()), _place(document, other, *fee.span())
                        )


def _each(document: Document, some: list[Piece]) -> Iterator[Contradiction]:
    """No charge per worker; $1 per worker."""
    for piece in some:
        for none in _NO_CHARGE.re.finditer(piece.low):
            for other in some:
                for each in _EACH.re.finditer(other.low) if other is not piece else ():
                    if each["thing"] == none["thing"]:
                        yield differ(
                            "free", _place(document, piece, *none.span()), _place(document, other, *each.span())
                        )


def _term(document: Document) -> Iterator[Contradiction]:
    """No contract; a minimum term of twelve months. What binds the team itself is another matter."""
    ours = {piece for answer in document.answers if answer.ours for piece in answer.pieces}
    told = [it for it, _ in document.everything() if it not in ours and not document.said(it.start + 1)]
    for piece in told:
        for none in _NO_TERM.re.finditer(piece.low):
            for other in told:
                if other is not piece and (term := _TERM.re.search(other.low)):
                    yield differ("free", _place(document, piece, *none.span()), _place(document, other, *term.span()))
                    return
