"""Orders for the stockroom: what a style did in its first weeks, what one order came to, and what others would have come to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from emptychair import shop
from emptychair._data import data_path

RECENT = 4
"""Weeks that a reader of the last line of the chart goes by."""


class Outcome(NamedTuple):
    """What came of an order: pieces sold, left over and wanted in vain, and profit in US dollars."""

    sold: int
    left: int
    missed: int
    profit: float


@dataclass(frozen=True, slots=True)
class Style:
    """A style on one Monday: demand in the weeks before and, for when the order is placed, in the weeks after."""

    name: str
    title: str
    price: float
    cost: float
    salvage: float
    seen: tuple[int, ...]
    came: tuple[int, ...]

    @property
    def short(self) -> float:
        """What a missing piece costs: the margin."""
        return self.price - self.cost

    @property
    def over(self) -> float:
        """What a piece left over costs: what selling it off does not bring back."""
        return self.cost * (1 - self.salvage)

    @property
    def fractile(self) -> float:
        """The share of orders that ought to last."""
        return shop.measures.critical_fractile(underage=self.short, overage=self.over)

    @property
    def usual(self) -> int:
        """The order of somebody who expects what all the weeks had on average."""
        return round(float(np.mean(self.seen)) * len(self.came))

    @property
    def advised(self) -> int:
        """The critical fractile of Poisson demand at the pace of the last weeks."""
        from scipy.stats import poisson

        pace = float(np.mean(self.seen[-RECENT:]))
        return shop.measures.reorder_quantity(poisson(pace * len(self.came)), underage=self.short, overage=self.over)

    def outcome(self, order: int) -> Outcome:
        """Count what one order came to."""
        wanted = sum(self.came)
        sold = min(order, wanted)
        left = order - sold
        return Outcome(sold, left, wanted - sold, round(sold * self.short - left * self.over, 2))


@dataclass(frozen=True, slots=True)
class Monday:
    """One decision: some styles, one of which takes off."""

    name: str
    week: int
    styles: tuple[Style, ...]
    takes_off: str
    told: str

    def style(self, name: str) -> Style:
        """The style of this name."""
        return next(it for it in self.styles if it.name == name)


@cache
def mondays() -> tuple[Monday, ...]:
    """The three Mondays of ``data/stockroom.toml``, with demand from the shop and the answer from its truth.

    Example:
        >>> [(it.week, it.takes_off) for it in mondays()]
        [(17, 'flannel'), (37, 'paper'), (46, 'quiet')]
    """
    form = tomllib.loads(data_path("stockroom.toml").read_text(encoding="utf-8"))
    entries = {name: entry for name, entry in form.items() if isinstance(entry, dict)}
    world = shop.load()
    demand = world.stock.groupby(["product_id", "week"])["demand"].sum().unstack()
    goods = world.products.set_index("style")
    starts = world.truth.styles.dropna(subset="takes_off_week").set_index("style")["takes_off_week"]
    return tuple(
        Monday(
            name=name,
            week=entry["week"],
            styles=tuple(_style(style, entry["week"], form, goods, demand) for style in entry["styles"]),
            takes_off=next(
                it for it in entry["styles"] if 0 < entry["week"] - starts.get(it, entry["week"]) <= form["seen"]
            ),
            told=entry["told"].strip(),
        )
        for name, entry in entries.items()
    )


def _style(name: str, week: int, form: dict[str, float], goods: pd.DataFrame, demand: pd.DataFrame) -> Style:
    one: Any = goods.loc[name]
    weeks: Any = demand.loc[one["product_id"]]
    return Style(
        name=name,
        title=str(one["name"]),
        price=float(one["price_usd"]),
        cost=float(one["cost_usd"]),
        salvage=form["salvage"],
        seen=tuple(weeks.loc[week - form["seen"] : week - 1].astype(int).tolist()),
        came=tuple(weeks.loc[week : week + form["covers"] - 1].astype(int).tolist()),
    )
