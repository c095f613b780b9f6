"""Predict and Recap in JupyterLab, as a learner meets them in lesson 06."""

from __future__ import annotations

import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "lessons/06_star_answers.ipynb"


def _predict(lab: Lab, question: str) -> Locator:
    return lab.scroll_to(lab.widget("Predict").filter(has_text=question))


def test_number_is_committed_by_keyboard(lab: Lab) -> None:
    """Is the truth nowhere on the page before, does Enter on the button open it, and does the focus stay?"""
    face = _predict(lab, "62 interviews")
    expect(face.get_by_role("spinbutton")).to_be_visible(timeout=20_000)
    assert "habits" not in face.inner_text()
    assert lab.violations(".ec") == []
    lab.shoot(face, "predict-number")
    face.get_by_role("spinbutton").fill("40")
    assert face.get_by_role("slider").input_value() == "40"
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    expect(face.locator(".outcome")).to_have_text("You said 40 %. It is 23 %.")
    assert lab.page.evaluate("document.activeElement.className") == "outcome"
    assert lab.violations(".ec") == []
    lab.shoot(face, "predict-number-told")


def test_nothing_chosen_is_not_committed(lab: Lab) -> None:
    """Is the button closed to what is no answer?"""
    face = _predict(lab, "weakest")
    expect(face.get_by_role("button", name="Commit")).to_be_disabled()


def test_choice_is_kept_when_the_lesson_is_run_again(lab: Lab) -> None:
    """Does a commitment outlive the kernel, and does the recap show it?"""
    face = _predict(lab, "weakest")
    lab.shoot(face, "predict-choice")
    waiting = lab.page.locator(".ec", has_text="Opens once you have committed to an answer above: Which part")
    expect(waiting).to_be_visible()
    assert lab.violations(".ec") == []
    lab.shoot(waiting, "answering-closed")
    face.get_by_label("Result").check()
    face.get_by_role("button", name="Commit").click()
    told = lab.page.locator(".ec .shown", has_text="Mechanism, loop closed")
    expect(told).to_contain_text("middling")
    expect(waiting).to_have_count(0)
    assert lab.violations(".ec") == []
    lab.shoot(told, "answering-open")
    outcome = "You said Result. It is Mechanism, loop closed."
    expect(face.locator(".outcome")).to_have_text(outcome)
    lab.open(LESSON)
    lab.run_all()
    expect(_predict(lab, outcome)).to_be_visible()
    recap = lab.scroll_to(lab.widget("What you predicted"))
    expect(recap).to_contain_text("You said 40 %. It is 23 %.")
    expect(recap).to_contain_text(outcome)
    lab.shoot(recap, "recap")
    assert lab.errors() == []
    assert lab.complaints() == []
