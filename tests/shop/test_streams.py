"""Random numbers by name."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from emptychair.shop._streams import draws, generator

MANY = np.arange(40_000)


def test_draws_when_customers_come_in_another_order() -> None:
    """Does the luck of an order hang on nothing but the customer and the count?"""
    shuffled = np.random.default_rng(1).permutation(MANY)
    counts = MANY % 7
    assert (draws(5, "orders", shuffled, counts[shuffled], 3) == draws(5, "orders", MANY, counts, 3)[:, shuffled]).all()


def test_draws_are_uniform() -> None:
    """Do the numbers pass for uniform, over customers, over counts and over rows?"""
    for values in (
        draws(5, "hits", MANY, np.zeros_like(MANY))[0],
        draws(5, "hits", np.full_like(MANY, 17), MANY)[0],
        draws(5, "hits", MANY[:200], MANY[:200] * 0, 200).ravel(),
    ):
        assert stats.kstest(values, "uniform").pvalue > 1e-3
        assert values.min() > 0
        assert values.max() < 1


def test_draws_are_not_related() -> None:
    """Are names, seeds, rows, neighboring customers and neighboring counts unrelated?"""
    zeros = np.zeros_like(MANY)
    base = draws(5, "orders", MANY, zeros, 2)
    same = [base[1], np.roll(base[0], 1), draws(5, "orders", MANY, zeros + 1)[0]]
    others = [*same, draws(5, "hits", MANY, zeros)[0], draws(6, "orders", MANY, zeros)[0]]
    for other in others:
        assert abs(np.corrcoef(base[0], other)[0, 1]) < 4 / np.sqrt(len(MANY))


@given(st.integers(0, 2**40), st.integers(0, 10**9), st.integers(0, 10**6), st.integers(1, 30))
def test_draws_when_there_are_more_rows(seed: int, who: int, count: int, rows: int) -> None:
    """Do the first rows stay what they are when a later version asks for more?"""
    pair = np.array([who]), np.array([count])
    assert (draws(seed, "orders", *pair, 40)[:rows] == draws(seed, "orders", *pair, rows)).all()


def test_generator_by_name() -> None:
    """Does every subsystem get a stream of its own, the same each time?"""
    first = [generator(1, name).random() for name in ("customers", "reviews", "customers")]
    assert first[0] == first[2] != first[1]
    assert generator(2, "customers").random() != first[0]
