"""Find the parts of a correction of errors, whatever marks the writer uses for headings and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from emptychair.feedback._lexicon import pairs_of
from emptychair.feedback._text import count_words, sentences

PARTS: Final = {
    "impact": "Impact",
    "timeline": "Timeline",
    "whys": "Five whys",
    "metric": "Input metric",
    "actions": "Actions",
}
"""What has to be there, in the order in which it is read, with its heading."""

MOST: Final = 60
"""Entries of a part that are read."""

_HEADING = re.compile(
    r"^(?:>[ \t]?)*(?:#{1,6}[ \t]{0,3})?(?:\*\*|__)?(?:\d{1,2}[.)][ \t]{1,3})?(?P<name>[A-Za-z0-9 -]{2,32}?)[ \t]{0,3}"
    r"(?:(?P<mark>:(?:\*\*|__)?|(?:\*\*|__):?)[ \t]*(?P<rest>.*)|#*)$"
)
_MARKER = re.compile(r"^[ \t]*(?:[-*•–+][ \t]+|\(?\d{1,2}[.):][ \t]+|\|[ \t]*)")
_INLINE = re.compile(r"\s\(?[2-9][.)]\s+")
_RULE = re.compile(r"^[\s|:=_-]+$")
_WHY = re.compile(r"^(?:why(?: \d| (?:one|two|three|four|five))?|because|answer)\b[ \t]*[.:)–—-][ \t]*", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:why|answer) \d[ \t]*[.:)–—-]?[ \t]*", re.IGNORECASE)


class Item(NamedTuple):
    """An entry of a section; ``text`` stands at ``[start:end]`` of the whole."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A part: everything under its heading, and its entries one by one."""

    text: str
    start: int
    end: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class CorrectionOfErrors:
    """The parts that were found; what is missing is None."""

    summary: Section | None = None
    impact: Section | None = None
    timeline: Section | None = None
    whys: Section | None = None
    metric: Section | None = None
    actions: Section | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Headings of the parts that are not there."""
        return tuple(title for name, title in PARTS.items() if getattr(self, name) is None)


@lru_cache(maxsize=16)
def parse(text: str) -> CorrectionOfErrors:
    """Find the parts. A heading is a line of its own, marked or not, or opens its line with a colon.

    Example:
        >>> found = parse("## Impact\\n40 guests waited.\\n\\nFive whys:\\n1. Why? The key was lost.\\n2. It had no hook.")
        >>> found.impact.text, [item.text for item in found.whys.items], found.missing
        ('40 guests waited.', ['The key was lost.', 'It had no hook.'], ('Timeline', 'Input metric', 'Actions'))
    """
    marks = list(_headings(text))
    found: dict[str, Section] = {}
    for (name, _, start), (_, end, _) in zip(marks, [*marks[1:], ("", len(text), 0)], strict=False):
        piece = text[start:end]
        inner = piece.strip()
        if name == "other" or name in found or not count_words(inner):
            continue
        at = start + len(piece) - len(piece.lstrip())
        entries = tuple(islice(_entries(name, text, at, at + len(inner)), MOST))
        if entries:
            found[name] = Section(inner, at, at + len(inner), entries)
    return CorrectionOfErrors(**found)


def _headings(text: str) -> Iterator[tuple[str, int, int]]:
    """Name, start of the line, start of what stands under the heading."""
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        match = _HEADING.match(bare)
        name = pairs_of("coe_headings").get(" ".join(match["name"].lower().split())) if match else None
        if match and name and (not match["rest"] or ":" in match["mark"]):
            yield name, at, at + (line.find(bare) + match.start("rest") if match["rest"] else len(line))
        at += len(line)


def _entries(name: str, text: str, start: int, end: int) -> Iterator[Item]:
    lines = list(_lines(text, start, end))
    if len(lines) == 1 and name in ("whys", "timeline"):
        lines = list(_pieces(lines[0]))
    yield from (_answers(lines) if name == "whys" else lines)


def _pieces(line: Item) -> Iterator[Item]:
    """The entries of a single line: between "2." and "3." where it is numbered, else its sentences."""
    numbers = list(_INLINE.finditer(line.text))
    if len(numbers) > 1:
        ends = [*(it.start() for it in numbers), len(line.text)]
        starts = [0, *(it.end() for it in numbers)]
        yield from (_trimmed(line.text[a:b], line.start + a) for a, b in zip(starts, ends, strict=True))
    else:
        yield from (Item(it.text, line.start + it.start, line.start + it.end) for it in sentences(line.text))


def _lines(text: str, start: int, end: int) -> Iterator[Item]:
    """The list entries, or the lines where there is no list; a wrapped line belongs to its entry, a rule is none."""
    open_: list[int] = []
    at = start
    listed = bool(_MARKER.match(text[start:end]))
    for line in text[start:end].splitlines(keepends=True):
        marker = _MARKER.match(line)
        rule = not line.strip() or bool(_RULE.match(line))
        if rule or marker or not listed:
            if not (rule and "|" in line):  # what stands above such a rule is the head of a table
                yield from _closed(text, open_)
            open_ = []
        if not rule:
            open_ = [open_[0] if open_ else at + (marker.end() if marker else 0), at + len(line)]
        at += len(line)
    yield from _closed(text, open_)


def _closed(text: str, place: list[int]) -> Iterator[Item]:
    if place and (item := _trimmed(text[place[0] : place[1]], place[0])).text:
        yield item


def _trimmed(piece: str, at: int) -> Item:
    inner = piece.strip(" \t\r\n|*")
    start = at + piece.find(inner) if inner else at
    return Item(inner, start, start + len(inner))


def _answers(items: list[Item]) -> Iterator[Item]:
    """What is answered, without the questions: "Why were they late? The van left at six." """
    for item in items:
        head, mark, tail = item.text.rpartition("?")
        piece = tail if mark else item.text
        at = item.start + len(head) + len(mark)
        for form in (_NUMBERED, _WHY):
            lead = form.match(piece.lstrip())
            if lead:
                skipped = len(piece) - len(piece.lstrip()) + lead.end()
                piece, at = piece[skipped:], at + skipped
        if count_words(piece):
            yield _trimmed(piece, at)
