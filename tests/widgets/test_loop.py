"""Loop and its numbers without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair import shop
from emptychair._progress import HOME, keep
from emptychair.widgets import Loop
from emptychair.widgets._chooser import SHELF
from emptychair.widgets._loop_numbers import MEASURES, events, incidents, loop_runs, weekly_values
from emptychair.widgets.loop import WHAT, loop_cards

GUESS = [70, 60, 59, 55.5]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.fixture(scope="module")
def world() -> shop.World:
    """A smaller shop than the default one."""
    return shop.simulate(customers=800, weeks=60, seed=4)


def test_runs_have_the_same_first_days(world: shop.World) -> None:
    """Do all policies begin in the same week with the same trust, and differ in the end?"""
    values = [weekly_values(it) for it in loop_runs(world)]
    assert len({it["trust"][0] for it in values}) == 1
    assert len({it["trust"][-1] for it in values}) > 1
    assert {len(column) for it in values for column in it.values()} == {26}
    assert all(set(it) == {measure.name for measure in MEASURES} for it in values)


def test_values_are_what_happened(world: shop.World) -> None:
    """Is the last value of each measure what the run says?"""
    made = shop.run(world, shop.ALWAYS)
    values = weekly_values(made)
    late = made.weeks.iloc[-4:]
    assert values["trust"][-1] == round(100 * made.trust, 1)
    assert values["profit"][-1] == round(made.profit_usd / 1000, 1)
    assert values["contacts"][-1] == round(100 * late["contacts"].sum() / late["orders"].sum(), 1)


def test_events_are_those_of_the_run() -> None:
    """Is everything found and mended told once, in order, and told to customers only where the loop is closed?"""
    shops = shop.load()
    for made in loop_runs(shops):
        happened = events(made, shops.truth.causes)
        assert [week for week, _ in happened] == sorted(week for week, _ in happened)
        assert sum(what.startswith("found") for _, what in happened) == len(made.found)
        assert any("customers told" in what for _, what in happened) == made.policy.close_loop
        assert all(1 <= week <= 26 for week, _ in happened)


def test_incidents_before_the_run_are_left_out() -> None:
    """Is what happened earlier not on the chart?"""
    assert [week for week, _ in incidents(shop.load(), 37)] == [1, 14, 25]


@pytest.mark.parametrize(
    ("guess", "end", "near", "words"),
    [(56, 58, True, "as near as"), (61, 58, False, "3.0 lower"), (50, 58, False, "8.0 higher")],
)
def test_cards(guess: float, end: float, near: bool, words: str) -> None:
    """Does each card say how far the prediction was, and in which direction?"""
    (card,) = loop_cards(["closed loop"], [guess], [end])
    assert card["near"] is near
    assert words in card["title"]


def test_weeks_are_closed_until_predicted() -> None:
    """Is nothing of the weeks in what the browser gets before four numbers are committed, and everything after?"""
    face = Loop()
    assert face.view["told"] is None
    face.choice = {**face.choice, "week": 26}
    assert face.choice == Loop.start
    face.choice = {**face.choice, "guess": GUESS}
    assert face.view["told"]["values"][0]["trust"][-1] == 58.1
    face.choice = {**face.choice, "guess": [], "week": 9, "measure": "contacts"}
    assert Loop().choice == {"guess": GUESS, "week": 9, "measure": "contacts"}
    assert json.loads(json.dumps(face.view)) == face.view


@pytest.mark.parametrize("guess", [[70, 60], [70, 60, 59, 400], [70, 60, 59, True], ["a"] * 4, 70, [None] * 4])
def test_what_is_no_prediction(guess: object) -> None:
    """Is a prediction four numbers on the dial, whatever an edited file says?"""
    keep(SHELF, "loop", {"guess": guess, "week": 3})
    assert Loop().choice["guess"] == []
    assert Loop().view["told"] is None


def test_every_policy_is_described() -> None:
    """Does each policy have a sentence, and does the summary carry the shop's numbers?"""
    assert [it.name for it in shop.LOOPS] == list(WHAT)
    assert "Telling those who were hit is worth 2.6 points" in Loop().summary()
    assert "58.1" in Loop().static_html()
    assert repr(Loop()) == "Loop: 26 weeks of one shop under four ways to listen"
