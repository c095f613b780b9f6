"""Difficulty and discrimination of exercises."""

from __future__ import annotations

import pytest

from emptychair.grading.page._items import items_of

SHARP = [0.0] * 6 + [1.0] * 6
BLUNT = [0.0, 1.0] * 6
EASY = [1.0] * 12


def discriminations(**points: list[float]) -> dict[str, float | None]:
    """For exercises of one point each."""
    table = {("n", name): row for name, row in points.items()}
    return {item.grade_id: item.discrimination for item in items_of(table, dict.fromkeys(table, 1.0))}


def test_difficulty_is_the_mean_share() -> None:
    """Are partial points counted as such?"""
    (item,) = items_of({("n", "x"): [0.0, 1.0, 2.0, 4.0]}, {("n", "x"): 4.0})
    assert (item.mean, item.full, item.none) == (7 / 16, 1, 1)


def test_an_exercise_that_follows_the_rest_discriminates() -> None:
    """Is one that goes with the others near 1, and one that goes its own way near 0?"""
    found = discriminations(a=SHARP, b=SHARP, c=BLUNT)
    assert found["a"] is not None
    assert found["a"] > 0.6
    assert found["c"] == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize("points", [{"a": EASY, "b": SHARP}, {"a": SHARP[:4], "b": SHARP[:4]}, {"a": SHARP}])
def test_no_discrimination_where_it_cannot_be_said(points: dict[str, list[float]]) -> None:
    """Is nothing said of what everybody solved, of four students, of a single exercise?"""
    assert discriminations(**points)["a"] is None


def test_cells_without_points_are_left_out() -> None:
    """And an assignment without any?"""
    assert items_of({("n", "x"): [0.0]}, {("n", "x"): 0.0}) == []
    assert items_of({}, {}) == []
