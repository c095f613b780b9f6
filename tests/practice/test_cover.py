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
    chosen = fewest_rows(table, LEAST)
    assert covered(table, chosen) == covered(table, tuple(range(rows)))
    assert len(chosen) == by_enumeration(table)
    assert chosen == fewest_rows(table, LEAST)


@pytest.mark.parametrize("value", [0, 59])
def test_fewest_rows_when_nothing_fits(value: int) -> None:
    """Are no rows chosen where none reaches the mark?"""
    assert fewest_rows(np.full((3, 4), value), LEAST) == ()


def test_fewest_rows_when_two_are_as_good() -> None:
    """Is the worthier of two rows taken?"""
    assert fewest_rows(np.array([[70, 70], [90, 90], [80, 80]]), LEAST) == (1,)


def test_fewest_rows_of_sixty_stories() -> None:
    """Is the choice among 60 stories for 180 questions made in less than a second, where stories have strengths as real ones have?"""
    chance = np.random.default_rng(7)
    strength, kind = chance.uniform(30, 95, (60, 1)), chance.integers(0, 16, 180)
    table = np.clip(
        strength * chance.uniform(0.4, 1.1, (60, 16))[:, kind] + chance.normal(0, 4, (60, 180)), 0, 100
    ).astype(int)
    start = time.process_time()
    chosen = fewest_rows(table, LEAST)
    assert covered(table, chosen) == covered(table, tuple(range(60)))
    assert time.process_time() - start < 1
