"""RehearsalCalendar without a browser, on days that do not depend on today."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice import Attempt, rehearsal_plan
from emptychair.widgets import Planner, RehearsalCalendar
from emptychair.widgets._calendar_view import WEEKS, calendar_view
from emptychair.widgets.rehearsal_calendar import NAME, SHELF, attempts_from

MARCH = date(2027, 3, 1)
INTERVIEW = date(2027, 3, 26)
TWO = ("Row F", "The bee truck")


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _view(
    today: date = MARCH, interview: date | None = INTERVIEW, attempts: tuple[Attempt, ...] = ()
) -> dict[str, Any]:
    view = calendar_view(TWO, MARCH, interview, today, attempts)
    assert json.loads(json.dumps(view)) == view
    return view


@pytest.mark.parametrize("days", [1, 6, 25, 41, 42, 100, 400])
def test_weeks_are_the_plan(days: int) -> None:
    """Does every day that is shown have what the plan has for it, and is the rest counted?"""
    interview = MARCH + timedelta(days)
    view = _view(interview=interview)
    plan = {it.day: list(it.items) for it in rehearsal_plan(TWO, MARCH, interview)}
    shown = [day for week in view["weeks"] for day in week["days"]]
    assert len(view["weeks"]) <= WEEKS
    assert [it["items"] for it in shown if it["items"]] == [
        plan[day] for day in sorted(plan) if (day - MARCH).days < len(shown)
    ]
    assert bool(view["more"]) == any((day - MARCH).days >= 7 * WEEKS for day in plan)
    assert [it["words"] for it in shown if "today" in it["words"]] == [["today"]]


@pytest.mark.parametrize(
    ("interview", "message"),
    [(None, "Choose the day"), (MARCH, "is not after today"), (date(2037, 1, 1), "two years at most")],
)
def test_view_without_a_plan(interview: date | None, message: str) -> None:
    """Is it said why, and are stories still there to be rehearsed?"""
    view = _view(interview=interview)
    assert message in view["message"]
    assert view["weeks"] == []
    assert [it["item"] for it in view["others"]] == list(TWO)


def test_day_is_done_when_all_of_it_is() -> None:
    """While something due today is left, is the next rehearsal today, and is the day not done?"""
    due = _view()["today"]
    assert len(due) == 1, "one story a day, of two"
    both = calendar_view(TWO, MARCH, MARCH + timedelta(1), MARCH, [Attempt("Row F", MARCH, True)])
    assert [it["held"] for it in both["today"]] == [True, None]
    (today,) = [day for week in both["weeks"] for day in week["days"] if "today" in day["words"]]
    assert (both["next"], today["words"]) == ("The next rehearsal is today.", ["today"])
    done = calendar_view(TWO, MARCH, MARCH + timedelta(1), MARCH, [Attempt(it, MARCH, True) for it in TWO])
    (today,) = [day for week in done["weeks"] for day in week["days"] if "today" in day["words"]]
    assert (done["next"], today["words"]) == ("", ["today", "rehearsed"])


@pytest.mark.parametrize(
    ("tries", "state"),
    [
        ([], "not rehearsed yet"),
        ([(1, True)], "1 of 1 held"),
        ([(1, True), (1, True), (1, True), (1, True)], "4 of 4 held"),
        ([(1, True), (1, True), (1, False), (1, True), (2, True)], "mastered"),
        ([(1, True), (1, True), (2, True), (2, True), (3, False), (3, False)], "3 of 5 held"),
    ],
)
def test_state_of_a_story(tries: list[tuple[int, bool]], state: str) -> None:
    """Is mastery four of the last five on two days, and is it lost again?"""
    attempts = tuple(Attempt("Row F", MARCH + timedelta(day), right) for day, right in tries)
    view = _view(MARCH + timedelta(5), attempts=attempts)
    (found,) = [it for it in (*view["today"], *view["others"]) if it["item"] == "Row F"]
    assert found["state"] == state
    assert len(found["marks"]) == min(5, len(tries))


def test_plan_is_the_planners() -> None:
    """Do both faces show one plan, whichever of them is moved?"""
    planner = Planner(MARCH)
    planner.stories = "Row F\nThe bee truck"
    planner.interview = "2027-03-26"
    face = RehearsalCalendar(today=date(2027, 3, 4))
    assert (face.items, face.interview) == (TWO, "2027-03-26")
    face.interview = "2027-04-30"
    again = Planner(date(2027, 3, 4))
    assert (again.interview, again.stories) == ("2027-04-30", "Row F\nThe bee truck")


def test_stories_of_the_portfolio() -> None:
    """Are they rehearsed where the Planner has no titles of the learner's own?"""
    keep("portfolio", "stories", [{"title": "Row F"}, {"title": "The bee truck"}])
    assert RehearsalCalendar(today=MARCH).items == TWO
    Planner(MARCH).interview = "2027-03-26"
    assert RehearsalCalendar(today=MARCH).items == TWO
    planner = Planner(MARCH)
    planner.stories = "Night noise"
    assert RehearsalCalendar(today=MARCH).items == ("Night noise",)


def test_marks_are_kept_and_taken_back() -> None:
    """Is each mark kept, is only a mark of today taken back, and does nobody else's story get one?"""
    face = RehearsalCalendar(TWO, MARCH)
    for right in (True, False):
        face._act({"act": "held", "item": "Row F", "right": right})
    face._act({"act": "held", "item": "No such story", "right": True})
    face._act({"act": "held", "item": "Row F", "right": "yes"})
    assert [it["right"] for it in kept(SHELF)[NAME]] == [True, False]
    face._act({"act": "undo", "item": "Row F"})
    later = RehearsalCalendar(TWO, MARCH + timedelta(1))
    later._act({"act": "undo", "item": "Row F"})
    assert [it["right"] for it in kept(SHELF)[NAME]] == [True]


def test_calendar_file() -> None:
    """Is there an event for every rehearsal and one for the interview, and nothing without a plan?"""
    face = RehearsalCalendar(TWO, MARCH)
    assert face.calendar() == ""
    face.interview = "2027-03-26"
    assert face.calendar().count("BEGIN:VEVENT") == 14


@pytest.mark.parametrize(
    "rows",
    [
        None,
        7,
        [3],
        [{"item": "A"}],
        [{"item": "A", "day": "x", "right": True}],
        [{"item": 3, "day": "2027-03-01", "right": True}],
    ],
)
def test_attempts_that_are_nonsense(rows: object) -> None:
    """Is an edited file no error?"""
    assert attempts_from(rows) == ()
    keep(SHELF, NAME, rows)
    keep("plan", "rehearsals", rows)
    assert RehearsalCalendar(TWO, MARCH).view["others"]


def test_calendar_when_it_cannot_be_kept() -> None:
    """Is the plan shown all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}', encoding="utf-8")
    face = RehearsalCalendar(TWO, MARCH)
    face.interview = "2027-03-26"
    assert face.view["weeks"]
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_on_every_day() -> None:
    """Does nbval see the same lesson, whatever the date and the marks?"""
    before = (repr(RehearsalCalendar(TWO)), RehearsalCalendar(TWO).static_html())
    face = RehearsalCalendar(TWO, MARCH)
    face.interview = "2027-03-26"
    face._act({"act": "held", "item": "Row F", "right": True})
    assert (repr(RehearsalCalendar(TWO)), RehearsalCalendar(TWO).static_html()) == before
