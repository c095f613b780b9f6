"""How much to have in stock: the newsvendor's answer (Arrow, Harris & Marschak 1951)."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np

from emptychair.shop.measures._input import Values, between, count, numbers

TINY = 1e-9
"""Room for rounding: 0.6 of five weeks is three weeks, also where the computer says 3.0000000000000004."""


class Demand(Protocol):
    """Any frozen distribution of SciPy's, such as ``scipy.stats.poisson(40)``."""

    def ppf(self, q: float) -> float:
        """The demand that is not exceeded with the chance ``q``."""


def critical_fractile(*, underage: float, overage: float) -> float:
    """The share of weeks in which the stock ought to last.

    Formula: underage / (underage + overage); between 0 and 1. ``underage`` is what one missing piece costs (margin lost, and
    the customer's trust), ``overage`` what one left-over piece costs (markdown, storage), both in money for one piece.

    Raises:
        ValueError: costs that are not above zero.

    Example:
        >>> critical_fractile(underage=12, overage=4)
        0.75
    """
    short = between(underage, "underage", 0, math.inf, open_ends=True)
    left = between(overage, "overage", 0, math.inf, open_ends=True)
    return short / (short + left)


def reorder_quantity(demand: Demand | Values, *, underage: float, overage: float, on_hand: int = 0) -> int:
    """How many pieces to order, so that stock meets demand with the chance that pays best.

    Formula: the smallest whole stock S with P(demand ≤ S) ≥ underage / (underage + overage), less what is ``on_hand``; never below 0.
    ``demand`` is the demand of one order cycle: a distribution of SciPy's, or past demands that count as equally likely. Use
    demand, not sales: what could not be sold was wanted too.

    Raises:
        ValueError: no past demand or one below zero, costs that are not above zero, or stock on hand that is not whole.

    Example:
        >>> from scipy.stats import poisson
        >>> reorder_quantity(poisson(40), underage=12, overage=4)
        44
        >>> reorder_quantity([30, 38, 41, 55], underage=12, overage=4, on_hand=10)
        31
    """
    fractile = critical_fractile(underage=underage, overage=overage)
    have = count(on_hand, "on_hand")
    # SciPy's newer distributions call the same function icdf.
    at = getattr(demand, "ppf", None) or getattr(demand, "icdf", None)
    if callable(at):
        level = float(at(fractile))
    else:
        past = np.sort(numbers(demand, "demand", low=0))  # type: ignore[arg-type] # it has no ppf, so it is values
        level = float(past[max(0, math.ceil(fractile * len(past) - TINY) - 1)])
    if not math.isfinite(level):
        raise ValueError(f"demand: its {fractile:.3f} quantile is {level}. Check the parameters of the distribution.")
    return max(0, math.ceil(level - TINY * max(1.0, abs(level))) - have)
