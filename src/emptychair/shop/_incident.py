"""The facts about something that went wrong in the shop, as whoever writes it up would collect them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from emptychair.shop._causes import causes
from emptychair.shop._listening import Listener
from emptychair.shop._settings import REASONS, read
from emptychair.shop._world import World


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, counted.

    Attributes:
        start_week: When the first order can have been hit.
        last_week: The last week on record; nothing was mended until then.
        first_contact_week: When the first customer who was hit got in touch.
        found_week: When somebody who reads every contact from the beginning would have found the cause.
        at_risk: Orders that could have been hit.
        hit: Orders that were.
        hit_before_found: Those of them before ``found_week``.
        customers: Customers who were hit at least once.
        contacts: How often they got in touch about it.
        returned: How many of the orders that were hit came back.
        before, after: Contacts for this reason per 100 orders at risk, before it began and since.
    """

    cause: str
    title: str
    start_week: int
    last_week: int
    first_contact_week: int
    found_week: int
    at_risk: int
    hit: int
    hit_before_found: int
    customers: int
    contacts: int
    returned: int
    before: float
    after: float

    @property
    def facts(self) -> tuple[str, ...]:
        """The same as sentences.

        Example:
            >>> from emptychair import shop
            >>> incident(shop.load(), "kettle_seal").facts[1]
            '315 of 1,823 orders were hit; 286 customers had at least one of them.'
        """
        return (
            f"It began in week {self.start_week}. Today is week {self.last_week + 1}; nothing has been mended.",
            f"{self.hit:,} of {self.at_risk:,} orders were hit; {self.customers:,} customers had at least one of them.",
            f"{self.contacts:,} times a customer got in touch about it, first in week {self.first_contact_week}. "
            f"{self.returned:,} of the orders came back.",
            f"Contacts for this reason per 100 orders that could be hit: {self.before:.1f} before, {self.after:.1f} since.",
            f"Somebody who had read every contact would have found the cause in week {self.found_week}, "
            f"after {self.hit_before_found:,} orders.",
        )


def incident(world: World, cause: str) -> Incident:
    """Collect the facts about one of the planted root causes.

    Raises:
        ValueError: the world has no such cause.

    Example:
        >>> from emptychair import shop
        >>> found = incident(shop.load(), "kettle_seal")
        >>> found.start_week, found.hit
        (37, 315)
    """
    planted = world.truth.causes
    place = np.flatnonzero(planted["cause"] == cause)
    if not place.size:
        raise ValueError(f'There is no cause "{cause}"; there are {", ".join(planted["cause"])}.')
    start, reason = int(planted["start_week"].iloc[place[0]]), planted["reason"].iloc[place[0]]
    ((column, values),) = read("causes")[cause]["hits"].items()
    risky = _column(world, column).isin(values).to_numpy()
    order, week = (world.orders[name].to_numpy() for name in ("order_id", "week"))
    of, told = world.truth.orders, world.truth.contacts
    hit = risky & np.isin(order, of["order_id"].to_numpy()[of["cause"] == cause])
    place = pd.Index(world.contacts["contact_id"]).get_indexer(told["contact_id"])  # -1: nobody took it down
    told_week = world.contacts["week"].to_numpy()[place[(place >= 0) & (told["cause"] == cause).to_numpy()]]
    heard = np.flatnonzero(place >= 0)
    same = (world.contacts["reason"] == reason).to_numpy()[place[heard]]
    asked = np.isin(order, told["order_id"].to_numpy()[heard[same]])
    found_week = _found(world, cause, start)
    late = risky & (week >= start)
    early = risky & (week < start)
    return Incident(
        cause=cause,
        title=str(read("causes")[cause]["title"]),
        start_week=start,
        last_week=world.weeks - 1,
        first_contact_week=int(told_week.min(initial=world.weeks)),
        found_week=found_week,
        at_risk=int(late.sum()),
        hit=int(hit.sum()),
        hit_before_found=int((hit & (week < found_week)).sum()),
        customers=len(np.unique(world.orders["customer_id"].to_numpy()[hit])),
        contacts=len(told_week),
        returned=int(np.count_nonzero(world.orders["returned"].to_numpy()[hit])),
        before=100 * float(asked[early].mean()) if early.any() else 0.0,
        after=100 * float(asked[late].mean()) if late.any() else 0.0,
    )


def _column(world: World, name: str) -> pd.Series:
    """A value for each order that a cause may look for: of the order, its product or its customer."""
    if name in world.orders:
        return world.orders[name]
    for key, table in (
        ("product_id", world.products),
        ("customer_id", world.truth.customers),
        ("customer_id", world.customers),
    ):
        if name in table:
            return world.orders[key].map(table.set_index(key)[name])
    raise KeyError(name)


def _found(world: World, cause: str, start: int) -> int:
    """The week in which a cause is found by somebody who reads all contacts from week ``start`` on."""
    first = world.contacts["repeat_of"].isna().to_numpy()
    day = world.contacts["day"].to_numpy()[first]
    reason = pd.Index(REASONS).get_indexer(pd.Index(world.contacts["reason"]))[first]
    orders = np.bincount(world.orders["week"], minlength=world.weeks)
    begin = min(max(start, 1), world.weeks - 1)
    reader = Listener.reading_back(world.seed, causes(world.seed), orders, day, reason, begin, cause)
    return next((one.week for one in reader.found if one.cause == cause), world.weeks)
