"""Find the questions: where the FAQ begins, what asks, what answers."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback.prfaq._cues import hits, pattern
from emptychair.feedback.prfaq._lines import Line, title_like

_MARK = re.compile(r"\?[\"'”’)\]]*(?:(?:\*{1,3}|_{1,3}):?)?")
_SAYS = re.compile(
    r"(?:[-*•][ \t]+)?(?:\*\*|__)?(?:[\[(]A\d{0,3}[\])]|A(?:nswer)?\d{0,3}[ ]?[.:)–—-])(?:\*\*|__)?[ \t]+"
)
_BEFORE_ANSWER = "*_|—– \t\r\n"
_LONG = 260  # characters; a question is shorter
_ASKERS = re.compile(
    r"\b(?!we\b|i\b)[a-z]+ (?:will |may |might |often |also )?ask\b|\bquestions (?:from|of|for|by) [a-z]+s\b",
    re.IGNORECASE,
)
_AIMED = re.compile(r"[(\[]([a-z]{3,12})[)\]]", re.IGNORECASE)


class Asked(NamedTuple):
    """A question as found; ``side`` is what its heading says: "external", "internal" or nothing."""

    question: Span
    answer: Span | None
    side: str


class Region(NamedTuple):
    """The FAQ: number of its first line, and its questions."""

    first: int
    asked: tuple[Asked, ...]


def region(text: str, all_lines: tuple[Line, ...]) -> Region:
    """Find the FAQ of a document; without one the region begins behind the last line."""
    first = _first_line(text, all_lines)
    return Region(first, tuple(_asked(text, all_lines[first:])))


def is_faq_title(line: Line) -> bool:
    """Is this the heading over questions?"""
    return (
        title_like(line)
        and line.words <= 9
        and not line.bare.rstrip().endswith("?")
        and bool(pattern("head_faq").search(line.bare))
    )


def _first_line(text: str, all_lines: tuple[Line, ...]) -> int:
    asking = [i for i, line in enumerate(all_lines) if i and _question_end(text, line, strict=True)]
    title = next((i for i, line in enumerate(all_lines) if i and is_faq_title(line)), len(all_lines))
    before = [i for i in asking if i < title]
    if len(before) >= (3 if title < len(all_lines) else 2) and not _lone(before):
        return before[0]
    return title


def _lone(asking: list[int]) -> bool:
    # One rhetorical question early in the release is not where the FAQ begins.
    return len(asking) > 2 and asking[1] - asking[0] > 12


def _question_end(text: str, line: Line, *, strict: bool) -> int:
    """Give where the question of a line ends, 0 if the line asks nothing."""
    mark = _MARK.search(text, line.at, min(line.end, line.at + _LONG))
    while mark and (
        (text[mark.end() : mark.end() + 1].strip() and mark.end() < line.end) or _another(text, mark.end(), line.end)
    ):
        mark = _MARK.search(text, mark.end(), min(line.end, line.at + _LONG))
    if line.says or (not mark and not line.asks):
        return 0
    if line.asks:
        return mark.end() if mark else line.stop
    assert mark is not None
    whole = mark.end() >= line.end
    if line.level or line.bold or (line.step and whole) or (line.item and whole):
        return mark.end()
    if line.opens or line.step:
        return mark.end()
    if strict:
        return mark.end() if whole and line.words <= 25 and line.bare[:1] not in '"“' else 0
    return mark.end() if line.gap or whole else 0


def _another(text: str, at: int, end: int) -> bool:
    """Does one more question follow at once, as in "Why? And when?"."""
    following = text[at : min(end, at + 120)]
    stop = re.search(r"[.!?]", following)
    return bool(stop and stop[0] == "?" and following.strip())


def _asked(text: str, some: tuple[Line, ...]) -> list[Asked]:
    out: list[Asked] = []
    side, level, open_at = "", some[0].level if some else 0, -1
    question: Span | None = None

    def close(end: int) -> None:
        if question is not None:
            out.append(Asked(question, _trim(text, open_at, end), side))

    for line in some:
        answered = question is None or bool(text[open_at : line.start].strip("*_ \t\r\n"))
        end = _question_end(text, line, strict=False) if answered or line.asks else 0
        if end and _may_ask(line, question is None):
            close(line.start)
            side = _aim(text, line, end) or side
            question, open_at = Span.of(text, line.at, _bare_end(text, line.at, end)), end
        elif answered and is_divider(line):
            close(line.start)
            question, side, level = None, _side(line), line.level or level
        elif answered and line.level and title_like(line):
            close(line.start)
            below = line.level > level
            question, open_at = (Span.of(text, line.at, line.stop), line.end) if below else (None, -1)
        elif answered and line.bold and line.words <= 8 and title_like(line):
            close(line.start)
            question, open_at = Span.of(text, line.at, line.stop), line.end
    close(some[-1].end if some else 0)
    return out


def _may_ask(line: Line, first: bool) -> bool:
    """A plain line in the middle of an answer may ask something without being the next question."""
    marked = line.asks or line.level or line.bold or line.opens or line.step or line.item
    return bool(marked or line.gap or first or line.words <= 14)


def is_divider(line: Line) -> bool:
    """Does a line head one of the two FAQs?"""
    if is_faq_title(line):
        return True
    return title_like(line) and line.words <= 4 and bool(_side(line))


def _side(line: Line) -> str:
    inside, outside = (
        hits("head_internal", line.bare),
        hits("head_external", line.bare) + bool(_ASKERS.search(line.bare)),
    )
    if inside and outside:
        return ""
    return "internal" if inside else "external" if outside else ""


def _aim(text: str, line: Line, end: int) -> str:
    """Read a mark such as "(internal)" or "[team]" in front of a question."""
    found = _AIMED.search(text, line.start, min(end, line.start + 40))
    if not found:
        return ""
    return "internal" if hits("head_internal", found[1]) else "external" if hits("head_external", found[1]) else ""


def _bare_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "*_: \t":
        end -= 1
    return end


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _BEFORE_ANSWER:
        start += 1
    lead = _SAYS.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return Span.of(text, start, end) if end > start else None
