"""Planner without a browser, on days that do not depend on today."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import Planner
from emptychair.widgets.planner import FARTHEST, FEWEST, MOST, NAME, SHELF, planner_view, rehearsals

MARCH = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, FARTHEST), st.integers(FEWEST, MOST))
def test_rehearsals_are_even(first: date, days: int, count: int) -> None:
    """First today, last on the day before, one a day at most, and no gap more than a day longer than another?"""
    found = rehearsals(first, first + timedelta(days), count)
    assert len(found) == min(days, count)
    gaps = [(b - a).days for a, b in zip(found, found[1:], strict=False)]
    assert not gaps or 1 <= min(gaps) <= max(gaps) <= min(gaps) + 1
    if found:
        assert found[0] == first
    if len(found) > 1:
        assert found[-1] == first + timedelta(days - 1)


@pytest.mark.parametrize(
    ("interview", "message"),
    [
        (None, "Choose the day of your interview."),
        (date(2027, 2, 28), "That day has passed."),
        (MARCH, "That is today."),
        (MARCH + timedelta(FARTHEST + 1), "That is more than two years away."),
    ],
)
def test_view_when_there_is_nothing_to_plan(interview: date | None, message: str) -> None:
    """Does it say in a sentence what is wrong, and plan nothing?"""
    view = planner_view(interview, MARCH, 7, MARCH)
    assert view["message"].startswith(message)
    assert (view["rows"], view["summary"], view["next"]) == ([], "", "")


@pytest.mark.parametrize(
    ("days", "count", "summary"),
    [
        (1, 7, "One rehearsal."),
        (2, 7, "2 rehearsals, one every day."),
        (7, 7, "7 rehearsals, one every day."),
        (25, 7, "7 rehearsals, one every 4 days."),
        (27, 7, "7 rehearsals, one every 4 or 5 days."),
        (61, 4, "4 rehearsals, one every 20 days."),
    ],
)
def test_summary(days: int, count: int, summary: str) -> None:
    """Is the plan told in one sentence?"""
    assert planner_view(MARCH + timedelta(days), MARCH, count, MARCH)["summary"] == summary


def test_view_on_a_later_day() -> None:
    """Do days stay where they are, the past ones marked, and is the next one named?"""
    before, after = (planner_view(date(2027, 3, 26), MARCH, 7, today) for today in (MARCH, date(2027, 3, 9)))
    assert [row["day"] for row in before["rows"]] == [row["day"] for row in after["rows"]]
    assert [row["state"] for row in after["rows"]] == ["past", "past", "next", "", "", "", ""]
    assert after["next"] == "Next: Tuesday, March 9, today."
    assert after["rows"][-1]["before"] == "1 day before"
    assert json.loads(json.dumps(after)) == after


def test_first_and_last_rehearsal_are_different() -> None:
    """Is the day before a light one?"""
    what = [row["what"] for row in planner_view(date(2027, 3, 26), MARCH, 7, MARCH)["rows"]]
    assert len(set(what)) == 3
    assert what[1:-1] == [what[1]] * 5
    assert "sleep" in what[-1]


def test_plan_is_kept_and_does_not_move() -> None:
    """Is it the same plan a week later, and a new one when the interview moves?"""
    Planner(MARCH).interview = "2027-03-26"
    assert kept(SHELF) == {NAME: {"interview": "2027-03-26", "first": "2027-03-01", "count": 7}}
    later = Planner(date(2027, 3, 8))
    assert later.view["rows"][0]["day"] == "Monday, March 1"
    later.count = 5
    assert kept(SHELF)[NAME]["first"] == "2027-03-01"
    later.interview = "2027-04-30"
    assert later.view["rows"][0]["day"] == "Monday, March 8"


@pytest.mark.parametrize("day", ["", "2027-02-30", "tomorrow", "2020-01-01"])
def test_interview_that_is_no_day_to_plan_for(day: str) -> None:
    """Is a sentence shown, and the old plan left alone?"""
    face = Planner(MARCH)
    face.interview = "2027-03-26"
    face.interview = day
    assert face.view["message"]
    assert kept(SHELF)[NAME]["interview"] == "2027-03-26"


@pytest.mark.parametrize(("count", "made"), [(-5, FEWEST), (0, FEWEST), (99, MOST)])
def test_count_out_of_reach(count: int, made: int) -> None:
    """Is the nearest number taken?"""
    face = Planner(MARCH)
    face.interview = "2027-04-30"
    face.count = count
    assert len(face.view["rows"]) == made


@pytest.mark.parametrize(
    "entry", [None, 3, {}, {"interview": 5, "first": [], "count": "x"}, {"interview": "x", "first": "y", "count": True}]
)
def test_view_when_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, NAME, entry)
    assert Planner(MARCH).view["rows"] == []
    assert Planner(MARCH).count == 7


def test_plan_when_it_cannot_be_kept() -> None:
    """Is it shown all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Planner(MARCH)
    face.interview = "2027-03-26"
    assert len(face.view["rows"]) == 7
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_on_every_day_and_with_every_plan() -> None:
    """Does nbval see the same lesson, whatever the date and the progress?"""
    before = (repr(Planner(MARCH)), Planner(MARCH).static_html())
    Planner(MARCH).interview = "2027-03-26"
    assert (repr(Planner(date(2028, 5, 5))), Planner(date(2028, 5, 5)).static_html()) == before
