"""SurveyBias and its numbers without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from emptychair import shop
from emptychair._progress import HOME, keep, kept
from emptychair.widgets import SurveyBias
from emptychair.widgets._chooser import SHELF
from emptychair.widgets._survey_numbers import REMEDIES, WORDINGS, Surveyed, known_about, survey_numbers
from emptychair.widgets.survey_bias import survey_view

CHOICE = {"wording": "even", "remedy": "as it is", "size": 4680, "opened": False}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.fixture(scope="module")
def numbers() -> Surveyed:
    """The survey of the default world."""
    return survey_numbers(shop.load())


def test_numbers_are_the_shops(numbers: Surveyed) -> None:
    """Is the plain share what the survey's own table says, and the truth what is planted?"""
    world = shop.load()
    answers = world.surveys["satisfied"].dropna()
    assert numbers.said["even", "as it is", 4680].share.value == pytest.approx((answers >= 4).mean())
    assert numbers.said["leading", "as it is", 4680].share.value == pytest.approx((answers >= 3).mean())
    assert numbers.truth["even"] == pytest.approx(world.truth.parameter("csat"), abs=1e-6)


def test_more_answers_do_not_help(numbers: Surveyed) -> None:
    """Does the interval shrink with the size, around a number that stays too high?"""
    plain = [numbers.said["even", "as it is", size].share for size in numbers.sizes]
    widths = [it.high - it.low for it in plain]
    assert widths == sorted(widths, reverse=True)
    assert all(it.value > numbers.truth["even"] + 0.05 for it in plain)
    assert numbers.truth["even"] not in plain[-1].interval


def test_remedies_mend_what_they_can(numbers: Surveyed) -> None:
    """Is the weighted share nearer than the plain one, and does the one with calls hold the truth?"""
    plain, weighted, called = (numbers.said["even", it, 4680].share for it in REMEDIES)
    truth = numbers.truth["even"]
    assert abs(plain.value - truth) > abs(weighted.value - truth) > abs(called.value - truth)
    assert truth in called.interval


def test_smaller_surveys_are_part_of_bigger_ones(numbers: Surveyed) -> None:
    """Do answers and calls only grow with the emails sent?"""
    for wording in WORDINGS:
        said = [numbers.said[wording.name, "with calls", size] for size in numbers.sizes]
        assert [it.answered for it in said] == sorted(it.answered for it in said)
        assert [it.called for it in said] == sorted(it.called for it in said)


def test_known_about_another_world() -> None:
    """Does it count orders up to the week of the email and contacts of the six weeks before, in any world?"""
    world = shop.simulate(customers=300, weeks=30, seed=5)
    known = known_about(world)
    rows = np.random.default_rng(1).integers(0, len(known), 40)
    for row in rows:
        customer, week = world.surveys.iloc[row][["customer_id", "week"]]
        orders, contacts = (it[it["customer_id"] == customer]["week"] for it in (world.orders, world.contacts))
        assert known["orders"][row] == min((orders <= week).sum(), 6)
        assert known["recent"][row] == contacts.between(week - 5, week).any()


def test_view_before_the_books_are_opened(numbers: Surveyed) -> None:
    """Is the truth in nothing that the browser gets?"""
    closed = json.dumps(survey_view(numbers, CHOICE))
    assert "54" not in closed
    assert "books say" not in closed
    assert "54.0 %" in json.dumps(survey_view(numbers, CHOICE | {"opened": True}))


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({}, "8.5 points too high, and its interval does not hold the truth."),
        ({"remedy": "with calls"}, "1.1 points too low, and its interval holds the truth."),
        ({"wording": "leading"}, "The question alone made 23.2 points of satisfaction out of nothing."),
    ],
)
def test_verdict(numbers: Surveyed, choice: dict[str, str], said: str) -> None:
    """Does it say how far off the survey is, and what the question did?"""
    assert said in survey_view(numbers, CHOICE | {"opened": True} | choice)["verdict"]


def test_choices_are_kept_and_books_stay_open() -> None:
    """Does a face made anew go on where the last one stopped, and are read books read?"""
    face = SurveyBias()
    face.choice = {**face.choice, "size": 1600, "opened": True}
    face.choice = {**face.choice, "opened": False}
    assert SurveyBias().choice == {"wording": "even", "remedy": "as it is", "size": 1600, "opened": True}
    assert SurveyBias().view["verdict"]


@pytest.mark.parametrize("edited", [{"size": 17}, {"size": True}, {"wording": []}, {"opened": 1}, "nonsense", None])
def test_what_cannot_be_chosen_is_left_out(edited: object) -> None:
    """Does a face stand whatever the browser or an edited file says?"""
    keep(SHELF, "survey_bias", edited)
    face = SurveyBias()
    assert face.choice == SurveyBias.start
    if isinstance(edited, dict):
        face.choice = {**face.choice, **edited}
        assert face.choice == SurveyBias.start
        assert kept(SHELF)["survey_bias"] == edited


def test_forms_do_not_depend_on_choices() -> None:
    """Are text and static form the same before and after, and short enough?"""
    face = SurveyBias()
    before = (repr(face), face.static_html())
    face.choice = {**face.choice, "opened": True, "wording": "leading"}
    assert before == (repr(SurveyBias()), SurveyBias().static_html())
    assert len(before[0]) <= 110
    assert "<details>" in before[1]
