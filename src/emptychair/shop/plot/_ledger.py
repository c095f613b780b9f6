"""The trust ledger: a line with what was promised, kept and broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.plot._draw import Label, end_labels, lanes, levels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import together
from emptychair.shop.plot._theme import Theme
from emptychair.shop.plot._words import course, listed, name_of, number, short

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Canvas


def trust_ledger(
    weeks: Iterable[float],
    trust: Iterable[float],
    events: Sequence[tuple[float, str, bool]] = (),
    *,
    title: str = "Trust is earned slowly and lost quickly",
) -> Figure:
    """Trust (0 to 100) over weeks, with the promises that were kept or broken: (week, what, whether kept).

    Raises:
        ValueError: columns that are empty or of different length.

    Example:
        >>> ledger = trust_ledger([0, 1, 2, 3], [50, 52, 38, 41], [(2, "parcels late", False)])
        >>> print(ledger.alt)
        Trust starts at 50 (week 0), is highest at 52 (week 1), is lowest at 38 (week 2) and ends at 41 (week 3). Largest rise in a week +3, largest fall −14. Broken: parcels late (week 2).
    """  # noqa: E501 # the same
    when, level = together("trust_ledger", weeks=weeks, trust=trust)
    alt = course("Trust", [name_of(week) for week in when], level, number, "week")
    steps = np.diff(level)
    if len(steps) and steps.max() > 0 > steps.min():
        alt += f" Largest rise in a week +{number(steps.max())}, largest fall {number(steps.min())}."
    for kept, word in ((True, "Kept"), (False, "Broken")):
        if some := [f"{what} (week {name_of(week)})" for week, what, held in events if held == kept]:
            alt += f" {word}: {listed(some)}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.plot(when, level, color=theme.mark("accent"))
        labels = []
        for week, what, kept in events:
            at = float(np.interp(week, when, level))
            ax.plot([week], [at], "o" if kept else "X", color=theme.mark("green" if kept else "bad"), markersize=9)
            labels.append(Label(f"{'kept' if kept else 'broken'}: {short(what)}", week, at, "green" if kept else "bad"))
        ax.set_ylim(0, 100)
        ax.set_xlim(when.min(), when.max())
        say(ax, "trust, 0 to 100", "week")
        levels(ax)
        end_labels(canvas, ax, theme, [Label(number(level[-1]), when[-1], level[-1], "accent")])
        lanes(canvas, ax, theme, labels, top=bool(level.mean() < 50))

    return Figure(title, alt, draw, 380)
