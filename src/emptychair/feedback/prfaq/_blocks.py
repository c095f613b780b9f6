"""Paragraphs and lists of the press release, each with the heading it stands under."""

from __future__ import annotations

import re
from typing import NamedTuple

from emptychair.feedback._text import count_words
from emptychair.feedback.prfaq._lines import Line, title_like

_RUN_IN = re.compile(r"[ \t>]*(?:\*\*|__)([^*_\n\"“?]{3,60}?)[.:]?(?:\*\*|__)[.:]?[ \t]+(?=\S)")


class Block(NamedTuple):
    """Lines that belong together. ``text`` is the exact slice; ``title`` is the heading above, "" without one."""

    start: int
    end: int
    text: str
    title: str
    listed: bool = False

    @property
    def words(self) -> int:
        """Count the words."""
        return count_words(self.text)


def blocks(text: str, some: tuple[Line, ...]) -> tuple[Block, ...]:
    """Join lines into paragraphs; the items of a list make one block.

    Example:
        >>> from emptychair.feedback.prfaq._lines import lines
        >>> text = "## How\\n\\n1. Open.\\n2. Close."
        >>> [(b.title, b.listed) for b in blocks(text, lines(text))]
        [('How', True)]
    """
    out: list[Block] = []
    title = ""
    fresh = True
    for number, line in enumerate(some):
        listed = line.item or line.step
        label = None if listed else _RUN_IN.match(text, line.start, line.end)
        if label:
            title, fresh = label[1], True
        if not listed and title_like(line) and _heads(some, number):
            title, fresh = line.bare, True
            continue
        last = out[-1] if out else None
        joins = last is not None and not fresh and (listed if last.listed else not line.gap and not listed)
        wrapped = last is not None and last.listed and not fresh and not line.gap and not listed
        if last is not None and (joins or wrapped):
            out[-1] = last._replace(end=line.end, text=text[last.start : line.end])
        else:
            out.append(Block(line.start, line.end, text[line.start : line.end], title, listed))
        fresh = False
    return tuple(out)


def _heads(some: tuple[Line, ...], number: int) -> bool:
    """A heading has something under it."""
    line = some[number]
    return bool(line.level or line.bold) or number + 1 < len(some)
