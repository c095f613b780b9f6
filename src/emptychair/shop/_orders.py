"""What happens to a batch of orders: delivery, planted causes, returns, contacts. Pure functions of the luck of each order."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from emptychair.shop._causes import Cause, at_risk
from emptychair.shop._settings import CATEGORIES, REASONS, setting
from emptychair.shop._streams import Flags, Floats, Ints, draws

_LUCK = (
    "product",
    "competitor",
    "substitute",
    "pieces",
    "code",
    "days",
    "carrier",
    "scanned",
    "returned",
    "leave",
    "gap",
    "late_contact",
    "contact",
    "contact_days",
)
CARRIER, CODE, REFUND = "north_carrier", "code_ignored", "refund_batch"
"""Causes that do something beside making trouble: to the delivery day, to the price, to orders that came back."""


def luck_of(seed: int, who: Ints, tries: Ints) -> dict[str, Floats]:
    """Every number that one try to order can need, by name."""
    return dict(zip(_LUCK, draws(seed, "orders", who, tries, len(_LUCK)), strict=True))


class Fate(NamedTuple):
    """What became of each order; ``hit`` has a row a cause."""

    hit: Flags
    returned: Flags
    days: Ints
    early: Flags

    @property
    def late(self) -> Flags:
        """Whether it came after the day that was promised."""
        late: Flags = self.days > setting("delivery")["promise"]
        return late


def befall(
    seed: int,
    found: tuple[Cause, ...],
    chance: Floats,
    orders: dict[str, Ints],
    luck: dict[str, Floats],
    slower: Ints,
    early: Flags,
) -> Fate:
    """Let the causes hit orders, each with its ``chance`` (a row a cause), and deliver them."""
    who, tries = orders["customer"], orders["tries"]
    names = [cause.name for cause in found]
    hit = draws(seed, "hits", who, tries, len(found)) < chance
    hit &= at_risk(found, orders | {"returned": np.ones_like(who)})
    sent_back = hit & (draws(seed, "returns", who, tries, len(found)) < _column(found, "returns"))
    returned = (luck["returned"] < _return_rates()[orders["category"]]) | sent_back.any(axis=0)
    hit[names.index(REFUND)] &= returned
    form = setting("delivery")
    days = np.searchsorted(np.cumsum(form["days"])[:-1], luck["days"], side="right") + slower
    least, most = form["carrier_days"]
    days = days + hit[names.index(CARRIER)] * (least + (luck["carrier"] * (most - least + 1)).astype(np.int64))
    return Fate(hit, returned, np.maximum(days - form["early_days"] * early, 1), early)


def price(list_price: Floats, used_code: Flags, ignored: Flags) -> Floats:
    """The price as charged: less with a code, unless the code was dropped."""
    charged: Floats = np.round(list_price * (1 - setting("order")["code_worth"] * (used_code & ~ignored)), 2)
    return charged


def pieces(luck: Floats) -> Ints:
    """How many pieces: mostly one."""
    form = setting("order")
    many: Ints = 1 + (luck < form["second_piece"]).astype(np.int64) + (luck < form["third_piece"])
    return many


class Asked(NamedTuple):
    """Contacts of a batch: the place of the order in it, the cause (-1 without one), the reason, days after the order."""

    place: Ints
    cause: Ints
    reason: Ints
    after: Ints


def ask(seed: int, found: tuple[Cause, ...], orders: dict[str, Ints], luck: dict[str, Floats], fate: Fate) -> Asked:
    """Who gets in touch, and why: because of a cause, because of a late parcel, or because of something else."""
    who, tries = orders["customer"], orders["tries"]
    planted = fate.hit & (draws(seed, "contacts", who, tries, len(found)) < _column(found, "contacts"))
    cause, place = np.nonzero(planted)
    slow = fate.late & ~fate.hit[[one.name for one in found].index(CARRIER)]
    waiting = np.flatnonzero(slow & (luck["late_contact"] < setting("contact")["late"]))
    everyday = np.flatnonzero(luck["contact"] < _base()[-1])
    reason = np.concatenate(
        [
            np.array([REASONS.index(one.reason) for one in found], np.int64)[cause],
            np.full(len(waiting), REASONS.index("where_is_my_order")),
            np.searchsorted(_base(), luck["contact"][everyday], side="right"),
        ]
    )
    places = np.concatenate([place, waiting, everyday])
    least, most = np.array([setting("contact")["days"][name] for name in REASONS])[reason].T
    after = least + (luck["contact_days"][places] * (most - least + 1)).astype(np.int64)
    return Asked(places, np.concatenate([cause, np.full(len(waiting) + len(everyday), -1)]), reason, after)


def _column(found: tuple[Cause, ...], name: str) -> Floats:
    return np.array([getattr(cause, name) for cause in found])[:, None]


@cache
def _base() -> Floats:
    return np.cumsum([setting("contact")["base"][reason] for reason in REASONS])


@cache
def _return_rates() -> Floats:
    return np.array([setting("order")["returns"][name] for name in CATEGORIES])
