"""Sample size and A/B test."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, norm

from emptychair.shop.measures import ABTest, ab_test, sample_size


def power(size: int, before: float, after: float) -> float:
    """The chance that a pooled z-test at 5 % sees the change, by adding up binomial chances."""
    spread = math.sqrt(size * max(before * (1 - before), after * (1 - after)))
    a = np.arange(max(0, int(size * before - 7 * spread)), min(size, int(size * before + 7 * spread)) + 1)
    b = np.arange(max(0, int(size * after - 7 * spread)), min(size, int(size * after + 7 * spread)) + 1)
    both = (a[:, None] + b[None, :]) / (2 * size)
    error = np.sqrt(np.maximum(both * (1 - both) * 2 / size, 1e-300))
    seen = np.abs(b[None, :] - a[:, None]) / size / error > norm.ppf(0.975)
    chances = np.outer(binom.pmf(a, size, before), binom.pmf(b, size, after))
    return float((chances * seen).sum())


@pytest.mark.parametrize(("before", "after"), [(0.5, 0.6), (0.2, 0.3), (0.1, 0.05), (0.05, 0.12)])
def test_sample_size_when_the_power_is_added_up(before: float, after: float) -> None:
    """Does a test of this size see the change eight times in ten, exactly counted?"""
    assert power(sample_size(before, after), before, after) == pytest.approx(0.8, abs=0.015)


@given(st.floats(0.02, 0.9), st.floats(0.02, 0.08))
def test_sample_size_when_compared_with_the_rule_of_thumb(before: float, change: float) -> None:
    """Is it near 16 p (1 - p) / δ²?"""
    middle = before + change / 2
    assert sample_size(before, before + change) == pytest.approx(
        16 * middle * (1 - middle) / change**2, rel=0.08, abs=4
    )


def test_sample_size_when_one_wants_more() -> None:
    """Do more power, a stricter test and a smaller change all cost answers?"""
    base = sample_size(0.05, 0.04)
    assert base < sample_size(0.05, 0.04, power=0.9)
    assert base < sample_size(0.05, 0.04, significance=0.01)
    assert base < sample_size(0.05, 0.045)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((0.05, 0.05, 0.8, 0.05), "same share"),
        ((5, 4, 0.8, 0.05), "before"),
        ((0.05, 0, 0.8, 0.05), "after"),
        ((0.05, 0.04, 0.04, 0.05), "power"),
        ((0.05, 0.04, 80, 0.05), "power"),
    ],
)
def test_sample_size_when_asked_nonsense(arguments: tuple[float, ...], says: str) -> None:
    """Does the error name the wrong argument?"""
    before, after, wanted, significance = arguments
    with pytest.raises(ValueError, match=says):
        sample_size(before, after, power=wanted, significance=significance)


ARMS = st.integers(1, 500).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size)))


@given(ARMS, ARMS)
def test_ab_test_when_halves_change_places(a: tuple[int, int], b: tuple[int, int]) -> None:
    """Is the result mirrored, its interval around the difference, and does the p-value agree with it?"""
    there, back = ab_test(*a, *b), ab_test(*b, *a)
    assert back == pytest.approx((-there.difference, -there.high, -there.low, there.p_value))
    assert -1 <= there.low <= there.difference <= there.high <= 1
    assert there.clear == (there.p_value < 0.05)


@pytest.mark.parametrize(("share", "size"), [(0.04, 400), (0.04, 4000), (0.3, 150)])
def test_ab_test_when_nothing_was_changed(share: float, size: int) -> None:
    """Does it cry wolf in 5 % ± 1.5 points of 2,000 experiments without effect?"""
    counts = np.random.default_rng(404).binomial(size, share, size=(2000, 2))
    alike, times = np.unique(counts, axis=0, return_counts=True)
    wolves = [ab_test(a, size, b, size).clear for a, b in alike.tolist()]
    assert np.dot(wolves, times) / 2000 == pytest.approx(0.05, abs=0.015)


@pytest.mark.parametrize(("before", "after", "size"), [(0.06, 0.04, 1200), (0.5, 0.55, 300), (0.02, 0.01, 500)])
def test_ab_test_interval_when_drawn_many_times(before: float, after: float, size: int) -> None:
    """Does the interval hold the true difference in 93 to 97 of a hundred?"""
    counts = np.random.default_rng(7).binomial(size, (before, after), size=(2000, 2))
    found = [ab_test(a, size, b, size) for a, b in counts.tolist()]
    held = np.mean([one.low <= after - before <= one.high for one in found])
    assert 0.93 <= held <= 0.97


def test_ab_test_when_events_exceed_orders() -> None:
    """Is an impossible count refused?"""
    with pytest.raises(ValueError, match="events_b"):
        ab_test(1, 10, 11, 10)
    assert isinstance(ab_test(0, 10, 0, 10), ABTest)
