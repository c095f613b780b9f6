"""What one does in a time, and what doing it takes."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import WORD, differ
from emptychair.feedback.consistency.documents._terms import CLAUSE, OTHERWISE, UNITS

_GERUND = Lazy(r"^[ *_]*(?P<does>[a-z]{3,}ing)\b[^.;:,]{0,30} takes (?:you )?(?:about |only |just )?$")
_DONE_IN = Lazy(r" (?:in|within) (?:about |only |just )?$")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find "it clamps around the pipe in 15 minutes", and "clamping one takes 45 minutes"."""
    document = read(facts.text) if facts.having(("takes",)) else None
    if document is None:
        return
    gerunds: list[tuple[str, Quantity]] = []
    acts: list[tuple[set[str], Quantity]] = []
    for piece, _ in document.everything():
        for it in document.within(piece):
            if not it.noun or it.noun[0].rstrip("s") not in UNITS or document.said(it.span.start):
                continue
            clause = CLAUSE.re.split(document.low[piece.start : it.span.start])[-1]
            if OTHERWISE.re.search(clause):
                continue
            if found := _GERUND.re.search(clause):
                gerunds.append((stem(found[1]), it))
            elif _DONE_IN.re.search(clause):
                acts.append(({stem(word) for word in WORD.re.findall(clause)[:6]}, it))
    for does, one in gerunds:
        for stems, two in acts:
            if does in stems and one.noun[0].rstrip("s") == two.noun[0].rstrip("s") and one.value != two.value:
                yield differ("term", one.span, two.span)
                return
