"""A plain analyst: finds what began to go wrong, where, when and by how much, from the shop's own tables and nothing else.

Contacts are counted against the orders they are about, week by week. A reason whose rate jumps once and stays up has a cause.
The cause sits where the jump is: in a category, a region, a channel, among orders with a code or orders that came back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from emptychair.shop._world import World

LOOK = ("category", "region", "channel", "used_code", "returned")
"""Columns in which an analyst looks for the place of a jump."""
UNRIPE = 2
"""Orders of the last weeks are left out: the contacts about them are yet to come."""
CLEAR = 12.0
"""Log likelihood that a jump must gain; chance alone gains this much about once in 100,000 series."""
Z = 1.96


class Jump(NamedTuple):
    """A step in a weekly rate: the first week after it, what it gains in log likelihood, the rates before and after."""

    week: int
    gain: float
    before: float
    after: float


def find_causes(world: World) -> pd.DataFrame:
    """Find the root causes that show in the contacts: a row each, the most contacts first.

    ``effect`` is the rise in contacts per order among the orders concerned, ``low`` to ``high`` its 95 % interval (difference of
    two Poisson rates); ``contacts`` is how many the jump has brought so far. Contacts without an order number are taken to be
    about orders like those with one.

    Example:
        >>> from emptychair import shop
        >>> found = find_causes(shop.load())
        >>> found[["reason", "column", "values"]].to_numpy().tolist()[0]
        ['where_is_my_order', 'region', 'north']
    """
    orders, contacts = _orders(world), _first_contacts(world.contacts)
    noted = contacts["order_id"].notna().mean()
    found = []
    for reason, about in contacts.groupby("reason")["order_id"]:
        orders["asked"] = orders["order_id"].isin(about)
        jump = max(_jumps(orders), key=lambda jump: jump.gain)
        if jump.gain > CLEAR and jump.after > jump.before:
            found.append(_place(orders, jump, noted) | {"reason": reason})
    columns = ["reason", "column", "values", "week", "before", "after", "effect", "low", "high", "contacts"]
    return pd.DataFrame(found, columns=columns).sort_values("contacts", ascending=False, ignore_index=True)


def find_jump(counts: np.ndarray, base: np.ndarray) -> Jump:
    """Where a weekly rate, counts over base, jumped: the step with the greatest Poisson likelihood.

    Example:
        >>> find_jump(np.array([1, 0, 1, 9, 8, 11]), np.full(6, 100)).week
        3
    """
    c, n = np.cumsum(counts)[:-1], np.cumsum(base)[:-1]
    total, all_ = counts.sum(), base.sum()
    gains = _loglik(c, n) + _loglik(total - c, all_ - n) - _loglik(total, all_)
    best = int(np.argmax(gains))
    before, after = c[best] / max(n[best], 1), (total - c[best]) / max(all_ - n[best], 1)
    return Jump(best + 1, float(gains[best]), float(before), float(after))


def _loglik(count: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Log likelihood of Poisson counts at their best rate, without what does not depend on it."""
    return np.where(count > 0, count * np.log(np.maximum(count, 1) / np.maximum(base, 1)), 0.0)


def _orders(world: World) -> pd.DataFrame:
    """Orders that are old enough, with everything that is known about product and customer."""
    orders = world.orders[world.orders["week"] < world.weeks - UNRIPE]
    orders = orders.merge(world.products[["product_id", "category"]], on="product_id")
    return orders.merge(world.customers[["customer_id", "region", "channel"]], on="customer_id", how="left")


def _first_contacts(contacts: pd.DataFrame) -> pd.DataFrame:
    """Contacts without those that are a second try."""
    return contacts[contacts["repeat_of"].isna()]


def _weekly(orders: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    by_week = orders.groupby("week")["asked"]
    return by_week.sum().to_numpy(), by_week.size().to_numpy()


def _jumps(orders: pd.DataFrame) -> Iterator[Jump]:
    """The jump of every slice of the orders: a cause in a small corner does not show in the total."""
    for column in LOOK:
        weekly = orders.pivot_table(index="week", columns=column, values="asked", aggfunc=["sum", "size"], fill_value=0)
        for value in weekly["sum"]:
            yield find_jump(weekly["sum"][value].to_numpy(), weekly["size"][value].to_numpy())


def _place(orders: pd.DataFrame, jump: Jump, noted: float) -> dict[str, object]:
    """The orders among which a rate jumped, and the jump among them."""
    column = max(LOOK, key=lambda name: _told_apart(orders, name, jump.week))
    values = _values(orders, column, jump)
    here = orders[orders[column].isin(values)]
    jump = find_jump(*_weekly(here))
    late = here["week"] >= jump.week
    n0, n1 = max(int((~late).sum()), 1), max(int(late.sum()), 1)
    before, after = here.loc[~late, "asked"].sum() / noted, here.loc[late, "asked"].sum() / noted
    effect = after / n1 - before / n0
    half = Z * np.sqrt((after / n1**2 + before / n0**2) / noted)
    return {
        "column": column,
        "values": " or ".join(str(value).lower() for value in values),
        "week": jump.week,
        "before": before / n0,
        "after": after / n1,
        "effect": effect,
        "low": effect - half,
        "high": effect + half,
        "contacts": round(effect * n1),
    }


def _told_apart(orders: pd.DataFrame, column: str, week: int) -> float:
    """How much better the contacts after a week are explained by one rate for each value than by one for all."""
    after = orders[(orders["week"] >= week) & orders[column].notna()]
    each = after.groupby(column)["asked"].agg(["sum", "size"]).to_numpy()
    apart = _loglik(each[:, 0], each[:, 1]).sum() - _loglik(*each.sum(axis=0))
    return float(apart - len(each))


def _values(orders: pd.DataFrame, column: str, jump: Jump) -> list[object]:
    """The values of a column among which the rate after the jump is clearly above the rate before it."""
    late = orders["week"] >= jump.week
    after = orders[late].groupby(column)["asked"].agg(["sum", "size"])
    before = orders[~late].groupby(column)["asked"].agg(["sum", "size"])
    usual = ((before["sum"] + 1) / (before["size"] + 100)).reindex(after.index).fillna(jump.before)
    rise = after["sum"] / after["size"] - usual
    clear = rise > 4 * np.sqrt(usual / after["size"])
    # Of the values that rise clearly, those that rise at all like the one that rises most: what is left is spill.
    return sorted(rise.index[clear & (rise > rise.max() / 3)])
