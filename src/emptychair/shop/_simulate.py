"""A world from a seed."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from emptychair.shop import _tables, _truth
from emptychair.shop._contacts import contacts
from emptychair.shop._engine import Engine
from emptychair.shop._reviews import reviews
from emptychair.shop._scene import scene
from emptychair.shop._schema import tables
from emptychair.shop._surveys import survey
from emptychair.shop._visits import visits
from emptychair.shop._world import Truth, World

SEED = 2006
COSTLY = ("page_views", "contacts", "reviews", "surveys", "stock")
"""Tables that can be left out of a big world; baskets go with page views, callbacks with surveys."""


def simulate(
    customers: int = 5_000, weeks: int = 78, seed: int = SEED, *, only: Collection[str] | None = None
) -> World:
    """Simulate the shop.

    Everything is drawn from ``seed``, each part of the world from a stream of its own: the same three numbers give the same
    world, and a table that is left out changes no other.

    Args:
        customers: How many join in all those weeks.
        weeks: How many weeks.
        seed: Root of all chance, 0 or more.
        only: Which of the costly tables (page_views, contacts, reviews, surveys, stock) to make; all when it is not given.

    Raises:
        ValueError: a number that makes no world, or an unknown table.

    Example:
        >>> world = simulate(customers=300, weeks=20, seed=1)
        >>> len(world.customers), int(world.orders["week"].max())
        (300, 19)
    """
    wanted = COSTLY if only is None else tuple(only)
    if strange := set(wanted) - set(COSTLY):
        raise ValueError(f"only: {', '.join(sorted(strange))} is not among {', '.join(COSTLY)}.")
    for name, value, least in (("customers", customers, 10), ("weeks", weeks, 4), ("seed", seed, 0)):
        if value < least:
            raise ValueError(f"{name} must be at least {least}, not {value}.")
    stage = scene(seed, customers, weeks)
    engine = Engine(stage).advance(weeks)
    orders, asked = engine.history()
    said, meant = contacts(stage, orders, asked) if "contacts" in wanted else _none("shop contacts", "truth contacts")
    wrote, thought = reviews(stage, orders) if "reviews" in wanted else _none("shop reviews", "truth reviews")
    views, baskets = visits(stage, orders) if "page_views" in wanted else _none("shop page_views", "shop baskets")
    (stock,) = (_tables.stock(stage, engine.stock),) if "stock" in wanted else _none("shop stock")
    surveys, callbacks, opinions = (
        survey(stage, orders, asked)
        if "surveys" in wanted
        else _none("shop surveys", "shop callbacks", "truth surveys")
    )
    return World(
        seed=seed,
        size=customers,
        weeks=weeks,
        customers=_tables.customers(stage, orders),
        products=_tables.products(stage),
        page_views=views,
        baskets=baskets,
        orders=_tables.orders(stage, orders),
        contacts=said,
        reviews=wrote,
        surveys=surveys,
        callbacks=callbacks,
        competitor_moves=_tables.competitor_moves(weeks),
        incidents=_tables.incidents(weeks),
        stock=stock,
        truth=Truth(
            customers=_truth.customers(engine),
            causes=_truth.causes(stage, orders),
            orders=_truth.orders_hit(stage, orders),
            contacts=meant,
            reviews=thought,
            surveys=opinions,
            styles=_truth.styles(stage),
            competitor_moves=_truth.competitor_moves(weeks),
            weeks=_truth.weeks(engine),
            parameters=_truth.parameters(stage, opinions),
        ),
    )


def _none(*names: str) -> tuple[pd.DataFrame, ...]:
    """Tables without a row, by group and name."""
    return tuple(
        tables(group)[name].frame({column: [] for column in tables(group)[name].names})
        for group, name in map(str.split, names)
    )
