"""The planning day: decisions as a policy, and what comes of it: looked up, and run again."""

from __future__ import annotations

import re
from itertools import product

import pytest

from emptychair import shop
from emptychair.shop._settings import read, setting
from emptychair.widgets._meeting import AS_IT_WAS, CLOSED_LOOP, meeting, mends, settled
from emptychair.widgets._quarters import QUARTERS, START, WEEKS, effects, every, outcome, policy_of, run, standard_world

ITEMS = {item.name: item for item in meeting().items}


def test_every_combination_is_a_policy() -> None:
    """Do all decisions make a policy that the shop accepts, and does each choice make a difference to it?"""
    alike = [range(len(item.choices)) for item in meeting().items]
    policies = {policy_of(dict(zip(ITEMS, places, strict=True))) for places in product(*alike)}
    useless = 2 * 3 * 3 * 3 * 3 * 2  # telling customers where nobody mends: never and marketing, all else free
    assert len(policies) == 4 * 2 * 2 * 3 * 3 * 3 * 3 - useless


def test_nothing_decided_is_as_it_was() -> None:
    """Does leaving everything as it was change nothing, and is the closed loop among the choices?"""
    left = {name: item.was for name, item in ITEMS.items()}
    assert policy_of(AS_IT_WAS) == policy_of(left) == shop.AS_IT_WAS
    assert settled(AS_IT_WAS) == tuple(left.values())
    assert policy_of(CLOSED_LOOP) == shop.Policy(listen="always", close_loop=True)


@pytest.mark.parametrize(
    ("name", "place", "field", "value"),
    [
        ("letters", 1, "listen", "marketing"),
        ("letters", 2, "listen", "tuesdays"),
        ("moves", 1, "answers", (19, 56, 70)),
        ("shelves", 0, "reorder", shop.Reorder(fractile=0.8)),
        ("early", 2, "ship_early", 0.1),
        ("memory", 2, "keep_weeks", 8),
    ],
)
def test_choice_sets_a_field(name: str, place: int, field: str, value: object) -> None:
    """Is the choice that is read the field that is run?"""
    assert getattr(policy_of({name: place}), field) == value


def test_carrier_is_mended_from_its_first_week() -> None:
    """Does staying with the old carrier spare exactly the weeks of the new one?"""
    (fix,) = policy_of({"carrier": 1}).fixes
    causes = standard_world().truth.causes.set_index("cause")
    assert (fix.cause, fix.week) == ("north_carrier", causes.loc["north_carrier", "start_week"])


@pytest.mark.parametrize(("letters", "told"), [(0, False), (1, False), (2, True), (3, True)])
def test_only_who_mends_can_tell(letters: int, told: bool) -> None:
    """Is telling customers left out where nothing is mended?"""
    decided = {"letters": letters, "reply": 1}
    assert mends(decided) is told
    assert policy_of(decided).close_loop is told


def test_a_run_is_a_run_of_the_shop() -> None:
    """Are the quarters those of `shop.run`, added up another way?"""
    weeks = shop.run(shop.simulate(customers=3_000, weeks=WEEKS, only=()), shop.CLOSED_LOOP, start=START).weeks
    found = run(CLOSED_LOOP)
    assert len(found.trust) == len(found.profit_usd) == QUARTERS
    assert found.total_usd == pytest.approx(weeks["profit_usd"].sum(), abs=0.1)
    assert found.trust[-1] == pytest.approx(100 * weeks["trust"].iloc[-1], abs=0.01)
    assert found.profit_usd[0] == pytest.approx(weeks["profit_usd"].iloc[:13].sum(), abs=0.01)


def test_everything_that_can_be_decided_has_been_run() -> None:
    """Is there a row for every decision, and do no two unlike policies share all their numbers?"""
    found = [outcome(decided) for decided in every()]
    assert len(found) == len({policy_of(decided) for decided in every()})
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("place", range(4))
def test_kept_runs_are_what_the_simulator_gives(place: int) -> None:
    """Is the table that of today's simulator and agenda? If not: make meeting."""
    decided = {name: place % len(item.choices) for name, item in ITEMS.items()}
    assert outcome(decided) == run(decided)


def test_effects_take_back_one_decision() -> None:
    """Is an item that was left as it was worth exactly nothing, and the only decision exactly the whole difference?"""
    decided = {name: item.was for name, item in ITEMS.items()} | {"letters": 3}
    found = {it.item.name: it for it in effects(decided)}
    assert all(found[name].profit_usd == found[name].trust == 0 for name in ITEMS if name != "letters")
    assert found["letters"].profit_usd == outcome(decided).total_usd - outcome(AS_IT_WAS).total_usd


def test_prices_that_people_name_are_the_shop_s() -> None:
    """Does finance quote the numbers that the simulator uses?"""
    listening, early, carrier = setting("listening"), setting("early"), read("causes")["north_carrier"]["fix"]
    quoted = {
        "letters": [listening["read_usd"], listening["dig_usd"]],
        "reply": [],  # a quarter of a dollar, in words
        "carrier": [100 * carrier["usd_per_order"], carrier["usd"]],
        "moves": [100 * setting("order")["answer"]],
        "shelves": [],
        "early": [early["right_usd"], early["wrong_usd"]],
        "memory": [],
    }
    for name, numbers in quoted.items():
        assert [float(it) for it in re.findall(r"\d+(?:\.\d+)?", ITEMS[name].said["finance"])] == numbers
    assert listening["tell_usd"] == 0.25
    assert setting("money")["holding"] == 0.006


def test_moves_that_are_answered_begin_in_the_plan() -> None:
    """Is every week that an answer names the first week of a move, and are all that come named by the last choice?"""
    moves = standard_world().competitor_moves
    none, cuts, every = (choice.policy.get("answers", []) for choice in ITEMS["moves"].choices)
    assert none == []
    assert cuts == moves.loc[(moves["move"] == "price cut") & (moves["week"] >= START), "week"].tolist()
    assert every == moves.loc[moves["week"] >= START, "week"].tolist()


def test_what_the_lesson_says_about_the_table() -> None:
    """Does the run bear out the four things that the lesson tells learners to look for?"""

    def effect(name: str, **decided: int) -> tuple[float, float]:
        found = {it.item.name: it for it in effects(decided)}[name]
        return found.trust, found.profit_usd

    trust, profit = effect("letters", letters=1)  # marketing: a little profit, no trust
    assert abs(trust) < 0.5
    assert 0 < profit < 15_000
    assert effect("carrier", carrier=1)[0] > 1  # the carrier matters, unless somebody reads every day
    assert abs(effect("carrier", carrier=1, letters=3)[0]) < 0.2
    trust, profit = effect("early", early=2, letters=3, memory=2)  # early parcels: half a point, and a price
    assert 0.3 < trust < 1
    assert profit < -5_000
    trust, profit = effect("moves", moves=2)  # answering everybody: nothing to see
    assert abs(trust) < 0.3
    assert abs(profit) < 2_000
