"""Visits: pages looked at and baskets filled, before an order or without one."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop._checkout import Columns
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import setting
from emptychair.shop._streams import generator


def visits(scene: Scene, orders: Columns) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Page views and baskets. Every order was in a basket; some visits end without an order."""
    rng, form = generator(scene.seed, "visits"), setting("visit")
    n = len(orders["day"])
    looked = np.repeat(np.arange(n), rng.poisson(form["looks"], n))
    idle = np.sort(rng.choice(n, round(form["idle"] * n), replace=False))
    later = orders["day"][idle] + rng.integers(1, 29, len(idle))
    idle, later = idle[later < 7 * scene.weeks], later[later < 7 * scene.weeks]
    visited = np.concatenate([np.arange(n), looked, idle])
    day = np.concatenate([orders["day"], orders["day"][looked], later])
    product = np.concatenate([orders["product"], _glances(rng, scene, orders["customer"][looked], orders["week"][looked]),
                              _glances(rng, scene, orders["customer"][idle], later // 7)])  # fmt: skip
    views = 1 + rng.poisson(np.where(np.arange(len(day)) < n, 0.8, 0.2))
    page_views = pd.DataFrame(
        {"customer_id": orders["customer"][visited] + 1, "product_id": product + 1, "day": day, "views": views}
    )
    page_views = page_views.groupby(["day", "customer_id", "product_id"])["views"].sum().reset_index()
    left = np.flatnonzero(rng.random(len(idle)) < form["abandoned"])
    basket = pd.DataFrame(
        {
            "customer_id": np.concatenate([orders["customer"], orders["customer"][idle[left]]]) + 1,
            "day": np.concatenate([orders["day"], later[left]]),
            "product_id": np.concatenate([orders["product"], product[len(product) - len(idle) :][left]]) + 1,
            "bought": np.arange(n + len(left)) < n,
        }
    ).sort_values("day", kind="stable", ignore_index=True)
    basket["basket_id"] = np.arange(1, len(basket) + 1)
    shop = tables("shop")
    return shop["page_views"].frame(page_views), shop["baskets"].frame(basket)


def _glances(rng: np.random.Generator, scene: Scene, customer: np.ndarray, week: np.ndarray) -> np.ndarray:
    """Products that catch the eye of customers of a segment in a week: drawn as they would be bought."""
    product = np.empty_like(week)
    luck = rng.random(len(week))
    for one in np.unique(week):
        at = week == one
        product[at] = scene.range.pick(int(one), scene.people.segment[customer[at]], luck[at])
    return product
