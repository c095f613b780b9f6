"""A time that the heading promises and nothing below it knows."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import differ

_IN = Lazy(r"\b(?:in|within) (?:under |about |only |just )?$")
_ON_AVERAGE = Lazy(r"\b(?:on average|average|median)\b")
_TIMES = frozenset({"second", "minute", "hour", "day", "week"})
_TOP = 2  # pieces that are heading and subheading
_SUMMARY = 8  # pieces in which the summary ends


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find a promise of the heading that the summary breaks."""
    document = read(facts.text)
    if document is None:
        return
    times = [it for it in document.numbers if it.noun and it.noun[0].rstrip("s") in _TIMES]
    told = [(it.value, it.noun[0].rstrip("s")) for it in times]
    top = [it for piece in document.release[:_TOP] for it in document.within(piece) if it in times]
    for one in top[:2]:
        unit = one.noun[0].rstrip("s")
        if told.count((one.value, unit)) > 1 or not _IN.re.search(
            document.low, max(0, one.span.start - 20), one.span.start
        ):
            continue
        for piece in document.release[_TOP:_SUMMARY]:
            averages = (
                [two for two in document.within(piece) if two in times] if _ON_AVERAGE.re.search(piece.low) else []
            )
            for two in averages:
                if two.noun[0].rstrip("s") == unit and two.value > one.value and not document.said(two.span.start):
                    yield differ("term", one.span, two.span)
                    return
