"""A world: the tables that the shop keeps, and the truth that it does not have."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True, slots=True)
class Truth:
    """What the world knows about itself; the columns are described in ``tables.toml``."""

    customers: pd.DataFrame
    causes: pd.DataFrame
    orders: pd.DataFrame
    contacts: pd.DataFrame
    reviews: pd.DataFrame
    surveys: pd.DataFrame
    styles: pd.DataFrame
    competitor_moves: pd.DataFrame
    weeks: pd.DataFrame
    parameters: pd.DataFrame

    def parameter(self, name: str) -> float:
        """Look up a planted number.

        Raises:
            KeyError: there is no such number.
        """
        return float(self.parameters.set_index("name")["value"][name])


@dataclass(frozen=True, slots=True)
class World:
    """The shop's own tables, as it would find them in its databases, and beside them :attr:`truth`.

    ``seed``, ``size`` (customers) and ``weeks`` are what it was simulated from; the same three give the same world.
    """

    seed: int
    size: int
    weeks: int
    customers: pd.DataFrame = field(repr=False)
    products: pd.DataFrame = field(repr=False)
    page_views: pd.DataFrame = field(repr=False)
    baskets: pd.DataFrame = field(repr=False)
    orders: pd.DataFrame = field(repr=False)
    contacts: pd.DataFrame = field(repr=False)
    reviews: pd.DataFrame = field(repr=False)
    surveys: pd.DataFrame = field(repr=False)
    callbacks: pd.DataFrame = field(repr=False)
    competitor_moves: pd.DataFrame = field(repr=False)
    incidents: pd.DataFrame = field(repr=False)
    stock: pd.DataFrame = field(repr=False)
    truth: Truth = field(repr=False)
