"""Who the customers are, and what drives them.

Need and leaving follow the BG/NBD model (Fader, Hardie & Lee 2005, doi 10.1287/mksc.1040.0098): a customer orders at a rate
drawn from a gamma distribution and leaves after a repeat order with a chance drawn from a beta distribution. First trust is
another beta variable, tied to the chance to leave by a Gaussian copula, so that both keep their distributions.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy import special

from emptychair.shop._season import season
from emptychair.shop._settings import CHANNELS, REGIONS, SEGMENTS, setting
from emptychair.shop._streams import Floats, Ints, generator


class People(NamedTuple):
    """Everybody who is, or could become, a customer. The first :attr:`size` are those of the recorded history."""

    size: int
    segment: Ints
    region: Ints
    channel: Ints
    joined_week: Ints
    joined_part: Floats
    need: Floats
    leaves: Floats
    first_trust: Floats
    price_sensitivity: Floats

    @property
    def all(self) -> int:
        """How many there are with the reserve."""
        return len(self.need)


def draw_people(seed: int, customers: int, weeks: int) -> People:
    """Draw the customers and the reserve, each from a stream of its own, sorted by the week in which they join."""
    known = _draw(seed, "customers", customers, weeks)
    reserve = _draw(seed, "reserve", round(customers * setting("arrivals")["reserve"]), weeks)
    both = {name: np.concatenate([known[name], reserve[name]]) for name in known}
    return People(size=customers, **both)


def _draw(seed: int, name: str, n: int, weeks: int) -> dict[str, Any]:
    rng = generator(seed, name)
    buying, trust, sensitivity = setting("buying"), setting("trust"), setting("segments")["price_sensitivity"]
    segment = rng.choice(len(SEGMENTS), n, p=setting("segments")["shares"])
    tie = trust["with_leaving"]
    leaving, own = rng.standard_normal((2, n))
    return {
        "segment": segment,
        "region": rng.choice(len(REGIONS), n, p=setting("regions")["shares"]),
        "channel": rng.choice(len(CHANNELS), n, p=setting("channels")["shares"]),
        "joined_week": np.sort(rng.choice(weeks, n, p=_arrivals(weeks))),
        "joined_part": rng.random(n),
        "need": rng.gamma(buying["r"], 1 / buying["alpha"], n),
        "leaves": special.betaincinv(buying["a"], buying["b"], special.ndtr(leaving)),
        "first_trust": special.betaincinv(*trust["start"], special.ndtr(tie * leaving + np.sqrt(1 - tie**2) * own)),
        "price_sensitivity": np.clip(np.take(sensitivity, segment) + 0.15 * rng.standard_normal(n), 0.0, 1.0),
    }


def _arrivals(weeks: int) -> Floats:
    form = setting("arrivals")
    crowd = 1 + form["opening_crowd"] * np.exp(-np.arange(weeks) / form["opening_weeks"])
    chance: Floats = crowd * season(weeks) ** form["season"]
    chance /= chance.sum()
    return chance
