"""BG/NBD."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import dblquad, quad
from scipy.optimize import approx_fprime
from scipy.special import hyp2f1
from scipy.stats import beta, gamma

from emptychair.shop.measures import BGNBD, fit_bgnbd, purchase_summary
from emptychair.shop.measures._bgnbd_fit import _grouped, _loss

MODEL = BGNBD(0.7, 9.0, 0.7, 3.0)
CUSTOMERS = ([0, 1, 2, 5, 20, 60], [0, 10, 30.4, 20, 38, 39], [39, 39, 38.9, 39, 39, 40])


def simulate(model: BGNBD, customers: int, age: float, seed: int, future: float = 0.0) -> tuple[np.ndarray, ...]:
    """Live through the model's own story: purchases at a rate, a coin after each; frequency, recency, later purchases."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(model.r, 1 / model.alpha, customers)
    leave = rng.beta(model.a, model.b, customers)
    now, alive = np.zeros(customers), np.ones(customers, dtype=bool)
    frequency, recency, later = np.zeros(customers), np.zeros(customers), np.zeros(customers)
    while alive.any():
        now = now + rng.exponential(1, customers) / np.maximum(rate, 1e-300)
        alive &= now <= age + future
        early = alive & (now <= age)
        frequency[early] += 1
        recency[early] = now[early]
        later[alive & ~early] += 1
        alive &= rng.random(customers) > leave
    return frequency, recency, later


def test_fit_when_there_are_50000_customers() -> None:
    """Are all four parameters recovered within 10 %, in seconds?"""
    x, t, _ = simulate(MODEL, 50_000, 78, seed=12)
    start = time.process_time()
    found = fit_bgnbd(x, t, np.full(50_000, 78.0))
    assert time.process_time() - start < 10
    assert found == pytest.approx(MODEL, rel=0.10)


def test_fit_when_the_unit_of_time_changes() -> None:
    """Do days instead of weeks only scale alpha?"""
    x, t, _ = simulate(MODEL, 3000, 78, seed=13)
    weeks, days = fit_bgnbd(x, t, np.full(3000, 78.0)), fit_bgnbd(x, t * 7, np.full(3000, 546.0))
    assert days == pytest.approx((weeks.r, weeks.alpha * 7, weeks.a, weeks.b), rel=1e-3)


def test_likelihood_when_integrated() -> None:
    """Is it the integral of one customer's story over all rates and all chances to leave?"""
    r, alpha, a, b = model = BGNBD(0.9, 4.0, 1.2, 2.5)
    x, t, age = 2, 6.0, 10.0

    def story(p: float, rate: float) -> float:
        stay = (1 - p) ** x * rate**x * np.exp(-rate * age)
        left = p * (1 - p) ** (x - 1) * rate**x * np.exp(-rate * t)
        return float((stay + left) * gamma.pdf(rate, r, scale=1 / alpha) * beta.pdf(p, a, b))

    expected, _ = dblquad(story, 0, 30, 0, 1)
    loss, _ = _loss(np.log(model), _grouped(np.array([x]), np.array([t]), np.array([age])))
    assert np.exp(-loss) == pytest.approx(expected, rel=1e-6)


