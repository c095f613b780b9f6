"""How many they were in the pilot: a trial with six growers, and the eleven growers in the trial; 58 homeowners, and 85."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Document, Lazy, is_count, plural, stem, twice

_STUDY = r"(?P<study>pilot|trial|beta|study|experiment)"
_WITH = Lazy(rf"\ban? (?:\w+ )?{_STUDY} (?:with|among) (?:about )?$")
_DEFINITE = Lazy(
    r"\b(?:the|its|our|all|all of the|all the) (?:first )?$|\bone of (?:the |our )?$|\b(?:^|[.:?] )of (?:the |its |our )?$"
)
_IN_STUDY = Lazy(rf"^ (?:[a-z-]+ ){{1,3}}?(?:in|of|from|who took part in|who joined|during) (?:the|our|its) {_STUDY}\b")
_NAMED = Lazy(rf"\b(?:the|our) {_STUDY}\b")
_OF_ITS = Lazy(r"(?:^|\W)of (?:its|the) $")
_OTHER_STUDY = Lazy(
    r"\b(?:first|second|third|earlier|other|another|two|both|each|next|larger|smaller) (?:pilot|trial|beta|study|experiment)s?\b"
)
_CONTEXT = 60  # characters behind a number


class _Told(NamedTuple):
    quantity: Quantity
    nouns: frozenset[str]
    study: str
    introduced: bool  # "a trial with six growers"; of these, some may be told of later


def find(document: Document) -> Iterator[Contradiction]:
    """Find a study with two numbers of the same people."""
    if not _OTHER_STUDY.re.search(document.low):
        yield from twice("value", _told(document), _differ, lambda it: it.quantity.span)


def _told(document: Document) -> Iterator[_Told]:
    above = ""
    for piece, _ in document.everything():
        for it in document.within(piece):
            nouns = frozenset(stem(word) for word in it.noun if plural(word))
            before = document.low[max(piece.start, it.span.start - 40) : it.span.start]
            introduced = _WITH.re.search(before)
            one_of = it.span.text[:6].lower() == "one of"
            found = introduced
            if one_of or _DEFINITE.re.search(before):
                found = found or _IN_STUDY.re.match(document.low[it.span.end : it.span.end + _CONTEXT])
                found = found or (_NAMED.re.search(above) if _OF_ITS.re.search(before) else None)
            if found and nouns and is_count(it):
                yield _Told(it, nouns, found["study"], bool(introduced))
        above = piece.low


def _differ(one: _Told, two: _Told) -> bool:
    if one.study != two.study or not one.nouns & two.nouns or (one.introduced and two.introduced):
        return False
    more = one.quantity.value - two.quantity.value
    return more < 0 if one.introduced else more > 0 if two.introduced else more != 0
