"""The day of the dateline and the day on which the answers say that it starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import DATE
from emptychair.feedback.consistency.base import WORD, Contradiction, Document, Lazy, Piece, differ
from emptychair.feedback.consistency.times._lengths import MONTHS

_TOP = 900  # characters in which the dateline stands
_STARTS = Lazy(
    r"(?:^|[.;:,!?—–]\s|\b)(?P<who>(?:(?:all|the) )?(?P<n>\d{1,3}|[a-z]+) [a-z]+s|we|it|[a-z][\w'-]*)(?: will)? "
    r"(?:launch(?:es)?|opens?|starts?|begins?|goes? live|comes? out|ships?|is released|is available|are available)\b"
)
_PHASE_ONE = Lazy(r"^phase (?:1|one|i)\b[^.;]{0,80}\b(?:from|on|starts?|begins?|opens?)\b")
_OTHER = Lazy(
    r"\b(?:pilot|trial|beta|test|second|third|next|later|follow\w*|again|until|planned|originally|earlier|preorders?|pre-orders?"
    r"|then|other|others|if|phase two|phase 2|pays?|hiring|work(?:s|ing)? on|build(?:s|ing)?)\b"
)
_NAME = Lazy(r"(?<![.!?:*_#\"“] )(?<=\s)[A-Z][a-z]+")
_MONTH = re.compile("|".join(MONTHS))
_NO_NAMES = frozenset({"i", "today"})


class _Day(NamedTuple):
    month: int
    day: int  # 0 where only the month is told
    year: int  # 0 where it is not told
    span: Span

    def fits(self, other: _Day) -> bool:
        """Can both be the same day?"""
        days = not self.day or not other.day or self.day == other.day
        return self.month == other.month and days and (not self.year or not other.year or self.year == other.year)


def find(document: Document) -> Iterator[Contradiction]:
    """Find a launch on two days."""
    opened = next(_days(document, 0, _TOP), None)
    if opened is None or not document.release or opened.span.start > document.release_end:
        return
    for answer in document.answers:
        for piece in answer.pieces:
            found = _STARTS.re.search(piece.low)
            ours = found is not None and _ours(document, found)
            if not (ours or _PHASE_ONE.re.match(piece.low)) or _OTHER.re.search(piece.low):
                continue
            told = next(_days(document, piece.start, piece.end), None)
            if told and not told.fits(opened) and _same_places(document, piece):
                yield differ("date", opened.span, told.span)
                return
            break  # what follows the first step is a later one


def _ours(document: Document, found: re.Match[str]) -> bool:
    """Is it the product that starts, or all who take part?"""
    who = found["who"]
    if found["n"]:
        counts = {it.span.text.lower() for it in document.numbers if it.span.start < document.release_end}
        return found["n"] in counts
    return who in ("we", "it") or who in document.names


def _same_places(document: Document, piece: Piece) -> bool:
    """Are all names and numbers of the piece those of the release?"""
    end = document.release_end
    release = document.text[:end]
    dates = [it.span() for it in DATE.finditer(document.text, piece.start, piece.end)]
    names = {
        it[0].lower()
        for it in _NAME.re.finditer(document.text, piece.start, piece.end)
        if it.start() > piece.start and not any(a <= it.start() < b for a, b in dates)
    }
    counts = {it.value for it in document.numbers if it.span.start < end}
    known = {word.lower() for word in WORD.re.findall(release)} | _NO_NAMES
    return names <= known and {it.value for it in document.within(piece)} <= counts


def _days(document: Document, start: int, end: int) -> Iterator[_Day]:
    for found in DATE.finditer(document.text, start, min(end, len(document.text))):
        low = found[0].lower()
        month = _MONTH.search(low)
        numbers = [int(it) for it in re.findall(r"\d+", low)]
        if month and numbers:
            year = next((it for it in numbers if it > 31), 0)
            day = next((it for it in numbers if it <= 31), 0)
            yield _Day(MONTHS.index(month[0]), day, year, Span.of(document.text, *found.span()))
