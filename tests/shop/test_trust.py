"""Trust is earned slowly and lost quickly."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._orders import Fate
from emptychair.shop._scene import scene
from emptychair.shop._settings import setting
from emptychair.shop._trust import after_leak, after_order, urge

SCENE = scene(1, 100, 10)


def fate(*causes: int, days: int = 2, early: bool = False) -> Fate:
    """One order that these causes hit."""
    hit = np.zeros((len(SCENE.causes), 1), bool)
    hit[list(causes)] = True
    return Fate(hit, np.array([False]), np.array([days]), np.array([early]))


def after(trust: float, fate: Fate) -> float:
    """Trust after that order."""
    return float(after_order(SCENE, np.array([trust]), fate)[0])


def test_one_bad_order_takes_more_than_three_good_ones_give() -> None:
    """Is what a disappointment takes not made good by three orders without one?"""
    for place in range(len(SCENE.causes)):
        trust = after(0.6, fate(place))
        for _ in range(3):
            trust = after(trust, fate())
        assert trust < 0.6


@pytest.mark.parametrize("trust", [0.0, 0.3, 0.99, 1.0])
def test_trust_stays_between_0_and_1(trust: float) -> None:
    """Whatever happens, is trust a share?"""
    for one in (fate(), fate(*range(9)), fate(days=9), fate(early=True)):
        assert 0 <= after(trust, one) <= 1


def test_early_parcel_earns_more() -> None:
    """Does a parcel that comes sooner than one thought possible earn more than one in time, and a late one cost some?"""
    assert after(0.5, fate(early=True)) > after(0.5, fate()) > 0.5 > after(0.5, fate(days=6))


def test_urge_grows_with_what_was_lost() -> None:
    """Is who just lost trust likelier to leave, and who has lost trust for long a little, too?"""
    calm, shocked, worn = urge(np.array([0.0, 0.2, 0.0]), np.array([0.0, 0.0, -0.2]))
    assert shocked > worn > calm == 1


def test_leak_hurts_by_what_was_kept() -> None:
    """Does a leak cost more trust where more was kept about the customer?"""
    nothing, everything = after_leak(np.array([0.6, 0.6]), np.array([0.0, 1.0]))
    least, most = setting("trust")["leak"]
    assert (nothing, everything) == (pytest.approx(0.6 * (1 - least)), pytest.approx(0.6 * (1 - most)))
