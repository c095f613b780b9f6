"""Diagnostic and Planner in JupyterLab, as a learner meets them on the first page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "lessons/00_start_here.ipynb"


def _diagnostic(lab: Lab) -> Locator:
    return lab.scroll_to(lab.widget("Diagnostic"))


def _answer(face: Locator, choice: str, button: str = "Next") -> None:
    face.get_by_role("radio", name=choice).check()
    face.get_by_role("button", name=button).click()


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_first_answer_is_rated_by_keyboard(lab: Lab) -> None:
    """Do arrow keys and Enter rate an answer, is the next one read then, and can one go back?"""
    face = _diagnostic(lab)
    expect(face.get_by_role("button", name="Next")).to_be_disabled()
    assert lab.violations(".ec") == []
    lab.shoot(face, "diagnostic-rate")
    face.get_by_role("radio").first.focus()
    lab.page.keyboard.press("Space")
    lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    expect(face.locator(".exhibit")).to_contain_text("2 of 6, freight")
    assert "exhibit" in lab.page.evaluate("document.activeElement.className")
    expect(face).to_contain_text("Rate six answers 1 of 6")
    face.get_by_role("button", name="Back").click()
    expect(face.get_by_role("radio", name="2:")).to_be_checked()
    face.get_by_role("button", name="Next").click()


def test_ratings_are_compared_when_all_are_there(lab: Lab) -> None:
    """Is our side closed until the sixth rating, and are both told then, quickly, in words?"""
    face = _diagnostic(lab)
    for level in (5, 4, 2, 3):
        _answer(face, f"{level}:")
    assert "we 2.7" not in face.inner_text().lower()
    _answer(face, "3:", "Compare with ours")
    expect(face.locator(".facts")).to_contain_text("pairs in our order")
    assert "told-all" in lab.page.evaluate("document.activeElement.className")
    expect(face.locator(".card")).to_have_count(6)
    expect(face.locator(".card").nth(1)).to_contain_text("You 5, we 2.7")
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(face, "diagnostic-rated")


def test_choices_outlive_the_kernel(lab: Lab) -> None:
    """After the lesson is run again, is the told part told, does sorting go on, and is there a line to hand in?"""
    lab.open(LESSON)
    lab.run_all()
    face = _diagnostic(lab)
    expect(face.get_by_role("button", name="Rate six answers")).to_contain_text("compared")
    lab.shoot(face, "diagnostic-sort")
    for kind in ("story", "story", "exemplification", "opinion", "self-description"):
        _answer(face, f"{kind}:" if kind != "story" else "story: one event")
    _answer(face, "story: one event", "Compare with ours")
    expect(face.locator(".facts")).to_contain_text("5 of 6")
    expect(face.get_by_role("textbox")).to_have_value(
        "ratings 2 5 4 2 3 3; kinds story story exemplification opinion self-description story"
    )
    assert lab.violations(".ec") == []
    lab.shoot(face, "diagnostic-sorted")


def test_plan_is_made_and_kept(lab: Lab) -> None:
    """Does a date make a plan, do titles change it, is it kept, saved as a calendar, and is a day gone by told?"""
    face = lab.scroll_to(lab.widget("Planner"))
    lab.shoot(face, "planner-empty")
    day = (date.today() + timedelta(25)).isoformat()
    face.get_by_label("Day of the interview").fill("2020-01-01")
    expect(face).to_contain_text("is not after today")
    face.get_by_label("Day of the interview").fill(day)
    expect(face.locator(".outcome")).to_have_text("19 rehearsals, each story every 4 days.")
    face.get_by_label("Stories to rehearse").fill("The bee truck\nRow F")
    expect(face.locator(".outcome")).to_have_text("13 rehearsals, each story every 4 days.")
    expect(face.get_by_role("listitem").first).to_contain_text("The bee truck")
    assert lab.violations(".ec") == []
    lab.shoot(face, "planner")
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save as a calendar file").click()
    assert saved.value.suggested_filename == "rehearsals.ics"
    assert saved.value.path().read_text(encoding="utf-8").count("BEGIN:VEVENT") == 14
    lab.open(LESSON)
    lab.run_all()
    again = lab.scroll_to(lab.widget("Planner"))
    expect(again.locator(".outcome")).to_have_text("13 rehearsals, each story every 4 days.")
    assert again.get_by_label("Day of the interview").input_value() == day
    assert lab.errors() == []
    assert lab.complaints() == []
