"""The plain analyst finds what was planted, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair import shop
from emptychair.shop import _simulate
from emptychair.shop._analyst import CLEAR, find_jump
from emptychair.shop._scene import scene


@pytest.mark.parametrize("seed", [2006, 11, 12])
def test_find_causes_finds_the_planted_ones(seed: int) -> None:
    """Are at least eight of nine found in the right place, dated within a week, with the effect within its interval?"""
    world = shop.simulate(seed=seed, only=("contacts",))
    found = shop.find_causes(world).merge(world.truth.causes, on="reason", suffixes=("", "_true"))
    right = (
        (found["column"] + " = " + found["values"] == found["hits"])
        & ((found["week"] - found["start_week"]).abs() <= 1)
        & found["effect_true"].between(found["low"], found["high"])
    )
    assert right.sum() >= 8
    assert len(shop.find_causes(world)) <= 9


@pytest.mark.parametrize("seed", range(4))
def test_find_causes_when_there_is_none(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is nothing found in a world without causes, though it has storms, a rush and seasons?"""
    monkeypatch.setattr(_simulate, "scene", lambda *names: scene(*names)._replace(rates=np.zeros((78, 9))))
    assert len(shop.find_causes(shop.simulate(seed=seed, only=("contacts",)))) == 0


@pytest.mark.parametrize(
    ("counts", "week"),
    [
        ([0, 1, 0, 1, 6, 7, 5, 8], 4),
        ([9, 8, 10, 9, 1, 0, 2, 1], 4),
        ([0, 0, 0, 0, 0, 0, 0, 20], 7),
    ],
)
def test_find_jump_that_is_there(counts: list[int], week: int) -> None:
    """Is a jump dated to the week in which it begins, up or down?"""
    jump = find_jump(np.array(counts), np.full(8, 100))
    assert (jump.week, jump.gain > CLEAR / 2) == (week, True)


@pytest.mark.parametrize("counts", [[3] * 8, [0] * 8, [2, 3, 4, 2, 3, 2, 4, 3]])
def test_find_jump_that_is_not_there(counts: list[int]) -> None:
    """Is an even series left alone?"""
    assert find_jump(np.array(counts), np.full(8, 100)).gain < 1


def test_find_jump_when_there_is_more_to_count() -> None:
    """Does a week with twice the orders and twice the contacts look even?"""
    assert find_jump(np.array([2, 2, 2, 4, 4, 4]), np.array([50, 50, 50, 100, 100, 100])).gain == pytest.approx(0)
