"""Interval and Estimate."""

from __future__ import annotations

from emptychair.shop.measures import Estimate, Interval


def test_interval_when_asked_for_a_value() -> None:
    """Do both ends belong to it, and does it still unpack?"""
    interval = Interval(0.1, 0.2)
    assert 0.1 in interval
    assert 0.2 in interval
    assert 0.21 not in interval
    assert "0.15" not in interval
    low, high = interval
    assert (low, high) == (0.1, 0.2)
    assert Estimate(0.15, 0.1, 0.2).interval == interval
