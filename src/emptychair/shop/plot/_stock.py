"""A style that takes off, and the stock that follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.plot._draw import Label, end_labels, event, levels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import Column, columns
from emptychair.shop.plot._theme import Theme
from emptychair.shop.plot._words import course, name_of, number

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Canvas


def style_takeoff(
    table: pd.DataFrame, *, style: str = "", reorder_week: int | None = None, title: str | None = None
) -> Figure:
    """One style: what customers wanted each week, and what was on hand.

    ``table`` has the columns ``week``, ``demand`` and ``on_hand`` (pieces) and, where it is known, ``lost_sales``.

    Raises:
        ValueError: a column is missing, or there are no weeks.

    Example:
        >>> import pandas as pd
        >>> stock = pd.DataFrame({"week": [0, 1, 2], "demand": [10, 30, 60], "on_hand": [80, 50, 0], "lost_sales": [0, 0, 10]})
        >>> print(style_takeoff(stock, style="wave").alt)
        Demand starts at 10 (week 0) and ends at 60 (week 2). Stock on hand starts at 80 (week 0) and ends at 0 (week 2). 10 pieces were wanted and not there.
    """  # noqa: E501 # the same
    weeks, demand, stock = columns(table, "style_takeoff", "week", "demand", "on_hand")
    lost = columns(table, "style_takeoff", "lost_sales")[0] if "lost_sales" in table else np.zeros(len(weeks))
    names = [name_of(week) for week in weeks]
    alt = f"{course('Demand', names, demand, number, 'week')} {course('Stock on hand', names, stock, number, 'week')}"
    if lost.sum():
        alt += f" {number(float(lost.sum()))} pieces were wanted and not there."
    if reorder_week is not None:
        alt += f" Reordered in week {reorder_week}."
    draw = partial(_draw_takeoff, weeks, demand, stock, lost, reorder_week)
    return Figure(title or f"A style takes off{': ' if style else ''}{style}", alt, draw, 440)


def _draw_takeoff(
    weeks: Column, demand: Column, stock: Column, lost: Column, reorder: int | None, canvas: Canvas, theme: Theme
) -> None:
    wanted, there = panels(canvas, 2)
    wanted.plot(weeks, demand, color=theme.mark("accent"))
    there.plot(weeks, stock, color=theme.mark("plum"), drawstyle="steps-post")
    say(wanted, "pieces wanted a week")
    say(there, "pieces on hand", "week")
    for ax, top in ((wanted, demand.max()), (there, stock.max())):
        ax.set_ylim(0, top * 1.2 or 1)
        ax.set_xlim(weeks.min(), weeks.max())
        levels(ax)
    ends = [Label("wanted", weeks[-1], demand[-1], "accent")]
    if lost.any():
        wanted.bar(weeks, lost, width=-0.5, align="edge", color=theme.mark("bad"))
        ends.append(Label("not there", weeks[-1], lost[-1] / 2, "bad"))
    end_labels(canvas, wanted, theme, ends)
    end_labels(canvas, there, theme, [Label("on hand", weeks[-1], stock[-1], "plum")])
    if reorder is not None:
        event(wanted, theme, reorder)
        event(there, theme, reorder, "reordered")
