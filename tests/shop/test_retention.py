"""What keeping data buys and costs."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from emptychair import shop
from emptychair.shop._retention import next_category_accuracy, retention
from emptychair.shop._settings import setting


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    """The table of the lesson."""
    return retention(shop.load())


def test_nothing_kept_buys_nothing(table: pd.DataFrame) -> None:
    """Does a shop without a memory send nothing ahead, and lose the least when it leaks?"""
    first = table.iloc[0]
    assert first[["weeks", "days_saved", "early_usd", "leak_usd"]].tolist() == [0, 0, 0, 0]
    least = setting("trust")["leak"][0]
    trust = shop.load().truth.weeks.set_index("week")["trust"]
    leak = int(shop.load().incidents.set_index("incident").loc["data leak", "week"])
    assert first["trust_lost"] == pytest.approx(least * trust[leak - 1])


def test_keeping_longer(table: pd.DataFrame) -> None:
    """Does more data save more days and lose more trust, and is the guess better at the end than at the beginning?"""
    assert table["days_saved"].is_monotonic_increasing
    assert table["trust_lost"].is_monotonic_increasing
    assert table["accuracy"].iloc[-1] > table["accuracy"].iloc[0] + 0.02
    assert table["leak_usd"].iloc[-1] > 500


def test_trust_lost_is_what_the_simulation_takes(table: pd.DataFrame) -> None:
    """Is the loss that of the run with the same policy, in the week of the leak?"""
    world = shop.load()
    leak = int(world.incidents.set_index("incident").loc["data leak", "week"])
    for keep, lost in table.loc[table["weeks"].isin([13, 78]), ["weeks", "trust_lost"]].itertuples(index=False):
        weeks = [shop.run(world, shop.Policy(keep_weeks=it)).weeks.set_index("week")["trust"] for it in (0, int(keep))]
        apart = weeks[0][leak] - weeks[1][leak]
        assert apart == pytest.approx(lost - table["trust_lost"].iloc[0], rel=0.08)


def test_accuracy_by_hand() -> None:
    """Is the accuracy that of counting one order after the other?"""
    world = shop.simulate(customers=80, weeks=40, seed=5)
    orders = world.orders.merge(world.products[["product_id", "category"]], on="product_id")
    first, habit, keep = 40 - 26, setting("early")["habit"], 9
    usual = orders[orders["week"] < first]["category"].value_counts(normalize=True)
    right = []
    for order in orders[orders["week"] >= first].itertuples():
        before = orders[(orders["customer_id"] == order.customer_id) & (orders["day"] < order.day)]
        if len(before):
            counts = before[before["day"] >= order.day - 7 * keep]["category"].value_counts()
            scores = counts.add(habit * usual, fill_value=0)
            right.append(scores[order.category] == scores.max() if order.category in scores else False)
    assert next_category_accuracy(world, [keep]) == pytest.approx([np.mean(right)], abs=0.02)
