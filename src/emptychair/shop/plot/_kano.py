"""The Kano quadrant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from emptychair.shop.plot._draw import Label, free_labels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._theme import Hue, Theme
from emptychair.shop.plot._words import number, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas

    from emptychair.shop.measures import Kano

LOOKS: dict[str, tuple[Hue, str]] = {
    "must-be": ("bad", "s"),
    "one-dimensional": ("accent", "o"),
    "attractive": ("plum", "^"),
    "indifferent": ("gray", "D"),
    "reverse": ("gold", "v"),
    "questionable": ("gray", "x"),
}


def kano(features: Mapping[str, Kano], *, title: str = "What must be there, and what delights") -> Figure:
    """Features by how much their absence hurts and their presence pleases, from :func:`measures.kano`.

    Raises:
        ValueError: no features, or one whose coefficients are not known.

    Example:
        >>> from emptychair.shop.measures import kano as classify
        >>> print(kano({"tracking": classify(["expect", "like"], ["dislike", "dislike"])}).alt)
        Tracking: must-be, pleases 0.5, absence hurts 1.
    """
    if not features:
        raise ValueError("kano: there is nothing to draw.")
    if lost := [name for name, found in features.items() if found.better != found.better]:
        raise ValueError(
            f"kano: {lost[0]!r} has no coefficients, as nobody wants it or every pair of answers contradicts itself."
        )
    parts = [
        f"{name[:1].upper()}{name[1:]}: {found.category}, pleases {number(found.better)}, absence hurts {number(-found.worse)}"
        for name, found in features.items()
    ]

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        ax.axvline(0.5, color=theme.line, linewidth=1)
        ax.axhline(0.5, color=theme.line, linewidth=1)
        say(ax, "pleases when it is there (better)", "hurts when it is missing (worse, without its minus)")
        corners = (
            (0.02, 0.975, "attractive"),
            (0.98, 0.975, "one-dimensional"),
            (0.02, 0.025, "indifferent"),
            (0.98, 0.025, "must-be"),
        )
        for x, y, words in corners:
            ax.text(
                x,
                y,
                words,
                ha="left" if x < 0.5 else "right",
                va="top" if y > 0.5 else "bottom",
                color=theme.soft,
                style="italic",
            )
        for found in features.values():
            hue, marker = LOOKS[found.category]
            ax.plot([-found.worse], [found.better], marker, color=theme.mark(hue), markersize=9, clip_on=False)
        labels = [
            Label(short(name), -found.worse, found.better, LOOKS[found.category][0]) for name, found in features.items()
        ]
        free_labels(canvas, ax, theme, labels)

    return Figure(title, "; ".join(parts) + ".", draw, 460)
