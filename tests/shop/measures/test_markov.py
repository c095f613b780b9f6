"""Next purchase."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.measures import next_purchase

HISTORIES = st.lists(st.lists(st.sampled_from(["boots", "lamps", "toys"]), max_size=8), min_size=1, max_size=12)


@given(HISTORIES, st.floats(0.01, 5))
def test_next_purchase_when_counted_another_way(histories: list[list[str]], smoothing: float) -> None:
    """Are pairs counted within each history only, and smoothed as the formula says?"""
    names = sorted({name for history in histories for name in history})
    if not names:
        with pytest.raises(ValueError, match="not one purchase"):
            next_purchase(histories)
        return
    chain = next_purchase(histories, smoothing=smoothing)
    pairs = [pair for history in histories for pair in pairwise(history)]
    for last in names:
        after = [b for a, b in pairs if a == last]
        chances = chain.predict(last)
        assert chances.sum() == pytest.approx(1)
        for name in names:
            expected = (after.count(name) + smoothing) / (len(after) + smoothing * len(names))
            assert chances[name] == pytest.approx(expected)


def test_next_purchase_when_the_chain_is_known() -> None:
    """Are the chances of a simulated chain recovered?"""
    rng = np.random.default_rng(11)
    true = np.array([[0.6, 0.3, 0.1], [0.2, 0.2, 0.6], [0.5, 0.1, 0.4]])
    state = rng.integers(0, 3, 3000)
    steps = [state]
    for _ in range(9):
        state = (rng.random(3000)[:, None] > true[state].cumsum(axis=1)).sum(axis=1)
        steps.append(state)
    chain = next_purchase(np.array(["a", "b", "c"])[np.array(steps).T])
    assert chain.matrix == pytest.approx(true, abs=0.02)
    assert chain.predict("a", steps=2).sort_index().to_numpy() == pytest.approx((true @ true)[0], abs=0.02)


def test_predict_when_the_category_is_new() -> None:
    """Is the share among all purchases the guess for what was never seen?"""
    chain = next_purchase([["boots", "toys"], ["boots"]], smoothing=0, categories=["a very long category"])
    assert chain.predict("pianos").to_dict() == pytest.approx(
        {"boots": 2 / 3, "toys": 1 / 3, "a very long category": 0}
    )
    assert chain.predict().to_dict() == chain.predict("pianos").to_dict()
    assert chain.predict("toys").to_dict() == chain.predict().to_dict()  # nothing ever followed toys
    assert chain.predict("boots")["toys"] == 1


def test_next_purchase_when_it_comes_from_a_table() -> None:
    """Does it take what a groupby of the orders gives?"""
    orders = pd.DataFrame({"customer_id": [1, 2, 1, 2, 1], "category": ["boots", "toys", "lamps", "lamps", "boots"]})
    chain = next_purchase(orders.groupby("customer_id")["category"].agg(list), smoothing=0)
    assert chain.predict("lamps").index[0] == "boots"
    assert repr(chain) == "NextPurchase(3 categories)"


@pytest.mark.parametrize("bad", [{"smoothing": -1}, {"smoothing": float("nan")}])
def test_next_purchase_when_smoothing_is_negative(bad: dict[str, float]) -> None:
    """Is it refused?"""
    with pytest.raises(ValueError, match="smoothing"):
        next_purchase([["boots"]], **bad)
    with pytest.raises(ValueError, match="history 1"):
        next_purchase([["boots"], ["boots", None]])
    with pytest.raises(ValueError, match="steps"):
        next_purchase([["boots"]]).predict("boots", steps=0)
