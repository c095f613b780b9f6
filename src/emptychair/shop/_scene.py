"""What stays the same under every policy: the people, the range, the causes, the calendar, the market."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from emptychair.shop import _market
from emptychair.shop._causes import Cause, causes, rates
from emptychair.shop._customers import People, draw_people
from emptychair.shop._products import Range, draw_range
from emptychair.shop._season import season
from emptychair.shop._streams import Floats, Ints


class Scene(NamedTuple):
    """Everything that is drawn before the first week; arrays by week have a row a week."""

    seed: int
    weeks: int
    people: People
    range: Range
    causes: tuple[Cause, ...]
    rates: Floats
    season: Floats
    clock: Floats
    """Time at the beginning of each week, in weeks of the mean season."""
    slower: Ints
    taken: Floats
    leaks: tuple[int, ...]

    @property
    def damage(self) -> Floats:
        """Share of trust that each cause costs, as a column."""
        return np.array([cause.damage for cause in self.causes])[:, None]

    def cause(self, name: str) -> int:
        """The place of a cause."""
        return [cause.name for cause in self.causes].index(name)


@lru_cache(maxsize=4)
def scene(seed: int, customers: int, weeks: int) -> Scene:
    """Draw the scene of a world."""
    found = causes(seed)
    year = season(weeks)
    return Scene(
        seed=seed,
        weeks=weeks,
        people=draw_people(seed, customers, weeks),
        range=draw_range(seed, weeks),
        causes=found,
        rates=rates(found, weeks),
        season=year,
        clock=np.concatenate([[0.0], np.cumsum(year)]),
        slower=_market.delays(weeks),
        taken=_market.taken(weeks),
        leaks=tuple(_market.leaks(weeks)),
    )
