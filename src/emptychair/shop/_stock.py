"""Stock by product and warehouse, one warehouse a region.

Every week the rule orders each product up to a level: what is expected over lead time and one week, and a margin for chance,
``mean + z * sqrt(mean)`` with z from the normal distribution (base stock; demand taken as Poisson). What is expected is the mean
of the last weeks; in the first weeks of a product a guess stands in for the weeks that have not been.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import special

from emptychair.shop._settings import REGIONS
from emptychair.shop._streams import Flags, Floats, Ints

LEAD = 3
OPENING_WEEKS = 6


@dataclass(frozen=True, slots=True)
class Reorder:
    """A reorder rule: look back ``window`` weeks, be in stock with the chance ``fractile``.

    Example:
        >>> Reorder(window=4, fractile=0.95).fractile
        0.95
    """

    window: int = 6
    fractile: float = 0.95

    def __post_init__(self) -> None:
        if self.window < 1 or not 0 < self.fractile < 1:
            raise ValueError("A reorder rule looks back at least one week and has a fractile between 0 and 1.")


class Served(NamedTuple):
    """What became of a batch of wishes: the product and warehouse of each, or nothing (``gone``)."""

    product: Ints
    warehouse: Ints
    gone: Flags


class Stock:
    """The shelves. ``guess`` is the demand that is expected in a week, by product, when it is launched."""

    def __init__(self, guess: Floats, region_shares: Floats, category: Ints, launch: Ints, weeks: int) -> None:
        """Fill the shelves for the first weeks."""
        self._category, self._launch = category, launch
        self._guess = guess[:, None] * region_shares
        shape = (weeks, len(guess), len(REGIONS))
        self.on_hand, self.demand, self.lost = (np.zeros(shape, np.int64) for _ in range(3))
        self._shelf = np.ceil(OPENING_WEEKS * self._guess).astype(np.int64)
        self._coming = np.zeros((weeks + LEAD + 1, *shape[1:]), np.int64)
        self._on_order = np.zeros(shape[1:], np.int64)

    def copy(self) -> Stock:
        """An independent copy."""
        return copy.deepcopy(self)

    def open_week(self, week: int, rule: Reorder) -> None:
        """Take in what arrives, order what is missing, write down what is there."""
        self._shelf += self._coming[week]
        self._on_order -= self._coming[week]
        seen = self.demand[max(0, week - rule.window) : week].sum(axis=0)
        unseen = np.clip(rule.window - (week - self._launch), 0, rule.window)[:, None]
        mean = (seen + self._guess * unseen) / rule.window * (LEAD + 1)
        level = np.ceil(mean + special.ndtri(rule.fractile) * np.sqrt(mean)).astype(np.int64)
        wanted = np.maximum(level - self._shelf - self._on_order, 0)
        self._coming[week + LEAD] += wanted
        self._on_order += wanted
        self.on_hand[week] = self._shelf

    def serve(self, week: int, product: Ints, region: Ints, quantity: Ints, takes_other: Flags) -> Served:
        """Serve wishes: from the own region, else from the fullest warehouse, else something alike, else not at all."""
        np.add.at(self.demand[week], (product, region), quantity)
        warehouse, product = region.copy(), product.copy()
        left = self._take(product, warehouse, quantity)
        if len(left):
            warehouse[left] = self._shelf[product[left]].argmax(axis=1)
            left = left[self._take(product[left], warehouse[left], quantity[left])]
        if len(left):
            np.add.at(self.lost[week], (product[left], region[left]), quantity[left])
            alike = left[takes_other[left]]
            product[alike], warehouse[alike] = self._alike(product[alike])
            missed = alike[self._take(product[alike], warehouse[alike], quantity[alike])]
            left = np.concatenate([left[~takes_other[left]], missed])
        gone = np.zeros(len(product), bool)
        gone[left] = True
        return Served(product, warehouse, gone)

    def _alike(self, product: Ints) -> tuple[Ints, Ints]:
        """The product of the same category of which one warehouse has most."""
        fullest = self._shelf.max(axis=1)
        same = self._category[product][:, None] == self._category
        other = np.where(same, fullest, -1).argmax(axis=1)
        return other, self._shelf[other].argmax(axis=1)

    def _take(self, product: Ints, warehouse: Ints, quantity: Ints) -> Ints:
        """Take pieces from the shelves, first come, first served; give the places of those for whom it was not enough."""
        cell = product * len(REGIONS) + warehouse
        order = np.argsort(cell, kind="stable")
        cell, quantity = cell[order], quantity[order]
        taken = np.cumsum(quantity)
        first = np.searchsorted(cell, cell)
        shelf = self._shelf.reshape(-1)
        enough = taken - (taken - quantity)[first] <= shelf[cell]
        np.subtract.at(shelf, cell[enough], quantity[enough])
        return np.sort(order[~enough])
