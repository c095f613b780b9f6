"""A draft as a Word file, and back. The style of a paragraph says which part it belongs to."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby, takewhile
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from emptychair._errors import EmptyChairError
from emptychair.practice.press._draft import REST, Draft, plain
from emptychair.practice.press._parts import FAQ, title_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_STYLE = "PR/FAQ {}"
_QUESTION = re.compile(r"\*\*(.*\S.*)\*\*")  # a whole line between two stars is bold in Word
# What zip, its compression, XML and python-docx say to a file that is none; lxml's errors are SyntaxErrors.
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, SyntaxError, KeyError, ValueError)
_TITLE = 255  # signs that the format allows
_SIZES = {"heading": 20, "subheading": 13}


def to_docx(draft: Draft) -> bytes:
    """Give the draft as a Word file that :func:`from_docx` reads without loss.

    A paragraph is what empty lines set apart; a single line end is a line break inside it.
    """
    import docx

    document = docx.Document()
    _set_page(document)
    about = document.core_properties  # without these, a room reads that python-docx wrote it
    about.title, about.author, about.comments = draft.heading[:_TITLE], "", ""
    for name in draft.written():
        _add_style(document, name)
        if name in (*FAQ, REST):
            document.add_heading(title_of(name), level=2)
        for block in draft[name].split("\n\n"):
            _fill(document.add_paragraph(style=_STYLE.format(title_of(name))), block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document) -> None:
    from docx.shared import Cm, Pt

    document.styles["Normal"].font.size = Pt(11)
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)


def _add_style(document: Document, name: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style = document.styles.add_style(_STYLE.format(title_of(name)), WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_after = Pt(8)
    if name in _SIZES:
        style.font.size = Pt(_SIZES[name])
        style.font.bold, style.font.italic = name == "heading", name == "subheading"


def _fill(paragraph: Paragraph, block: str) -> None:
    for number, line in enumerate(block.split("\n")):
        if number:
            paragraph.add_run().add_break()
        question = _QUESTION.fullmatch(line)
        paragraph.add_run(question[1] if question else line).bold = True if question else None


def from_docx(data: bytes) -> tuple[Draft | None, str]:
    """Read a Word file: the draft if it has our styles, and in any case its text as Markdown.

    Raises:
        EmptyChairError: It is no Word file.
    """
    import docx

    try:
        paragraphs = _paragraphs(docx.Document(BytesIO(data)))
    except _BROKEN as error:
        raise EmptyChairError(
            "This is not a Word file (.docx), or it is damaged. Save it as .docx or as plain text, then try again."
        ) from error
    names = {_STYLE.format(title_of(name)): name for name in Draft.__dataclass_fields__}
    found: dict[str, list[str]] = {}
    ours = any(_style(it) in names for it in paragraphs)
    titles = {title_of(name) for name in (*FAQ, REST)}
    for it in paragraphs:
        if ours and not (_style(it).startswith("Heading") and _text(it) in titles):
            found.setdefault(names.get(_style(it), REST), []).append(_line(it))
    draft = Draft(**{name: "\n\n".join(blocks) for name, blocks in found.items()}) if ours else None
    return draft, plain("\n\n".join(_foreign(paragraphs)))


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name if paragraph.style else None) or ""


def _paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph in reading order, also in tables, content controls and text boxes, which python-docx passes over."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    found = document.element.body.iter(qn("w:p"))
    # Word writes a text box twice, the second time for older versions of itself
    return [
        Paragraph(it, document) for it in found if not any(up.tag.endswith("}Fallback") for up in it.iterancestors())
    ]


def _runs(paragraph: Paragraph) -> list[Run]:
    """The pieces of a paragraph, links and insertions among them; what was deleted, or moved away, is not there."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    whole, gone = paragraph._p, {qn("w:del"), qn("w:moveFrom")}
    pieces = []
    for piece in whole.iter(qn("w:r")):
        around = [*takewhile(lambda up: up.tag != whole.tag, piece.iterancestors())]
        own = next(piece.iterancestors(whole.tag)) is whole  # and not of a text box that hangs here
        if own and not any(up.tag in gone for up in around):
            pieces.append(Run(piece, paragraph))
    return pieces


def _text(paragraph: Paragraph) -> str:
    return "".join(run.text for run in _runs(paragraph))


def _line(paragraph: Paragraph) -> str:
    """The text with stars around what is bold; Word cuts a bold sentence into pieces as it likes."""
    pieces = (
        (bold, "".join(it.text for it in some)) for bold, some in groupby(_runs(paragraph), lambda it: bool(it.bold))
    )
    return "".join(f"**{text}**" if bold and text.strip() else text for bold, text in pieces)


def _foreign(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Somebody else's file: headings and lists by the names of Word's own styles."""
    for it in paragraphs:
        style, text = _style(it), _line(it)
        level = 1 if style == "Title" else int(style[-1]) if re.fullmatch(r"Heading \d", style) else 0
        mark = "#" * level + " " if level else "- " if style.startswith("List Bullet") else ""
        yield f"{mark}{_text(it) if level else text}"
