"""What keeping personal data longer buys, and what it costs on the day they leak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from emptychair.shop._policies import Policy
from emptychair.shop._run import RUN_WEEKS, run
from emptychair.shop._settings import CATEGORIES, setting
from emptychair.shop._trust import after_leak
from emptychair.shop._world import World

WEEKS: Final = (0, 4, 8, 13, 26, 52, 78)
"""How long data are kept, where nobody says."""
SHIP_ABOVE: Final = 0.2
"""Parcels are sent ahead above this chance: 2 / (8 + 2), the cost of a wrong one over that of both (``[early]``)."""
DAYS = 7


def retention(world: World, weeks: Sequence[int] = WEEKS) -> pd.DataFrame:
    """A row for each number of weeks for which data are kept; everything measured over the last half year.

    ``accuracy`` is the share of orders whose category is guessed right from the customer's own orders that are kept. ``days_saved``
    and ``early_usd`` are what shipping ahead then does for customers and for the shop. ``trust_lost`` (0 to 1) is what the leak of
    the recorded history takes, ``leak_usd`` the profit it costs in the weeks after it, against a shop that keeps nothing.

    Example:
        >>> from emptychair import shop
        >>> table = retention(shop.load(), [0, 78])
        >>> table["accuracy"].round(2).tolist()
        [0.19, 0.22]
    """
    keep = sorted(weeks)
    accuracy = next_category_accuracy(world, keep)
    bare = run(world, Policy(keep_weeks=0)).profit_usd
    rows = []
    for span, right in zip(keep, accuracy, strict=True):
        early = run(world, Policy(ship_early=SHIP_ABOVE, keep_weeks=span)).weeks
        rows.append(
            {
                "weeks": span,
                "days": DAYS * span,
                "accuracy": right,
                "days_saved": int(early["days_saved"].sum()),
                "early_usd": -float(early["early_usd"].sum()),
                "trust_lost": _lost(world, span),
                "leak_usd": bare - run(world, Policy(keep_weeks=span)).profit_usd if span else 0.0,
            }
        )
    return pd.DataFrame(rows)


def next_category_accuracy(world: World, weeks: Sequence[int]) -> list[float]:
    """How often the category that a customer bought most in the weeks that are kept is the one of the next order.

    The usual mix of all customers weighs as much as ``[early] habit`` orders; who has nothing on file gets its favorite. Asked of
    every order of the last half year whose customer had ordered before.
    """
    orders = world.orders.merge(world.products[["product_id", "category"]], on="product_id")
    orders["code"] = orders["category"].map({name: place for place, name in enumerate(CATEGORIES)})
    first = world.weeks - RUN_WEEKS
    past = orders.loc[orders["week"] < first, "code"]
    usual = np.bincount(past, minlength=len(CATEGORIES)) / len(past)
    asked = orders.loc[orders["week"] >= first, ["customer_id", "day", "code"]].reset_index(drop=True)
    pairs = asked.reset_index().merge(
        orders[["customer_id", "day", "code"]], on="customer_id", suffixes=("", "_before")
    )
    pairs = pairs[pairs["day_before"] < pairs["day"]]
    known = pairs["index"].unique()
    found = []
    for span in weeks:
        kept = pairs[pairs["day"] - pairs["day_before"] <= DAYS * span]
        counts = np.zeros((len(asked), len(CATEGORIES)))
        np.add.at(counts, (kept["index"].to_numpy(), kept["code_before"].to_numpy()), 1)
        guess = (counts + setting("early")["habit"] * usual).argmax(axis=1)
        found.append(float((guess == asked["code"])[known].mean()))
    return found


def _lost(world: World, keep: int) -> float:
    """Trust that the recorded leak takes from the mean customer, with ``keep`` weeks on file."""
    leak = world.incidents.loc[world.incidents["incident"] == "data leak", "week"]
    if leak.empty:
        return 0.0
    week = int(leak.iloc[0])
    joined = world.customers.loc[world.customers["joined_week"] <= week, "joined_week"]
    known = np.minimum(keep / np.maximum(week - joined.to_numpy(), 1), 1.0)
    trust = world.truth.weeks.set_index("week")["trust"].loc[week - 1]
    return float(trust - after_leak(np.full(len(known), trust), known).mean())
