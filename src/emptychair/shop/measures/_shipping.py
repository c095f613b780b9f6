"""Shipping before the order: the arithmetic does not need a patent."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.measures._input import Values, between, numbers, same_length

if TYPE_CHECKING:
    import pandas as pd


def early_shipping_threshold(gain: float, cost: float) -> float:
    """The chance of an order above which it pays to send the parcel ahead.

    Formula: ship when p B > (1 - p) C, that is when p > C / (B + C). ``gain`` B is what a right guess earns, ``cost`` C what a wrong
    one costs (the cheapest of return, detour to the next likely buyer, and giving it away), both in money for one parcel. Derived
    here; it is the newsvendor's fractile. The idea of shipping ahead is in US patent 8,615,473 (2013).

    Raises:
        ValueError: a gain not above zero, or a cost below zero.

    Example:
        >>> early_shipping_threshold(gain=3, cost=6)
        0.6666666666666666
    """
    right = between(gain, "gain", 0, math.inf, open_ends=True)
    wrong = between(cost, "cost", 0, 1e300)
    return wrong / (right + wrong)


def early_shipping_table(chances: Values, *, gain: float, cost: float) -> pd.DataFrame:
    """The decision for each parcel: its ``chance``, the ``expected_gain`` p B - (1 - p) C in money, and whether to ``ship``.

    Raises:
        ValueError: chances outside 0 to 1, a gain not above zero, or a cost below zero.

    Example:
        >>> print(early_shipping_table([0.5, 0.9], gain=3, cost=6).to_string(index=False))
         chance  expected_gain  ship
            0.5           -1.5 False
            0.9            2.1  True
    """
    import pandas as pd

    threshold = early_shipping_threshold(gain, cost)
    p = numbers(chances, "chances", low=0, high=1)
    return pd.DataFrame({"chance": p, "expected_gain": p * gain - (1 - p) * cost, "ship": p > threshold})


def early_shipping_curve(
    chances: Values, ordered: Values, *, gain: float, cost: float, days: float = 2.0, steps: int = 100
) -> pd.DataFrame:
    """What each threshold would have done to parcels of which it is known whether the order came.

    One row for each threshold from 0 to 1: parcels ``shipped``, ``right`` and ``misrouted``, ``days_saved`` for customers (``days`` for
    each right guess) and the ``profit`` in money. With honest chances the profit is greatest near C / (B + C).

    Raises:
        ValueError: chances outside 0 to 1, orders that are not yes or no, columns of different length, or costs out of range.

    Example:
        >>> early_shipping_curve([0.2, 0.7, 0.9], [0, 0, 1], gain=3, cost=6, steps=2)["misrouted"].tolist()
        [2, 1, 0]
    """
    import pandas as pd

    early_shipping_threshold(gain, cost)
    p, came = numbers(chances, "chances", low=0, high=1), numbers(ordered, "ordered", low=0, high=1, whole=True)
    same_length(chances=p, ordered=came)
    between(days, "days", 0, 1e6)
    thresholds = np.linspace(0, 1, int(between(steps, "steps", 1, 10_000)) + 1)
    order = np.argsort(p)
    orders_from = np.append(np.cumsum(came[order][::-1])[::-1], 0).astype(int)
    first = np.searchsorted(p[order], thresholds, side="right")
    shipped, right = len(p) - first, orders_from[first]
    wrong = shipped - right
    return pd.DataFrame(
        {
            "threshold": thresholds,
            "shipped": shipped,
            "right": right,
            "misrouted": wrong,
            "days_saved": right * days,
            "profit": right * gain - wrong * cost,
        }
    )
