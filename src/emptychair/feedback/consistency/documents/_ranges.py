"""For whom and how large: children aged 2 to 11 here, aged 4 to 14 there."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import UNSURE, differ

_RANGE = Lazy(
    r"\b(?P<who>[a-z]+) (?:aged|ages|of age) (?P<a>\d{1,4}) (?:to|and|through) (?P<b>\d{1,4})\b"
    r"|\b(?P<with>[a-z]+ (?:with|of)) (?P<c>\d{1,4}) to (?P<d>\d{1,4}) (?P<noun>[a-z]{4,})\b"
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find a range that is another one elsewhere."""
    document = read(facts.text) if facts.having(("aged", "ages", "with", "of")) else None
    if document is None:
        return
    known: dict[tuple[str, str], tuple[int, int, tuple[str, str]]] = {}
    for piece, _ in document.everything():
        if UNSURE.re.search(piece.low) or document.said(piece.start + 1):
            continue
        for it in _RANGE.re.finditer(piece.low):
            kind = (stem(it["who"] or it["with"]), it["noun"] or "aged")
            told = (it["a"] or it["c"], it["b"] or it["d"])
            start, end = piece.start + it.start(), piece.start + it.end()
            first = known.setdefault(kind, (start, end, told))
            if first[2] != told:
                yield differ("value", document.span(first[0], first[1]), document.span(start, end))
                return
