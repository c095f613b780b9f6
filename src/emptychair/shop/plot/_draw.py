"""Pieces that several figures are made of: panels, words at lines, rows with intervals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from emptychair.shop.plot._theme import Hue, Theme
from emptychair.shop.plot._words import two_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas
    from matplotlib.text import Annotation

LINE_HEIGHT = 13.5  # points from one line of ten-point text to the next
GAP = 7  # points between a mark and its words


class Label(NamedTuple):
    """Words at a place of the data."""

    text: str
    x: float
    y: float
    hue: Hue = "ink"
    bold: bool = False


class Row(NamedTuple):
    """A number with its interval on a line of its own; without ends it is known exactly."""

    name: str
    value: float
    low: float | None = None
    high: float | None = None
    hue: Hue = "accent"


def panels(canvas: Canvas, count: int = 1, *, heights: Sequence[float] | None = None) -> list[Axes]:
    """Panels one above another that share the horizontal axis; two units never share a panel."""
    axes = canvas.subplots(count, 1, sharex=True, squeeze=False, height_ratios=heights)
    return [row[0] for row in axes]


def say(ax: Axes, y: str = "", x: str = "") -> None:
    """Name the axes with their units: the vertical one above its panel, where it can be read without turning the head."""
    ax.set_title(y)
    ax.set_xlabel(x)


def levels(ax: Axes, axis: str = "y") -> None:
    """Thin lines to read numbers from, behind everything."""
    ax.grid(axis=axis, linewidth=0.6)  # type: ignore[arg-type] # the stubs want the literal itself
    ax.set_axisbelow(True)
    ax.tick_params(length=0, axis=axis)  # type: ignore[arg-type] # the same


def end_labels(canvas: Canvas, ax: Axes, theme: Theme, labels: Iterable[Label]) -> None:
    """Write each name where its line ends, moved apart where lines end close to each other."""
    given = sorted(labels, key=lambda label: label.y)
    written = [_annotate(ax, theme, label, (GAP, 0)) for label in given]
    canvas.draw_without_rendering()  # only now it is known where on the page a number lies
    points = ax.transData.transform([(label.x, label.y) for label in given])[:, 1] * 72 / canvas.dpi
    for note, point, free in zip(written, points, spread(points, LINE_HEIGHT), strict=True):
        note.set_position((GAP, free - point))


def spread(places: Sequence[float] | np.ndarray[Any, Any], gap: float) -> list[float]:
    """Move sorted places apart until no two are closer than ``gap``, each as little as possible.

    Example:
        >>> spread([0, 1, 20], 10)
        [-4.5, 5.5, 20.0]
    """
    # Places that collide become a block around their mean; blocks that collide become one.
    blocks: list[tuple[float, list[float]]] = []
    for place in places:
        block = [float(place)]
        while True:
            start = sum(block) / len(block) - gap * (len(block) - 1) / 2
            if not blocks or blocks[-1][0] + gap * len(blocks[-1][1]) <= start + 1e-9:
                break
            block = blocks.pop()[1] + block
        blocks.append((start, block))
    return [start + gap * number for start, block in blocks for number in range(len(block))]


def free_labels(canvas: Canvas, ax: Axes, theme: Theme, labels: Sequence[Label]) -> None:
    """Write words beside points, on the first side where they cover no words and no other point and stay on the panel."""
    from matplotlib.transforms import Bbox

    sides = [(x, y) for y in (0, GAP + 4, -GAP - 4, 28, -28, 42, -42) for x in (GAP + 2, -GAP - 2, 0) if x or y]
    canvas.draw_without_rendering()
    canvas.set_layout_engine("none")  # words inside the panel must not move it
    room, size = ax.get_window_extent(), 6 * canvas.dpi / 72
    taken: list[Any] = [text.get_window_extent() for text in ax.texts]
    for x, y in ax.transData.transform([(label.x, label.y) for label in labels]) if labels else ():
        taken.append(Bbox.from_extents(x - size, y - size, x + size, y + size))
    for label in labels:
        covered = []
        for side in sides:
            note = _annotate(ax, theme, label, side)
            covered.append(round(_covered(note, room, taken)))
            note.remove()
        side = sides[covered.index(min(covered))]
        taken.append(_annotate(ax, theme, label, side).get_window_extent())


def lanes(canvas: Canvas, ax: Axes, theme: Theme, labels: Sequence[Label], *, top: bool) -> None:
    """Write what happened at points of a line at the top or the bottom of its panel, each tied to its point.

    Words run to the right. Where they would reach under the tie of a later point, that one's words are put nearer to the line, so
    that no tie crosses words.
    """
    given = sorted(labels, key=lambda label: label.x)
    written = [
        ax.annotate(
            label.text, (label.x, 0), xycoords=("data", "axes fraction"), xytext=(4, 0), textcoords="offset points",
            va="center", annotation_clip=False, color=theme.text(label.hue),
        )
        for label in given
    ]  # fmt: skip
    canvas.draw_without_rendering()
    step = LINE_HEIGHT * canvas.dpi / 72 / ax.get_window_extent().height
    bottom, height = ax.get_ylim()[0], float(np.ptp(ax.get_ylim()))
    placed: list[tuple[float, int]] = []
    for label, note in zip(given, written, strict=True):
        box = note.get_window_extent()
        lane = max((other + 1 for end, other in placed if end + GAP > box.x0 - GAP), default=0)
        placed.append((box.x1, lane))
        share = (lane + 0.7) * step
        note.xy = (label.x, 1 - share if top else share)
        ends = [label.y, bottom + note.xy[1] * height]
        ax.plot([label.x, label.x], ends, color=theme.mark(label.hue), linewidth=1)


def rows(ax: Axes, theme: Theme, given: Sequence[Row], words: Sequence[str]) -> None:
    """One line for each row: name at the left, point and interval, number at the right. The first row is on top."""
    for place, (row, word) in enumerate(zip(given, words, strict=True)):
        color = theme.mark(row.hue)
        if row.low is not None and row.high is not None:
            ax.plot([row.low, row.high], [place, place], color=color, linewidth=2, solid_capstyle="butt")
            for end in (row.low, row.high):
                ax.plot([end, end], [place - 0.12, place + 0.12], color=color, linewidth=2)
        exact = row.low is None
        face = theme.papers[0] if row.hue == "gray" else color  # hollow where nothing was shown
        ax.plot([row.value], [place], "D" if exact else "o", color=color, markersize=8, markerfacecolor=face)
        ax.annotate(
            word, (1, place), xycoords=("axes fraction", "data"), xytext=(GAP, 0), textcoords="offset points",
            va="center", annotation_clip=False, color=theme.text(row.hue),
        )  # fmt: skip
    ax.set_yticks(range(len(given)), [two_lines(row.name) for row in given], color=theme.ink)
    ax.set_ylim(len(given) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)


def zero(ax: Axes, theme: Theme, words: str = "") -> None:
    """A line where nothing has changed."""
    ax.axvline(0, color=theme.ink, linewidth=1)
    if words:
        ax.annotate(words, (0, 1), xycoords=("data", "axes fraction"), xytext=(0, 4), textcoords="offset points",
                    ha="center", va="bottom", color=theme.soft)  # fmt: skip


def event(ax: Axes, theme: Theme, x: float, words: str = "", *, hue: Hue = "ink") -> None:
    """A dashed line at the moment something was done, with words at its top, on the side that has room."""
    low, high = ax.get_xlim()
    right = x < (low + high) / 2
    ax.axvline(x, color=theme.mark(hue), linewidth=1.2, linestyle=(0, (4, 3)))
    if words:
        ax.annotate(words, (x, 1), xycoords=("data", "axes fraction"), xytext=(5 if right else -5, -2),
                    textcoords="offset points", ha="left" if right else "right", va="top",
                    color=theme.text(hue))  # fmt: skip


def _annotate(ax: Axes, theme: Theme, label: Label, side: tuple[float, float]) -> Annotation:
    dx, dy = side
    return ax.annotate(
        label.text, (label.x, label.y), xytext=(dx, dy), textcoords="offset points", annotation_clip=False,
        ha="left" if dx > 0 else "right" if dx < 0 else "center", va="center",
        color=theme.text(label.hue), fontweight="bold" if label.bold else "normal",
    )  # fmt: skip


def _covered(note: Annotation, room: Any, taken: Sequence[Any]) -> float:
    box = note.get_window_extent()
    return float(box.width * box.height - _overlap(box, room) + sum(_overlap(box, other) for other in taken))


def _overlap(one: Any, other: Any) -> float:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return float(wide * high) if wide > 0 and high > 0 else 0.0
