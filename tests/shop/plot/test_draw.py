"""Pieces of figures."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.plot._draw import spread


@given(st.lists(st.floats(0, 500), max_size=12).map(sorted), st.floats(1, 40))
def test_spread_when_places_collide(places: list[float], gap: float) -> None:
    """Are all apart, in order, around the same middle, and those that were free left alone?"""
    moved = spread(places, gap)
    assert len(moved) == len(places)
    assert all(b - a >= gap - 1e-6 for a, b in zip(moved, moved[1:], strict=False))
    assert np.mean(moved or [0]) == pytest.approx(np.mean(places or [0]))
    if all(b - a >= gap for a, b in zip(places, places[1:], strict=False)):
        assert moved == pytest.approx(places)
