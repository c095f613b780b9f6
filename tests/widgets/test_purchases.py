"""What customers bought next, and what the chain says."""

from __future__ import annotations

import numpy as np
import pytest

from emptychair import shop
from emptychair.widgets._purchases import CUT, FEWEST, SHOWN, SOURCES, cases, purchases


@pytest.mark.parametrize("source", SOURCES)
def test_chances_are_chances(source: str) -> None:
    """Does every customer have a chance for each category, and do they add up to 1?"""
    found = purchases()
    assert found.chances[source].shape == (len(found.customers), 10)
    assert np.allclose(found.chances[source].sum(axis=1), 1)
    assert (found.chances[source] > 0).all()


def test_chances_by_the_last_purchase_are_the_chain_of_the_measures() -> None:
    """Is the row of a customer what the measure predicts after the last category before the cut?"""
    orders = shop.load().orders.merge(shop.load().products, on="product_id").sort_values(["day", "order_id"])
    before = orders[orders["week"] < CUT].groupby("customer_id")["category"].agg(list)
    chain = shop.measures.next_purchase(before)
    found = purchases()
    for place in (0, 700, len(found.customers) - 1):
        asked = chain.predict(before[found.customers[place]][-1])
        assert np.allclose(found.chances[SOURCES[1]][place], asked[list(found.categories)])


def test_more_is_known_more_is_found() -> None:
    """Does each source rank better than the one before it?"""
    shares = [purchases().among_first(source, 3) for source in SOURCES]
    assert shares == sorted(shares)
    assert purchases().among_first(SOURCES[0], 10) == 1


def test_honest_and_timid() -> None:
    """Is the last purchase honest in its highest chances, and do many votes promise too little?"""
    tops = [purchases().calibration(source).query("cases >= 100").iloc[-1] for source in (SOURCES[1], SOURCES[3])]
    gaps = [one["observed"] - one["predicted"] for one in tops]
    assert abs(gaps[0]) < 0.04 < 0.08 < gaps[1]
    assert tops[1]["predicted"] < tops[1]["low"]


def test_cases() -> None:
    """Are there eight, with enough history, all of it from before the cut, and the next purchase from after it?"""
    assert len({it.customer_id for it in cases()}) == SHOWN
    for it in cases():
        assert len(it.bought) >= FEWEST
        assert max(week for week, _, _ in it.bought) < CUT <= it.came_week
        assert it.came in purchases().categories
        assert not set(it.looked) & {name for _, name, _ in it.bought}
