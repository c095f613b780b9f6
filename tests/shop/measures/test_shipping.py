"""Shipping before the order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.measures import early_shipping_curve, early_shipping_table, early_shipping_threshold

MONEY = st.floats(0.01, 1000)


@given(MONEY, MONEY)
def test_threshold_when_shipping_just_pays(gain: float, cost: float) -> None:
    """Is the expected gain nothing exactly at the threshold?"""
    p = early_shipping_threshold(gain, cost)
    assert p * gain == pytest.approx((1 - p) * cost)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20), MONEY, MONEY)
def test_table_when_compared_with_the_gain(chances: list[float], gain: float, cost: float) -> None:
    """Is a parcel shipped where a gain is expected, and only there?"""
    table = early_shipping_table(chances, gain=gain, cost=cost)
    sure = table["expected_gain"].abs() > 1e-9
    assert (table["ship"] == (table["expected_gain"] > 0))[sure].all()


def test_curve_when_counted_by_hand() -> None:
    """Are the parcels above each threshold counted, those on it left out?"""
    curve = early_shipping_curve([0.5, 0.5, 0.8, 1.0], [0, 1, 1, 0], gain=3, cost=6, days=2, steps=2)
    assert curve["shipped"].tolist() == [4, 2, 0]
    assert curve["right"].tolist() == [2, 1, 0]
    assert curve["misrouted"].tolist() == [2, 1, 0]
    assert curve["days_saved"].tolist() == [4, 2, 0]
    assert curve["profit"].tolist() == [-6, -3, 0]


def test_curve_when_chances_are_honest() -> None:
    """Is the profit greatest near C / (B + C)?"""
    rng = np.random.default_rng(3)
    chances = rng.random(60_000)
    curve = early_shipping_curve(chances, rng.random(60_000) < chances, gain=3, cost=7)
    assert curve.loc[curve["profit"].idxmax(), "threshold"] == pytest.approx(0.7, abs=0.04)


@pytest.mark.parametrize(("gain", "cost", "says"), [(0, 1, "gain"), (1, -1, "cost"), (float("nan"), 1, "gain")])
def test_threshold_when_asked_nonsense(gain: float, cost: float, says: str) -> None:
    """Does the error name the amount?"""
    with pytest.raises(ValueError, match=says):
        early_shipping_threshold(gain, cost)
    assert early_shipping_threshold(3, 0) == 0
