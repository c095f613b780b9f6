"""Figures made of numbers with their intervals, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from emptychair.shop.plot._draw import Row, panels, rows, say, zero
from emptychair.shop.plot._figure import Figure
from emptychair.shop.plot._table import columns
from emptychair.shop.plot._theme import Hue, Theme
from emptychair.shop.plot._words import listed, percent, points, signed

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Canvas

    from emptychair.shop.measures import ABTest, Estimate


def survey_bias(
    shares: Mapping[str, Estimate | float],
    *,
    what: str = "satisfied customers",
    title: str = "Who answers is not who buys",
) -> Figure:
    """The same share among those who answered, those who were asked, and all: estimates with intervals, or exact shares (0 to 1).

    Exact shares are drawn as diamonds. The last row, which is usually the truth, is drawn in ink.

    Raises:
        ValueError: no shares.

    Example:
        >>> from emptychair.shop.measures import Estimate
        >>> print(survey_bias({"answered": Estimate(0.81, 0.77, 0.84), "all": 0.62}).alt)
        Satisfied customers: answered 81 % (77 % to 84 %) and all 62 %.
    """
    made = _rows("survey_bias", shares, lambda place: "ink" if place == len(shares) - 1 else "accent", 100)
    words = [_with_ends(row, lambda value: percent(value / 100)) for row in made]
    alt = f"{what[:1].upper()}{what[1:]}: {listed([f'{row.name} {word}' for row, word in zip(made, words, strict=True)])}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.set_xlim(0, 100)
        rows(ax, theme, made, words)
        ax.axvline(made[-1].value, color=theme.soft, linewidth=1, linestyle=(0, (4, 3)), zorder=0)
        say(ax, x=f"{what}, %")

    return Figure(title, alt, draw, 120 + 44 * len(made))


def ab_interval(
    tests: ABTest | Mapping[str, ABTest], *, what: str = "contacts per order", title: str = "Did the fix work?"
) -> Figure:
    """Differences of shares with their intervals, from :func:`measures.ab_test`, around zero.

    Raises:
        ValueError: no tests.

    Example:
        >>> from emptychair.shop.measures import ab_test
        >>> print(ab_interval(ab_test(250, 5000, 180, 5000)).alt)
        Difference in contacts per order: −1.4 points (−2.2 to −0.6 points), p = 0.0006, zero is outside.
    """
    named = tests if isinstance(tests, Mapping) else {"difference": tests}
    made = [
        Row(name, 100 * test.difference, 100 * test.low, 100 * test.high, "accent" if test.clear else "gray")
        for name, test in named.items()
    ]
    words = [f"{points(test.difference)}, p {_p(test.p_value)}" for test in named.values()]
    parts = [
        f"{name + ' ' if len(named) > 1 else ''}{points(test.difference)} ({points(test.low).split()[0]} to {points(test.high)}), "
        f"p {_p(test.p_value)}, zero is {'outside' if test.clear else 'inside'}"
        for name, test in named.items()
    ]
    unit = f"difference in {what}, percentage points"
    return _around_zero("ab_interval", made, words, f"Difference in {what}: {'; '.join(parts)}.", unit, title)


def nps(scores: Estimate | Mapping[str, Estimate], *, title: str = "Net Promoter Score") -> Figure:
    """Scores from -100 to 100 with their intervals, from :func:`measures.nps`.

    Raises:
        ValueError: no scores.

    Example:
        >>> from emptychair.shop.measures import nps as score
        >>> print(nps(score([10] * 50 + [8] * 30 + [4] * 20)).alt)
        Net Promoter Score +30 (+14 to +44).
    """
    named = scores if isinstance(scores, Mapping) else {"": scores}
    made = _rows("nps", named, lambda _: "accent", 1)
    words = [_with_ends(row, signed) for row in made]
    alt = f"Net Promoter Score {listed([f'{row.name} {word}'.strip() for row, word in zip(made, words, strict=True)])}."

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        ax.set_xlim(-100, 100)
        zero(ax, theme)
        rows(ax, theme, made, words)
        say(ax, x="promoters less detractors, points")

    return Figure(title, alt, draw, 130 + 44 * len(made))


def competitor_moves(
    table: pd.DataFrame, *, what: str = "our repeat orders", title: str = "Which competitor moves customers noticed"
) -> Figure:
    """What each ``move`` did to a share of ours: ``effect``, ``low``, ``high`` (shares; 0.01 is one point).

    Raises:
        ValueError: a column is missing, or there are no rows.

    Example:
        >>> import pandas as pd
        >>> moves = pd.DataFrame({"move": ["free returns", "new logo"], "effect": [-0.03, 0.001]})
        >>> moves["low"], moves["high"] = moves["effect"] - 0.01, moves["effect"] + 0.01
        >>> print(competitor_moves(moves).alt)
        Change in our repeat orders: free returns −3.0 points (mattered); new logo +0.1 points (no effect seen).
    """
    move, effect, low, high = columns(table, "competitor_moves", "move", "effect", "low", "high")
    seen = [not bottom <= 0 <= top for bottom, top in zip(low, high, strict=True)]
    made = [
        Row(str(name), 100 * value, 100 * bottom, 100 * top, "accent" if mattered else "gray")
        for name, value, bottom, top, mattered in zip(move, effect, low, high, seen, strict=True)
    ]
    words = [points(value) for value in effect]
    verdicts = ["mattered" if mattered else "no effect seen" for mattered in seen]
    parts = [f"{name} {word} ({verdict})" for name, word, verdict in zip(move, words, verdicts, strict=True)]
    unit = f"change in {what}, percentage points"
    return _around_zero("competitor_moves", made, words, f"Change in {what}: {'; '.join(parts)}.", unit, title)


def _around_zero(figure: str, made: list[Row], words: list[str], alt: str, unit: str, title: str) -> Figure:
    if not made:
        raise ValueError(f"{figure}: there is nothing to draw.")

    def draw(canvas: Canvas, theme: Theme) -> None:
        (ax,) = panels(canvas)
        reach = 1.1 * max(max(abs(row.low or 0), abs(row.high or 0), abs(row.value)) for row in made) or 1
        ax.set_xlim(-reach, reach)
        zero(ax, theme, "no difference")
        rows(ax, theme, made, words)
        say(ax, x=unit)

    return Figure(title, alt, draw, 140 + 44 * len(made))


def _rows(figure: str, given: Mapping[str, Any], hue: Callable[[int], Hue], scale: float) -> list[Row]:
    if not given:
        raise ValueError(f"{figure}: there is nothing to draw.")
    made = []
    for place, (name, value) in enumerate(given.items()):
        low, high = (scale * value.low, scale * value.high) if hasattr(value, "low") else (None, None)
        made.append(Row(name, scale * float(getattr(value, "value", value)), low, high, hue(place)))
    return made


def _with_ends(row: Row, unit: Callable[[float], str]) -> str:
    ends = "" if row.low is None or row.high is None else f" ({unit(row.low)} to {unit(row.high)})"
    return f"{unit(row.value)}{ends}"


def _p(value: float) -> str:
    return f"= {value:.4f}" if value >= 0.0001 else "< 0.0001"
