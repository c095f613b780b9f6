"""What reduction leaves, and covers by simple rules."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.practice._cover_core import core, exchanged, greedy


def _table(seed: int, rows: int, columns: int, density: float) -> np.ndarray:
    table = np.random.default_rng(seed).random((rows, columns)) < density
    return table[:, table.any(axis=0)]


def _smallest(covers: np.ndarray) -> int:
    """The size of the smallest cover, by trying every choice."""
    return next(
        size
        for size in range(len(covers) + 1)
        for rows in combinations(range(len(covers)), size)
        if covers[list(rows)].any(axis=0).all()
    )


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 8), st.integers(1, 12), st.floats(0.1, 0.9))
def test_core_keeps_the_optimum(seed: int, rows: int, columns: int, density: float) -> None:
    """Do what was taken and the smallest cover of the rest make a smallest cover of all?"""
    covers = _table(seed, rows, columns, density)
    left = core(covers)
    rest = covers[np.ix_(left.rows, left.columns)]
    assert len(left.essential) + (_smallest(rest) if left.columns else 0) == _smallest(covers)
    taken = covers[list(left.essential)].any(axis=0)
    assert not taken[list(left.columns)].any()


@pytest.mark.parametrize(
    ("rows", "essential", "left"),
    [
        ([[1, 0], [0, 1]], {0, 1}, 0),
        ([[1, 1], [0, 1]], {0}, 0),  # the second row covers no more
        ([[1, 1], [1, 1]], {0}, 0),  # of equal ones the first
        ([[1, 1, 0], [0, 1, 1], [1, 0, 1]], set(), 3),  # a ring: nothing is plain
    ],
)
def test_core_of_small_tables(rows: list[list[int]], essential: set[int], left: int) -> None:
    """Is what is plain decided, and nothing else?"""
    found = core(np.array(rows, bool))
    assert set(found.essential) == essential
    assert len(found.columns) == left


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 20), st.floats(0.1, 0.9))
def test_greedy_covers_and_needs_every_row(seed: int, rows: int, columns: int, density: float) -> None:
    """Does the greedy choice cover everything, without a row that could be left out?"""
    covers = _table(seed, rows, columns, density)
    chosen = greedy(covers)
    assert covers[list(chosen)].any(axis=0).all()
    assert not any(covers[[it for it in chosen if it != row]].any(axis=0).all() for row in chosen if covers.size)


def test_exchanged_takes_the_worthier_of_two() -> None:
    """Is a row given up for a worthier one that covers the same?"""
    covers = np.array([[1, 0], [1, 0], [0, 1]], bool)
    assert exchanged({0, 2}, covers, np.array([10, 20, 5])) == {1, 2}
