"""SideBySide, BarRaiser, drafts, Rewrite and BreakTheReader in JupyterLab, as a learner meets them in lesson 06."""

from __future__ import annotations

import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

from emptychair.practice.bar_raiser import bars, parts
from emptychair.practice.break_the_reader import challenges
from emptychair.practice.rewrite import rewrites

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LESSON = "lessons/06_star_answers.ipynb"
OWN_ACT = "I called each of the fourteen families"


def _write(face: Locator, label: str, text: str) -> None:
    drawn = face.get_attribute("data-drawn") or "0"
    face.get_by_label(label).fill(text)
    expect(face).not_to_have_attribute("data-drawn", drawn, timeout=10_000)


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_parts_are_shown_side_by_side(lab: Lab) -> None:
    """Does each tab show one part three times, by keyboard, with the level in words?"""
    face = lab.face("SideBySide")
    expect(face.locator(".rung")).to_have_count(3)
    lab.shoot(face, "side-by-side")
    face.get_by_role("button", name="Result").focus()
    lab.page.keyboard.press("Enter")
    expect(face.locator(".rung").nth(2)).to_contain_text("Level 5 of 5")
    expect(face.locator(".rung").nth(2)).to_contain_text("fifty-one")
    assert lab.violations(".ec") == []


def test_a_round_is_rated_and_told(lab: Lab) -> None:
    """Are levels chosen by keyboard, is our side closed until the round is, and is it told in numbers and words then?"""
    face = lab.face("BarRaiser")
    expect(face.get_by_role("button", name="Next")).to_be_disabled()
    assert lab.violations(".ec") == []
    lab.shoot(face, "bar-raiser-rate")
    first = [bar for bar in bars() if bar.round == 1]
    for at, bar in enumerate(first):
        rows = face.locator(".level-row")
        for row, part in enumerate(parts()):
            level = bar.ours[part.name]
            rows.nth(row).get_by_role("radio").nth(0).focus()
            lab.page.keyboard.press("Space")
            for _ in range(level - 1):
                lab.page.keyboard.press("ArrowRight")
            expect(rows.nth(row).get_by_role("radio").nth(level - 1)).to_be_checked()
        assert "weighted kappa" not in face.inner_text()
        # nobody rates as fast as this; let what was written down catch up before the comparison is timed
        expect(face.get_by_role("button", name="Round one")).to_contain_text(f"{at + 1} of 6", timeout=30_000)
        face.get_by_role("button", name="Next" if at < 5 else "Compare with ours").press("Enter")
    expect(face.locator(".facts")).to_contain_text("1.00")
    expect(face.locator(".card")).to_have_count(6)
    assert "told-all" in lab.page.evaluate("document.activeElement.className")
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(face, "bar-raiser-told")


def test_a_draft_is_kept_and_compared(lab: Lab) -> None:
    """Is a draft kept, does the next text show what moved since, and can one go back without losing it?"""
    face = lab.face("StarStudio")
    field = face.get_by_role("textbox")
    given = field.input_value()
    better = given.replace("We apologized to everyone affected", OWN_ACT)
    drawn = face.get_attribute("data-drawn") or "0"
    field.fill(better)
    expect(face).not_to_have_attribute("data-drawn", drawn)
    expect(face.locator(".moved")).to_contain_text("Gate opened")
    face.get_by_text("The wording, old and new").click()
    expect(face.locator(".wording del").first).to_contain_text("We apologized")
    face.get_by_role("button", name="Keep this draft").press("Enter")
    expect(face.get_by_role("button", name="Keep this draft")).to_be_disabled()
    field.fill(better + " One father waited at the door.")
    expect(face.get_by_label("Compare with")).to_have_value("1")
    expect(face.locator(".wording ins")).to_contain_text("at the door")
    assert lab.violations(".ec") == []
    lab.shoot(face, "star-studio-drafts")
    face.get_by_role("button", name="Go back to it").click()
    expect(field).to_have_value(better)
    choice = face.get_by_label("Compare with")
    expect(choice.locator("option")).to_have_count(3)
    choice.press("ArrowUp")  # JupyterLab would go to the cell above
    expect(choice).to_be_focused()


def test_a_rewrite_is_scored(lab: Lab) -> None:
    """Do gain, facts told and what is not on the sheet follow the text, and does ours open after an attempt?"""
    face = lab.face("Rewrite")
    task = rewrites()["ferry_dogs"]
    _write(face, "Your version:", "In June, 46 passengers were turned away, and I called 12 of them in September.")
    expect(face.locator(".card").first).to_contain_text("12, September")
    assert "One way to do it" not in face.inner_text()
    _write(face, "Your version:", task.ours)
    expect(face.locator(".facts").first).to_contain_text("+")
    expect(face.locator(".told-fact")).to_have_count(len(task.facts))
    face.get_by_text("One way to do it").click()
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(face, "rewrite")
    face.get_by_role("button", name="hospital porter").press("Enter")
    expect(face.get_by_label("Your version:")).to_have_value("")
    expect(face.get_by_role("button", name="hospital porter")).to_be_focused()
    face.get_by_role("button", name="ferry terminal").click()
    expect(face.get_by_label("Your version:")).to_have_value(task.ours)


def test_the_reader_is_attacked(lab: Lab) -> None:
    """Is a text that breaks the rule no attempt, one that is caught counted, and does a pass count on the learner's word?"""
    face = lab.face("BreakTheReader")
    label = challenges()["no_own_act"].question
    face.get_by_label(label).fill("I rang her.")
    face.get_by_role("button", name="Let the reader read it").press("Enter")
    expect(face.locator(".card")).to_contain_text("may not occur")
    expect(face.locator(".facts")).to_contain_text("0\ncaught", use_inner_text=True)
    face.get_by_label(label).fill("The team rang every customer. Everyone was happy with the team.")
    face.get_by_role("button", name="Let the reader read it").click()
    expect(face.locator(".facts")).to_contain_text("1\ncaught", use_inner_text=True)
    expect(face).to_contain_text("attempts of this kind")
    lab.shoot(face, "break-the-reader-caught")
    face.get_by_role("button", name="pure fiction").click()
    expect(face.locator(".asked")).to_have_text(challenges()["fiction"].title)
    face.get_by_label(challenges()["fiction"].question).fill(rewrites()["ferry_dogs"].ours)
    face.get_by_role("button", name="Let the reader read it").click()
    face.get_by_role("button", name="So it is; count it").press("Enter")
    expect(face.locator(".facts")).to_contain_text("1\nfooled", use_inner_text=True)
    expect(face).to_contain_text("it always works")
    assert lab.violations(".ec") == []
    lab.shoot(face, "break-the-reader-fooled")


def test_everything_outlives_the_kernel(lab: Lab) -> None:
    """After the lesson is run again, are ratings, drafts, texts and the board where they were?"""
    lab.open(LESSON)
    lab.run_all()
    expect(lab.face("BarRaiser").get_by_role("button", name="Round one")).to_contain_text("compared")
    expect(lab.face("StarStudio").get_by_label("Compare with").locator("option")).to_have_count(3)
    assert "fourteen families" in lab.face("StarStudio").get_by_role("textbox").input_value()
    face = lab.face("Rewrite")
    face.get_by_role("button", name="ferry terminal").click()
    expect(face.get_by_label("Your version:")).to_have_value(rewrites()["ferry_dogs"].ours)
    expect(lab.face("BreakTheReader").locator(".facts")).to_contain_text("1\nfooled", use_inner_text=True)
    assert lab.errors() == []
    assert lab.complaints() == []
