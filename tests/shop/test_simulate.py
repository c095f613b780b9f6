"""A world from a seed: the same twice, true to its schema, and a company to look at."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pandas as pd
import pytest

from emptychair import shop
from emptychair.shop._schema import Table, tables
from emptychair.shop.measures import ab_test, fit_bgnbd, purchase_summary

ALL = [(group, table) for group in ("shop", "truth") for table in tables(group).values()]


def frame(world: shop.World, group: str, name: str) -> pd.DataFrame:
    """One table of a world."""
    found: pd.DataFrame = getattr(world if group == "shop" else world.truth, name)
    return found


def test_simulate_twice() -> None:
    """Does the same seed give the same world, and another seed another?"""
    one, two, three = (shop.simulate(customers=200, weeks=30, seed=seed) for seed in (5, 5, 6))
    for group, table in ALL:
        assert frame(one, group, table.name).equals(frame(two, group, table.name)), table.name
    assert not one.orders.equals(three.orders)


@pytest.mark.parametrize("only", [(), ("contacts",), ("reviews", "stock")])
def test_simulate_only_some_tables(small: shop.World, only: tuple[str, ...]) -> None:
    """Does a table that is left out change no other?"""
    part = shop.simulate(customers=800, seed=3, only=only)
    assert part.orders.equals(small.orders)
    for name in ("contacts", "reviews", "stock", "page_views", "surveys"):
        assert frame(part, "shop", name).equals(frame(small, "shop", name)) == (name in only)


@pytest.mark.parametrize(("group", "table"), ALL, ids=lambda value: value.name if isinstance(value, Table) else value)
def test_tables_are_as_described(small: shop.World, group: str, table: Table) -> None:
    """Does every table have the described columns, types and keys, and gaps only where they may be?"""
    found = frame(small, group, table.name)
    assert list(found) == table.names
    assert len(found)
    for column in table.columns:
        assert str(found[column.name].dtype) == column.dtype
        assert column.null or not found[column.name].isna().any() or column.type == "number"
    if table.key:
        assert found[table.key].is_unique


def test_tables_refer_to_each_other(small: shop.World) -> None:
    """Does every number of a customer, product, order, contact or review exist?"""
    known = {
        "customer_id": small.customers["customer_id"],
        "product_id": small.products["product_id"],
        "order_id": small.orders["order_id"],
        "contact_id": small.contacts["contact_id"],
        "review_id": small.reviews["review_id"],
        "repeat_of": small.contacts["contact_id"],
        "duplicate_of": small.reviews["review_id"],
    }
    for group, table in ALL:
        found = frame(small, group, table.name)
        for name in known.keys() & set(table.names):
            assert found[name].dropna().isin(known[name]).all(), f"{group}.{table.name}.{name}"
    about = small.contacts.dropna(subset="order_id").merge(small.orders, on="order_id", suffixes=("", "_order"))
    assert (about["customer_id"] == about["customer_id_order"]).all()
    assert (about["day"] >= about["day_order"]).all()
    again = small.contacts.dropna(subset="repeat_of").merge(small.contacts, left_on="repeat_of", right_on="contact_id")
    assert (again["day_x"] > again["day_y"]).all()
    assert (again["reason_x"] == again["reason_y"]).all()


def test_first_order_is_in_the_joined_week(small: shop.World) -> None:
    """Does a customer join with the first order?"""
    first = small.orders.groupby("customer_id")["week"].min()
    joined = small.customers.set_index("customer_id")["joined_week"]
    assert (joined[first.index] == first).all()


def test_mess_is_where_a_company_has_it(kept: shop.World) -> None:
    """Are there unscanned parcels, unknown orders, running clocks, stars without words, spam and duplicates, all of them few?"""
    reviews = kept.truth.reviews
    for share in (
        kept.customers["region"].isna().mean(),
        kept.orders["delivered_day"].isna().mean(),
        kept.contacts["order_id"].isna().mean(),
        kept.contacts["minutes"].isna().mean(),
        kept.reviews["text"].isna().mean(),
        reviews["spam"].mean(),
        reviews["duplicate_of"].notna().mean(),
    ):
        assert 0.005 < share < 0.1
    twice = reviews.dropna(subset="duplicate_of").merge(kept.reviews, on="review_id")
    first = kept.reviews.set_index("review_id").loc[twice["duplicate_of"].astype(int)]
    assert (twice["text"].fillna("").to_numpy() == first["text"].fillna("").to_numpy()).all()


def test_reviews_have_the_shape_of_a_j(kept: shop.World) -> None:
    """Are five stars the most, one star next after four, and the middle thin?"""
    share = kept.reviews["rating"].value_counts(normalize=True)
    assert share.idxmax() == 5
    assert share[1] > share[2]
    assert share[2] + share[3] < share[1]


def test_reviews_say_what_happened(kept: shop.World) -> None:
    """Is a review of a cause about an order that the cause hit, with its theme?"""
    truth = kept.truth.reviews.dropna(subset=["cause", "themes"]).merge(
        kept.reviews[["review_id", "order_id"]], on="review_id"
    )
    themes = kept.truth.causes.set_index("cause")["theme"]
    assert all(themes[cause] in some.split() for cause, some in zip(truth["cause"], truth["themes"], strict=True))
    hit = set(zip(kept.truth.orders["order_id"], kept.truth.orders["cause"], strict=True))
    assert all((order, cause) in hit for order, cause in zip(truth["order_id"], truth["cause"], strict=True))
    assert (truth["themes"].str.split().str.len() == truth["sentiments"].str.split().str.len()).all()


def test_trends_take_off_and_fade(kept: shop.World) -> None:
    """Does a style that takes off sell a multiple of what it sold before, and far less once it has faded?"""
    orders = kept.orders.merge(kept.products, on="product_id")
    for trend in kept.truth.styles.dropna().itertuples():
        weekly = (
            orders.loc[orders["style"] == trend.style, "week"]
            .value_counts()
            .reindex(range(78), fill_value=0)
            .sort_index()
        )
        up, down = int(trend.takes_off_week), int(trend.fades_week)
        top = weekly[up + 3 : down - 4].mean()
        assert top > 1.4 * weekly[: up - 3].mean()
        if down < 68:
            assert weekly[down + 6 :].mean() < 0.75 * top


def test_bgnbd_is_recovered() -> None:
    """Does BG/NBD, fitted to the orders of 50,000 customers, find the planted parameters within a tenth?"""
    world = shop.simulate(customers=50_000, seed=1, only=())
    rows = purchase_summary(world.orders["customer_id"], world.orders["day"], until=7 * world.weeks)
    model = fit_bgnbd(rows["frequency"], rows["recency"], rows["age"])
    for name in ("r", "alpha", "a", "b"):
        assert getattr(model, name) == pytest.approx(world.truth.parameter(name), rel=0.1)


def test_ab_test_finds_nothing_where_nothing_is() -> None:
    """In small worlds without an effect, is a test positive about once in twenty?"""
    positive = 0
    for seed in range(150):
        world = shop.simulate(customers=300, weeks=12, seed=seed, only=("contacts",))
        arm = shop.treated(world, "nothing", world.customers["customer_id"])
        asked = world.customers["customer_id"].isin(world.contacts["customer_id"]).to_numpy()
        positive += ab_test(int(asked[~arm].sum()), int((~arm).sum()), int(asked[arm].sum()), int(arm.sum())).clear
    assert positive <= 17  # one in 1,000 chance of more


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"customers": 3}, "customers must be at least 10, not 3"),
        ({"weeks": 1}, "weeks must be at least 4, not 1"),
        ({"seed": -1}, "seed must be at least 0, not -1"),
        ({"only": ("orders",)}, "only: orders is not among page_views"),
    ],
)
def test_simulate_when_it_makes_no_world(wrong: dict[str, Any], message: str) -> None:
    """Does the message say what is wrong and what is possible?"""
    with pytest.raises(ValueError, match=message):
        shop.simulate(**wrong)


@pytest.mark.parametrize(("customers", "weeks"), [(10, 4), (40, 20), (3000, 130)])
def test_simulate_other_sizes(customers: int, weeks: int) -> None:
    """Are tiny, short and long worlds whole?"""
    world = shop.simulate(customers=customers, weeks=weeks, seed=2)
    assert len(world.customers) == customers
    assert world.orders["week"].max() < weeks
    assert np.isfinite(world.truth.weeks["trust"].iloc[-1])


def test_simulate_when_there_are_more_customers() -> None:
    """Does four times as many customers take about four times as long? (The seconds are in the benchmark.)"""
    seconds = {}
    for customers in (5_000, 20_000):
        begun = time.process_time()
        shop.simulate(customers=customers, seed=77)
        seconds[customers] = time.process_time() - begun
    assert seconds[20_000] < 6 * seconds[5_000]
