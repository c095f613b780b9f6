"""Three Mondays in the stockroom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import shop
from emptychair.widgets._orders import Outcome, Style, mondays


def style(*, came: tuple[int, ...] = (5, 5), seen: tuple[int, ...] = (4, 4, 4, 4)) -> Style:
    """A style that costs 10, sells for 16, and is sold off for half."""
    return Style("one", "One", 16.0, 10.0, 0.5, seen, came)


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        (0, Outcome(0, 0, 10, 0.0)),
        (8, Outcome(8, 0, 2, 48.0)),
        (10, Outcome(10, 0, 0, 60.0)),
        (14, Outcome(10, 4, 0, 40.0)),
        (30, Outcome(10, 20, 0, -40.0)),
    ],
)
def test_outcome(order: int, outcome: Outcome) -> None:
    """Are pieces sold, left over and missed counted, and is money lost on what nobody wanted?"""
    assert style().outcome(order) == outcome


@given(order=st.integers(0, 400), came=st.lists(st.integers(0, 60), min_size=1, max_size=8).map(tuple))
def test_outcome_is_best_with_hindsight(order: int, came: tuple[int, ...]) -> None:
    """Does no order earn more than the one that meets demand, and do the pieces add up?"""
    one = style(came=came)
    found = one.outcome(order)
    assert found.profit <= one.outcome(sum(came)).profit
    assert found.sold + found.left == order
    assert found.sold + found.missed == sum(came)


def test_orders_of_others() -> None:
    """Is the usual order the mean of all weeks, and the advised one above the pace where a missing piece is dearer?"""
    one = style(seen=(1, 1, 1, 1, 9, 9, 9, 9))
    assert one.usual == 10
    assert one.fractile == pytest.approx(6 / 11)
    assert one.advised >= 18


def test_mondays_are_those_of_the_shop() -> None:
    """Does exactly one style take off in the weeks that are seen, and are demand, price and cost the shop's?"""
    world = shop.load()
    starts = world.truth.styles.set_index("style")["takes_off_week"]
    goods = world.products.set_index("style")
    for monday in mondays():
        rising = [it.name for it in monday.styles if 0 < monday.week - starts.fillna(999)[it.name] <= len(it.seen)]
        assert rising == [monday.takes_off]
        assert monday.told.endswith(".")
        for it in monday.styles:
            rows = (
                world.stock[world.stock["product_id"] == goods["product_id"][it.name]].groupby("week")["demand"].sum()
            )
            first = monday.week - len(it.seen)
            assert rows.loc[first : monday.week + len(it.came) - 1].tolist() == [*it.seen, *it.came]
            assert (it.price, it.cost) == (goods["price_usd"][it.name], goods["cost_usd"][it.name])


def test_right_answers_are_not_always_in_one_place() -> None:
    """Could nobody see all three by always choosing the same place?"""
    places = [[it.name for it in monday.styles].index(monday.takes_off) for monday in mondays()]
    assert len(set(places)) == 3


def test_the_fractile_pays_where_the_style_takes_off() -> None:
    """Does the advised order earn more than the usual one for each style that took off, and less for the false alarm?"""
    for monday in mondays():
        star = monday.style(monday.takes_off)
        assert star.outcome(star.advised).profit > star.outcome(star.usual).profit
    alarm = mondays()[2].style("bright")
    assert alarm.outcome(alarm.advised).profit < alarm.outcome(alarm.usual).profit
