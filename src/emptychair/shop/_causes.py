"""The nine planted root causes: when each begins, whom it hits, what it does, and what would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from emptychair.shop._settings import CATEGORIES, CHANNELS, REGIONS, read
from emptychair.shop._streams import Flags, Floats, Ints, generator

START_SPREAD = 2
RATE_SPREAD = 0.1

_CODES: Mapping[str, tuple[object, ...]] = {
    "category": CATEGORIES,
    "region": REGIONS,
    "channel": CHANNELS,
    "used_code": (False, True),
    "returned": (False, True),
}


class Cause(NamedTuple):
    """One root cause. ``at_risk`` says for each code of the column ``field`` whether such orders can be hit."""

    name: str
    title: str
    theme: str
    reason: str
    field: str
    values: tuple[object, ...]
    at_risk: Flags
    start: int
    rate: float
    contacts: float
    returns: float
    damage: float
    fix: str
    removes: float
    fix_usd: float
    fix_weeks: int
    fix_usd_per_order: float

    @property
    def hits(self) -> str:
        """In words, which orders can be hit."""
        return f"{self.field} = {' or '.join(str(value).lower() for value in self.values)}"


@cache
def causes(seed: int) -> tuple[Cause, ...]:
    """The causes of the world of this seed; each has a start and a rate of its own.

    Example:
        >>> len(causes(1)), causes(1)[0].theme
        (9, 'runs_small')
    """
    return tuple(_cause(name, raw, generator(seed, f"cause {name}")) for name, raw in read("causes").items())


def _cause(name: str, raw: Mapping[str, Any], rng: np.random.Generator) -> Cause:
    ((field, values),) = raw["hits"].items()
    fix = raw["fix"]
    return Cause(
        name=name,
        field=field,
        values=tuple(values),
        at_risk=np.array([code in values for code in _CODES[field]]),
        start=raw["start"] + int(rng.integers(-START_SPREAD, START_SPREAD, endpoint=True)),
        rate=round(raw["rate"] * rng.uniform(1 - RATE_SPREAD, 1 + RATE_SPREAD), 4),
        fix=fix["name"],
        removes=fix["removes"],
        fix_usd=fix["usd"],
        fix_weeks=fix["weeks"],
        fix_usd_per_order=fix["usd_per_order"],
        **{key: raw[key] for key in ("title", "theme", "reason", "contacts", "returns", "damage")},
    )


def at_risk(found: tuple[Cause, ...], orders: Mapping[str, Ints]) -> Flags:
    """Which orders each cause can hit: a row a cause, a column an order."""
    return np.stack([cause.at_risk[orders[cause.field]] for cause in found])


def rates(found: tuple[Cause, ...], weeks: int) -> Floats:
    """The share of orders at risk that is hit, by week and cause, if nothing is mended."""
    week = np.arange(weeks)[:, None]
    return np.where(week >= np.array([cause.start for cause in found]), [cause.rate for cause in found], 0.0)
