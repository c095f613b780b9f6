"""A share of a group that was counted: 416 of the 640 parents here, 78% of the 640 parents there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts, is_count
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import Document, Piece, read
from emptychair.feedback.consistency.documents._phrases import WORD, differ

_OF = Lazy(r"^ (?:out )?of (?:the|those|these|them|our|all)\b")
_OF_WHOLE = Lazy(r"^ (?:out )?of (?:the |all |our )?$")
_OPENS = Lazy(r"(?:^|[.;:,] )of (?:the |all |our |those |these )?(?P<noun>[a-z]+s)\b[^.;:,]{0,40},? $")
_CHANGE = Lazy(r"^ (?:fewer|less|more|higher|lower)\b|\b(?:by|from|to) (?:about )?$")
_NEAR = 2.0  # points


class _Part(NamedTuple):
    quantity: Quantity
    whole: Quantity
    does: frozenset[str]


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find shares that are not what was counted."""
    if "of" not in facts.index:
        return
    document = read(facts.text)
    parts = list(_parts(document)) if document else []
    if document is None or not parts:
        return
    for piece, _ in document.everything():
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
            named = [one for one in wholes if _OF.re.match(following) and f" {one.noun[0]}" in following[:24]]
            direct = next(
                (
                    one
                    for one in some
                    if one.span.start > it.span.end and _OF_WHOLE.re.match(document.low[it.span.end : one.span.start])
                ),
                None,
            )
            whole = direct or (
                named[-1] if named else wholes[-1] if wholes and following.startswith(" of them") else None
            )
            if whole and whole.value > it.value:
                yield _Part(it, whole, _does(following))
        above = some


def _compared(document: Document, piece: Piece, share: Quantity, parts: list[_Part]) -> Iterator[Contradiction]:
    following = document.low[share.span.end : piece.end]
    some = document.within(piece)
    whole = next(
        (
            it
            for it in some
            if it.span.start > share.span.end and _OF_WHOLE.re.match(document.low[share.span.end : it.span.start])
        ),
        None,
    )
    opens = _OPENS.re.search(document.low[piece.start : share.span.start])
    alike = [
        it
        for it in parts
        if (whole and it.whole.value == whole.value and _noun(it.whole) == _noun(whole))
        or (opens and stem(opens["noun"]) == _noun(it.whole))
    ]
    said = [it for it in alike if it.does & _does(following) - {_noun(it.whole)}]
    if not said or any(_fits(it, share) for it in alike):
        return
    yield differ("part", said[0].quantity.span, share.span)


def _fits(part: _Part, share: Quantity) -> bool:
    real = 100 * part.quantity.value / part.whole.value
    return min(abs(real - share.value), abs(100 - real - share.value)) <= _NEAR + share.step
