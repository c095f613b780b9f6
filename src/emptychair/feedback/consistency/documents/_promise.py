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
_SOON = 12  # characters before the number that answers
_TOP = 2  # pieces that are heading and subheading
_SUMMARY = 8  # pieces in which the summary ends


_HOW_FAST = Lazy(
    r"^how (?:fast|quick|quickly|soon|long) (?:is|does|do|will|can)\b.{0,20}\b(?:it|this|that|take|an answer|i have)\b"
)


def _in(low: str, at: int) -> bool:
    return _IN.re.search(low, max(0, at - 20), at) is not None


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find a promise of the heading that the summary breaks."""
    document = read(facts.text)
    if document is None:
        return
    times = [it for it in document.numbers if it.noun and it.noun[0].rstrip("s") in _TIMES]
    told = [(it.value, it.noun[0].rstrip("s")) for it in times]
    top = [it for piece in document.release[:_TOP] for it in document.within(piece) if it in times]
    for one in top[:2]:
        for answer in document.answers if _in(document.low, one.span.start) else ():
            first = (
                document.within(answer.pieces[0])[:1] if answer.pieces and _HOW_FAST.re.search(answer.question) else ()
            )
            same = [it for it in first if it in times and it.noun[0].rstrip("s") == one.noun[0].rstrip("s")]
            inside = {it.value for piece in answer.pieces for it in document.within(piece)}
            if same and one.value not in inside and same[0].span.start <= answer.pieces[0].start + _SOON:
                yield differ("term", one.span, same[0].span)
                return
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
