"""What was expected of customers, and what they did."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop import load, order_chances
from emptychair.shop._settings import setting
from emptychair.shop.measures import calibration_curve

WEEKS = range(40, 76, 6)


def test_chances_are_near_what_happened() -> None:
    """Of the pairs with a chance of about so much, do nearly so many order, and is the forecast never far too shy?"""
    table = order_chances(load(), WEEKS, least=0.05)
    curve = calibration_curve(table["chance"], table["ordered"].astype(int), bins=20)
    many = curve[curve["cases"] > 300]
    assert len(many) >= 3
    assert (np.abs(many["predicted"] - many["observed"]) < 0.05).all()


def test_ordered_is_an_order_within_the_horizon() -> None:
    """Is every pair that is said to have ordered in the orders, and every order of a listed pair said?"""
    world, week = load(), 60
    table = order_chances(world, [week], least=0)
    orders = world.orders.merge(world.products[["product_id", "category"]], on="product_id")
    soon = orders[orders["week"].between(week, week + setting("early")["horizon"] - 1)]
    real = set(zip(soon["customer_id"], soon["category"], strict=True))
    said = table[table["ordered"]]
    listed = set(zip(table["customer_id"], table["category"], strict=True))
    assert set(zip(said["customer_id"], said["category"], strict=True)) == real & listed
    assert len(table) == 10 * world.size


def test_forecast_knows_only_what_is_kept() -> None:
    """Is nothing expected where nothing is kept, and do more weeks of data find more of what comes?"""
    world = load()
    assert order_chances(world, [60], keep_weeks=0).empty
    came = [order_chances(world, WEEKS, keep_weeks=keep, least=0.1)["ordered"].sum() for keep in (4, 13, None)]
    assert came == sorted(came)
    assert came[0] < came[-1]


def test_future_is_not_known() -> None:
    """Is the forecast of a week the same whatever other weeks are asked for?"""
    world = load()
    both, alone = order_chances(world, [50, 70]), order_chances(world, [50])
    assert both[both["week"] == 50].equals(alone)


@pytest.mark.parametrize("weeks", [[], [-1], [77], [200]])
def test_weeks_that_cannot_be_judged(weeks: list[int]) -> None:
    """Is it said which weeks there are?"""
    with pytest.raises(ValueError, match="between 0 and 76"):
        order_chances(load(), weeks)
