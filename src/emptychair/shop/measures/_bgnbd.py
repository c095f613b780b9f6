"""BG/NBD: who is still a customer, and how often they will buy.

People buy at their own rates and at some point, after a purchase, silently leave. Fader, Hardie & Lee 2005, "Counting Your Customers" the
Easy Way, Marketing Science 24(2), doi 10.1287/mksc.1040.0098. Equation numbers are theirs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from emptychair.shop.measures._input import Floats, Values, between, labels, numbers, same_length

if TYPE_CHECKING:
    import pandas as pd

NODES = 48
"""Points of the quadrature: twelve digits for ten times the age of a customer, more than anybody plans ahead."""


class BGNBD(NamedTuple):
    """The fitted model.

    Rates of buying are gamma distributed among customers (shape ``r``, rate ``alpha`` in the unit of time of the data); the chance to
    leave after a purchase is beta distributed (``a``, ``b``).

    Example:
        >>> model = BGNBD(r=0.25, alpha=4.5, a=0.8, b=2.4)
        >>> round(float(model.expected_purchases(39, frequency=2, recency=30.4, age=38.9)[0]), 2)
        1.22
        >>> model.p_alive(frequency=[0, 2, 2], recency=[0, 5, 30], age=[39, 39, 39]).round(2).tolist()
        [1.0, 0.12, 0.72]
    """

    r: float
    alpha: float
    a: float
    b: float

    def p_alive(self, frequency: Values | float, recency: Values | float, age: Values | float) -> Floats:
        """The chance that each customer has not left; 1 for who bought once, as leaving comes after a repeat purchase.

        Raises:
            ValueError: columns that cannot belong together (see :func:`fit_bgnbd`).
        """
        from scipy.special import expit

        x, t, age_ = columns(frequency, recency, age)
        bought = x > 0
        left = np.log(self.a) - np.log(self.b + np.where(bought, x, 1) - 1)
        left = left + (self.r + x) * (np.log(self.alpha + age_) - np.log(self.alpha + t))
        chances: Floats = np.where(bought, expit(-left), 1.0)
        return chances

    def expected_purchases(
        self, time: float, frequency: Values | float, recency: Values | float, age: Values | float
    ) -> Floats:
        """How many purchases each customer will make in the next ``time`` units (equation 10).

        The closed form has a hole at a = 1 and overflows for frequent buyers, so the integral behind it is taken instead, over the
        chance p to leave: P(alive) × E[(1 - ((α + T) / (α + T + p t))^(r + x)) / p] with p from a beta(a, b + x), by Gauss-Jacobi
        quadrature.

        Raises:
            ValueError: a time below zero, or columns that cannot belong together.
        """
        x, _, age_ = columns(frequency, recency, age)
        span = between(time, "time", 0, 1e12)
        future = np.empty_like(age_)
        for purchases in np.unique(x):
            of = x == purchases
            future[of] = self._while_alive(span, purchases, age_[of])
        return future * self.p_alive(frequency, recency, age)

    def expected_new(self, time: float) -> float:
        """How many repeat purchases a new customer makes in the first ``time`` units (equation 9).

        Raises:
            ValueError: a time below zero.
        """
        return float(self._while_alive(between(time, "time", 0, 1e12), 0.0, np.zeros(1))[0])

    def _while_alive(self, span: float, purchases: float, age: Floats) -> Floats:
        leave, weights = _beta_nodes(self.a, self.b + purchases)
        # expm1 and log1p keep the digits where the chance to leave is next to nothing.
        growth = np.log1p(np.multiply.outer(span / (self.alpha + age), leave))
        total: Floats = (-np.expm1(-(self.r + purchases) * growth) / leave) @ weights
        return total


def _beta_nodes(a: float, b: float) -> tuple[Floats, Floats]:
    """Points and weights that give the mean of a smooth function of a beta(a, b) variable: Gauss-Jacobi on 0 to 1.

    By the eigenvalues of the recurrence (Golub & Welsch 1969). SciPy's ``roots_jacobi`` overflows for b above 1,000 on its way to
    weights that would be divided by their sum anyway.
    """
    from scipy.linalg import eigh_tridiagonal

    k = np.arange(1, NODES)
    twice = 2 * k + a + b - 2
    middle = np.append(a / (a + b), 0.5 + 0.5 * (a - b) * (a + b - 2) / (twice * (twice + 2)))
    # The general term is 0 / 0 for k = 1 where a + b = 1.
    general = k * (k + b - 1) * (k + a - 1) / twice**2 / (twice + 1)
    beside = general * np.where(k == 1, 1.0, (k + a + b - 2) / np.where(k == 1, 1.0, twice - 1))
    nodes, vectors = eigh_tridiagonal(middle, np.sqrt(beside))
    weights: Floats = vectors[0] ** 2
    return np.clip(nodes, 1e-300, 1.0), weights


def purchase_summary(customers: Values, days: Values, *, until: float, unit: float = 7.0) -> pd.DataFrame:
    """One row for each customer, as the model wants it, from the customer id and the day of each order.

    ``frequency`` counts days with an order after the first one; ``recency`` is the time from the first to the last order, ``age`` from the
    first order to the day ``until``, both in units of ``unit`` days (weeks, if left out). Orders after ``until`` are not counted.

    Raises:
        ValueError: missing ids or days, columns of different length, or no order up to ``until``.

    Example:
        >>> purchase_summary(["ana", "ana", "ben"], [7, 28, 14], until=70).values.tolist()
        [[1.0, 3.0, 9.0], [0.0, 0.0, 8.0]]
    """
    import pandas as pd

    who, when = labels(customers, "customers"), numbers(days, "days")
    same_length(customers=who, days=when)
    between(unit, "unit", 0, math.inf, open_ends=True)
    orders = pd.DataFrame({"customer_id": who, "day": when})[when <= until].drop_duplicates()
    if orders.empty:
        raise ValueError(f"days: there is no order up to day {until:g}.")
    day = orders.groupby("customer_id")["day"].agg(["min", "max", "size"])
    return pd.DataFrame(
        {
            "frequency": day["size"] - 1,
            "recency": (day["max"] - day["min"]) / unit,
            "age": (until - day["min"]) / unit,
        }
    )


def columns(frequency: Values | float, recency: Values | float, age: Values | float) -> tuple[Floats, Floats, Floats]:
    """The three columns, checked; single numbers stand for one customer."""
    given = {"frequency": frequency, "recency": recency, "age": age}
    columns = {
        name: numbers([value] if np.isscalar(value) else value, name, low=0, whole=name == "frequency")
        for name, value in given.items()
    }
    same_length(**columns)
    x, t, age_ = columns.values()
    for bad, fault in (
        (t > age_, "recency is beyond age: the last order would be after the end"),
        ((x == 0) & (t > 0), "recency is above 0 although nothing was bought again"),
        ((x > 0) & (t == 0), "recency is 0 although something was bought again"),
    ):
        if bad.any():
            raise ValueError(
                f"Customer at position {int(np.argmax(bad))}: {fault}. purchase_summary() makes them right."
            )
    return x, t, age_
