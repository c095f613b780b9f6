"""Shelves, wishes and reorders."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop._stock import OPENING_WEEKS, Reorder, Stock

TWO, ALIKE = np.array([0, 1]), np.array([0, 0])


def shelves(*pieces: int, category: np.ndarray = TWO) -> Stock:
    """A stock with so many pieces of product 0 by region, and none of product 1."""
    stock = Stock(np.array([1.0, 0.0]), np.array(pieces) / OPENING_WEEKS, category, np.zeros(2, int), weeks=4)
    stock.on_hand[0] = 0
    return stock


def serve(
    stock: Stock, region: list[int], other: bool = False, product: int = 0
) -> tuple[list[int], list[int], list[bool]]:
    """Serve one piece to each of these regions."""
    n = len(region)
    served = stock.serve(0, np.full(n, product), np.array(region), np.ones(n, int), np.full(n, other))
    return served.product.tolist(), served.warehouse.tolist(), served.gone.tolist()


def test_serve_from_the_own_region() -> None:
    """Does a parcel leave from the customer's own region where there is stock?"""
    assert serve(shelves(2, 2, 2, 2), [0, 3]) == ([0, 0], [0, 3], [False, False])


def test_serve_when_the_own_region_is_empty() -> None:
    """Does the fullest warehouse help out, and is that no lost sale?"""
    stock = shelves(0, 1, 3, 0)
    assert serve(stock, [0]) == ([0], [2], [False])
    assert (stock.demand[0].tolist(), stock.lost.sum()) == ([[1, 0, 0, 0], [0, 0, 0, 0]], 0)


def test_serve_first_come_first_served() -> None:
    """Do two customers never get the same last piece?"""
    assert serve(shelves(1, 0, 0, 0), [0, 0, 0])[2] == [False, True, True]


def test_serve_something_alike() -> None:
    """Does who would take something alike get it, if there is something, and is the sale of the first wish lost all the same?"""
    stock = shelves(2, 0, 0, 0, category=ALIKE)
    assert serve(stock, [1], other=True, product=1) == ([0], [0], [False])
    assert stock.lost[0].tolist() == [[0, 0, 0, 0], [0, 1, 0, 0]]
    assert serve(shelves(2, 0, 0, 0), [1], other=True, product=1)[2] == [True]
    assert serve(shelves(2, 0, 0, 0, category=ALIKE), [1], other=False, product=1)[2] == [True]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3), st.booleans()), min_size=1, max_size=40))
def test_serve_never_sells_what_is_not_there(wishes: list[tuple[int, int, bool]]) -> None:
    """Whatever is asked for, do pieces sold and pieces left make up what was there?"""
    stock = shelves(4, 1, 0, 7)
    region, quantity, other = map(np.array, zip(*wishes, strict=True))
    served = stock.serve(0, np.zeros(len(wishes), int), region, quantity, other)
    stock.open_week(1, Reorder())
    sold = quantity[~served.gone].sum()
    assert stock.on_hand[1].sum() == 12 - sold
    assert stock.on_hand[1].min() >= 0
    assert stock.lost.sum() >= quantity[served.gone].sum()


def test_open_week_orders_more_for_a_higher_fractile() -> None:
    """Does a bolder rule keep more on the shelf, and does what is ordered come after the lead time?"""
    shelf = {}
    for fractile in (0.5, 0.99):
        stock = Stock(np.array([10.0]), np.full(4, 0.25), np.zeros(1, int), np.zeros(1, int), weeks=12)
        for week in range(12):
            stock.open_week(week, Reorder(window=4, fractile=fractile))
            stock.serve(week, np.zeros(8, int), np.arange(8) % 4, np.ones(8, int), np.zeros(8, bool))
        shelf[fractile] = stock.on_hand[-1].sum()
    assert shelf[0.99] > shelf[0.5] > 0


@pytest.mark.parametrize(("window", "fractile"), [(0, 0.9), (4, 0.0), (4, 1.0), (-1, 0.5)])
def test_reorder_when_it_makes_no_sense(window: int, fractile: float) -> None:
    """Is an impossible rule refused?"""
    with pytest.raises(ValueError, match="at least one week"):
        Reorder(window, fractile)
