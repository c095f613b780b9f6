"""The calendar: seasons of buying, days of the week."""

from __future__ import annotations

import numpy as np

from emptychair.shop._settings import setting
from emptychair.shop._streams import Floats, Ints

YEAR = 52


def season(weeks: int) -> Floats:
    """How much is bought in each week, 1 in the mean of a year.

    Example:
        >>> bool(abs(season(52).mean() - 1) < 1e-9)
        True
    """
    form = setting("season")
    week = np.arange(YEAR)
    wave = form["swing"] * np.cos(2 * np.pi * (week - form["top_week"]) / YEAR)
    gifts = form["gift_peak"] * np.exp(-0.5 * ((week - form["gift_week"]) / form["gift_width"]) ** 2)
    year: Floats = 1 + wave + gifts
    return np.resize(year / year.mean(), weeks)


def weekday(part: Floats) -> Ints:
    """The day of the week (Monday is 0) on which a given part of a week's orders has come in."""
    return np.searchsorted(np.cumsum(setting("season")["weekdays"])[:-1], part, side="right").astype(np.int64)
