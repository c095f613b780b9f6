"""What the shop expected of its customers in some weeks, and what they then did: the raw material of shipping before the order."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from emptychair.shop._early import Early
from emptychair.shop._scene import scene
from emptychair.shop._settings import CATEGORIES, setting
from emptychair.shop._world import World


def order_chances(
    world: World, weeks: Iterable[int], *, keep_weeks: int | None = None, least: float = 0.02
) -> pd.DataFrame:
    """The chance, at the start of each of ``weeks``, that a customer orders from a category before a parcel would be called back.

    One row for each week, customer and category with a chance of ``least`` or more: ``week``, ``customer_id``, ``category``, ``chance``
    and ``ordered``, whether the order came. The forecast is the one that ``Policy(ship_early=...)`` uses; it knows the orders of the
    last ``keep_weeks`` (all, if None) and nothing of the weeks to come.

    Raises:
        ValueError: a week that the world does not have, or has not enough weeks after it to see what came.

    Example:
        >>> from emptychair import shop
        >>> table = order_chances(shop.load(), [60], least=0.2)
        >>> list(table), bool(table["chance"].min() >= 0.2)
        (['week', 'customer_id', 'category', 'chance', 'ordered'], True)
    """
    horizon = setting("early")["horizon"]
    asked = sorted(set(weeks))
    if not asked or asked[0] < 0 or asked[-1] > world.weeks - horizon:
        raise ValueError(f"weeks are between 0 and {world.weeks - horizon} in this world, not {asked}.")
    week, who, category, place = _orders(world)
    people = scene(world.seed, world.size, world.weeks).people
    early = Early(
        1.0, keep_weeks, people, world.weeks
    )  # no chance is above 1: it forgets and forecasts, and sends nothing
    found = []
    for now in range(asked[-1] + 1):
        if now in asked:
            soon = (week >= now) & (week < now + horizon)
            ordered = np.zeros((world.size, len(CATEGORIES)), bool)
            ordered[who[soon], category[soon]] = True
            early.send(now, np.ones(people.all, bool))
            found.append(_table(now, early.forecast(now)[: world.size], ordered, least))
        # One order a customer at a time, as the shop takes them.
        for turn in range(int(place[week == now].max(initial=-1)) + 1):
            batch = (week == now) & (place == turn)
            early.arrive(now, who[batch], category[batch])
    return pd.concat(found, ignore_index=True)


def _orders(world: World) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Week, customer and category of each order, and which of the customer's orders of that week it is."""
    kind = world.products.set_index("product_id")["category"]
    category = pd.Categorical(world.orders["product_id"].map(kind), CATEGORIES).codes.astype(np.int64)
    place = world.orders.groupby(["week", "customer_id"]).cumcount().to_numpy()
    return world.orders["week"].to_numpy(), world.orders["customer_id"].to_numpy() - 1, category, place


def _table(week: int, chance: np.ndarray, ordered: np.ndarray, least: float) -> pd.DataFrame:
    who, kind = np.nonzero(chance >= least)
    return pd.DataFrame(
        {
            "week": week,
            "customer_id": who + 1,
            "category": np.array(CATEGORIES)[kind],
            "chance": chance[who, kind],
            "ordered": ordered[who, kind],
        }
    )
