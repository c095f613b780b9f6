"""Competitors' moves and one-off incidents, week by week."""

from __future__ import annotations

from typing import Any

import numpy as np

from emptychair.shop._settings import CATEGORIES, REGIONS, read
from emptychair.shop._streams import Flags, Floats, Ints

LEAK = "data leak"


def moves(weeks: int) -> list[dict[str, Any]]:
    """The competitors' moves that begin within so many weeks."""
    return [move for move in read("market")["moves"] if move["week"] < weeks]


def incidents(weeks: int) -> list[dict[str, Any]]:
    """The incidents that begin within so many weeks, in order."""
    return sorted((one for one in read("market")["incidents"] if one["week"] < weeks), key=lambda one: one["week"])


def taken(weeks: int) -> Floats:
    """Share of a category's orders that the most price-sensitive customers give away, by week and category."""
    share = np.zeros((weeks, len(CATEGORIES)))
    for move in moves(weeks):
        share[move["week"] : move["week"] + move["weeks"], CATEGORIES.index(move["category"])] = move["takes"]
    return share


def answered(weeks: int, answers: tuple[int, ...]) -> Flags:
    """Weeks and categories in which the shop has lowered its prices to answer a competitor."""
    low = np.zeros((weeks, len(CATEGORIES)), bool)
    for move in moves(weeks):
        if move["week"] in answers:
            low[move["week"] : move["week"] + move["weeks"], CATEGORIES.index(move["category"])] = True
    return low


def delays(weeks: int) -> Ints:
    """Days that parcels are delayed by incidents, by week and region."""
    days = np.zeros((weeks, len(REGIONS)), np.int64)
    for one in incidents(weeks):
        where = REGIONS.index(one["region"]) if "region" in one else slice(None)
        days[one["week"] : one["week"] + one["weeks"], where] += one["days"]
    return days


def leaks(weeks: int) -> list[int]:
    """Weeks in which personal data leak."""
    return [one["week"] for one in incidents(weeks) if one["incident"] == LEAK]
