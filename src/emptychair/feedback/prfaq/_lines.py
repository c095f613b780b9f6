"""Cut a document into lines and see through their markup: Markdown, plain text, or a mix of both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from emptychair.feedback._text import count_words

_HASHES = re.compile(r"(#{1,6})[ \t]+")
_LEAD = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?P<row>\|[ \t]*)?")
_ITEM = re.compile(r"[-*•–+▪◦][ \t]+")
_STEP = re.compile(r"\(?\d{1,2}[.):][ \t]+|step \d{1,2}[.:)]?[ \t]+", re.IGNORECASE)
_ASKS = re.compile(
    r"(?:Q|FAQ|[Qq]uestion|QUESTION)[ ]?\d{0,3}[ ]?[.:)\]–—-][ \t]*(?:\((?:internal|external)\)[ \t]*)?"
    r"|Q\d{1,3}[ \t]+|[\[(]Q\d{0,3}[\])][ \t]+"
)
_SAYS = re.compile(r"(?:A|[Aa]nswer|ANSWER)[ ]?\d{0,3}[ ]?[.:)–—-][ \t]+|[\[(]A\d{0,3}[\])][ \t]+")
_MARKS = re.compile(r"\*{1,3}|_{1,3}")
_RULE = re.compile(r"[-*_=~\s]{3,}")
_CLOSERS = "*_ \t"
_STOPS = tuple('.!?:"”)')
_COMMENT = re.compile(r"<!--[^\n]{0,200}?-->")
_WRAPPED = 120  # characters; where a line is longer, nobody breaks lines inside paragraphs


def shown(text: str) -> str:
    """Blank out the comments, which a rendered page does not show; every place stays where it is.

    Example:
        >>> shown("Hi<!-- x -->!")
        'Hi          !'
    """
    return _COMMENT.sub(lambda match: " " * len(match[0]), text) if "<!--" in text else text


class Line(NamedTuple):
    """A line without its line break. ``bare`` stands at ``[at : at + len(bare)]`` of the document, markup cut off."""

    start: int
    end: int
    at: int
    bare: str
    level: int = 0  # of a Markdown heading, else 0
    bold: bool = False  # the whole line is emphasized
    item: bool = False
    step: bool = False
    asks: bool = False  # opens with "Q:"
    says: bool = False  # opens with "A:"
    opens: bool = False  # emphasis opens the line and closes within it, or a cell of a table
    gap: bool = False  # an empty line stands before

    @property
    def stop(self) -> int:
        """Where the bare text ends."""
        return self.at + len(self.bare)

    @property
    def words(self) -> int:
        """Count the words."""
        return _count(self.bare[:2000])


@lru_cache(maxsize=8192)
def _count(bare: str) -> int:
    return count_words(bare)


def lines(text: str) -> tuple[Line, ...]:
    """Read all lines that hold anything; an underlined line becomes a heading.

    Example:
        >>> [(line.bare, line.level, line.asks) for line in lines("# Hi\\n\\n**Q: Why?**")]
        [('Hi', 1, False), ('Why?', 0, True)]
    """
    out: list[Line] = []
    start, gap = 0, True
    for raw in text.splitlines(keepends=True):
        end = start + len(raw.rstrip())
        stripped = raw.strip()
        if not stripped:
            gap = True
        elif _RULE.fullmatch(stripped):
            if set(stripped) <= {"=", "-"} and out and not gap and not out[-1].level and out[-1].words <= 25:
                out[-1] = out[-1]._replace(level=1 if stripped[0] == "=" else 2)
            gap = True
        else:
            out.append(_line(text, start, end, gap))
            gap = False
        start += len(raw)
    return tuple(out) if max((line.end - line.start for line in out), default=0) <= _WRAPPED else _paragraphs(out)


def _paragraphs(some: list[Line]) -> tuple[Line, ...]:
    """In a document that is not wrapped, a line that is finished ends its paragraph, with an empty line below it or without."""
    after = (line._replace(gap=True) if _ended(above) else line for above, line in zip(some, some[1:], strict=False))
    return (some[0], *after)


def _ended(line: Line) -> bool:
    return bool(line.level or line.bold or line.bare.endswith(_STOPS))


def _line(text: str, start: int, end: int, gap: bool) -> Line:
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    level = 0
    flags = {"item": False, "step": False, "asks": False, "says": False}
    marks = 0
    if hashes := _HASHES.match(text, at, end):
        level, at = len(hashes[1]), hashes.end()
    for _ in range(4):
        for name, form in (("item", _ITEM), ("step", _STEP), ("asks", _ASKS), ("says", _SAYS)):
            if not flags[name] and (found := form.match(text, at, end)) and found.end() < end:
                flags[name], at = True, found.end()
                break
        else:
            mark = _MARKS.match(text, at, end)
            if not mark or mark.end() >= end:
                break
            marks, at = marks or len(mark[0]), mark.end()
    stop = end
    if marks or level:
        while stop > at and text[stop - 1] in _CLOSERS + ("#" if level else ""):
            stop -= 1
    bold = bool(marks) and (stop < end and "*" not in text[at:stop] and "__" not in text[at:stop])
    while at < stop and text[at] in " \t":
        at += 1
    opens = (bool(marks) and not bold) or bool(lead and lead["row"])
    return Line(start, end, at, text[at:stop], level, bold, **flags, opens=opens, gap=gap)


_DONE = re.compile(r"[.!,;]['\"’”)]*$")


def title_like(line: Line) -> bool:
    """Does a line look like a heading inside a document: marked up, in capitals, or short and without a stop?

    Example:
        >>> [title_like(line) for line in lines("WHAT RIDERS TOLD US\\n\\nThey wait for 52 minutes.")]
        [True, False]
    """
    if line.says or line.item or line.words > 16 or not line.bare.strip():
        return False
    if line.level:
        return True
    if line.asks or line.step or _DONE.search(line.bare) or any(mark in line.bare for mark in '"“”'):
        return False
    if line.bold or (line.bare.isupper() and line.words >= 1):
        return True
    return (
        line.gap
        and line.words <= 8
        and not line.bare.endswith("?")
        and line.bare[:1].isupper()
        and "@" not in line.bare
        and "/" not in line.bare
    )
