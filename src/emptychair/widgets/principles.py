"""Principles: the sixteen in our words, to open one by one."""

from __future__ import annotations

from html import escape

import traitlets

from emptychair.practice.principles import principle_source, principles
from emptychair.widgets._base import Face, module


class Principles(Face):
    """What each leadership principle asks, in our words, and how customer obsession pulls it in.

    Example:
        >>> Principles()
        Principles: the sixteen in our words
    """

    _esm = module("principles.js")

    rows = traitlets.List().tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        rows = [{"name": it.name, "ours": it.ours, "pull": it.pull} for it in principles()]
        super().__init__(rows=rows, source=principle_source())

    def describe(self) -> str:
        return "Principles: the sixteen in our words"

    def static_html(self) -> str:
        items = "".join(
            f"<li><strong>{escape(it.name)}.</strong> {escape(it.ours)} <em>{escape(it.pull)}</em></li>"
            for it in principles()
        )
        return f"<ol>{items}</ol><p>Amazon's own wording: {escape(principle_source())}</p>"
