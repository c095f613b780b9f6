"""Where every customer stands: the arrays that a week changes."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from emptychair.shop._customers import People
from emptychair.shop._streams import Flags, Floats, Ints


@dataclass(slots=True)
class State:
    """One entry a customer, also for those who have not come yet (their next order is never due)."""

    next: Floats
    """When the next order is due, in weeks of the mean season."""
    gap: Floats
    """Time between the last try and the next."""
    tries: Ints
    """Tries to order; the count that the luck of an order hangs on."""
    orders: Ints
    trust: Floats
    shock: Floats
    """Trust lost by the last order."""
    leave_odds: Floats
    """A customer leaves whose urge to leave is above this."""
    joined: Flags
    left_week: Ints
    """Week of leaving, -1 for those who have not left."""
    hurt: Floats
    """Trust lost by each cause (a row) and not regained."""

    @classmethod
    def first(cls, people: People, causes: int) -> State:
        """The state before the shop opens."""
        n = people.all
        return cls(
            next=np.full(n, np.inf),
            gap=np.full(n, np.inf),
            tries=np.zeros(n, np.int64),
            orders=np.zeros(n, np.int64),
            trust=people.first_trust.copy(),
            shock=np.zeros(n),
            leave_odds=np.full(n, np.inf),
            joined=np.zeros(n, bool),
            left_week=np.full(n, -1),
            hurt=np.zeros((causes, n)),
        )

    def copy(self) -> State:
        """An independent copy."""
        return State(*(getattr(self, field.name).copy() for field in fields(self)))

    @property
    def active(self) -> Flags:
        """Who has joined and not left."""
        return self.joined & (self.left_week < 0)
