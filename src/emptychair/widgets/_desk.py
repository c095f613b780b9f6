"""A Monday in the contact center: what customers said, where it comes from, and what a fix did to contacts per order.

What can be chosen is in ``data/contact_centre.toml``; what comes of it is a run of the shop.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from emptychair import shop
from emptychair._data import data_path

NOTHING_WRONG, ELSE = "question", "other"
TONE: Final = {"slow_service", "kind_service"}
"""What texts say about the service itself, beside the reason for which they were written."""
SIDES: Final = {
    "region": "region",
    "category": "category",
    "channel": "channel",
    "returned": "sent back",
    "used_code": "paid with a code",
}


class Text(NamedTuple):
    """One contact: how it came, what it says, and what it is about."""

    contact_id: int
    channel: str
    text: str
    tag: str


class Side(NamedTuple):
    """One way to divide the orders: the part with most contacts of a reason, and the rest, each per 100 orders."""

    name: str
    most: str
    rate: float
    elsewhere: float
    orders: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of some fixes from the Monday on, beside the same weeks without them."""

    weeks: tuple[int, ...]
    rates: tuple[float, ...]
    contacts: int
    orders: int
    cost: float
    profit: float

    @property
    def rate(self) -> float:
        """Contacts per 100 orders, of all weeks from the Monday on."""
        return 100 * shop.measures.contacts_per_order(self.contacts, self.orders)


@cache
def form() -> dict[str, Any]:
    """What can be chosen, and on which Monday."""
    return tomllib.loads(data_path("contact_centre.toml").read_text(encoding="utf-8"))


@cache
def _contacts() -> pd.DataFrame:
    """First contacts of the weeks before the Monday, with what each is about."""
    world, monday = shop.load(), form()["week"]
    about = world.truth.contacts[["contact_id", "themes"]]
    recent = world.contacts[world.contacts["week"].between(monday - form()["listen"], monday - 1)]
    first = recent[recent["repeat_of"].isna()].merge(about, on="contact_id")
    return first.assign(tag=[_tag(themes) for themes in first["themes"]])


def _tag(themes: object) -> str:
    named = set(themes.split()) if isinstance(themes, str) else set()
    if not named - TONE:
        return ELSE if "slow_service" in named else NOTHING_WRONG
    found = [tag for tag, it in form()["tags"].items() if it.get("theme") in named]
    return found[0] if len(found) == len(named - TONE) == 1 else ELSE


@cache
def texts() -> tuple[Text, ...]:
    """Contacts to listen to, evenly spaced among all of those weeks.

    Example:
        >>> len(texts())
        10
    """
    every = _contacts()
    picked = np.linspace(0, len(every) - 1, form()["texts"] + 2).round().astype(int)[1:-1]
    rows = every.iloc[picked][["contact_id", "channel", "text", "tag"]]
    return tuple(Text(int(number), channel, text, tag) for number, channel, text, tag in rows.itertuples(index=False))


@cache
def counts() -> dict[str, int]:
    """How many of the contacts of those weeks there are by tag, most first."""
    return {str(tag): int(n) for tag, n in _contacts()["tag"].value_counts().items()}


@cache
def sides(tag: str) -> tuple[Side, ...]:
    """Where the contacts of a tag come from: for each way to divide the orders, the part that stands out most.

    Counted as a company would: by the code that the desk gave, over the orders of the weeks from which the contacts come.
    """
    contacts, orders, reason = shop.load().contacts, _recent(), form()["tags"][tag]["reason"]
    hit = orders["order_id"].isin(contacts.loc[contacts["reason"] == reason, "order_id"])
    return tuple(_side(name, orders[name], hit) for name in SIDES)


@cache
def _recent() -> pd.DataFrame:
    """The orders from which the contacts come, with what is known about each."""
    world, monday = shop.load(), form()["week"]
    recent = world.orders[world.orders["week"].between(monday - form()["listen"] - 1, monday - 1)]
    orders = recent.merge(world.customers[["customer_id", "region", "channel"]], on="customer_id")
    return orders.merge(world.products[["product_id", "category"]], on="product_id")


def _side(name: str, values: pd.Series[Any], hit: pd.Series[bool]) -> Side:
    rates = hit.groupby(values).mean()
    most: Any = rates.idxmax()
    inside = values == most
    word = {"True": "yes", "False": "no"}.get(str(most), str(most))
    return Side(SIDES[name], word, 100 * float(hit[inside].mean()), 100 * float(hit[~inside].mean()), int(inside.sum()))


def outcome(chosen: Iterable[str]) -> Result:
    """Run the shop with some fixes and one way to mend, named as in ``data/contact_centre.toml``; a table when no way is named.

    Example:
        >>> outcome(["phones"]).rate == outcome([]).rate > outcome(["carrier"]).rate
        True
        >>> outcome(["carrier", "chain"]).rate > outcome(["carrier"]).rate
        True
    """
    names = set(chosen)
    causes = {it.get("cause") for name, it in form()["fixes"].items() if name in names} - {None}
    waits = sum(it["waits"] for name, it in form()["ways"].items() if name in names)
    return _run(tuple(sorted(causes)), waits if causes else 0)


@cache
def _run(causes: tuple[str, ...], waits: int) -> Result:
    world, monday = shop.load(), form()["week"]
    known = world.truth.causes.set_index("cause")
    fixes = tuple(shop.Fix(cause, monday + waits + int(known["fix_weeks"][cause])) for cause in causes)
    run = shop.run(world, shop.Policy(name="Monday", fixes=fixes), start=monday, until=monday + form()["after"]).weeks
    return Result(
        weeks=tuple(range(monday - form()["before"], monday + form()["after"])),
        rates=(*_before(), *(100 * run["contacts"] / run["orders"]).round(2).tolist()),
        contacts=int(run["contacts"].sum()),
        orders=int(run["orders"].sum()),
        cost=float(known.loc[list(causes), "fix_cost_usd"].sum()),
        profit=float(run["profit_usd"].sum()),
    )


@cache
def _before() -> tuple[float, ...]:
    """First contacts per 100 orders of the weeks before the Monday, from the shop's own tables."""
    world, monday = shop.load(), form()["week"]
    weeks = range(monday - form()["before"], monday)
    first = world.contacts.loc[world.contacts["repeat_of"].isna(), "week"].value_counts()
    return tuple(round(100 * float(first[week] / sum(world.orders["week"] == week)), 2) for week in weeks)
