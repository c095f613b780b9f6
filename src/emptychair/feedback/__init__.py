"""The reader: text in, :class:`Review` out. Deterministic, offline; standard library and NumPy only.

A text that fools it is worth a bug report: add it to ``data/corpus/attacks.toml`` with its class and question, run ``make test``, which
fails while the text passes, and send the row.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from emptychair.feedback._model import Criterion, Edit, Finding, Gate, Review, Span
from emptychair.feedback._render import render_html, render_text

if TYPE_CHECKING:
    from emptychair.feedback import coe, prfaq, star, writing

__all__ = (
    "Criterion",
    "Edit",
    "Finding",
    "Gate",
    "Review",
    "Span",
    "coe",
    "prfaq",
    "render_html",
    "render_text",
    "star",
    "writing",
)

_READERS = ("coe", "prfaq", "star", "writing")


def __getattr__(name: str) -> ModuleType:
    # A reader is loaded when it is asked for: only that of STAR answers needs NumPy, and nobody needs all at once.
    if name in _READERS:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
