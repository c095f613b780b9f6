"""Repeat rate, contacts per order, defect rate, Pareto."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.measures import (
    contacts_per_order,
    contacts_per_order_by_week,
    defect_rate,
    pareto,
    proportion,
    repeat_rate,
)

IDS = st.lists(st.integers(0, 8), min_size=1, max_size=60)
REASONS = st.lists(st.sampled_from(["late", "leaks", "size", "price", "code"]), min_size=1, max_size=60)


@given(IDS, st.integers(1, 4))
def test_repeat_rate_when_counted_another_way(customers: list[int], times: int) -> None:
    """Is it the share of customers, not of orders?"""
    orders = Counter(customers)
    assert repeat_rate(customers, times=times) == sum(n >= times for n in orders.values()) / len(orders)


def test_repeat_rate_when_nobody_comes_back() -> None:
    """Is it zero, and one when everybody does?"""
    assert repeat_rate([1, 2, 3]) == 0
    assert repeat_rate(["a", "a", "b", "b"]) == 1


def test_contacts_per_order_when_there_are_no_orders() -> None:
    """Is dividing by nothing an error that says so?"""
    with pytest.raises(ValueError, match="orders"):
        contacts_per_order(3, 0)
    assert contacts_per_order(0, 3) == 0


def test_contacts_per_order_by_week_when_a_week_is_empty() -> None:
    """Is a week without orders left out, and one without contacts zero?"""
    rate = contacts_per_order_by_week(pd.Series([4, 4, 5]), pd.Series([2, 4, 4, 4, 4]))
    assert rate.to_dict() == {2: 0.0, 4: 0.5}
    assert contacts_per_order_by_week([], [1, 2]).tolist() == [0.0, 0.0]


@given(st.lists(st.integers(0, 20), max_size=30))
def test_defect_rate_when_many_complain_about_one(reports: list[int]) -> None:
    """Does an order count once, however often it is complained about?"""
    orders = range(21)
    assert defect_rate(reports, orders) == len(set(reports)) / 21
    assert defect_rate(reports + reports, orders) == defect_rate(reports, orders)


def test_defect_rate_when_a_report_has_no_order() -> None:
    """Is a report about a strange order refused rather than counted?"""
    with pytest.raises(ValueError, match="99"):
        defect_rate([1, 99], [1, 2])
    with pytest.raises(ValueError, match="missing"):
        defect_rate([1, None], [1, 2])


@given(st.integers(0, 40), st.integers(1, 40))
def test_proportion_when_extreme(found: int, among: int) -> None:
    """Does the interval hold the share and stay within 0 and 1?"""
    if found > among:
        with pytest.raises(ValueError, match="found"):
            proportion(found, among)
        return
    share = proportion(found, among)
    assert 0 <= share.low <= share.value == found / among <= share.high <= 1
    assert share.low < share.high


@given(REASONS)
def test_pareto_when_counted_another_way(reasons: list[str]) -> None:
    """Is it ordered, complete, and the same whatever order the contacts come in?"""
    table = pareto(reasons)
    assert dict(zip(table["reason"], table["count"], strict=True)) == Counter(reasons)
    assert table["count"].is_monotonic_decreasing
    assert table["cumulative"].iloc[-1] == pytest.approx(1)
    assert table["share"].sum() == pytest.approx(1)
    pd.testing.assert_frame_equal(table, pareto(sorted(reasons, reverse=True)))


def test_pareto_when_weighed() -> None:
    """Can one long call count for more than two short ones?"""
    table = pareto(["late", "late", "leaks"], [2.0, 2.0, 9.0])
    assert table["reason"].tolist() == ["leaks", "late"]
    assert table["share"].tolist() == pytest.approx([9 / 13, 4 / 13])


@pytest.mark.parametrize("weights", [[1], [1, -1], [0, 0]])
def test_pareto_when_weights_are_wrong(weights: list[float]) -> None:
    """Are weights that give no shares refused?"""
    with pytest.raises(ValueError, match="weights"):
        pareto(["late", "leaks"], weights)
