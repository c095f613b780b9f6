"""What the world knows about itself, as tables."""

from __future__ import annotations

import numpy as np
import pandas as pd

from emptychair.shop import _market
from emptychair.shop._checkout import Columns
from emptychair.shop._engine import Engine
from emptychair.shop._scene import Scene
from emptychair.shop._schema import tables
from emptychair.shop._settings import REGIONS, setting
from emptychair.shop._tables import gaps, named

_DIGITS = 6


def customers(engine: Engine) -> pd.DataFrame:
    """What drives each customer, and where it led."""
    people, state = engine.scene.people, engine.state
    known = slice(people.size)
    left = state.left_week[known]
    return tables("truth")["customers"].frame(
        {
            "customer_id": np.arange(1, people.size + 1),
            "need": np.round(people.need[known], _DIGITS),
            "leaves": np.round(people.leaves[known], _DIGITS),
            "first_trust": np.round(people.first_trust[known], _DIGITS),
            "trust": np.round(state.trust[known], _DIGITS),
            "price_sensitivity": np.round(people.price_sensitivity[known], _DIGITS),
            "left_week": gaps(left, left < 0),
            "region": named(REGIONS, people.region[known]),
        }
    )


def causes(scene: Scene, orders: Columns) -> pd.DataFrame:
    """The planted causes with the number of orders that each has hit."""
    hits = [int(((orders["hit"] >> place) & 1).sum()) for place in range(len(scene.causes))]
    rows = [
        {
            "cause": cause.name,
            "theme": cause.theme,
            "reason": cause.reason,
            "hits": cause.hits,
            "start_week": cause.start,
            "rate": cause.rate,
            "contacts": cause.contacts,
            "effect": round(cause.rate * cause.contacts, _DIGITS),
            "returns": cause.returns,
            "damage": cause.damage,
            "orders_hit": hit,
            "fix": cause.fix,
            "fix_removes": cause.removes,
            "fix_cost_usd": cause.fix_usd,
            "fix_weeks": cause.fix_weeks,
            "fix_usd_per_order": cause.fix_usd_per_order,
        }
        for cause, hit in zip(scene.causes, hits, strict=True)
    ]
    return tables("truth")["causes"].frame(dict(pd.DataFrame(rows)))


def orders_hit(scene: Scene, orders: Columns) -> pd.DataFrame:
    """One row an order and cause that hit it."""
    row, cause = np.nonzero((orders["hit"][:, None] >> np.arange(len(scene.causes))) & 1)
    names = tuple(one.name for one in scene.causes)
    return tables("truth")["orders"].frame({"order_id": row + 1, "cause": named(names, cause)})


def styles(scene: Scene) -> pd.DataFrame:
    """When styles take off and fade."""
    trend = scene.range.trend
    return tables("truth")["styles"].frame(
        {
            "style": scene.range.style,
            "takes_off_week": gaps(np.nan_to_num(trend.takes_off), np.isnan(trend.takes_off)),
            "fades_week": gaps(np.nan_to_num(trend.fades), np.isnan(trend.fades)),
            "lift": trend.lift,
        }
    )


def competitor_moves(weeks: int) -> pd.DataFrame:
    """Which moves take orders away."""
    table = tables("truth")["competitor_moves"]
    return table.frame({name: [move[name] for move in _market.moves(weeks)] for name in table.names})


def weeks(engine: Engine) -> pd.DataFrame:
    """The weeks as nobody in the shop sees them."""
    return tables("truth")["weeks"].frame(
        {
            "week": np.arange(engine.scene.weeks),
            "season": np.round(engine.scene.season, _DIGITS),
            "customers": engine.customers.astype(np.int64),
            "trust": np.round(engine.trust, _DIGITS),
        }
    )


def parameters(scene: Scene, surveys: pd.DataFrame) -> pd.DataFrame:
    """Planted numbers: of the buying process, and of the bias of the survey."""
    bias: dict[str, tuple[float, str]] = {}
    if len(surveys):
        satisfied = surveys["satisfied"].to_numpy() >= 4
        true, naive = satisfied.mean(), np.average(satisfied, weights=surveys["answers"])
        bias = {
            "csat": (true, "Share of all who were asked that would say 4 or 5"),
            "csat_of_answers": (naive, "The same share expected among those who answer the email"),
            "csat_bias": (naive - true, "By how much the answers to the email mislead"),
        }
    buying = {
        name: (setting("buying")[name], f"BG/NBD parameter {name}, time in weeks") for name in ("r", "alpha", "a", "b")
    }
    rows = {
        "seed": (scene.seed, "Seed of the world"),
        "size": (scene.people.size, "Customers"),
        "weeks": (scene.weeks, "Weeks"),
    }
    every = rows | buying | bias
    return tables("truth")["parameters"].frame(
        {
            "name": list(every),
            "value": [round(float(value), _DIGITS) for value, _ in every.values()],
            "about": [about for _, about in every.values()],
        }
    )
