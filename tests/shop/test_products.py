"""What is sold, and what is picked."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._products import LATE_LAUNCHES, STAYING, TRENDS, draw_range
from emptychair.shop._settings import CATEGORIES, SEGMENTS

GOODS = draw_range(1, 78)


def test_pick_follows_the_shares() -> None:
    """Are products picked as often as their share says, each segment by its own taste?"""
    luck = np.linspace(0, 1, 50_000, endpoint=False)
    for segment in range(len(SEGMENTS)):
        picked = GOODS.pick(30, np.full(len(luck), segment), luck)
        share = np.diff(GOODS.picked[30, segment], prepend=0.0)
        assert np.bincount(picked, minlength=60) / len(luck) == pytest.approx(share, abs=1e-4)


@pytest.mark.parametrize("luck", [0.0, 0.5, np.nextafter(1.0, 0.0)])
def test_pick_at_the_ends(luck: float) -> None:
    """Does every customer get a product, whatever the luck?"""
    for week in (0, 77):
        segments = np.arange(len(SEGMENTS))
        picked = GOODS.pick(week, segments, np.full(len(segments), luck))
        assert ((picked >= 0) & (picked < 60)).all()


def test_nothing_is_picked_before_its_launch() -> None:
    """Do late launches begin at nothing?"""
    assert (GOODS.launch > 0).sum() == LATE_LAUNCHES
    for product in np.flatnonzero(GOODS.launch):
        shares = np.array([GOODS.shares(week)[product] for week in range(78)])
        assert (shares[: GOODS.launch[product]] == 0).all()
        assert (shares[GOODS.launch[product] :] > 0).all()


def test_draw_range_has_sixty_styles() -> None:
    """Are there six of each category, dearer than they cost, with the planned number of trends?"""
    assert (np.bincount(GOODS.category) == 6).all()
    assert len(GOODS.category) == 6 * len(CATEGORIES) == len(set(GOODS.name))
    assert (GOODS.cost < 0.65 * GOODS.price).all()
    assert np.isfinite(GOODS.trend.takes_off).sum() == TRENDS
    assert np.isfinite(GOODS.trend.fades).sum() == TRENDS - STAYING
    assert (GOODS.shares(20).sum(), len(GOODS.shares(20))) == (pytest.approx(1), 60)
