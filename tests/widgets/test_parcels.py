"""Parcels that could have been sent before the order."""

from __future__ import annotations

import pytest

from emptychair.widgets._parcels import DAYS, KEEPS, LEAST, curve, parcels, trust


@pytest.mark.parametrize("keep", KEEPS)
def test_curve_adds_up(keep: str) -> None:
    """Are parcels right or misrouted, fewer the higher the line, and days and dollars what follows from them?"""
    lines = curve(keep, 8, 2)
    assert len(lines) == 101
    for low, high in zip(lines, lines[1:], strict=False):
        assert low.shipped >= high.shipped
    for it in lines:
        assert it.shipped == it.right + it.misrouted
        assert it.days_saved == it.right * DAYS
        assert it.profit == pytest.approx(8 * it.right - 2 * it.misrouted)


def test_less_history_fewer_days() -> None:
    """Does keeping less save fewer days at the same line, and end with more trust, as data leak?"""
    days = [curve(keep, 8, 2)[20].days_saved for keep in KEEPS]
    assert days == sorted(days)
    assert days[0] == 0 < days[1]
    assert trust("everything") < trust("13 weeks") < trust("nothing")


def test_parcels_are_worth_a_thought() -> None:
    """Is nobody listed whose chance is below the least?"""
    assert parcels("everything").chance.min() >= LEAST
    assert set(parcels("everything").ordered.tolist()) == {0, 1}
