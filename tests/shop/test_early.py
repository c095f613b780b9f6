"""Shipping before the order."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair.shop._customers import draw_people
from emptychair.shop._early import Early
from emptychair.shop._engine import Engine
from emptychair.shop._scene import scene
from emptychair.shop._settings import CATEGORIES, setting

KETTLES = CATEGORIES.index("kettles")
BUYER = np.array([0])


def watched(threshold: float = 0.2, keep: int | None = None, orders: int = 8) -> Early:
    """One customer who bought a kettle in each of the first weeks."""
    early = Early(threshold, keep, draw_people(1, 50, 30), 30)
    for week in range(orders):
        early.arrive(week, BUYER, np.array([KETTLES]))
    return early


def known(early: Early) -> np.ndarray:
    """Which customers the shop knows."""
    return np.arange(len(early.forecast(0))) == 0


def test_forecast_follows_habit() -> None:
    """Is the category that a customer keeps buying the likeliest, and less likely the longer nothing is bought?"""
    early = watched()
    assert early.forecast(8)[0].argmax() == KETTLES
    assert early.forecast(8)[0, KETTLES] > early.forecast(12)[0, KETTLES] > early.forecast(25)[0, KETTLES]
    assert (early.forecast(8)[1:] == 0).all()


def test_forecast_is_calibrated() -> None:
    """Of all pairs of customer and category with a forecast of about so much, does about that share order?"""
    stage, week, horizon = scene(2, 20_000, 40), 36, setting("early")["horizon"]
    orders = Engine(stage).advance(40).history().orders
    early = Early(1.0, None, stage.people, 40)
    for one in range(week):
        now = orders["week"] == one
        early.arrive(one, orders["customer"][now], orders["category"][now])
    chance = early.forecast(week)
    ordered = np.zeros_like(chance, bool)
    soon = (orders["week"] >= week) & (orders["week"] < week + horizon)
    ordered[orders["customer"][soon], orders["category"][soon]] = True
    for low, high in ((0.02, 0.04), (0.04, 0.08), (0.08, 0.16), (0.16, 1.0)):
        some = (chance >= low) & (chance < high)
        assert ordered[some].mean() == pytest.approx(chance[some].mean(), rel=0.25)


def test_send_and_arrive() -> None:
    """Is a parcel sent above the threshold, once, used by the order it was meant for, and by no other?"""
    early = watched()
    early.send(8, known(early))
    assert early.sent[8] == 1
    early.send(9, known(early))
    assert early.sent[9] == 0
    assert not early.arrive(9, BUYER, np.array([KETTLES - 1]))[0]
    assert early.arrive(9, BUYER, np.array([KETTLES]))[0]
    assert not early.arrive(9, BUYER, np.array([KETTLES]))[0]
    assert (early.right.sum(), early.wrong.sum()) == (1, 0)


def test_send_when_nobody_orders() -> None:
    """Is a parcel called back, and counted as wrong, when the horizon is over?"""
    early = watched()
    early.send(8, known(early))
    for week in range(9, 9 + setting("early")["horizon"]):
        early.send(week, known(early))
    assert early.wrong.sum() == 1


@pytest.mark.parametrize("keep", [0, 3])
def test_send_when_history_is_forgotten(keep: int) -> None:
    """Does a shop that keeps little forecast little?"""
    early = watched(keep=keep)
    early.send(8, known(early))
    assert early.forecast(8)[0, KETTLES] < watched().forecast(8)[0, KETTLES]
    early.send(29, known(early))
    assert (early.forecast(29) == 0).all()
