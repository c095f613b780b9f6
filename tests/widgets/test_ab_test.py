"""ABTest and its numbers without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from emptychair import shop
from emptychair._progress import HOME, keep
from emptychair.shop.measures import ab_test, sample_size
from emptychair.widgets import ABTest
from emptychair.widgets._banner import banner_view, tempting
from emptychair.widgets._chooser import SHELF
from emptychair.widgets._trial_numbers import Halves, Trial, alike, fix_trial, power
from emptychair.widgets.ab_test import result_told, truth_told

NORTH = "orders of the north"


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.fixture(scope="module")
def trial() -> Trial:
    """The fix on trial in the default world."""
    return fix_trial(shop.load())


@pytest.fixture(scope="module")
def halves() -> Halves:
    """The halves in which nothing differs."""
    return alike(shop.load())


def test_trial_finds_what_is_planted(trial: Trial) -> None:
    """Does the whole trial's interval hold the planted effect, among all orders and among those it can touch?"""
    for name, orders in trial.orders.items():
        test, _, _ = orders.first(orders.most)
        assert test.low <= trial.effect[name] <= test.high
        assert test.clear
    assert trial.effect["all orders"] == pytest.approx(trial.effect[NORTH] * 0.23, abs=0.005)


def test_first_orders_only(trial: Trial) -> None:
    """Are the first so many of each half counted, in the order in which they came?"""
    orders = trial.orders[NORTH]
    test, week, (a, b) = orders.first(100)
    left = orders.contact[~orders.treated][:100]
    assert a == left.sum()
    assert test == ab_test(a, 100, b, 100)
    assert week == 1 + max(orders.week[~orders.treated][99], orders.week[orders.treated][99])


