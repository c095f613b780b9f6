"""The prose of a notebook: blocks and sentences as a reader meets them, without tables, quotes, code and markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^```.*?^```", re.S | re.M)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
_NOT_PROSE = re.compile(r"\s*(?:#|\||>)")
# An end, closing marks, a blank, and something that can begin a sentence; "G. Anders" and "e.g." do not end one.
_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)[”\"'’*_)]*\s+(?=[“\"'‘*_(]*[A-Z0-9])")


def blocks(markdown: str) -> Iterator[str]:
    """Paragraphs and list items, each on one line, links by their words.

    Example:
        >>> list(blocks("# Title\\n\\nOne\\ntwo.\\n\\n- a [b](c)\\n- d"))
        ['One two.', 'a b', 'd']
    """
    block: list[str] = []
    for line in [*_FENCE.sub("", markdown).splitlines(), ""]:
        apart = not line.strip() or bool(_NOT_PROSE.match(line))
        if (apart or _ITEM.match(line)) and block:
            yield " ".join(block)
            block = []
        if not apart:
            block.append(_LINK.sub(r"\1", _ITEM.sub("", line)).strip())


def sentences(block: str) -> list[str]:
    """Cut a block into sentences.

    Example:
        >>> sentences("G. Anders wrote it. *Then?* He left.")
        ['G. Anders wrote it.', '*Then?', 'He left.']
    """
    return [it for it in _END.split(block) if it]


def words(text: str) -> int:
    """Count words as people do: a dash or a bare sign is none."""
    return sum(any(sign.isalnum() for sign in it) for it in text.split())
