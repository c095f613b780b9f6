"""Columns of the engine become tables as the shop keeps them. Numbers of things begin at 1."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop import _market
from emptychair.shop._checkout import Columns
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import CATEGORIES, CHANNELS, REASONS, REGIONS, SEGMENTS, setting
from emptychair.shop._stock import Stock
from emptychair.shop._streams import generator


def named(names: tuple[str | None, ...], codes: np.ndarray) -> np.ndarray:
    """Names instead of codes; every name is one object, however often it is used."""
    called: np.ndarray = np.array(names, dtype=object)[codes]
    return called


def gaps(values: np.ndarray, missing: np.ndarray) -> pd.Series:
    """Whole numbers with gaps."""
    return pd.Series(pd.arrays.IntegerArray(values.astype(np.int64), missing))


def products(scene: Scene) -> pd.DataFrame:
    """What is sold."""
    goods = scene.range
    return tables("shop")["products"].frame(
        {
            "product_id": np.arange(1, len(goods.category) + 1),
            "category": named(CATEGORIES, goods.category),
            "style": goods.style,
            "name": goods.name,
            "price_usd": goods.price,
            "cost_usd": goods.cost,
            "launch_week": goods.launch,
        }
    )


def orders(scene: Scene, rows: Columns) -> pd.DataFrame:
    """The orders, in order of time; a delivery after the last day is not known yet."""
    delivered = rows["day"] + rows["days"]
    return tables("shop")["orders"].frame(
        {
            "order_id": np.arange(1, len(delivered) + 1),
            "customer_id": rows["customer"] + 1,
            "product_id": rows["product"] + 1,
            "day": rows["day"],
            "week": rows["week"],
            "quantity": rows["quantity"],
            "price_usd": rows["price"],
            "used_code": rows["used_code"] == 1,
            "promised_day": rows["day"] + setting("delivery")["promise"],
            "delivered_day": gaps(delivered, ~rows["scanned"] | (delivered >= 7 * scene.weeks)),
            "returned": rows["returned"] == 1,
            "warehouse": named(REGIONS, rows["warehouse"]),
        }
    )


def bare_contacts(scene: Scene, rows: Columns, asked: Columns) -> pd.DataFrame:
    """Contacts without what service adds to them: who, about which order, when, why."""
    seen = np.flatnonzero(asked["day"] < 7 * scene.weeks)
    seen = seen[np.argsort(asked["day"][seen], kind="stable")]
    order, day = asked["row"][seen], asked["day"][seen]
    return pd.DataFrame(
        {
            "customer_id": rows["customer"][order] + 1,
            "order_id": order + 1,
            "day": day,
            "week": day // 7,
            "reason": pd.Series(named(REASONS, asked["reason"][seen]), dtype="str"),
        }
    )


def stock(scene: Scene, shelves: Stock) -> pd.DataFrame:
    """Stock by week, product and warehouse, from the week in which a product is launched."""
    week, product, region = np.indices(shelves.on_hand.shape).reshape(3, -1)
    sold = week >= scene.range.launch[product]
    return tables("shop")["stock"].frame(
        {
            "week": week[sold],
            "product_id": product[sold] + 1,
            "warehouse": named(REGIONS, region[sold]),
            "on_hand": shelves.on_hand.ravel()[sold],
            "demand": shelves.demand.ravel()[sold],
            "lost_sales": shelves.lost.ravel()[sold],
        }
    )


def customers(scene: Scene, rows: Columns) -> pd.DataFrame:
    """The customers, as far as the shop knows them."""
    people, rng = scene.people, generator(scene.seed, "addresses")
    known = slice(people.size)
    joined = people.joined_week[known].copy()
    first = rows["count"] == 1
    joined[rows["customer"][first]] = rows["week"][first]
    region = named(REGIONS, people.region[known])
    region[rng.random(people.size) < setting("regions")["unchecked"]] = None
    return tables("shop")["customers"].frame(
        {
            "customer_id": np.arange(1, people.size + 1),
            "joined_week": joined,
            "segment": named(SEGMENTS, people.segment[known]),
            "channel": named(CHANNELS, people.channel[known]),
            "region": region,
        }
    )


def competitor_moves(weeks: int) -> pd.DataFrame:
    """What competitors did."""
    table = tables("shop")["competitor_moves"]
    return table.frame({name: [move[name] for move in _market.moves(weeks)] for name in table.names})


def incidents(weeks: int) -> pd.DataFrame:
    """What went wrong once."""
    table = tables("shop")["incidents"]
    return table.frame({name: [one.get(name) for one in _market.incidents(weeks)] for name in table.names})