@given(st.lists(st.floats(-2, 2), min_size=4, max_size=4))
def test_slope_when_measured(logs: list[float]) -> None:
    """Is the written-out slope that of the likelihood?"""
    data = _grouped(
        *(np.array(column, dtype=float) / scale for column, scale in zip(CUSTOMERS, (1, 40, 40), strict=True))
    )
    measured = approx_fprime(np.array(logs), lambda z: _loss(z, data)[0], 1e-6)
    assert _loss(np.array(logs), data)[1] == pytest.approx(measured, rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("time", [1, 39, 400])
def test_expected_purchases_when_the_closed_form_is_known(time: float) -> None:
    """Does the quadrature agree with equation 10 where that has no hole?"""
    x, t, age = (np.array(column, dtype=float) for column in CUSTOMERS)
    r, alpha, a, b = MODEL
    z = time / (alpha + age + time)
    shrunk = ((alpha + age) / (alpha + age + time)) ** (r + x)
    top = (a + b + x - 1) / (a - 1) * (1 - shrunk * hyp2f1(r + x, b + x, a + b + x - 1, z))
    bottom = 1 + (x > 0) * a / (b + x - 1) * ((alpha + age) / (alpha + t)) ** (r + x)
    assert MODEL.expected_purchases(time, x, t, age) == pytest.approx(top / bottom, rel=1e-8)


def test_expected_purchases_when_a_is_one() -> None:
    """Is the hole of the closed form gone?"""
    below, at, above = (BGNBD(0.7, 9, a, 3).expected_purchases(26, *CUSTOMERS) for a in (1 - 1e-7, 1, 1 + 1e-7))
    assert at == pytest.approx((below + above) / 2, rel=1e-6)


def test_expected_purchases_when_lived_through() -> None:
    """Do customers with the same past buy later what is expected, on average?"""
    x, t, later = simulate(MODEL, 60_000, 40, seed=14, future=30)
    expected = MODEL.expected_purchases(30, x, t, np.full(60_000, 40.0))
    for group in (x == 0, x == 1, (x > 1) & (x < 5), x >= 5, t > 35):
        error = later[group].std() / np.sqrt(group.sum())
        assert later[group].mean() == pytest.approx(expected[group].mean(), abs=4 * error)
    assert MODEL.expected_new(40) == pytest.approx(x.mean(), rel=0.03)


def test_expected_new_when_integrated() -> None:
    """Is equation 9 the mean of (1 - e^(-λpt)) / p?"""
    inner = quad(lambda p: (1 - (1 + p * 40 / 9) ** -0.7) / p * beta.pdf(p, 0.7, 3), 0, 1)[0]
    assert MODEL.expected_new(40) == pytest.approx(inner, rel=1e-6)
    assert MODEL.expected_new(0) == 0


def test_p_alive_when_somebody_is_long_silent() -> None:
    """Does the chance fall with silence, faster for who bought often, without ever leaving 0 to 1?"""
    silent = MODEL.p_alive([3, 3, 3, 400, 400], [30, 20, 5, 5, 1e-6], [31, 31, 31, 1e6, 1e9])
    assert (np.diff(silent[:3]) < 0).all()
    assert ((silent >= 0) & (silent <= 1)).all()
    assert silent[2] > silent[3]
    assert MODEL.p_alive(0, 0, 1000).tolist() == [1.0]


@given(st.integers(0, 3000), st.floats(0.01, 1), st.floats(0.1, 5000), st.floats(0, 500))
def test_expected_purchases_when_extreme(x: int, share: float, age: float, time: float) -> None:
    """Is it finite, not negative, and not above what one buys who never leaves?"""
    found = MODEL.expected_purchases(time, x, age * share if x else 0, age)[0]
    assert np.isfinite(found)
    assert 0 <= found <= (MODEL.r + x) / (MODEL.alpha + age) * time * (1 + 1e-9)


def test_purchase_summary_when_days_repeat() -> None:
    """Are two orders on one day one purchase, and are later days left out?"""
    table = purchase_summary(["a", "a", "a", "b", "a"], [0, 0, 14, 21, 99], until=70)
    assert table.loc["a"].tolist() == [1, 2, 10]
    assert table.loc["b"].tolist() == [0, 0, 7]
    with pytest.raises(ValueError, match="no order"):
        purchase_summary(["a"], [9], until=8)


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (([1], [5], [4]), "beyond age"),
        (([0], [3], [4]), "recency is above 0"),
        (([2], [0], [4]), "recency is 0"),
        (([0, 0], [0, 0], [3, 4]), "nobody bought twice"),
        (([1, 2], [3], [4]), "fit together"),
        (([0.5], [3], [4]), "whole"),
        (([1], [-3], [4]), "outside"),
    ],
)
def test_fit_when_columns_are_impossible(columns: tuple[list[float], ...], says: str) -> None:
    """Does the error say which customer or column cannot be?"""
    with pytest.raises(ValueError, match=says):
        fit_bgnbd(*columns)
