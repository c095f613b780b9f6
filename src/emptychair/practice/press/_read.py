"""Take in a document that somebody has written already, wherever it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair._errors import EmptyChairError
from emptychair.feedback import Span, prfaq
from emptychair.practice.press._docx import from_docx
from emptychair.practice.press._draft import REST, Draft, plain
from emptychair.practice.press._markdown import from_markdown, is_marked
from emptychair.practice.press._parts import FAQ, RELEASE

LARGEST = 2_000_000
"""Bytes; forty pages with pictures are less."""
# What names a part without saying anything: our own titles take its place.
_TITLES = (
    "a action and answer answers ask asked call customer customers customer's external faq faqs for frequently getting heading "
    "how internal it leader leader's of our own pr press problem q question questions quote release s section solution started "
    "subheading summary the to works"
)
_STRUCTURE = frozenset(_TITLES.split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LABEL = re.compile(r"(?i)[\W_]*(?:q|a|faq|question|answer|step)?[\W_]*\d*[\W_]*")


def read(text: str) -> Draft:
    """Take in a text: by its marks if it has any, else by what the reader makes of it. No sentence is lost.

    Example:
        >>> read("# Riders Go Home When Ready\\n\\nTOPEKA, May 3, 2027. Kaw Bend today opened Ready Ride for riders.")
        Draft(heading='Riders Go Home When Ready', dateline='TOPEKA, May 3, 2027', summary='Kaw Bend today opened Ready Ride for riders.')
    """
    text = plain(text)
    if is_marked(text):
        return from_markdown(text)
    found = prfaq.parse(text)
    pieces = [(span, name) for name in RELEASE if (span := getattr(found, name))]
    for side in FAQ:
        for asked in getattr(found, side):
            pieces += [(asked.question, f"{side} question"), *([(asked.answer, side)] if asked.answer else [])]
    texts: dict[str, list[str]] = {}
    for name, piece in _cut(text, pieces):
        side, _, question = name.partition(" ")
        texts.setdefault(side, []).append(f"**{_one_line(piece)}**" if question else piece)
    return Draft(**{name: _joined(name, some) for name, some in texts.items()})


def _cut(text: str, pieces: list[tuple[Span, str]]) -> Iterator[tuple[str, str]]:
    """Give every piece of the text once: the parts, and between them what belongs to none."""
    at = 0
    for span, name in sorted(pieces, key=lambda it: (it[0].start, -it[0].end)):
        yield from _between(text[at : span.start])
        if span.end > at:
            yield name, text[max(at, span.start) : span.end].strip()
        at = max(at, span.end)
    yield from _between(text[at:])


def _between(text: str) -> Iterator[tuple[str, str]]:
    """Keep the lines that say something; labels and titles such as "Q3." or "The problem" are ours to write."""
    for line in text.splitlines():
        words = {word.lower().replace("’", "'") for word in _WORD.findall(line)}
        if not _LABEL.fullmatch(line) and not words <= _STRUCTURE:
            yield REST, line.strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _joined(name: str, some: list[str]) -> str:
    if name not in FAQ:
        return "\n\n".join(filter(None, some))
    out = ""
    for piece in filter(None, some):
        out += ("\n\n" if piece.startswith("**") else "\n") * bool(out) + piece
    return out


def read_file(name: str, data: bytes) -> Draft:
    """Take in a file: Word, Markdown or plain text.

    Raises:
        EmptyChairError: It is too large, no text, or a Word file that cannot be opened.

    Example:
        >>> read_file("draft.md", b"<!-- part: heading -->\\n# Hi")
        Draft(heading='Hi')
    """
    if len(data) > LARGEST:
        raise EmptyChairError(f"{name} is larger than {LARGEST // 1_000_000} MB. Take the pictures out and try again.")
    if name.lower().endswith(".docx"):
        draft, text = from_docx(data)
        return draft or read(text)
    try:
        return read(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise EmptyChairError(
            f"{name} is not text in UTF-8. Save it as .docx, .md or .txt in UTF-8, then try again."
        ) from error
