"""Reorder quantity."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from emptychair.shop.measures import critical_fractile, reorder_quantity

COSTS = st.integers(1, 60)


def cost(stock: int, demand: list[int], underage: float, overage: float) -> float:
    """What a stock would have cost over past demand."""
    wanted = np.array(demand)
    return float((underage * np.maximum(wanted - stock, 0) + overage * np.maximum(stock - wanted, 0)).sum())


@given(st.lists(st.integers(0, 40), min_size=1, max_size=25), COSTS, COSTS)
def test_reorder_quantity_when_every_stock_is_tried(demand: list[int], underage: int, overage: int) -> None:
    """Is no other stock cheaper, and is it the smallest of the cheapest?"""
    costs = [cost(stock, demand, underage, overage) for stock in range(42)]
    assert reorder_quantity(demand, underage=underage, overage=overage) == int(np.argmin(costs))


@given(st.floats(0.5, 200), COSTS, COSTS)
def test_reorder_quantity_when_demand_is_poisson(mean: float, underage: int, overage: int) -> None:
    """Is it the smallest stock that lasts often enough?"""
    demand = stats.poisson(mean)
    stock = reorder_quantity(demand, underage=underage, overage=overage)
    fractile = critical_fractile(underage=underage, overage=overage)
    assert demand.cdf(stock) >= fractile - 1e-9
    assert stock == 0 or demand.cdf(stock - 1) < fractile + 1e-9


def test_reorder_quantity_when_demand_is_smooth() -> None:
    """Are normal demand and SciPy's newer distributions rounded up to whole pieces?"""
    assert reorder_quantity(stats.norm(100, 20), underage=9, overage=1) == 126  # 100 + 1.2816 × 20
    assert reorder_quantity(stats.Normal(mu=100, sigma=20), underage=9, overage=1) == 126
    assert reorder_quantity(stats.uniform(0, 10), underage=3, overage=2) == 6


def test_reorder_quantity_when_there_is_stock() -> None:
    """Is what is there taken off, and never below nothing?"""
    assert reorder_quantity([10], underage=1, overage=1, on_hand=4) == 6
    assert reorder_quantity([10], underage=1, overage=1, on_hand=40) == 0


@pytest.mark.parametrize(
    ("demand", "options", "says"),
    [
        ([], {}, "empty"),
        ([-1], {}, "outside"),
        ([5], {"underage": 0}, "underage"),
        ([5], {"overage": -2}, "overage"),
        ([5], {"on_hand": 1.5}, "on_hand"),
        (stats.poisson(-3), {}, "quantile"),
    ],
)
def test_reorder_quantity_when_asked_nonsense(demand: object, options: dict[str, float], says: str) -> None:
    """Does the error name what is wrong?"""
    with pytest.raises(ValueError, match=says):
        reorder_quantity(demand, **{"underage": 3, "overage": 2, **options})
