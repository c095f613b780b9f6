"""Figures about chances and what came of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.plot._draw import Label, end_labels, event, free_labels, levels, panels, say
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import columns, together
from emptychair.shop.plot._theme import Hue, Theme
from emptychair.shop.plot._words import listed, number, percent

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Canvas


def calibration(table: pd.DataFrame, *, title: str = "Did the chances come true?") -> Figure:
    """Predicted chances against what happened, from :func:`measures.calibration_curve`.

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> from emptychair.shop.measures import calibration_curve
        >>> table = calibration_curve([0.2] * 50 + [0.8] * 50, [1] * 10 + [0] * 40 + [1] * 25 + [0] * 25, bins=2)
        >>> print(calibration(table).alt)
        Predicted 20 %, happened 20 % of 50; predicted 80 %, happened 50 % of 50 (too high).
    """
    predicted, observed, low, high, cases = columns(
        table, "calibration", "predicted", "observed", "low", "high", "cases"
    )
    verdicts = np.where(predicted > high, " (too high)", np.where(predicted < low, " (too low)", ""))
    alt = "; ".join(
        f"predicted {percent(p)}, happened {percent(o)} of {number(n)}{verdict}"
        for p, o, n, verdict in zip(predicted, observed, cases, verdicts, strict=True)
    )

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.plot([0, 100], [0, 100], color=theme.soft, linewidth=1, linestyle=(0, (4, 3)))
        ax.vlines(100 * predicted, 100 * low, 100 * high, color=theme.mark("accent"), linewidth=1.5)
        ax.plot(100 * predicted, 100 * observed, "-o", color=theme.mark("accent"), markersize=6)
        ax.set_xlim(0, 100)
        ax.set_ylim(0, 100)
        say(ax, "orders that came, % (with 95 % interval)", "predicted chance, %")
        levels(ax)
        side = (
            Label("as predicted", 100, 100, "soft"),
            Label("what happened", 100 * predicted[-1], 100 * observed[-1], "accent"),
        )
        end_labels(canvas, ax, theme, side)

    return Figure(title, _sentence(alt), draw, 420)


def early_shipping(
    curve: pd.DataFrame, *, gain: float, cost: float, title: str = "Days saved against parcels misrouted"
) -> Figure:
    """What each threshold does, from :func:`measures.early_shipping_curve`, and the line p = C / (B + C).

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> from emptychair.shop.measures import early_shipping_curve
        >>> curve = early_shipping_curve([0.2, 0.5, 0.7, 0.9], [0, 0, 1, 1], gain=3, cost=6)
        >>> print(early_shipping(curve, gain=3, cost=6).alt)
        Shipping above a chance of 67 % (C / (B + C) with B = 3 and C = 6) saves 4 days and misroutes 0 parcels. Shipping everything saves 4 days and misroutes 2 parcels.
    """  # noqa: E501 # a figure's words are one line
    threshold, days, wrong = columns(curve, "early_shipping", "threshold", "days_saved", "misrouted")
    line = cost / (gain + cost)
    at = int(np.argmin(np.abs(threshold - line)))
    alt = (
        f"Shipping above a chance of {percent(line)} (C / (B + C) with B = {number(gain)} and C = {number(cost)}) saves "
        f"{number(days[at])} days and misroutes {number(wrong[at])} parcels. Shipping everything saves {number(days[0])} days "
        f"and misroutes {number(wrong[0])} parcels."
    )

    def draw(canvas: Canvas, theme: Theme) -> None:
        words = f"p = C / (B + C) = {percent(line)}: {number(days[at])} days", f"{number(wrong[at])} parcels"
        hues: tuple[Hue, Hue] = ("accent", "bad")
        units = "days saved", "parcels misrouted"
        for ax, values, hue, word, unit in zip(panels(canvas, 2), (days, wrong), hues, words, units, strict=True):
            ax.plot(100 * threshold, values, color=theme.mark(hue))
            ax.set_xlim(0, 100)
            ax.set_ylim(0, max(values) * 1.3 or 1)
            say(ax, unit)
            levels(ax)
            event(ax, theme, 100 * line)
            ax.plot([100 * line], [values[at]], "o", color=theme.mark(hue), markersize=8, clip_on=False)
            # Both lines fall, so the upper right of a point is free.
            ax.annotate(
                word, (100 * line, values[at]), xytext=(6, 6), textcoords="offset points", color=theme.text(hue)
            )
        ax.set_xlabel("ship when the chance of an order is above, %")

    return Figure(title, alt, draw, 440)


def expected_purchases(
    frequency: Iterable[float],
    actual: Iterable[float],
    expected: Iterable[float],
    *,
    top: int = 7,
    title: str = "Who has bought before buys again",
) -> Figure:
    """Purchases that came against those that BG/NBD expected, by how often a customer had bought before.

    One value for each customer: repeat purchases so far, purchases afterwards, and :meth:`BGNBD.expected_purchases`.
    Customers with ``top`` or more are put together.

    Raises:
        ValueError: columns that are empty or of different length.

    Example:
        >>> print(expected_purchases([0, 0, 1, 1], [0, 0, 1, 2], [0.1, 0.1, 1.2, 1.2]).alt)
        Mean purchases afterwards: 0 repeats so far, 0 (expected 0.1) among 2 customers; 1, 1.5 (expected 1.2) among 2.
    """
    before, came, guess = together("expected_purchases", frequency=frequency, actual=actual, expected=expected)
    group = np.minimum(before, top)
    repeats = np.unique(group)
    means = [(came[group == x].mean(), guess[group == x].mean(), int((group == x).sum())) for x in repeats]
    real, model, sizes = (np.array(column) for column in zip(*means, strict=True))
    names = [f"{number(x)}{' or more' if x == top and (before > top).any() else ''}" for x in repeats]
    alt = "; ".join(
        f"{name}{' repeats so far' if not place else ''}, {number(real[place])} (expected {number(model[place])}) "
        f"among {number(sizes[place])}{' customers' if not place else ''}"
        for place, name in enumerate(names)
    )

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.plot(range(len(names)), model, "--s", color=theme.mark("gold"), markersize=6, markerfacecolor="none")
        ax.plot(range(len(names)), real, "-o", color=theme.mark("accent"), markersize=6)
        ax.set_xticks(range(len(names)), [name.replace(" or more", "+") for name in names])
        ax.set_ylim(0, max(real.max(), model.max()) * 1.12 or 1)
        say(ax, "purchases afterwards, mean per customer", "repeat purchases so far")
        levels(ax)
        last = len(names) - 1
        ends = [
            Label(f"came {number(real[-1])}", last, real[-1], "accent"),
            Label(f"expected {number(model[-1])}", last, model[-1], "gold"),
        ]
        end_labels(canvas, ax, theme, ends)

    return Figure(title, f"Mean purchases afterwards: {alt}.", draw)


def privacy_dial(
    table: pd.DataFrame, *, chosen: float | None = None, title: str = "What keeping data longer buys"
) -> Figure:
    """How good the guess is (``accuracy``, 0 to 1) by how many ``days`` of data are kept; ``chosen`` is the dial.

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> import pandas as pd
        >>> print(privacy_dial(pd.DataFrame({"days": [30, 90, 365], "accuracy": [0.40, 0.47, 0.49]}), chosen=90).alt)
        Right guesses by days of data kept: 30 days 40 %, 90 days 47 % and 365 days 49 %. The dial stands at 90 days: 47 %, 96 % of the best.
    """  # noqa: E501 # the same
    days, accuracy = columns(
        table.sort_values("days") if "days" in table else table, "privacy_dial", "days", "accuracy"
    )
    alt = f"Right guesses by days of data kept: {listed([f'{number(d)} days {percent(a)}' for d, a in zip(days, accuracy, strict=True)])}."
    at = None if chosen is None else float(np.interp(chosen, days, accuracy))
    if chosen is not None and at is not None:
        alt += f" The dial stands at {number(chosen)} days: {percent(at)}, {percent(at / max(accuracy.max(), 1e-12))} of the best."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.plot(days, 100 * accuracy, "-o", color=theme.mark("accent"), markersize=5, clip_on=False)
        ax.set_ylim(0, max(100 * accuracy) * 1.2 or 1)
        ax.set_xlim(0, days.max())
        say(ax, "next category guessed right, %", "days of data kept")
        levels(ax)
        end_labels(canvas, ax, theme, [Label(percent(accuracy[-1]), days[-1], 100 * accuracy[-1], "accent")])
        if chosen is not None and at is not None:
            ax.plot([chosen], [100 * at], "D", color=theme.mark("plum"), markersize=9)
            ax.plot([chosen, chosen], [0, 100 * at], color=theme.mark("plum"), linewidth=1.2, linestyle=(0, (4, 3)))
            free_labels(canvas, ax, theme, [Label(f"{number(chosen)} days: {percent(at)}", chosen, 50 * at, "plum")])

    return Figure(title, alt, draw)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
