"""Twenty-six weeks of the shop under four policies, with the same luck, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from emptychair.shop import LOOPS, Policy, Run, World, run


class Measure(NamedTuple):
    """Something to watch: how it is called, its unit, and how many decimals are worth reading."""

    name: str
    title: str
    unit: str
    decimals: int


MEASURES = (
    Measure("trust", "Trust", "trust, 0 to 100", 1),
    Measure("orders", "Orders", "orders a week, mean of four weeks", 0),
    Measure("contacts", "Contacts", "contacts per 100 orders, mean of four weeks", 1),
    Measure("profit", "Profit", "profit since the start, thousand US dollars", 1),
)
SMOOTH = 4
"""Orders and contacts jump from week to week; a mean of so many weeks shows where they go."""


def loop_runs(world: World, policies: Sequence[Policy] = LOOPS) -> tuple[Run, ...]:
    """Run every policy on the same world.

    Example:
        >>> from emptychair import shop
        >>> [it.policy.name for it in loop_runs(shop.load())]
        ['closed loop', 'listen always', 'only on Tuesdays', 'for marketing only']
    """
    return tuple(run(world, policy) for policy in policies)


def weekly_values(made: Run) -> dict[str, list[float]]:
    """What there is to watch, a value a week, in the units of :data:`MEASURES`.

    Example:
        >>> from emptychair import shop
        >>> values = weekly_values(shop.run(shop.load(), shop.CLOSED_LOOP))
        >>> len(values["trust"]), values["trust"][0]
        (26, 57.9)
    """
    weeks = made.weeks
    orders, contacts = (weeks[name].rolling(SMOOTH, min_periods=1).sum() for name in ("orders", "contacts"))
    columns: dict[str, pd.Series[Any]] = {
        "trust": 100 * weeks["trust"],
        "orders": weeks["orders"].rolling(SMOOTH, min_periods=1).mean(),
        "contacts": 100 * contacts / orders,
        "profit": weeks["profit_usd"].cumsum() / 1000,
    }
    return {it.name: columns[it.name].round(it.decimals).tolist() for it in MEASURES}


def events(made: Run, causes: pd.DataFrame) -> list[tuple[int, str]]:
    """What happened under a policy: the week, from 1, and a sentence about a cause that was found or mended.

    Example:
        >>> from emptychair import shop
        >>> world = shop.load()
        >>> events(shop.run(world, shop.CLOSED_LOOP), world.truth.causes)[0]
        (1, 'found: why not as pictured')
    """
    theme = {str(row.cause): str(row.theme).replace("_", " ") for row in causes.itertuples()}
    told = ", customers told" if made.policy.close_loop else ""
    happened = []
    for name, found, mended in made.found[["cause", "week", "mended_week"]].to_numpy():
        happened.append((int(found) - made.start + 1, f"found: why {theme[name]}"))
        happened.append((int(mended) - made.start + 1, f"mended: {theme[name]}{told}"))
    last = len(made.weeks)
    return sorted((week, what) for week, what in happened if week <= last)


def incidents(world: World, start: int) -> list[tuple[int, str]]:
    """What went wrong once during the run, whatever the policy: the week, from 1, and what.

    Example:
        >>> from emptychair import shop
        >>> incidents(shop.load(), 52)
        [(10, 'data leak')]
    """
    late = world.incidents[world.incidents["week"] >= start]
    return [(int(week) - start + 1, str(what)) for week, what in late[["week", "incident"]].to_numpy()]
