"""A PR/FAQ as a document with parts: write it, count it, take it in, hand it out, and lose nothing on the way."""

from emptychair.practice.press._budget import PAGE, Count, counts, pages
from emptychair.practice.press._compose import compose, place, spans
from emptychair.practice.press._docx import from_docx, to_docx
from emptychair.practice.press._draft import REST, Draft
from emptychair.practice.press._examples import Example, examples, points_alone, sample
from emptychair.practice.press._html import blocks, to_html
from emptychair.practice.press._markdown import to_markdown
from emptychair.practice.press._parts import FAQ, PARTS, RELEASE, Part, part
from emptychair.practice.press._read import read, read_file

__all__ = (
    "FAQ",
    "PAGE",
    "PARTS",
    "RELEASE",
    "REST",
    "Count",
    "Draft",
    "Example",
    "Part",
    "blocks",
    "compose",
    "counts",
    "examples",
    "from_docx",
    "pages",
    "part",
    "place",
    "points_alone",
    "read",
    "read_file",
    "sample",
    "spans",
    "to_docx",
    "to_html",
    "to_markdown",
)
