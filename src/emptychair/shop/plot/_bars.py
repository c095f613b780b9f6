"""Figures made of bars: how much of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from emptychair.shop.plot._draw import GAP, levels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import Column, columns, together
from emptychair.shop.plot._theme import Hue, Theme
from emptychair.shop.plot._words import listed, number, percent, short

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

FEW = 0.8
"""The share that Pareto's few make."""


def pareto(
    table: pd.DataFrame, *, top: int = 10, what: str = "contacts", title: str = "Few reasons make most contacts"
) -> Figure:
    """Reasons by size with their cumulative share, from :func:`measures.pareto`; the few that make 80 % stand out.

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> from emptychair.shop.measures import pareto as count
        >>> print(pareto(count(["late"] * 6 + ["leaks"] * 3 + ["size"])).alt)
        10 contacts: late 60 %, leaks 30 % and size 10 %. The first 2 of 3 reasons make 90 %.
    """
    reason, count, share, cumulative = columns(table, "pareto", "reason", "count", "share", "cumulative")
    few = int(np.searchsorted(cumulative, FEW - 1e-9)) + 1
    shown = min(top, len(reason))
    parts = listed([f"{_words(reason[place])} {percent(share[place])}" for place in range(shown)])
    alt = f"{number(float(count.sum()))} {what}: {parts}{', and others' if shown < len(reason) else ''}. "
    alt += f"The first {few} of {len(reason)} reasons make {percent(cumulative[few - 1])}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        hues: list[Hue] = ["accent" if place < few else "gray" for place in range(shown)]
        colors = [theme.mark(hue) for hue in hues]
        faces = ["none" if hue == "gray" else color for hue, color in zip(hues, colors, strict=True)]
        ax.barh(range(shown), count[:shown], height=0.66, color=faces, edgecolor=colors, linewidth=1.2)
        words = [f"{percent(share[place])}, together {percent(cumulative[place])}" for place in range(shown)]
        words[0] = percent(share[0])
        _finish(ax, theme, reason[:shown], count[:shown], words, hues)
        say(ax, x=what)

    return Figure(title, alt, draw, 130 + 30 * shown)


def themes(table: pd.DataFrame, *, top: int = 12, title: str = "What the reviews are about") -> Figure:
    """Themes by how often they are mentioned, split by feeling: columns ``theme``, ``negative``, ``mixed``, ``positive``.

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> import pandas as pd
        >>> print(themes(pd.DataFrame({"theme": ["late_delivery"], "negative": [30], "mixed": [5], "positive": [5]})).alt)
        Mentions by theme: late delivery 40 (75 % negative, 12 % mixed, 12 % positive).
    """
    name, bad, mixed, good = columns(table, "themes", "theme", "negative", "mixed", "positive")
    total = bad + mixed + good
    order = np.argsort(-total, kind="stable")[:top]
    parts = [
        f"{_words(name[place])} {number(total[place])} ({percent(bad[place] / total[place])} negative, "
        f"{percent(mixed[place] / total[place])} mixed, {percent(good[place] / total[place])} positive)"
        for place in order
        if total[place]
    ]
    alt = f"Mentions by theme: {listed(parts or ['none'])}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        left = np.zeros(len(order))
        parts: list[tuple[npt.NDArray[np.float64], Hue, str]]
        parts = [(bad, "bad", "negative"), (mixed, "gray", "mixed"), (good, "green", "positive")]
        x = 0.0
        for values, hue, word in parts:
            ax.barh(range(len(order)), values[order], 0.66, left, color=theme.mark(hue), edgecolor=theme.papers[0])
            left = left + values[order]
            # The words above the bars are the key: in their order, in their color.
            note = ax.annotate(
                word, (0, 1), xycoords="axes fraction", xytext=(x, 4), textcoords="offset points", color=theme.text(hue)
            )
            x += note.get_window_extent().width * 72 / canvas.dpi + 14
        words = [number(mentions) for mentions in total[order]]
        _finish(ax, theme, name[order], total[order], words, ["ink"] * len(order))
        say(ax, x="mentions in reviews")

    return Figure(title, alt, draw, 130 + 28 * len(order))


def ratings(stars: npt.ArrayLike, *, title: str = "Stars are shaped like a J") -> Figure:
    """How many reviews have one to five stars.

    Raises:
        ValueError: no ratings, or ratings that are not 1 to 5.

    Example:
        >>> print(ratings([5, 5, 5, 4, 1]).alt)
        5 reviews: 1 star 20 %, 2 stars 0 %, 3 stars 0 %, 4 stars 20 % and 5 stars 60 %. The mean is 4.
    """
    (given,) = together("ratings", stars=np.asarray(stars))
    if not np.isin(given, range(1, 6)).all():
        raise ValueError("ratings: stars have to be 1 to 5. load_reviews() maps other scales.")
    counts = np.array([(given == star).sum() for star in range(1, 6)])
    share = counts / counts.sum()
    parts = [f"{star} star{'s' if star > 1 else ''} {percent(share[star - 1])}" for star in range(1, 6)]
    alt = f"{number(counts.sum())} reviews: {listed(parts)}. The mean is {number(given.mean())}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.bar(range(1, 6), 100 * share, width=0.66, color=theme.mark("accent"))
        for star in range(1, 6):
            top = (star, 100 * share[star - 1])
            ax.annotate(percent(share[star - 1]), top, xytext=(0, 4), textcoords="offset points", ha="center")
        ax.set_xticks(range(1, 6))
        ax.set_ylim(0, max(100 * share) * 1.15)
        say(ax, "reviews, %", "stars")
        levels(ax)
        ax.tick_params(axis="x", length=0)

    return Figure(title, alt, draw)


def next_purchase(chances: pd.Series[float], *, last: str = "", top: int = 10, title: str | None = None) -> Figure:
    """The chance of each category to be bought next, from :meth:`NextPurchase.predict`.

    Raises:
        ValueError: no categories.

    Example:
        >>> import pandas as pd
        >>> print(next_purchase(pd.Series({"lamps": 0.6, "toys": 0.4}), last="kettles").alt)
        After kettles: lamps 60 % and toys 40 %.
    """
    names, values = together("next_purchase", categories=chances.index, chances=chances)
    order = np.argsort(-values, kind="stable")[:top]
    alt = listed([f"{_words(names[place])} {percent(values[place])}" for place in order])

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        shown = values[order]
        ax.barh(range(len(order)), 100 * shown, height=0.66, color=theme.mark("accent"))
        words = [percent(chance) for chance in shown]
        _finish(ax, theme, names[order], 100 * shown, words, ["ink"] * len(order))
        say(ax, x="chance to be bought next, %")

    heading = title or f"What comes after {last or 'the last purchase'}"
    return Figure(heading, f"{f'After {last}' if last else 'Next'}: {alt}.", draw, 120 + 30 * len(order))


def _finish(ax: Axes, theme: Theme, names: Column, ends: Column, words: list[str], hues: list[Hue]) -> None:
    """Names at the left of lying bars, numbers at their ends."""
    for place, (end, word, hue) in enumerate(zip(ends, words, hues, strict=True)):
        ax.annotate(
            word, (end, place), xytext=(GAP, 0), textcoords="offset points", va="center_baseline", annotation_clip=False,
            color=theme.text(hue),
        )  # fmt: skip
    ax.set_yticks(range(len(names)), [short(name) for name in names], color=theme.ink)
    ax.set_ylim(len(names) - 0.5, -0.5)
    ax.set_xlim(0, max(ends.max(), 1e-9))
    ax.tick_params(axis="y", length=0)


def _words(name: object) -> str:
    return str(name).replace("_", " ")
