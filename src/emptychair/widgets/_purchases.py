"""What customers bought up to a week, what they bought next, and what a Markov chain over categories would have said.

The chain is fitted on the weeks before ``CUT`` and judged on customers who bought again after it. It may look at one thing
(the last purchase) or let several vote: each thing bought, or each page looked at, brings its row of the matrix, and the mean counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from emptychair import shop

Floats = npt.NDArray[np.float64]

CUT: Final = 52
SHOWN: Final = 8
FEWEST: Final = 3
"""Purchases that a customer has made whom the widget shows: with fewer there is little to read."""
SOURCES: Final = ("the shop's shares alone", "the last purchase", "every purchase", "every page looked at")


@dataclass(frozen=True, slots=True)
class Case:
    """One customer: what was bought and looked at before the cut, the chances by source, and what came."""

    customer_id: int
    bought: tuple[tuple[int, str, str], ...]
    looked: tuple[str, ...]
    chances: dict[str, Floats]
    came: str
    came_name: str
    came_week: int


@dataclass(frozen=True, slots=True)
class Purchases:
    """The chain's word on every customer who came back; ``chances[source]`` has a row a customer, a column a category."""

    categories: tuple[str, ...]
    customers: npt.NDArray[np.int64]
    came: npt.NDArray[np.int64]
    chances: dict[str, Floats]

    def among_first(self, source: str, tries: int) -> float:
        """The share of customers whose next category is among the ``tries`` likeliest."""
        likeliest = np.argsort(-self.chances[source], axis=1, kind="stable")[:, :tries]
        return float((likeliest == self.came[:, None]).any(axis=1).mean())

    def calibration(self, source: str, bins: int = 20) -> pd.DataFrame:
        """Chances beside what came, one case for each customer and category."""
        happened = self.came[:, None] == np.arange(len(self.categories))
        return shop.measures.calibration_curve(
            self.chances[source].ravel(), happened.ravel().astype(np.int64), bins=bins
        )


@cache
def _tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Orders and page views of the default world with their products, in the order in which they happened."""
    world = shop.load()
    goods = world.products[["product_id", "category", "name"]]
    orders = world.orders.merge(goods, on="product_id").sort_values(["day", "order_id"])
    views = world.page_views.merge(goods, on="product_id").sort_values(["day", "customer_id", "product_id"])
    return orders, views.assign(week=views["day"] // 7)


@cache
def purchases() -> Purchases:
    """Fit the chain on the weeks before the cut and ask it about everybody who bought before and after.

    Example:
        >>> found = purchases()
        >>> found.among_first("every purchase", 3) > found.among_first("the shop's shares alone", 3)
        True
    """
    orders, views = _tables()
    before = orders[orders["week"] < CUT]
    histories = before.groupby("customer_id")["category"].agg(list)
    after = orders[orders["week"] >= CUT].groupby("customer_id")["category"].first()
    chain = shop.measures.next_purchase(histories)
    known = np.intersect1d(histories.index.to_numpy(), after.index.to_numpy())
    places = {name: place for place, name in enumerate(chain.categories)}

    def votes(things: pd.DataFrame) -> Floats:
        """The mean row of the things of each customer."""
        some = things[things["customer_id"].isin(known)]
        rows = pd.DataFrame(chain.matrix[some["category"].map(places).to_numpy()])
        return rows.groupby(some["customer_id"].to_numpy()).mean().loc[known].to_numpy()

    last = before.groupby("customer_id").tail(1)
    rows = (np.tile(chain.first, (len(known), 1)), votes(last), votes(before), votes(views[views["week"] < CUT]))
    return Purchases(
        chain.categories,
        known,
        np.array([places[name] for name in after[known]]),
        dict(zip(SOURCES, rows, strict=True)),
    )


@cache
def cases() -> tuple[Case, ...]:
    """Customers to look at: evenly spaced among those with enough purchases, so nobody picked the pretty ones."""
    orders, views = _tables()
    found = purchases()
    before = orders[orders["week"] < CUT]
    counts = before["customer_id"].value_counts()
    enough = [place for place, who in enumerate(found.customers) if counts[who] >= FEWEST]
    picked = np.linspace(0, len(enough) - 1, SHOWN + 2).round().astype(int)[1:-1]
    return tuple(_case(enough[it], found, orders, views) for it in picked)


def _case(place: int, found: Purchases, orders: pd.DataFrame, views: pd.DataFrame) -> Case:
    who = int(found.customers[place])
    own = orders[orders["customer_id"] == who]
    before, after = own[own["week"] < CUT], own[own["week"] >= CUT].iloc[0]
    pages = views[(views["customer_id"] == who) & (views["week"] < CUT)]
    only = pages[~pages["product_id"].isin(before["product_id"])]
    return Case(
        customer_id=who,
        bought=tuple(zip(before["week"], before["name"], before["category"], strict=True)),
        looked=tuple(dict.fromkeys(only["name"])),
        chances={source: rows[place] for source, rows in found.chances.items()},
        came=str(after["category"]),
        came_name=str(after["name"]),
        came_week=int(after["week"]),
    )
