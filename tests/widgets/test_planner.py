"""Planner without a browser, on days that do not depend on today."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice import rehearsal_plan
from emptychair.widgets import Planner
from emptychair.widgets.planner import LONGEST, MOST, NAME, SHELF, SHOWN, STORIES, planner_view, titles

MARCH = date(2027, 3, 1)
INTERVIEW = date(2027, 3, 26)
TWO = ("Row F", "The bee truck")


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _view(days: int, stories: tuple[str, ...] = TWO, today: date = MARCH) -> dict[str, Any]:
    return planner_view(MARCH + timedelta(days), MARCH, stories, today)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", ()),
        (" \n\n\t", ()),
        ("Row F\nThe bee truck\n", TWO),
        ("Row F\r\n Row   F\nRow F", ("Row F",)),
        ("<b>Row</b>", ("<b>Row</b>",)),
    ],
)
def test_titles(text: str, read: tuple[str, ...]) -> None:
    """Is each line a title, once, without the blanks around it?"""
    assert titles(text) == read


def test_titles_of_a_pasted_book() -> None:
    """Are there never more, nor longer ones, than a plan can show?"""
    found = titles("\n".join(f"{n} " + "word " * 500 for n in range(1000)))
    assert len(found) == MOST
    assert max(map(len, found)) <= LONGEST


@pytest.mark.parametrize(
    ("interview", "stories", "message"),
    [
        (None, TWO, "Choose the day of your interview."),
        (date(2027, 2, 28), TWO, "is not after today"),
        (MARCH, TWO, "is not after today"),
        (date(2037, 3, 1), TWO, "two years at most"),
        (INTERVIEW, (), "There is nothing to rehearse."),
    ],
)
def test_view_when_there_is_nothing_to_plan(interview: date | None, stories: tuple[str, ...], message: str) -> None:
    """Does it say in a sentence why, and plan nothing?"""
    view = planner_view(interview, MARCH, stories, MARCH)
    assert message in view["message"]
    assert (view["rows"], view["marks"], view["summary"], view["more"]) == ([], [], "", "")


def test_view_when_the_day_of_a_kept_plan_has_come() -> None:
    """Is a plan that is over refused as a new one would be?"""
    assert "is not after today" in _view(25, today=INTERVIEW)["message"]


@pytest.mark.parametrize(
    ("days", "stories", "summary"),
    [
        (1, ("Row F",), "1 rehearsal, each story once."),
        (2, ("Row F",), "2 rehearsals, each story every day."),
        (25, ("Row F",), "7 rehearsals, each story every 4 days."),
        (25, TWO, "13 rehearsals, each story every 4 days."),
        (60, TWO, "14 rehearsals, each story every 9 days."),
    ],
)
def test_summary(days: int, stories: tuple[str, ...], summary: str) -> None:
    """Is the plan told in one sentence?"""
    assert _view(days, stories)["summary"] == summary


@pytest.mark.parametrize("days", [1, 6, 25, 100, 730])
def test_view_is_the_plan(days: int) -> None:
    """Is there a mark for every session of the plan, in its place, and a row for the next few?"""
    view = _view(days)
    plan = rehearsal_plan(TWO, MARCH, MARCH + timedelta(days))
    assert len(view["marks"]) == len(plan)
    assert all(0 <= it["place"] < 100 for it in view["marks"])
    assert len(view["rows"]) == min(len(plan), SHOWN)
    assert [row["items"] for row in view["rows"]] == [", ".join(it.items) for it in plan[:SHOWN]]
    assert bool(view["more"]) == (len(plan) > SHOWN)
    assert json.loads(json.dumps(view)) == view


def test_view_on_a_later_day() -> None:
    """Do days stay where they are, are those behind counted, and does the next one come first?"""
    view = _view(25, today=date(2027, 3, 9))
    assert view["summary"].endswith("4 are behind you.")
    assert [it["past"] for it in view["marks"]] == [True] * 4 + [False] * 9
    assert view["rows"][0] == {"day": "Tuesday, March 9", "away": "today", "items": "Row F"}
    assert view["rows"][1]["away"] == "tomorrow"
    assert [it["place"] for it in view["marks"]] == [it["place"] for it in _view(25)["marks"]]


def test_plan_is_kept_and_does_not_move() -> None:
    """Is it the same plan a week later, and a new one when the interview moves?"""
    Planner(MARCH).interview = "2027-03-26"
    assert kept(SHELF) == {NAME: {"interview": "2027-03-26", "first": "2027-03-01", "stories": STORIES}}
    later = Planner(date(2027, 3, 8))
    assert later.view["ends"][0] == "Mar 1"
    later.stories = "Row F"
    assert kept(SHELF)[NAME]["first"] == "2027-03-01"
    later.interview = "2027-04-30"
    assert later.view["ends"] == ["Mar 8", "Apr 30"]


@pytest.mark.parametrize("day", ["", "2027-02-30", "tomorrow", "2020-01-01"])
def test_interview_that_is_no_day_to_plan_for(day: str) -> None:
    """Is a sentence shown, and the kept plan left alone?"""
    face = Planner(MARCH)
    face.interview = "2027-03-26"
    face.interview = day
    assert face.view["message"]
    assert face.calendar() == ""
    assert kept(SHELF)[NAME]["interview"] == "2027-03-26"


def test_calendar() -> None:
    """Is there an event for every rehearsal and one for the interview?"""
    face = Planner(MARCH)
    face.interview = "2027-03-26"
    face.stories = "Row F\nThe bee truck"
    assert face.calendar().count("BEGIN:VEVENT") == 14
    assert "The bee truck" in face.calendar()


@pytest.mark.parametrize(
    "entry", [None, 3, {}, {"interview": 5, "first": [], "stories": 7}, {"interview": "x", "first": "y"}]
)
def test_view_when_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, NAME, entry)
    face = Planner(MARCH)
    assert (face.view["rows"], face.stories) == ([], STORIES)


def test_plan_when_it_cannot_be_kept() -> None:
    """Is it shown all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Planner(MARCH)
    face.interview = "2027-03-26"
    assert len(face.view["rows"]) == SHOWN
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_on_every_day_and_with_every_plan() -> None:
    """Does nbval see the same lesson, whatever the date and the progress?"""
    before = (repr(Planner(MARCH)), Planner(MARCH).static_html())
    Planner(MARCH).interview = "2027-03-26"
    assert (repr(Planner(date(2028, 5, 5))), Planner(date(2028, 5, 5)).static_html()) == before
