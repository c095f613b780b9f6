"""Parcels that could have been sent before the order, on some Mondays of the default world, by how much history was kept."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from emptychair import shop

MONDAYS: Final = range(52, 76, 2)
"""Every second week of the shop's last half year: no parcel is still under way when the next ones are sent."""
KEEPS: Final[dict[str, int | None]] = {
    "nothing": 0,
    "4 weeks": 4,
    "13 weeks": 13,
    "26 weeks": 26,
    "everything": None,
}
LEAST: Final = 0.02
DAYS: Final = 2.0
"""Days that a parcel saves that is already in the region when it is ordered."""


class Parcels(NamedTuple):
    """Chances of an order, and whether it came."""

    chance: npt.NDArray[np.float64]
    ordered: npt.NDArray[np.int64]


class Line(NamedTuple):
    """What came of sending whatever was likelier than a line."""

    shipped: int
    right: int
    misrouted: int
    days_saved: float
    profit: float


@cache
def parcels(keep: str) -> Parcels:
    """All pairs of customer and category worth a thought on those Mondays, as forecast from the history that is kept.

    Example:
        >>> len(parcels("nothing").chance), len(parcels("everything").chance) > 50_000
        (0, True)
    """
    table = shop.order_chances(shop.load(), MONDAYS, keep_weeks=KEEPS[keep], least=LEAST)
    return Parcels(table["chance"].to_numpy(np.float64), table["ordered"].to_numpy(np.int64))


def curve(keep: str, gain: float, cost: float) -> tuple[Line, ...]:
    """What each line, from 0 to 100 %, would have done; see :func:`emptychair.shop.measures.early_shipping_curve`."""
    chance, ordered = parcels(keep)
    if not len(chance):  # nothing is known, so nothing is sent
        return tuple(Line(0, 0, 0, 0.0, 0.0) for _ in range(101))
    table = shop.measures.early_shipping_curve(chance, ordered, gain=gain, cost=cost, days=DAYS)
    columns = (table[name].tolist() for name in Line._fields)
    return tuple(Line(*row) for row in zip(*columns, strict=True))


@cache
def trust(keep: str) -> float:
    """Mean trust at the end of a half year in which so much was kept of each customer."""
    return shop.run(shop.load(), shop.Policy(keep_weeks=KEEPS[keep])).trust
