"""CSAT, CES, NPS, margin of error."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.measures import answers_needed, ces, csat, margin_of_error, nps

SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("scores", "options", "share"),
    [([4, 5, 3, 1], {}, 0.5), ([5, 5], {}, 1.0), ([3], {}, 0.0), ([5, 6, 7, 4], {"top": 3, "scale": 7}, 0.75)],
)
def test_csat_when_counted_by_hand(scores: list[int], options: dict[str, int], share: float) -> None:
    """Is it the share of the top boxes?"""
    assert csat(scores, **options) == share


@pytest.mark.parametrize("options", [{"top": 6}, {"top": 0}, {"scale": 1}, {"top": 1.5}])
def test_csat_when_the_scale_is_odd(options: dict[str, int]) -> None:
    """Are impossible boxes refused?"""
    with pytest.raises(ValueError, match=r"top|scale"):
        csat([3], **options)


def test_ces_when_counted_by_hand() -> None:
    """Is it the plain mean of one to seven?"""
    assert ces([1, 7, 7]) == 5.0
    with pytest.raises(ValueError, match="outside 1 to 7"):
        ces([0])


@given(SCORES)
def test_nps_when_counted_another_way(scores: list[int]) -> None:
    """Is it the mean of -1, 0, +1, within the interval, within the scale?"""
    steps = [1 if score >= 9 else -1 if score <= 6 else 0 for score in scores]
    found = nps(scores)
    assert found.value == pytest.approx(100 * np.mean(steps))
    assert -100 <= found.low <= found.value <= found.high <= 100


@given(SCORES)
def test_nps_when_everybody_thinks_the_opposite(scores: list[int]) -> None:
    """Does the interval turn around when promoters and detractors change places?"""
    mirror = [0 if score >= 9 else 10 if score <= 6 else 8 for score in scores]
    here, there = nps(scores), nps(mirror)
    assert (there.low, there.high) == pytest.approx((-here.high, -here.low))


@pytest.mark.parametrize("shares", [(0.2, 0.3, 0.5), (0.02, 0.08, 0.9), (0.45, 0.1, 0.45)])
@pytest.mark.parametrize("asked", [12, 40, 300])
def test_nps_interval_when_drawn_many_times(shares: tuple[float, ...], asked: int) -> None:
    """Does the interval hold the true score 93 to 98.5 times in a hundred, also in small and lopsided samples?"""
    rng = np.random.default_rng(20260)
    counts = rng.multinomial(asked, shares, size=1500)
    truth = 100 * (shares[2] - shares[0])
    alike, times = np.unique(counts, axis=0, return_counts=True)
    found = [nps([0] * d + [8] * p + [10] * m) for d, p, m in alike]
    held = sum(n for n, one in zip(times, found, strict=True) if one.low <= truth <= one.high) / len(counts)
    assert 0.93 <= held <= 0.985


def test_nps_when_more_answer() -> None:
    """Does four times the answers halve the interval?"""
    few, many = nps([10, 8, 3, 9] * 100), nps([10, 8, 3, 9] * 400)
    assert (few.high - few.low) / (many.high - many.low) == pytest.approx(2, rel=0.02)


@pytest.mark.parametrize(
    ("answers", "options", "margin"),
    [
        (385, {}, 0.04995),
        (1067, {}, 0.03),
        (400, {"share": 0.81}, 0.0384),
        (100, {"confidence": 0.99}, 0.1288),
        (500, {"population": 500}, 0.0),
        (1, {"population": 1}, 0.0),
    ],
)
def test_margin_of_error_when_looked_up(answers: int, options: dict[str, float], margin: float) -> None:
    """Are the figures those of every textbook's table?"""
    assert margin_of_error(answers, **options) == pytest.approx(margin, abs=5e-5)


@given(st.floats(0.005, 0.4), st.floats(0.05, 0.95), st.none() | st.integers(1, 100_000))
def test_answers_needed_when_checked_with_the_margin(margin: float, share: float, population: int | None) -> None:
    """Is it the smallest number of answers whose margin is small enough?"""
    needed = answers_needed(margin, share=share, population=population)
    assert margin_of_error(needed, share=share, population=population) <= margin * (1 + 1e-6)
    if needed > 1:
        fewer = margin_of_error(needed - 1, share=share, population=population)
        assert fewer > margin * (1 - 1e-6)


@pytest.mark.parametrize("bad", [{"share": 1.2}, {"confidence": 1}, {"confidence": 95}, {"population": 10}])
def test_margin_of_error_when_asked_nonsense(bad: dict[str, float]) -> None:
    """Is 95 instead of 0.95, or a sample larger than the population, refused?"""
    with pytest.raises(ValueError, match=next(iter(bad))):
        margin_of_error(100, **bad)
    assert math.isfinite(margin_of_error(1))
