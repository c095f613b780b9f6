"""The top of the release: heading, subheading, dateline, and where the summary begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import DATE
from emptychair.feedback._text import sentences
from emptychair.feedback.prfaq._cues import hits, pattern
from emptychair.feedback.prfaq._lines import Line

_YEAR = re.compile(
    r"(?<!\bBy )(?<!\bIn )(?<!\bSince )(?:(?:Spring|Summer|Fall|Autumn|Winter|Early|Late|Q[1-4]|H[12]) )?\b20[2-3]\d\b",
    re.IGNORECASE,
)
_CITY = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?:, [\w. ]{2,20})?(?=(?:[.:]|\s[–—-])\s)")
_PLACE = r"[A-ZÀ-Þ][\w.'’-]*(?:[ ][A-ZÀ-Þ][\w.'’-]*){0,3}"
_AFTER = re.compile(
    rf"[)\]*_]*[ \t]*[.,:·/|–—-]?[ \t]*\n?[ \t]*({_PLACE}(?:, {_PLACE}){{0,2}})(?=[ \t*_]*(?:[.:)|/·–—]|--|-\s|\n|$))"
)
_CLOSE = re.compile(r"[)\]*_ \t]*(?:[.:·|/–—-]{1,2}[)\]*_ \t]*)?")
_SMALL = frozenset({"de", "la", "of", "and", "the", "del", "am", "on", "in", "internal", "announcement", "today"})
_LABELS = ("head_problem", "head_solution", "head_summary", "head_getting_started", "head_faq", "head_call_to_action")
_TOP = 7  # lines in which the dateline is looked for


class Head(NamedTuple):
    """``body`` is the number of the first line below heading and subheading; ``prose`` is where the summary's text begins."""

    heading: Span | None
    subheading: Span | None
    dateline: Span | None
    body: int
    prose: int


def head(text: str, some: tuple[Line, ...]) -> Head:
    """Read the top of a release."""
    at = 0
    while at < len(some) and _is_boilerplate(some[at]):
        at += 1
    heading = subheading = None
    if at < len(some) and _is_heading(some, at):
        heading = Span.of(text, some[at].at, some[at].stop)
        at += 1
        while at < len(some) and _is_boilerplate(some[at]):
            at += 1
        if at < len(some) and _is_subheading(some, at):
            subheading = Span.of(text, some[at].at, some[at].stop)
            at += 1
    found = _dateline(text, some, at)
    if found is None:
        return Head(heading, subheading, None, at, some[at].start if at < len(some) else len(text))
    line, dateline, prose = found
    if line == at + 1 and subheading is None and heading is not None and some[at].words <= 40:
        subheading = Span.of(text, some[at].at, some[at].stop)
    alone = prose >= some[line].end
    return Head(heading, subheading, dateline, line + 1 if alone else line, prose)


def _is_boilerplate(line: Line) -> bool:
    found = pattern("pr_boilerplate").match(line.bare)
    return bool(found and line.words <= 8 and found.end() >= 0.5 * len(line.bare.rstrip(":.")))


def _is_heading(some: tuple[Line, ...], at: int) -> bool:
    line = some[at]
    if not line.bare.strip() or line.item or line.asks or _place_and_date(line.bare):
        return False
    if line.level == 1:
        return True
    if line.level or line.bold:
        return line.words <= 40 and not (line.words <= 4 and any(hits(name, line.bare) for name in _LABELS))
    alone = len(sentences(line.bare)) == 1 and not line.bare.endswith((".", ":"))
    return line.words <= (25 if alone else 16)


def _is_subheading(some: tuple[Line, ...], at: int) -> bool:
    line = some[at]
    if line.item or line.step or line.asks or _place_and_date(line.bare) or at + 1 >= len(some):
        return False
    if line.words <= 4 and any(hits(name, line.bare) for name in _LABELS):
        return False
    if line.words < 4 or line.words > 40 or len(sentences(line.bare)) > 2 or line.bare[:1] in '"“':
        return False
    follows = some[at + 1]
    if line.level and line.words <= 7 and any(hits(name, line.bare) for name in _LABELS):
        return False
    if not (line.level or line.bold) and not follows.gap and not some[at].gap and not _place_and_date(follows.bare):
        # heading and subheading on neighboring lines; a paragraph that is wrapped has more lines
        return at + 2 >= len(some) or some[at + 1].gap
    if line.level or line.bold or _place_and_date(follows.bare):
        return True
    announces = hits("launch_verbs", line.bare) and hits("launch_verbs", follows.bare[:240]) == 0
    return follows.gap and not announces


def _place_and_date(bare: str) -> bool:
    found = DATE.search(bare[:110]) or _YEAR.search(bare[:60])
    return bool(found and _place_like(bare[: found.start()]))


def announces(bare: str) -> bool:
    """Does a line open with place and date, and tell of a launch?

    Example:
        >>> announces("TOPEKA, May 3, 2027. Kaw Bend today opened Ready Ride."), announces("January 2028: all depots.")
        (True, False)
    """
    found = DATE.search(bare[:110]) or _YEAR.search(bare[:60])
    if not found or not bare[: found.start()].strip("*_# ") or not _place_like(bare[: found.start()]):
        return False
    return hits("launch_verbs", bare[found.end() : found.end() + 200]) > 0


def _place_like(before: str) -> bool:
    plain = [word for word in re.findall(r"[^\W_]+", before) if word.lower() not in _SMALL]
    return len(plain) <= 9 and all(word[:1].isupper() or word.isdigit() for word in plain)


def _dateline(text: str, some: tuple[Line, ...], at: int) -> tuple[int, Span, int] | None:
    """Give number of the line, the dateline, and where the prose behind it begins."""
    for number in range(at, min(len(some), at + _TOP)):
        line = some[number]
        if line.asks or line.words < 2:
            continue
        found = DATE.search(text, line.at, min(line.end, line.at + 110)) or _YEAR.search(
            text, line.at, min(line.end, line.at + 60)
        )
        if found and _place_like(text[line.at : found.start()]):
            end = found.end()
            city = _AFTER.match(text, end, some[number + 1].end if number + 1 < len(some) else line.end)
            if city and not text[line.at : found.start()].strip(" \t(*_,"):
                end = city.end(1)
            close = _CLOSE.match(text, end, line.end if end <= line.end else end)
            prose = close.end() if close else end
            stop = end + (1 if text[end : end + 1] == ")" else 0)
            return number, Span.of(text, line.at, stop), prose
    return _city(text, some, at)


def _city(text: str, some: tuple[Line, ...], at: int) -> tuple[int, Span, int] | None:
    """A place without a date is half a dateline, if the sentence behind it announces something."""
    for number in range(at, min(len(some), at + 2)):
        line = some[number]
        found = _CITY.match(text, line.at, line.end) if line.words > 8 else None
        if found and hits("launch_verbs", text[found.end() : found.end() + 160]):
            close = _CLOSE.match(text, found.end(), line.end)
            return number, Span.of(text, *found.span()), close.end() if close else found.end()
    return None
