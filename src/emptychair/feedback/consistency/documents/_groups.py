"""How many they are: of the pilot, who take part, who start now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts, is_count
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import Document, Piece, read
from emptychair.feedback.consistency.documents._phrases import WORD, differ, one_of

_STUDY = r"(?P<study>pilot|trial|beta|study|experiment)"
_DEFINITE = Lazy(
    r"\b(?:the|its|our|all|all of the|all the) (?:first )?$|\bone of (?:the |our )?$|\b(?:^|[.:?] )of (?:the |its |our )?$"
)
_IN_STUDY = Lazy(rf"^ (?:[a-z-]+ ){{1,3}}?(?:in|of|from|who took part in|who joined|during) (?:the|our|its) {_STUDY}\b")
_NAMED = Lazy(rf"\b(?:the|our) {_STUDY}\b")
_OTHER_STUDY = Lazy(
    r"\b(?:first|second|third|earlier|other|another|two|both|each|next|larger|smaller) (?:pilot|trial|beta|study|experiment)s?\b"
)
_JOIN = Lazy(r"\bjoin (?:the |our )?(?:more than |over |our )?$")
_ON_BOARD = Lazy(
    r"^ (?:[a-z-]+ ){1,3}?(?:on board|use it|are using|have joined|have signed up|signed up|take part|are members)\b"
)
_THE_WHO = Lazy(r"\bthe $")
_WHO = Lazy(r"^ (?:[a-z-]+ )?who (?P<does>[a-z]+(?: [a-z]+)?)")
_PLURAL = frozenset({"people", "children", "women", "men"})
_CONTEXT = 60


class _Told(NamedTuple):
    quantity: Quantity
    nouns: frozenset[str]
    study: str


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find a group of two sizes."""
    document = read(facts.text)
    if document is None:
        return
    if not facts.index.keys().isdisjoint(("pilot", "trial", "beta", "study", "experiment")):
        yield from _studied(document)
    if "join" in facts.index:
        yield from _joined(document)
    if "who" in facts.index:
        yield from _who_start(document)


def _nouns(quantity: Quantity) -> frozenset[str]:
    return frozenset(
        stem(word) for word in quantity.noun if word in _PLURAL or (word.endswith("s") and not word.endswith("ss"))
    )


def _studied(document: Document) -> Iterator[Contradiction]:
    """One of the 58 homeowners of the pilot; of its 85 homeowners."""
    if _OTHER_STUDY.re.search(document.low):
        return
    told: list[_Told] = []
    above = ""
    for piece, _ in document.everything():
        for it in document.within(piece):
            before = document.low[max(piece.start, it.span.start - 24) : it.span.start]
            if not is_count(it) or not _nouns(it) or not (one_of(it) or _DEFINITE.re.search(before)):
                continue
            found = _IN_STUDY.re.match(document.low[it.span.end : it.span.end + _CONTEXT])
            named = (
                _NAMED.re.search(above)
                if before.strip() in ("of its", "of the") or before.endswith("of its ")
                else None
            )
            if study := (found or named):
                told.append(_Told(it, _nouns(it), study["study"]))
        above = piece.low
    for i, one in enumerate(told):
        for two in told[i + 1 :]:
            if one.study == two.study and one.nouns & two.nouns and one.quantity.value != two.quantity.value:
                yield differ("value", one.quantity.span, two.quantity.span)
                return


def _joined(document: Document) -> Iterator[Contradiction]:
    """Join more than 1,000 teams; with 118 teams on board."""
    counts = [it for it in document.numbers if is_count(it) and _nouns(it)]
    for one in counts:
        if not _JOIN.re.search(document.low, max(0, one.span.start - 30), one.span.start):
            continue
        for two in counts:
            told = _ON_BOARD.re.match(document.low[two.span.end : two.span.end + _CONTEXT])
            if told and _nouns(one) & _nouns(two) and two.value < 0.9 * one.value:
                yield differ("value", one.span, two.span)
                return


def _who_start(document: Document) -> Iterator[Contradiction]:
    """That is the 1,260 who start now, and nowhere else were they 1,260: at the start 1,620 children have a card."""
    values = [it.value for it in document.numbers]
    pieces = [piece for piece, _ in document.everything()]
    for piece in pieces:
        for it in document.within(piece):
            who = (
                _WHO.re.match(document.low[it.span.end : it.span.end + _CONTEXT])
                if is_count(it) and it.value >= 10
                else None
            )
            if (
                not who
                or values.count(it.value) > 1
                or not _THE_WHO.re.search(document.low, max(0, it.span.start - 5), it.span.start)
            ):
                continue
            does = {stem(word) for word in WORD.re.findall(who["does"]) if len(word) > 4}
            for other in pieces:
                if other is not piece and does & _stems(other):
                    for count in document.within(other):
                        near = is_count(count) and count.value != it.value and 0.5 < count.value / it.value < 2
                        if near and _nouns(count) and (not _nouns(it) or _nouns(count) & _nouns(it)):
                            yield differ("value", count.span, it.span)
                            return


def _stems(piece: Piece) -> set[str]:
    return {stem(word) for word in WORD.re.findall(piece.low)}
