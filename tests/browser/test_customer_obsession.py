"""The widgets of lesson 01 in JupyterLab: EmptyChair, the three decks, the sixteen principles."""

from __future__ import annotations

import pytest
from lab import Lab
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "lessons/01_customer_obsession.ipynb"
DECIDED = (
    "Marketing",
    "Yes, each of them",
    "Stay with the old one",
    "Price cuts",
    "ninety-nine",
    "one in five",
    "Eight weeks",
)


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_a_case_is_judged_by_keyboard(lab: Lab) -> None:
    """Do arrow keys and Enter judge a case, is every option told with its reason, and does the next one get the focus?"""
    face = lab.face("WhoIsTheCustomer")
    expect(face.get_by_role("button", name="Judge")).to_be_disabled()
    assert lab.violations(".ec") == []
    lab.shoot(face, "whose-need-ask")
    face.get_by_role("radio").first.focus()
    for key in ("Space", "ArrowDown", "Tab", "Enter"):
        lab.page.keyboard.press(key)
    expect(face.locator(".outcome")).to_have_text("As we see it.")
    expect(face.locator(".card")).to_have_count(4)
    assert "outcome" in lab.page.evaluate("document.activeElement.className")
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(face, "whose-need-told")
    face.get_by_role("button", name="Next").click()
    expect(face.locator(".exhibit")).to_contain_text("2 of 8")
    assert "exhibit" in lab.page.evaluate("document.activeElement.className")


def test_several_principles_are_judged(lab: Lab) -> None:
    """Are check boxes judged together, and are what was missed and what was too much told in words?"""
    face = lab.face("PrincipleMap")
    for name in ("Dive Deep", "Think Big"):
        face.get_by_role("checkbox", name=name).check()
    lab.shoot(face, "principle-map-ask")
    face.get_by_role("button", name="Judge").click()
    expect(face.locator(".outcome")).to_contain_text("We see it differently")
    expect(face.locator(".card").filter(has_text="Think Big")).to_contain_text("not shown · you")
    expect(face.locator(".card").filter(has_text="Earn Trust")).to_contain_text("shown · we")
    assert lab.violations(".ec") == []
    lab.shoot(face, "principle-map-told")


def test_cases_and_principles(lab: Lab) -> None:
    """Are facts there with their sources, and can the line of a principle be opened by keyboard?"""
    face = lab.face("Cases")
    expect(face.locator("blockquote")).to_contain_text("Hacker News")
    face.get_by_role("radio", name="A mechanism that serves the customer").check()
    face.get_by_role("button", name="Judge").click()
    expect(face).to_contain_text("What to watch:")
    lab.shoot(face, "cases-told")
    sixteen = lab.face("Principles")
    assert lab.violations(".ec") == []
    lab.shoot(sixteen, "principles")
    sixteen.locator("summary").first.focus()
    lab.page.keyboard.press("Enter")
    expect(sixteen.locator("details").first).to_contain_text("It is the one that the others answer to")


def test_a_deck_ends_in_a_summary(lab: Lab) -> None:
    """After the last case, is there a sum, a list to look things up in, and a way back to it?"""
    face = lab.face("Cases")
    for _ in range(9):
        face.get_by_role("button", name="Next").click()
        face.get_by_role("radio").first.check()
        face.get_by_role("button", name="Judge").click()
    face.get_by_role("button", name="How it went").click()
    expect(face.locator(".facts")).to_contain_text("4 of 10")
    expect(face.locator(".verdicts li")).to_have_count(10)
    assert lab.violations(".ec") == []
    lab.shoot(face, "cases-summary")
    face.get_by_role("button", name="Amazon, Prime").click()
    expect(face.locator(".card").first).to_contain_text("serves the customer")
    lab.shoot(face, "cases-settlement")
    face.get_by_role("button", name="How it went").click()
    expect(face.locator(".facts")).to_be_visible()


def test_seven_decisions_make_eight_quarters(lab: Lab) -> None:
    """Do the voices speak, do seven decisions run the shop soon, and is each decision's own effect told?"""
    face = lab.face("EmptyChair")
    expect(face.locator(".voices li")).to_have_count(4)
    assert lab.violations(".ec") == []
    lab.shoot(face, "empty-chair-ask")
    for choice in DECIDED:
        face.get_by_role("radio", name=choice).check()
        face.get_by_role("button", name="Decide").click()
    expect(face.get_by_text("Eight quarters later")).to_be_visible()
    expect(face.locator("svg[role=img]")).to_have_count(2)
    expect(face).to_contain_text("there was nothing to tell")
    expect(face.locator(".effects li")).to_have_count(7)
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(face, "empty-chair-told")


def test_a_decision_is_taken_again_and_kept(lab: Lab) -> None:
    """Does another decision change the quarters, and are all of them there after the lesson is run again?"""
    face = lab.face("EmptyChair")
    before = str(face.locator(".facts").text_content())
    face.get_by_role("button", name="Decide again: Who reads").click()
    expect(face.get_by_role("radio", name="Marketing")).to_be_checked()
    face.get_by_role("radio", name="Somebody, every day").check()
    face.get_by_role("button", name="Decide again").click()
    expect(face.locator(".facts")).not_to_have_text(before)
    expect(face).not_to_contain_text("there was nothing to tell")
    after = str(face.locator(".facts").text_content())
    lab.open(LESSON)
    lab.run_all()
    again = lab.face("EmptyChair")
    expect(again.locator(".effects li")).to_have_count(7)
    expect(again.locator(".facts")).to_have_text(after)
    expect(lab.face("WhoIsTheCustomer").locator(".progress")).to_contain_text("1 of 8")
    assert lab.errors() == []
    assert lab.complaints() == []
