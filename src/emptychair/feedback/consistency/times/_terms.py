"""Terms of the offer that are told with two lengths of time: held for 90 minutes, held for 45."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import WORD, Answer, Contradiction, Document, Lazy, Piece, head, stem, twice

UNITS = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43800.0,
    "year": 525600.0,
}
_WHAT = r"(?P<what>(?:[a-z'-]+ ){0,4}?[a-z'-]+)"
_BE = r"(?: is| are| will be| stays| stay| remains| remain|'s)"
_CLASSES: dict[str, Lazy] = {
    "held": Lazy(
        rf"{_WHAT}{_BE} (?:held|reserved|locked|set aside|saved|blocked)(?: [a-z]+){{0,3}}? for (?:up to )?$"
        rf"|\b(?:holds?|reserves?) (?P<object>(?:[a-z'-]+ ){{1,3}})(?:for you )?for (?:up to )?$"
    ),
    "kept": Lazy(
        rf"{_WHAT}{_BE} (?:(?:deleted|erased|destroyed|removed) (?:after|within)|(?:kept|stored|retained) (?:for|at most)) (?:up to )?$"
        rf"|\b(?:deletes?|erases?|destroys?) (?P<object>(?:[a-z'-]+ ){{1,4}})(?:after|within) $"
        rf"|\b(?:keeps?|stores?|retains?) (?P<stored>(?:[a-z'-]+ ){{1,4}})for (?:up to )?$"
    ),
    "comes": Lazy(
        rf"{_WHAT} (?:comes|arrives|is delivered|is shipped|ships|is there|calls back|visits) (?:to you )?(?:within|in) $"
    ),
    "answers": Lazy(
        rf"{_WHAT} (?:answers?|replies|reply|responds?|is answered|are answered)(?: [a-z]+){{0,3}}? (?:within|in) $"
    ),
    "takes": Lazy(
        rf"{_WHAT} (?:takes(?: you| us)?|is done in|is ready in|is ready within|are ready in|is finished in|lasts) (?:about "
        rf"|around |only |just )?$"
    ),
    "returned": Lazy(
        rf"{_WHAT} (?:can be (?:returned|canceled|cancelled)|refunds?|is refunded|are refunded)(?: [a-z]+){{0,3}}? (?:within"
        rf"|for|up to) (?:up to )?$"
        r"|\b(?P<object>(?:return|cancel|refund|send back) (?:[a-z'-]+ ){0,2})(?:within|for up to|up to) $"
    ),
    "warranted": Lazy(rf"{_WHAT}? ?\b(?:guarantee|warranty|guaranteed)(?: is| of| lasts| runs)?(?: for)? $"),
}
_LASTING = r"(training|course|trial|pilot|warranty|guarantee|contract|window|term|session|visit|lesson|class)"
_OF_LENGTH = Lazy(rf"\b{_LASTING} of (?:about )?$")
_HOW_LONG = Lazy(r"\bhow (?:long|soon|quickly|fast)\b")
_ASKED = {
    "held": Lazy(r"\b(?:held|reserved|locked|hold|reserve|set aside)\b"),
    "kept": Lazy(r"\b(?:kept|stored|keep|store|retain|retained)\b"),
    "comes": Lazy(r"\b(?:arrive|come|delivered|delivery|delivers?)\b"),
    "takes": Lazy(r"\b(?:take|takes|last|lasts)\b"),
}
_ONE = ("held", "kept")  # of which an offer has one, whatever it is called
_ANSWERS = Lazy(r"^[\s*_a:]*(?:for |about |up to |within |in |after |at most |it takes )*$")
_OTHERWISE = Lazy(
    r"\b(?:if|unless|outside|without|longer|another|extra|average|median|trial|pilot|before|used to|instead|today|now|then|first"
    r"|with an?|otherwise|usually|sometimes|would|could|more|less|least|only when)\b"
)
_IF_YOU = Lazy(r"\b(?:if|when|unless|as) you (?:are|have|pay|own|belong|buy|upgrade)\b")
_CLAUSE = Lazy(r"[,;:—–]\s|\s(?:and|but|while|because|so)\s")
_SMALL = re.compile(r"the|an?|your|our|its|their|it|they|that|this|everything|each|every|them|which|who|what")


class _Term(NamedTuple):
    kind: str
    what: str  # stem of the noun, "" where only a pronoun stands
    quantity: Quantity
    unit: str
    asked: bool = False

    @property
    def minutes(self) -> float:
        """How long."""
        return self.quantity.value * UNITS[self.unit]


def find(document: Document) -> Iterator[Contradiction]:
    """Find one term with two lengths."""
    terms = [term for piece, answer in document.everything() for term in _terms(document, piece, answer)]
    yield from twice(
        "term",
        terms,
        lambda one, two: one.kind == two.kind and _differ(one, two) and _same(one, two, terms),
        lambda it: it.quantity.span,
    )


def _terms(document: Document, piece: Piece, answer: Answer | None) -> Iterator[_Term]:
    if _IF_YOU.re.search(piece.low):
        return
    for it in document.within(piece):
        unit = it.noun[0].rstrip("s") if it.noun else ""
        if unit not in UNITS or document.said(it.span.start):
            continue
        clause = _CLAUSE.re.split(document.low[piece.start : it.span.start])[-1]
        after = _CLAUSE.re.split(document.low[it.span.end : piece.end])[0]
        if _OTHERWISE.re.search(clause) or _OTHERWISE.re.search(after):
            continue
        if noun := _lasting(it, clause):
            yield _Term("length", noun, it, unit)
            continue
        for kind, form in _CLASSES.items():
            if found := form.re.search(clause):
                phrase = next((told for told in found.groupdict().values() if told), "")
                words = WORD.re.findall(phrase)
                what = head(phrase) if words and not _SMALL.fullmatch(words[-1]) else ""
                yield _Term(kind, what, it, unit)
                break
        else:
            if (
                answer
                and piece is answer.pieces[0]
                and it is document.within(piece)[0]
                and _ANSWERS.re.search(clause)
                and _HOW_LONG.re.search(answer.question)
            ):
                kind = next((kind for kind, form in _ASKED.items() if form.re.search(answer.question)), "")
                if kind:
                    yield _Term(kind, head(_ASKED[kind].re.split(answer.question)[0]), it, unit, asked=True)


def _lasting(it: Quantity, clause: str) -> str:
    """What is this long by its name: "a four-hour training", "a training of four hours"?"""
    named = _OF_LENGTH.re.search(clause)
    if named:
        return stem(named[1])
    hyphened = len(it.noun) > 1 and not it.noun[0].endswith("s") and it.value > 1
    return stem(it.noun[1]) if hyphened and re.fullmatch(_LASTING, it.noun[1]) else ""


def _differ(one: _Term, two: _Term) -> bool:
    return abs(one.minutes - two.minutes) > 0.04 * max(one.minutes, two.minutes)


def _same(one: _Term, two: _Term, terms: list[_Term]) -> bool:
    """Is it the same thing; or was it asked for, and only one thing of the kind has such a length?"""
    if one.what and one.what == two.what:
        return True
    alike = [it for it in terms if it.kind == one.kind and it.unit == one.unit]
    return (
        one.kind in _ONE
        and (one.asked or two.asked)
        and bool(one.what and two.what)
        and one.unit == two.unit
        and len(alike) == 2
    )
