"""The story sheet as one page of PDF (reportlab)."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError
from emptychair.practice._portfolio import Portfolio
from emptychair.practice._sheet import TITLE, Note, facts, notes

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_SIZES = (10.0, 9.0, 8.0, 7.0, 6.0)  # points; tried until everything fits
_FONT = "DejaVuSans"
_MARGIN = 36  # points, half an inch


def sheet_pdf(portfolio: Portfolio) -> bytes:
    """Give the sheet as a PDF of one page; same portfolio, same bytes.

    Raises:
        EmptyChairError: it cannot be fitted on one page in a size that can be read.

    Example:
        >>> from emptychair.practice import Story, portfolio
        >>> sheet_pdf(portfolio([Story("Repair", "I rang her.")]))[:5]
        b'%PDF-'
    """
    some = notes(portfolio)
    for size in _SIZES:
        page, pages = _built(some, size)
        if pages == 1:
            return page
    raise EmptyChairError(
        f"{len(some)} stories do not fit on one page. Make the portfolio for fewer questions, for instance for one interview."
    )


def _built(some: tuple[Note, ...], size: float) -> tuple[bytes, int]:
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        title=TITLE,
        author="",
        invariant=1,
        **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN),
    )
    document.build(_flow(some, size))
    return out.getvalue(), document.page


def _flow(some: tuple[Note, ...], size: float) -> list[Flowable]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    _fonts()
    body = ParagraphStyle("body", fontName=_FONT, fontSize=size, leading=1.25 * size)
    title = ParagraphStyle("title", parent=body, fontName=f"{_FONT}-Bold", fontSize=1.4 * size, leading=1.7 * size)
    head = ParagraphStyle("head", parent=title, fontSize=1.15 * size, leading=1.4 * size, spaceBefore=0.7 * size)
    small = ParagraphStyle("small", parent=body, fontSize=0.85 * size, leading=1.1 * size, textColor="#444444")
    flow: list[Any] = [Paragraph(TITLE, title)]
    for note in some:
        flow.append(Paragraph(escape(note.title), head))
        flow += [Paragraph(escape(facts(note)), small)] if facts(note) else []
        flow += [Paragraph(f"<b>{beat}</b> {escape(said)}", body) for beat, said in note.beats.items() if said]
    return flow


def _fonts() -> None:
    """Use the fonts that come with Matplotlib: they know Latin, Greek and Cyrillic; PDF's own know Western European only."""
    import matplotlib
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if _FONT not in pdfmetrics.getRegisteredFontNames():
        folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        for name in (_FONT, f"{_FONT}-Bold"):
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
        pdfmetrics.registerFontFamily(
            _FONT, normal=_FONT, bold=f"{_FONT}-Bold", italic=_FONT, boldItalic=f"{_FONT}-Bold"
        )
