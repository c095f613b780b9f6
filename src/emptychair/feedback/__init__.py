"""The reader: text in, :class:`Review` out. Deterministic, offline; standard library and NumPy only.

A text that fools it is worth a bug report: add it to ``data/corpus/attacks.toml`` with its class and question, run ``make test``, which
fails while the text passes, and send the row.
"""

from emptychair.feedback import prfaq, star, writing
from emptychair.feedback._model import Criterion, Edit, Finding, Gate, Review, Span
from emptychair.feedback._render import render_html, render_text

__all__ = (
    "Criterion",
    "Edit",
    "Finding",
    "Gate",
    "Review",
    "Span",
    "prfaq",
    "render_html",
    "render_text",
    "star",
    "writing",
)
