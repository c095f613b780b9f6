"""The fewest rows: is it really the fewest?"""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.practice._cover import fewest_rows

LEAST = 60


def covered(table: np.ndarray, rows: tuple[int, ...]) -> set[int]:
    """The columns that these rows reach."""
    return set(np.flatnonzero((table[list(rows)] >= LEAST).any(axis=0))) if rows else set()


def by_enumeration(table: np.ndarray) -> int:
    """The size of the smallest cover, by trying every choice."""
    everything = tuple(range(len(table)))
    whole = covered(table, everything)
    return next(
        size
        for size in range(len(table) + 1)
        for rows in combinations(everything, size)
        if covered(table, rows) == whole
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 8), st.integers(1, 10), st.integers(0, 2**32 - 1), st.floats(0.05, 0.9))
def test_fewest_rows_against_enumeration(rows: int, columns: int, seed: int, density: float) -> None:
    """Is everything that can be covered covered, and by as few rows as enumeration finds?"""
    chance = np.random.default_rng(seed)
    table = np.where(chance.random((rows, columns)) < density, chance.integers(60, 101, (rows, columns)), 0)
    found = fewest_rows(table, LEAST)
    assert covered(table, found.rows) == covered(table, tuple(range(rows)))
    assert len(found.rows) == found.bound == by_enumeration(table)
    assert found == fewest_rows(table, LEAST)


@pytest.mark.parametrize("value", [0, 59])
def test_fewest_rows_when_nothing_fits(value: int) -> None:
    """Are no rows chosen where none reaches the mark?"""
    assert fewest_rows(np.full((3, 4), value), LEAST) == ((), 0)


def test_fewest_rows_when_two_are_as_good() -> None:
    """Is the worthier of two rows taken?"""
    assert fewest_rows(np.array([[70, 70], [90, 90], [80, 80]]), LEAST).rows == (1,)


def _real(seed: int) -> np.ndarray:
    """Stories have a strength, and questions of one kind look at the same things."""
    chance = np.random.default_rng(seed)
    strength, kind = chance.uniform(30, 95, (60, 1)), chance.integers(0, 16, 180)
    fit = strength * chance.uniform(0.4, 1.1, (60, 16))[:, kind] + chance.normal(0, 4, (60, 180))
    return np.clip(fit, 0, 100).astype(int)


def _random(seed: int, density: float) -> np.ndarray:
    """No structure at all: the hardest tables for the solver."""
    return np.where(np.random.default_rng(seed).random((60, 180)) < density, 80, 0)


@pytest.mark.parametrize(
    "table",
    [_real(7), *(_random(3, density) for density in (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5))],
    ids=["real", "0.02", "0.05", "0.1", "0.15", "0.2", "0.3", "0.5"],
)
def test_fewest_rows_of_sixty_stories(table: np.ndarray) -> None:
    """Is everything covered in less than a second, whatever the table, and by no more than twice what the bound allows?"""
    start = time.process_time()
    found = fewest_rows(table, LEAST)
    assert time.process_time() - start < 1
    assert covered(table, found.rows) == covered(table, tuple(range(60)))
    assert found.bound <= len(found.rows) <= 2 * found.bound


def test_fewest_rows_of_real_stories() -> None:
    """Are tables with strengths, as real stories have, not only covered but proven?"""
    assert all(fewest_rows(_real(seed), LEAST).proven for seed in range(5))


def test_fewest_rows_without_time() -> None:
    """Is a table that the solver had no time for still covered, and is nothing claimed?"""
    table = _random(3, 0.2)
    found = fewest_rows(table, LEAST, seconds=0.0)
    assert covered(table, found.rows) == covered(table, tuple(range(60)))
    assert not found.proven
    assert 1 <= found.bound < len(found.rows)
