"""Two palettes, one for light and one for dark paper: the hues of the widgets' style sheet.

Every hue reads as a mark on its paper (3:1 or more), every text color as text (4.5:1 or more); a test computes both. Hues of one
panel also stay apart for people who see two of the three primary colors, and no figure tells things apart by hue alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Name = Literal["light", "dark"]
Hue = Literal["accent", "blue", "gold", "green", "plum", "gray", "bad", "ink", "soft"]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colors of one paper: marks by name, and the text colors that go with them."""

    name: Name
    papers: tuple[str, ...]  # the first one is drawn on; the others are what a page may have behind it
    ink: str
    soft: str
    line: str
    marks: dict[str, str]
    texts: dict[str, str]

    def mark(self, hue: Hue) -> str:
        """The color of lines, bars and points."""
        return self.marks[hue]

    def text(self, hue: Hue) -> str:
        """The color of words about such a mark."""
        return self.texts.get(hue, self.marks[hue])


def _theme(name: Name, papers: tuple[str, ...], ink: str, soft: str, line: str, marks: str, **texts: str) -> Theme:
    hues = dict(zip(("accent", "blue", "gold", "green", "plum", "gray", "bad"), marks.split(), strict=True))
    return Theme(name, papers, ink, soft, line, {**hues, "ink": ink, "soft": soft}, texts)


LIGHT = _theme(
    "light", ("#ffffff",), "#1c1c1c", "#5b5b5b", "#dcd9d3",
    "#0b6e75 #3f7cac #b8860b #2f855a #a4508b #6b7280 #b42318",
    blue="#36709f", gold="#8a6500", green="#2a7a52",
)  # fmt: skip
# JupyterLab's dark theme has #111111 behind a notebook and #212121 behind a widget.
DARK = _theme(
    "dark", ("#111111", "#212121"), "#e6e6e6", "#b0b0b0", "#4a4a4a",
    "#5cc8d0 #7fb5e6 #e0b84c #6cc79a #d68fc2 #a3a9b3 #f08a80",
)  # fmt: skip
THEMES: dict[Name, Theme] = {"light": LIGHT, "dark": DARK}
SERIES: tuple[Hue, ...] = ("accent", "gold", "ink", "blue", "plum", "green")
"""Hues of lines in one panel, in this order; each comes with a dash of its own."""
DASHES = ("-", (0, (6, 2)), (0, (2, 1.5)), (0, (6, 2, 1.5, 2)), (0, (10, 3)), (0, (1, 1)))