@pytest.mark.parametrize(("before", "after"), [(0.05, 0.04), (0.2, 0.1), (0.3, 0.45)])
def test_power_at_the_needed_size(before: float, after: float) -> None:
    """Is the chance four in five at the size that is needed for it, and less below?"""
    size = sample_size(before, after)
    assert power(before, after, size) == pytest.approx(0.8, abs=0.01)
    assert power(before, after, size // 4) < 0.5


def test_halves_say_what_the_measure_says() -> None:
    """Do the tables agree with the measure, split by split?"""
    world = shop.simulate(customers=400, weeks=40, seed=3)
    made, found = shop.run(world), alike(world)
    contact = made.orders["order_id"].isin(made.contacts["order_id"])
    for split in (0, 7, 399):
        arm = shop.treated(world, f"banner {split}", made.orders["customer_id"])
        test = ab_test(int(contact[~arm].sum()), int((~arm).sum()), int(contact[arm].sum()), int(arm.sum()))
        assert found.difference[split, -1] == pytest.approx(test.difference)
        assert (found.low[split, -1], found.high[split, -1]) == pytest.approx((test.low, test.high))


def test_looking_often_finds_what_is_not_there(halves: Halves) -> None:
    """Is one look honest, and does each further one cost?"""
    alarms = [halves.false_alarms(looks) for looks in (1, 2, 4, 13, 26)]
    assert 0.03 <= alarms[0] <= 0.075
    assert alarms == sorted(alarms)
    assert alarms[-1] > 3 * alarms[0]


@pytest.mark.parametrize("looks", [0, 27])
def test_looks_that_cannot_be(halves: Halves, looks: int) -> None:
    """Are no looks, and more looks than weeks, refused?"""
    with pytest.raises(ValueError, match=rf"looks is {looks}; there are 26 weeks"):
        halves.false_alarms(looks)


def test_tempting_split(halves: Halves) -> None:
    """Does it tempt early, and is it over at the end?"""
    alarm = halves.alarm[tempting(halves)]
    assert alarm[:3].any()
    assert not alarm[-1]


def test_tempting_split_by_hand() -> None:
    """Is the one chosen that rings early and long, but not at the end?"""
    low = np.array([[-1.0, -1, -1, -1], [1, 1, 1, 1], [1, 1, -1, -1], [1, -1, -1, -1]])
    assert tempting(Halves(low + 0.5, low, low + 2)) == 2


def test_banner_is_closed_until_stopped(halves: Halves) -> None:
    """Are later weeks and the truth out of reach until the learner stops?"""
    split = tempting(halves)
    view = banner_view(halves, split, 3, 0)
    assert [len(line) for line in view["lines"].values()] == [3, 3, 3]
    assert "no banner" not in json.dumps(view)
    told = banner_view(halves, split, 3, 3)
    assert len(told["lines"]["low"]) == 26
    assert told["so"].startswith("You stopped in week 3. There was no banner")
    assert "zero is inside" in told["told"].split("Week 26")[1]
    assert all(low[1] <= high[1] for low, high in zip(told["lines"]["low"], told["lines"]["high"], strict=True))
    assert banner_view(halves, split, 26, 0)["so"].startswith("You watched to the end.")


@pytest.mark.parametrize(
    ("size", "verdict", "right", "words"),
    [
        (400, "works", True, "leaves zero out"),
        (100, "works", False, "zero is inside the interval"),
        (100, "unknown", True, "too few orders"),
        (400, "unknown", False, "They can"),
        (100, "nothing", False, "has not shown that there is nothing"),
    ],
)
def test_verdicts(trial: Trial, size: int, verdict: str, right: bool, words: str) -> None:
    """Is a verdict judged by what the orders can bear, not by what is so?"""
    told = truth_told(trial, NORTH, size, verdict)
    assert told["right"] is right
    assert words in told["why"]
    assert told["effect"] == 9.8


def test_result_in_words(trial: Trial) -> None:
    """Are counts, difference and interval said, fewer being more?"""
    told = result_told(trial.orders[NORTH], 400)
    assert told["low"] <= told["value"] <= told["high"]
    assert f"{told['value']:.1f} fewer per 100 orders" in told["sentence"]
    assert told["clear"] == "zero is outside the interval"


def test_looks_are_counted_and_the_verdict_is_about_what_was_seen() -> None:
    """Is a result shown for the size that was looked at only, a second look named, and a verdict held to its orders?"""
    face = ABTest()
    face.choice = {**face.choice, "verdict": "works"}
    assert face.choice["verdict"] == ""  # nothing has been seen yet
    face.choice = {**face.choice, "looks": 1, "at": 200}
    assert face.view["result"]
    face.choice = {**face.choice, "size": 400}
    assert face.view["result"] is None
    face.choice = {**face.choice, "looks": 2, "at": 400}
    assert "look number 2" in face.view["looks"]
    face.choice = {**face.choice, "verdict": "works"}
    face.choice = {**face.choice, "orders": NORTH, "size": 500, "verdict": "nothing"}
    again = ABTest()
    assert (again.choice["verdict"], again.choice["judged"]) == ("works", ["all orders", 400])
    assert "all orders" in again.view["truth"]["title"]


def test_size_fits_the_orders() -> None:
    """Is a size that the north does not have brought down to what it has?"""
    face = ABTest()
    face.choice = {**face.choice, "size": 4000}
    face.choice = {**face.choice, "orders": NORTH}
    assert face.choice["size"] == 950


@pytest.mark.parametrize(
    "edited",
    [
        {"judged": ["all orders", 7]},
        {"judged": [[], []]},
        {"week": -1},
        {"size": 123},
        {"drop": 2.5},
        {"looks": "many"},
    ],
)
def test_what_cannot_be_chosen_is_left_out(edited: dict[str, object]) -> None:
    """Does a face stand whatever an edited file says?"""
    keep(SHELF, "ab_test", {**ABTest.start, **edited})
    assert ABTest().choice == ABTest.start


def test_forms() -> None:
    """Is there a static form with the numbers, and the false alarms for the prediction?"""
    assert ABTest().false_alarms == 24.5
    assert "24.5 of 100" in ABTest().static_html()
    assert len(repr(ABTest())) <= 110
