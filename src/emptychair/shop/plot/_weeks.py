"""Figures that run over weeks or quarters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from emptychair.shop.plot._draw import Label, end_labels, event, levels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import columns, together
from emptychair.shop.plot._theme import DASHES, SERIES, Theme
from emptychair.shop.plot._words import course, listed, name_of, number, percent, short

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Canvas


def repeat_and_trust(
    quarters: Iterable[Any],
    repeat_rate: Iterable[float],
    trust: Iterable[float],
    *,
    title: str = "Repeat orders follow trust",
) -> Figure:
    """The share of customers who bought again (0 to 1) and their trust (0 to 100), for each quarter.

    Raises:
        ValueError: columns that are empty or of different length.

    Example:
        >>> repeat_and_trust([1, 2, 3], [0.30, 0.34, 0.25], [60, 66, 48])
        Repeat orders follow trust. Repeat rate starts at 30 % (quarter 1), is highest at 34 % (quarter 2) and ends at 25 % (quarter 3). Trust starts at 60 (quarter 1), is highest at 66 (quarter 2) and ends at 48 (quarter 3).
    """  # noqa: E501 # a figure's words are one line
    when, rate, level = together("repeat_and_trust", quarters=quarters, repeat_rate=repeat_rate, trust=trust)
    names = [name_of(quarter) for quarter in when]
    alt = f"{course('Repeat rate', names, rate, percent, 'quarter')} {course('Trust', names, level, number, 'quarter')}"

    def draw(canvas: Canvas, theme: Theme) -> None:
        for ax, values, unit, hue, words in zip(
            panels(canvas, 2),
            (100 * rate, level),
            ("customers who bought again, %", "trust, 0 to 100"),
            ("accent", "plum"),
            (percent(rate[-1]), number(level[-1])),
            strict=True,
        ):
            ax.plot(range(len(names)), values, "-o", color=theme.marks[hue], markersize=5, clip_on=False)
            ax.set_xlim(-0.3, len(names) - 1)
            ax.set_ylim(0, max(values) * 1.15 or 1)
            say(ax, unit)
            levels(ax)
            end_labels(canvas, ax, theme, [Label(words, len(names) - 1, values[-1], hue)])  # type: ignore[arg-type] # a Hue
        ax.set_xticks(range(len(names)), names)
        ax.set_xlabel("quarter")

    return Figure(title, alt, draw, 420)


def contacts_per_order(
    rates: pd.Series[float],
    *,
    fixed_week: int | None = None,
    fix: str = "fixed",
    title: str = "How often customers have to call",
) -> Figure:
    """Contacts per order for each week (a column indexed by week), and the week in which a cause was removed.

    Raises:
        ValueError: no weeks.

    Example:
        >>> import pandas as pd
        >>> print(contacts_per_order(pd.Series([0.2, 0.3, 0.1, 0.1]), fixed_week=2, fix="seal replaced").alt)
        Contacts per order starts at 0.2 (week 0), is highest at 0.3 (week 1) and ends at 0.1 (week 3). Mean before week 2 (seal replaced): 0.25; from then on: 0.1.
    """  # noqa: E501 # the same
    weeks, values = together("contacts_per_order", weeks=rates.index, rates=rates)
    alt = course("Contacts per order", [name_of(week) for week in weeks], values, number, "week")
    parts = [np.ones(len(weeks), dtype=bool)]
    if fixed_week is not None:
        parts = [weeks < fixed_week, weeks >= fixed_week]
        before, after = (number(float(values[part].mean())) if part.any() else "unknown" for part in parts)
        alt += f" Mean before week {fixed_week} ({fix}): {before}; from then on: {after}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.plot(weeks, values, color=theme.mark("accent"))
        ax.set_ylim(0, max(values) * 1.25 or 1)
        ax.set_xlim(min(weeks), max(weeks) + 1e-9)
        say(ax, "contacts per order", "week")
        levels(ax)
        if fixed_week is not None:
            event(ax, theme, fixed_week, fix)
            for part in parts:
                if part.any():
                    mean = float(values[part].mean())
                    ax.plot(
                        weeks[part][[0, -1]], [mean, mean], color=theme.soft, linewidth=1.2, linestyle=(0, (1, 1.5))
                    )
            if parts[0].any() and parts[1].any():
                end_labels(canvas, ax, theme, [Label(f"mean {after},\nwas {before}", weeks[-1], mean, "soft")])

    return Figure(title, alt, draw)


def policies(
    table: pd.DataFrame,
    *,
    what: str = "Trust",
    unit: str = "trust, 0 to 100",
    title: str = "One shop, four ways to listen",
) -> Figure:
    """How one number runs under each policy: a row for each week, a column for each policy.

    Raises:
        ValueError: no weeks or no policies.

    Example:
        >>> import pandas as pd
        >>> print(policies(pd.DataFrame({"closed loop": [50, 70], "marketing only": [50, 41]})).alt)
        Trust after week 1, highest first: closed loop 70 and marketing only 41. All start at 50.
    """
    values = columns(table, "policies", *table.columns)
    if not values:
        raise ValueError("policies: the table has no columns. Give it one for each policy.")
    weeks = np.asarray(table.index, dtype=float)
    names = [str(name) for name in table.columns]
    order = sorted(range(len(names)), key=lambda place: -values[place][-1])
    ends = listed([f"{names[place]} {number(values[place][-1])}" for place in order])
    starts = {number(column[0]) for column in values}
    alt = f"{what} after week {name_of(weeks[-1])}, highest first: {ends}."
    if len(starts) == 1:
        alt += f" All start at {starts.pop()}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ends = []
        for place, (name, column) in enumerate(zip(names, values, strict=True)):
            hue = SERIES[place % len(SERIES)]
            ax.plot(weeks, column, color=theme.mark(hue), linestyle=DASHES[place % len(DASHES)])
            ends.append(Label(f"{short(name)} {number(column[-1])}", weeks[-1], column[-1], hue))
        say(ax, unit, "week")
        levels(ax)
        ax.set_xlim(weeks[0], weeks[-1])
        end_labels(canvas, ax, theme, ends)

    return Figure(title, alt, draw, 400)
