"""A Monday in the contact center."""

from __future__ import annotations

import pytest

from emptychair import shop
from emptychair.widgets._desk import SIDES, counts, form, outcome, sides, texts


def test_form() -> None:
    """Does every fix that has a cause have one of the shop's, and every tag that has a theme a reason?"""
    causes = set(shop.load().truth.causes["cause"])
    named = [it["cause"] for it in form()["fixes"].values() if "cause" in it]
    assert len(set(named)) == len(named) == 4
    assert set(named) <= causes
    assert all({"choice"} <= it.keys() <= {"choice", "cause"} for it in form()["fixes"].values())
    assert all(("theme" in it) == ("reason" in it) for it in form()["tags"].values())
    known = shop.load().truth.causes.set_index("theme")["reason"]
    assert all(known[it["theme"]] == it["reason"] for it in form()["tags"].values() if "theme" in it)


def test_texts_are_first_contacts_of_those_weeks() -> None:
    """Are the ten from the weeks before the Monday, in the shop's own words, of several kinds?"""
    contacts = shop.load().contacts.set_index("contact_id")
    for it in texts():
        row = contacts.loc[it.contact_id]
        assert form()["week"] - form()["listen"] <= row["week"] < form()["week"]
        assert row["text"] == it.text
    assert len({it.contact_id for it in texts()}) == form()["texts"]
    assert len({it.tag for it in texts()}) >= 5
    assert sum(counts().values()) > 100


@pytest.mark.parametrize(
    ("tag", "side", "most"),
    [("late", "region", "north"), ("size", "category", "raincoats"), ("refund", "sent back", "yes")],
)
def test_cause_stands_out(tag: str, side: str, most: str) -> None:
    """Is the planted place the one that differs most from the rest?"""
    found = {it.name: it for it in sides(tag)}
    assert found[side].most == most
    assert set(found) == set(SIDES.values())
    assert found[side].rate > 8 > 2 > found[side].elsewhere


@pytest.mark.parametrize("fix", ["phones", "banner", "script"])
def test_what_leaves_the_cause_changes_nothing(fix: str) -> None:
    """Is the shop as it was, week by week?"""
    assert outcome([fix]) == outcome([])


@pytest.mark.parametrize("fix", ["carrier", "chart", "scale", "refund"])
def test_what_mends_the_cause_lowers_contacts(fix: str) -> None:
    """Are there fewer contacts per order, only after the work is done, and fewer still with the others?"""
    before, after = outcome([]), outcome([fix])
    work = form()["before"] + 2
    assert after.rate < before.rate
    assert after.rates[:work] == before.rates[:work]
    assert outcome(["carrier", "chart", "scale", "refund"]).rate < after.rate


def test_run_is_the_shops() -> None:
    """Is the result what shop.run gives for the same weeks?"""
    run = shop.run(shop.load(), shop.Policy(fixes=(shop.Fix("north_carrier", 36),)), start=34).weeks
    counted = run[run["week"] < form()["week"] + form()["after"]]
    found = outcome(["carrier"])
    assert (found.contacts, found.orders) == (counted["contacts"].sum(), counted["orders"].sum())
    assert found.profit == pytest.approx(counted["profit_usd"].sum())


def test_weeks_before_are_those_of_the_run() -> None:
    """Are the rates before the Monday, which come from the shop's tables, what a run from then on gives?"""
    run = shop.run(shop.load(), start=form()["week"] - form()["before"]).weeks.head(form()["before"] + form()["after"])
    assert outcome([]).weeks == tuple(run["week"])
    assert outcome([]).rates == pytest.approx((100 * run["contacts"] / run["orders"]).tolist(), abs=0.006)


@pytest.mark.parametrize(
    ("fix", "contacts", "later", "usd", "later_usd"), [("carrier", 107, 90, 1019, 861), ("chart", 88, 75, 4836, 3460)]
)
def test_a_chain_of_desks_mends_later(fix: str, contacts: int, later: int, usd: int, later_usd: int) -> None:
    """Does the same fix spare fewer contacts when it waits at each hand-over? The lesson quotes these numbers."""
    before, at_once, by_chain = outcome([]), outcome([fix, "table"]), outcome([fix, "chain"])
    assert at_once == outcome([fix])
    assert (before.contacts - at_once.contacts, before.contacts - by_chain.contacts) == (contacts, later)
    assert (round(at_once.profit - before.profit), round(by_chain.profit - before.profit)) == (usd, later_usd)
    assert by_chain.cost == at_once.cost
    assert outcome(["phones", "chain"]) == before
