"""A figure as a value: what it says, what it says in words, and how it is drawn on light or dark paper."""

from __future__ import annotations

import base64
import hashlib
import html
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emptychair.shop.plot._theme import THEMES, Name, Theme

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

PIXELS = 96  # of a style sheet's inch, so that ten points here are ten points there
SCALE = 2  # screens have two pixels for one by now
COLORS = 64


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Figure:
    """One figure of the course. Shown in a notebook it follows JupyterLab's theme and carries its own text alternative.

    Attributes:
        title: what the figure is about.
        alt: the same in words and numbers, from the same data.
        draw: puts it on a matplotlib figure, in the colors of a theme.
        height: in pixels of a page.
    """

    title: str
    alt: str
    draw: Callable[[Canvas, Theme], None]
    height: int = 360

    def canvas(self, theme: Name = "light", *, width: int = 700) -> Canvas:
        """Draw it as a matplotlib figure, ``width`` pixels wide on a page, for those who want to go on with it.

        Raises:
            ValueError: another theme than light and dark.
        """
        import matplotlib as mpl
        from matplotlib.figure import Figure as Canvas

        if theme not in THEMES:
            raise ValueError(f"There is no theme {theme!r}. Use {' or '.join(map(repr, THEMES))}.")
        colors = THEMES[theme]
        with mpl.rc_context(_style(colors)):
            canvas = Canvas(figsize=(width / PIXELS, self.height / PIXELS), dpi=PIXELS, layout="constrained")
            canvas.suptitle(self.title, x=0.008, ha="left", fontsize=12, fontweight="bold", color=colors.ink)
            self.draw(canvas, colors)
        return canvas

    def png(self, theme: Name = "light", *, width: int = 700, scale: float = SCALE) -> bytes:
        """Draw it as a picture with ``scale`` pixels for one of a page; the dark one is transparent.

        Raises:
            ValueError: another theme than light and dark.
        """
        from PIL import Image  # comes with matplotlib

        canvas, raw, small = self.canvas(theme, width=width), io.BytesIO(), io.BytesIO()
        # The light one has white paper, as it is also what shows where a page's style cannot be asked.
        canvas.savefig(raw, format="png", dpi=PIXELS * scale, transparent=theme == "dark")
        # A figure has few colors: with a palette it is a third of the size, and lessons carry every figure twice.
        # The octree is the one method that keeps transparency, coverage the one that keeps white white.
        light, method = theme == "light", Image.Quantize
        picture = Image.open(raw).convert("RGB" if light else "RGBA")
        few = picture.quantize(COLORS, method.MAXCOVERAGE if light else method.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(small, "PNG", optimize=True)
        return small.getvalue()

    def save(self, path: str | Path, theme: Name = "light", *, width: int = 700) -> Path:
        """Write the picture to a file and give its path.

        Raises:
            ValueError: another theme than light and dark.
        """
        target = Path(path)
        target.write_bytes(self.png(theme, width=width))
        return target

    def to_html(self, *, width: int = 700) -> str:
        """An ``img`` with its text alternative that changes with JupyterLab's theme, without a script."""
        light, dark = self.png("light", width=width), self.png("dark", width=width)
        name = f"ec-figure-{hashlib.sha256(light).hexdigest()[:12]}"
        # Where a page drops the style (an untrusted notebook does), the light picture on its own paper is left.
        return (
            f'<style>[data-jp-theme-light="false"] .{name} {{ content: url({_data(dark)}); }}</style>'
            f'<img class="{name}" src="{_data(light)}" alt="{html.escape(self.alt)}" width="{width}" style="max-width: 100%;">'
        )

    def __repr__(self) -> str:
        """The words, for those who do not see the picture and for the comparison of lessons."""
        stop = "" if self.title.endswith("?") else "."
        return f"{self.title}{stop} {self.alt}"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        del include, exclude  # IPython filters by itself
        return {"text/plain": repr(self), "text/html": self.to_html()}


def _data(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def _style(theme: Theme) -> dict[Any, Any]:
    """Matplotlib's settings: text first, two thin axes, nothing that carries no number."""
    return {
        "font.family": "DejaVu Sans",  # comes with matplotlib, so it is the same on every machine
        "font.size": 10,
        "figure.facecolor": theme.papers[0],
        "axes.facecolor": "none",
        "axes.edgecolor": theme.soft,
        "axes.labelcolor": theme.soft,
        "axes.labelsize": 10,
        "axes.titlecolor": theme.soft,
        "axes.titlesize": 10,
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": 0.8,
        "xtick.color": theme.soft,
        "ytick.color": theme.soft,
        "text.color": theme.ink,
        "text.parse_math": False,  # a dollar is a dollar
        "grid.color": theme.line,
        "lines.linewidth": 2,
        "lines.solid_capstyle": "round",
        "figure.constrained_layout.h_pad": 0.06,
        "figure.constrained_layout.w_pad": 0.08,
    }
