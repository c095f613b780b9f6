"""The reader: text in, :class:`Review` out. Deterministic, offline; standard library and NumPy only."""

from emptychair.feedback import star
from emptychair.feedback._model import Criterion, Edit, Finding, Gate, Review, Span
from emptychair.feedback._render import render_html, render_text

__all__ = ("Criterion", "Edit", "Finding", "Gate", "Review", "Span", "render_html", "render_text", "star")
