"""What competitors' moves did."""

from __future__ import annotations

import pandas as pd
import pytest

from emptychair import shop
from emptychair.shop.measures import move_effects


def _moves(week: int = 10, weeks: int = 2, category: str = "lamps") -> pd.DataFrame:
    return pd.DataFrame(
        {"competitor": ["Halden"], "move": ["price cut"], "category": [category], "week": [week], "weeks": [weeks]}
    )


def _orders(share_during: int, *, trend: int = 0) -> tuple[list[int], list[str]]:
    """A hundred orders a week, 20 lamps (more by ``trend`` a week), but ``share_during`` lamps fewer in weeks 10 and 11."""
    weeks, categories = [], []
    for week in range(22):
        lamps = 20 + trend * (week - 10) - (share_during if week in (10, 11) else 0)
        weeks += [week] * 100
        categories += ["lamps"] * lamps + ["boots"] * (100 - lamps)
    return weeks, categories


def test_effect_of_a_planted_move() -> None:
    """Is a planted loss found, with an interval around it that leaves zero out?"""
    (found,) = move_effects(*_orders(15), _moves()).to_dict("records")
    assert found["effect"] == pytest.approx(-0.15, abs=0.001)
    assert found["low"] < found["effect"] < found["high"] < 0


def test_trend_through_both_sides_cancels() -> None:
    """Is a trend not taken for a move?"""
    (found,) = move_effects(*_orders(0, trend=1), _moves()).to_dict("records")
    assert abs(found["effect"]) < 0.011
    assert found["low"] < 0 < found["high"]


def test_move_outside_the_orders() -> None:
    """Is a move without orders an error that says which?"""
    with pytest.raises(ValueError, match="week 40"):
        move_effects(*_orders(0), _moves(week=40))


def test_truth_is_found_in_a_big_world() -> None:
    """Are the moves that take orders told from those that take none?"""
    world = shop.simulate(customers=50_000, only=())
    category = world.orders["product_id"].map(world.products.set_index("product_id")["category"])
    found = move_effects(world.orders["week"], category, world.competitor_moves)
    assert ((found["high"] < 0) == (world.truth.competitor_moves["takes"] > 0.1)).all()
