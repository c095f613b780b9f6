"""A fix that half of the customers get: how many orders to watch, what the halves say, and what looking every week does to it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from emptychair import shop
from emptychair.shop import World
from emptychair.shop.measures import ABTest, ab_test

CAUSE, SHARE = "north_carrier", 0.5
"""What is mended on trial, and for which share of the customers."""
BEFORE = 8
"""Weeks before the trial that say how things were."""
SPLITS = 400
"""Random halves, treated alike, that say how often a look finds what is not there."""
_Z = 1.959963984540054

Table = NDArray[np.float64]


class Watched(NamedTuple):
    """Orders of both halves in the order in which they came: the week of the trial, treated or not, whether somebody got in touch."""

    week: NDArray[np.int64]
    treated: NDArray[np.bool_]
    contact: NDArray[np.bool_]

    @property
    def most(self) -> int:
        """How many orders there are in the smaller half."""
        return int(min(self.treated.sum(), (~self.treated).sum()))

    def first(self, size: int) -> tuple[ABTest, int, tuple[int, int]]:
        """The test on the first ``size`` orders of each half, the week in which they were complete, and the contacts of each."""
        places = [np.flatnonzero(half)[:size] for half in (~self.treated, self.treated)]
        a, b = (int(self.contact[place].sum()) for place in places)
        last = int(max(self.week[place[-1]] for place in places)) + 1
        return ab_test(a, len(places[0]), b, len(places[1])), last, (a, b)


class Trial(NamedTuple):
    """A fix on trial, on all orders and on those that it can touch.

    Attributes:
        orders: The orders of both halves.
        base: The share of orders that led to a contact in the weeks before.
        effect: What the fix does to that share, which only the shop knows.
    """

    orders: dict[str, Watched]
    base: dict[str, float]
    effect: dict[str, float]


def fix_trial(world: World) -> Trial:
    """Run the shop with the old carrier back for half of the customers, and watch both halves.

    The effect among the orders of the north is what is planted: rate × contacts × what the fix removes. Among all orders it is
    that times the share of the north.

    Example:
        >>> from emptychair import shop
        >>> trial = fix_trial(shop.load())
        >>> {name: round(100 * effect, 1) for name, effect in trial.effect.items()}
        {'all orders': -2.3, 'orders of the north': -9.8}
    """
    start = world.weeks - 26
    made = shop.run(world, shop.Policy(fixes=(shop.Fix(CAUSE, start, SHARE),)))
    orders = _with_contacts(made).merge(world.customers[["customer_id", "region"]], on="customer_id")
    orders = orders.sort_values("order_id", kind="stable")
    orders["treated"] = shop.treated(world, CAUSE, orders["customer_id"], SHARE)
    north = orders[orders["region"] == "north"]
    before = _before(world, start)
    (cause,) = world.truth.causes.query("cause == @CAUSE").to_dict("records")
    effect = -float(cause["rate"] * cause["contacts"] * cause["fix_removes"])
    return Trial(
        orders={"all orders": _watched(orders, start), "orders of the north": _watched(north, start)},
        base={
            "all orders": float(before["contact"].mean()),
            "orders of the north": float(before.loc[before["region"] == "north", "contact"].mean()),
        },
        effect={"all orders": effect * len(north) / len(orders), "orders of the north": effect},
    )


def power(before: float, after: float, size: int) -> float:
    """The chance that a test with ``size`` orders in each half sees a share go from ``before`` to ``after`` (5 %, two-sided).

    Formula: normal approximation, Φ(|δ| / se - 1.96); the other tail is left out.

    Example:
        >>> round(power(0.05, 0.04, 6745), 2)
        0.8
    """
    error = math.sqrt((before * (1 - before) + after * (1 - after)) / size)
    return 0.5 * math.erfc(-(abs(after - before) / error - _Z) / math.sqrt(2))


class Halves(NamedTuple):
    """Halves in which nothing differs: what each test says after each week, from the first on, a row a split."""

    difference: Table
    low: Table
    high: Table

    @property
    def alarm(self) -> NDArray[np.bool_]:
        """Whether zero is outside the interval."""
        return (self.low > 0) | (self.high < 0)

    def false_alarms(self, looks: int) -> float:
        """The share of splits in which one of so many looks, evenly spread, finds a difference.

        Raises:
            ValueError: fewer looks than one, or more than there are weeks.
        """
        weeks = self.alarm.shape[1]
        if not 1 <= looks <= weeks:
            raise ValueError(f"looks is {looks}; there are {weeks} weeks to look at, so it is 1 to {weeks}.")
        when = np.ceil(np.arange(1, looks + 1) * weeks / looks).astype(int) - 1
        return float(self.alarm[:, when].any(axis=1).mean())


def alike(world: World) -> Halves:
    """Split the customers of the last weeks, as they were, into random halves, many times.

    Example:
        >>> from emptychair import shop
        >>> halves = alike(shop.load())
        >>> halves.false_alarms(1), halves.false_alarms(26)
        (0.0525, 0.245)
    """
    made = shop.run(world)
    orders = _with_contacts(made)
    week, contact = (orders["week"] - made.start).to_numpy(), orders["contact"].to_numpy(float)
    everybody = world.customers["customer_id"].to_numpy()
    place = np.searchsorted(everybody, orders["customer_id"].to_numpy())
    arms = np.stack([shop.treated(world, f"banner {split}", everybody) for split in range(SPLITS)])[:, place]
    weeks = int(week.max()) + 1
    n_b, b = (_by_week(week, arms * weight, weeks) for weight in (1.0, contact))
    n, events = (_by_week(week, np.atleast_2d(weight), weeks) for weight in (np.ones(len(week)), contact))
    return _compared(events - b, n - n_b, b, n_b)


def _compared(a: Table, n_a: Table, b: Table, n_b: Table) -> Halves:
    """What :func:`measures.ab_test` says (Agresti and Caffo), for whole tables at once."""
    shares = [(events + 1) / (size + 2) for events, size in ((a, n_a), (b, n_b))]
    error = np.sqrt(sum(p * (1 - p) / (size + 2) for p, size in zip(shares, (n_a, n_b), strict=True)))
    middle = shares[1] - shares[0]
    return Halves(b / n_b - a / n_a, middle - _Z * error, middle + _Z * error)


def _by_week(week: NDArray[np.int64], weights: Table, weeks: int) -> Table:
    """Sums up to and with each week, a row for each row of weights."""
    return np.stack([np.bincount(week, row, weeks) for row in weights]).cumsum(axis=1)


def _with_contacts(made: shop.Run) -> pd.DataFrame:
    orders = made.orders[["order_id", "customer_id", "week"]]
    return orders.assign(contact=orders["order_id"].isin(made.contacts["order_id"]))


def _before(world: World, start: int) -> pd.DataFrame:
    """The orders of the last weeks before a trial, from the shop's own tables."""
    orders = world.orders[(world.orders["week"] >= start - BEFORE) & (world.orders["week"] < start)]
    orders = orders.merge(world.customers[["customer_id", "region"]], on="customer_id")
    return orders.assign(contact=orders["order_id"].isin(world.contacts["order_id"].dropna()))


def _watched(orders: pd.DataFrame, start: int) -> Watched:
    return Watched(*(orders[name].to_numpy() for name in ("week", "treated", "contact")))._replace(
        week=orders["week"].to_numpy(np.int64) - start
    )
