"""SurveyBias, Themes, Loop and ABTest in JupyterLab, as a learner of lesson 03 meets them."""

from __future__ import annotations

import re

import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LESSON = "lessons/03_feedback_loop.ipynb"


def _quick(face: Locator) -> bool:
    return 0 <= face.evaluate("e => Number(e.dataset.milliseconds)") < 1000


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_survey_is_changed_by_keyboard(lab: Lab) -> None:
    """Do arrow keys change question and size, and are the books closed until they are opened?"""
    face = lab.face("SurveyBias")
    expect(face.get_by_role("status")).to_contain_text("of 400 answered")
    assert "54.0 %" not in face.inner_text()
    face.get_by_label("How many are asked").focus()
    lab.page.keyboard.press("End")
    expect(face.get_by_role("status")).to_contain_text("1,296 of 4,680 answered. 62.5 %")
    assert lab.violations(".ec") == []
    lab.shoot(face, "survey-closed")
    face.get_by_role("button", name="Open the shop's books").focus()
    lab.page.keyboard.press("Enter")
    expect(face).to_contain_text("The books say 54.0 %. The survey is 8.5 points too high")
    assert "outcome" in lab.page.evaluate("document.activeElement.className")
    face.get_by_role("radio", name="How much did you enjoy").focus()
    lab.page.keyboard.press("Space")
    expect(face).to_contain_text("23.2 points of satisfaction out of nothing")
    face.get_by_role("radio", name="How satisfied were you").check()
    face.get_by_role("radio", name="Also call one in eight").check()
    expect(face).to_contain_text("its interval holds the truth")
    face.get_by_text("Who answered, by what the shop knows").click()
    assert _quick(face)
    assert lab.violations(".ec") == []
    lab.shoot(face, "survey-open")


def test_theme_is_read_and_chosen(lab: Lab) -> None:
    """Can one choose a theme, read on, count lately only, and is the worth of fixes told after the choice?"""
    face = lab.face("Themes")
    expect(face.locator("blockquote")).to_have_count(3)
    before = face.locator("blockquote").first.inner_text()
    face.get_by_role("button", name="Read three more").click()
    expect(face.locator("blockquote").first).not_to_have_text(before)
    face.get_by_role("radio", name="the last 26 weeks").check()
    expect(face.get_by_role("button", name="late delivery").first).to_contain_text("242")
    face.get_by_role("group", name="Themes").get_by_role("button", name="leaks").focus()
    lab.page.keyboard.press("Enter")
    expect(face.get_by_role("button", name="Fix this first: leaks")).to_be_visible()
    assert "9,374" not in face.inner_text()
    assert lab.violations(".ec") == []
    lab.shoot(face, "themes-reading")
    face.get_by_role("button", name="Fix this first: leaks").click()
    expect(face.locator("tr.mine")).to_contain_text("leaks (yours)")
    expect(face).to_contain_text("Most dollars: not as pictured, 9,374.")
    assert _quick(face)
    assert lab.violations(".ec") == []
    lab.shoot(face, "themes-told")


def test_loop_is_predicted_and_stepped_through(lab: Lab) -> None:
    """Are the weeks closed until trust is predicted, and do steps, play and the end show what came?"""
    face = lab.face("Loop")
    assert "58.1" not in face.inner_text()
    lab.shoot(face, "loop-predict")
    assert lab.violations(".ec") == []
    for name, guess in (
        ("closed loop", "70"),
        ("listen always", "60"),
        ("only on Tuesdays", "59"),
        ("for marketing only", "55"),
    ):
        face.get_by_label(name).last.fill(guess)
    face.get_by_role("button", name="Commit and begin").focus()
    lab.page.keyboard.press("Enter")
    expect(face.get_by_role("status")).to_have_text("Week 1 of 26")
    face.get_by_role("button", name="One week").click()
    expect(face.get_by_role("status")).to_have_text("Week 2 of 26")
    face.get_by_role("button", name="Play").click()
    expect(face.get_by_role("status")).to_have_text(re.compile(r"Week ([3-9]|\d\d) of 26"), timeout=10_000)
    face.get_by_role("button", name="Pause").click()
    face.get_by_role("radio", name="Contacts").check()
    lab.shoot(face, "loop-contacts")
    face.get_by_role("radio", name="Trust").check()
    face.get_by_role("button", name="To the end").click()
    expect(face).to_contain_text("You said 70")
    expect(face.locator(".card")).to_have_count(4)
    expect(face.locator(".card").first).to_contain_text("Closed loop: 58.1, which is 11.9 lower.")
    assert _quick(face)
    assert lab.violations(".ec") == []
    lab.shoot(face, "loop-end")


def test_trial_has_a_verdict_and_looking_has_a_price(lab: Lab) -> None:
    """Is the truth closed until a verdict, and does stopping early at the banner tell what it was?"""
    face = lab.face("ABTest")
    face.get_by_role("radio", name="orders of the north").check()
    face.get_by_label("How many are watched").last.fill("400")
    expect(face).to_contain_text("With 400 it is seen")
    face.get_by_role("button", name="Run the test").click()
    expect(face).to_contain_text("Zero is outside the interval.")
    lab.shoot(face, "trial-result")
    face.get_by_role("radio", name="The fix works").check()
    face.get_by_role("button", name="Commit and open the books").click()
    expect(face.locator(".card")).to_contain_text("The books say 9.8 fewer per 100 orders of the north")
    assert lab.violations(".ec") == []
    lab.shoot(face, "trial-told")
    face.get_by_role("button", name="The banner").click()
    face.get_by_role("button", name="Watch the first week").click()
    expect(face).to_contain_text("Week 1:")
    face.get_by_role("button", name="Another week").click()
    expect(face).to_contain_text("Week 2:")
    lab.shoot(face, "banner-watching")
    face.get_by_role("button", name="Stop: it works").focus()
    lab.page.keyboard.press("Enter")
    expect(face).to_contain_text("You stopped in week 2. There was no banner")
    expect(face.locator(".bars:visible")).to_contain_text("26 looks")
    assert _quick(face)
    assert lab.violations(".ec") == []
    lab.shoot(face, "banner-told")


def test_choices_outlive_the_kernel(lab: Lab) -> None:
    """After the lesson is run again, is everything where it was left?"""
    lab.open(LESSON)
    lab.run_all()
    expect(lab.face("SurveyBias")).to_contain_text("its interval holds the truth")
    expect(lab.face("Themes").locator("tr.mine")).to_contain_text("leaks (yours)")
    expect(lab.face("Loop")).to_contain_text("Week 26 of 26")
    expect(lab.face("ABTest").locator(".card").first).to_contain_text("The books say 9.8")
    assert lab.errors() == []
    assert lab.complaints() == []
