"""Shipping before the order: forecast, parcels under way, and how much of a customer's history the forecast may use.

The forecast of a category is the BG/NBD chance that a customer is still one, times the Poisson chance of an order within the
horizon, times the customer's habit (a Dirichlet estimate of the mix of categories). It knows the history that is kept, no more.
"""

from __future__ import annotations

import numpy as np

from emptychair.shop._customers import People
from emptychair.shop._settings import CATEGORIES, SEGMENTS, setting
from emptychair.shop._streams import Flags, Floats, Ints


class Early:
    """Parcels that were sent before anybody had ordered them."""

    def __init__(self, threshold: float, keep_weeks: int | None, people: People, weeks: int) -> None:
        """Begin to write down who orders what."""
        self._threshold, self._keep, self._people = threshold, keep_weeks, people
        self._bought = np.zeros((people.all, len(CATEGORIES)))
        self._first, self._last = np.zeros((2, people.all))
        self._by_week: list[list[tuple[Ints, Ints]]] = [[] for _ in range(weeks)]
        self._until = np.full((people.all, len(CATEGORIES)), -1)
        self.sent, self.right, self.wrong = np.zeros((3, weeks), np.int64)

    def send(self, week: int, customers: Flags) -> None:
        """Call back what waited too long, forget what may not be kept, send what is likely enough."""
        overdue = (self._until >= 0) & (self._until < week)
        self.wrong[week] = overdue.sum()
        self._until[overdue] = -1
        if self._keep is not None:
            self._forget(week - self._keep)
        go = (self.forecast(week) > self._threshold) & customers[:, None] & (self._until < 0)
        self.sent[week] = go.sum()
        self._until[go] = week + setting("early")["horizon"] - 1

    def arrive(self, week: int, who: Ints, category: Ints) -> Flags:
        """Write down a batch of orders; tell for which of them a parcel was already there."""
        self._by_week[week].append((who, category))
        self._first[who] = np.where(self._bought[who].sum(axis=1) == 0, week, self._first[who])
        self._last[who] = week
        self._bought[who, category] += 1
        early: Flags = self._until[who, category] >= week
        self._until[who, category] = -1
        self.right[week] += early.sum()
        return early

    def forecast(self, week: int) -> Floats:
        """The chance that each customer (a row) orders from each category (a column) within the horizon."""
        model, form = setting("buying"), setting("early")
        orders = self._bought.sum(axis=1)
        repeats = np.maximum(orders - 1, 0)
        age, recency = np.maximum(week - self._first, 0), np.maximum(self._last - self._first, 0)
        odds = model["a"] / (model["b"] + np.maximum(repeats - 1, 0))
        odds = odds * ((model["alpha"] + age) / (model["alpha"] + recency)) ** (model["r"] + repeats)
        alive = np.where(repeats > 0, 1 / (1 + odds), 1.0) * (orders > 0)
        rate = (model["r"] + repeats) / (model["alpha"] + age)
        wants = np.array([[setting("segments")["wants"][segment][name] for name in CATEGORIES] for segment in SEGMENTS])
        usual = (wants / wants.sum(axis=1, keepdims=True))[self._people.segment]
        mix = (self._bought + form["habit"] * usual) / (orders + form["habit"])[:, None]
        chance: Floats = alive[:, None] * (1 - np.exp(-form["horizon"] * rate[:, None] * mix))
        return chance

    def _forget(self, before: int) -> None:
        """Forget the orders of the weeks before one."""
        for week in range(max(before, 0)):
            for who, category in self._by_week[week]:
                np.subtract.at(self._bought, (who, category), 1)
            self._by_week[week] = []
        self._first = np.maximum(self._first, before)
