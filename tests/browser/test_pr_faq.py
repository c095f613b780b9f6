"""PressRoom, WeaselHunt, SilentReading and NorthStar in JupyterLab, as a learner meets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

from emptychair.practice import hunt, north_star, press

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "lessons/05_pr_faq.ipynb"
CASE = north_star.case()


def _entry(room: Locator, title: str) -> Locator:
    return room.get_by_role("group", name="Parts").get_by_role("button", name=re.compile(f"^{title}"))


def _part(room: Locator, title: str) -> Locator:
    _entry(room, title).click()
    return room.get_by_role("textbox", name=title, exact=True)


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_words_are_marked_by_keyboard(lab: Lab) -> None:
    """Do arrow keys and Space mark a word, and are hits, misses and false alarms told in words?"""
    face = lab.face("WeaselHunt")
    assert lab.violations(".ec") == []
    lab.shoot(face, "weasel-hunt")
    words = [it.text for it in hunt.words_of(hunt.rounds()[0].text)]
    face.get_by_role("button", name="We", exact=True).first.focus()
    for _ in range(words.index("excited")):
        lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("Space")
    expect(face.get_by_role("button", name="excited")).to_have_attribute("aria-pressed", "true")
    expect(face.get_by_role("button", name="excited")).to_be_focused()
    face.get_by_role("button", name="5,120").click()
    expect(face).to_contain_text("2 words marked.")
    face.get_by_role("button", name="Compare with the reader").click()
    expect(face.locator(".outcome")).to_have_text("1 of 10 found, 1 false alarm.")
    expect(face.locator(".outcome")).to_be_focused()
    expect(face).to_contain_text("“5,120” belongs to a number.")
    assert lab.violations(".ec") == []
    lab.shoot(face, "weasel-hunt-told")


def test_part_is_written_and_reviewed(lab: Lab) -> None:
    """Does typing raise the part's points at once, does a card lead to its place, and does the page show it?"""
    room = lab.face("PressRoom")
    expect(_entry(room, "Heading")).to_contain_text("4 of 4")
    field = _part(room, "Problem")
    expect(room).to_contain_text("not written yet")
    room.get_by_role("button", name="Use the skeleton").click()
    expect(room.locator(".cards")).to_contain_text("Still to fill")
    field.fill("It was significantly slow. " + press.sample("tern_lane").problem)
    expect(_entry(room, "Problem")).to_contain_text("of 8")
    room.locator("button.card", has_text="significantly").click()
    assert field.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)") == "significantly"
    field.fill(press.sample("tern_lane").problem)
    expect(_entry(room, "Problem")).to_contain_text("8 of 8")
    assert 0 < room.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    assert lab.violations(".ec") == []
    lab.shoot(room, "press-room")
    room.get_by_role("button", name="Page", exact=True).click()
    expect(room.locator(".page")).to_contain_text("471 contacts")
    assert lab.violations(".ec") == []
    lab.shoot(room, "press-room-page")


def test_draft_goes_out_and_comes_in(lab: Lab, tmp_path: Path) -> None:
    """Are the three files whole, is one taken in by another draft, and can the draft before be brought back?"""
    room = lab.face("PressRoom")
    files = {}
    for button in ("Save as Markdown", "Save for Word", "Save as a page"):
        with lab.page.expect_download() as saved:
            room.get_by_role("button", name=button).click()
        files[saved.value.suggested_filename] = saved.value.path().read_bytes()
    draft = press.read_file("pr_faq.md", files["pr_faq.md"])
    assert draft.problem == press.sample("tern_lane").problem
    assert press.read_file("pr_faq.docx", files["pr_faq.docx"]) == draft
    assert draft.heading in files["pr_faq.html"].decode()
    own = lab.face("PressRoom", 1)
    lab.shoot(own, "press-room-empty")
    _part(own, "Heading").fill("Small Bakeries Get Paid in Four Days")
    own.locator("summary", has_text="Take in a draft").click()
    (tmp_path / "mine.docx").write_bytes(files["pr_faq.docx"])
    own.get_by_label("A file: Word").set_input_files(tmp_path / "mine.docx")
    expect(own.get_by_role("textbox", name="Heading", exact=True)).to_have_value(draft.heading)
    own.get_by_role("button", name="Bring back").click()
    expect(own.get_by_role("textbox", name="Heading", exact=True)).to_have_value("Small Bakeries Get Paid in Four Days")
    assert lab.violations(".ec") == []


def test_document_is_read_and_decided_on(lab: Lab) -> None:
    """Does the clock run, are notes kept, and do gates stand beside the reasons only after the decision?"""
    face = lab.face("SilentReading")
    lab.shoot(face, "silent-closed")
    face.get_by_role("button", name="Begin to read").click()
    expect(face.locator(".page")).to_contain_text("Night Dose")
    expect(face.get_by_role("textbox", name="Your notes")).to_be_focused()
    lab.page.keyboard.type("15 or 31 minutes?")
    expect(face.get_by_role("timer")).to_contain_text("of 5:00")
    assert lab.violations(".ec") == []
    lab.shoot(face, "silent-reading")
    face.get_by_role("button", name="I have read it").click()
    expect(face.get_by_role("button", name="Decide")).to_be_disabled()
    face.get_by_role("radio", name="Another draft").check()
    face.get_by_role("checkbox", name="Two numbers disagree").check()
    face.get_by_role("checkbox", name="Hardly a number").check()
    expect(face.get_by_role("textbox", name="Your notes")).to_have_value("15 or 31 minutes?")
    assert lab.violations(".ec") == []
    lab.shoot(face, "silent-deciding")
    face.get_by_role("button", name="Decide").click()
    expect(face.locator(".outcome")).to_have_text("1 of 1 gate found.")
    expect(face).to_contain_text("“41” of “118” is not 53%")
    assert lab.violations(".ec") == []
    lab.shoot(face, "silent-decided")


def test_backlog_is_traced(lab: Lab) -> None:
    """Do the links give drift and orphans, by keyboard too, and is our reading told when one asks for it?"""
    face = lab.face("NorthStar")
    lab.shoot(face, "north-star")
    places = {it.name: f"P{i}" for i, it in enumerate(CASE.promises, 1)}
    for item in CASE.items[1:]:
        face.get_by_label(item.title).select_option(label=places.get(item.serves, "no promise"))
    expect(face).to_contain_text("1 of 12 still to link.")
    face.get_by_label(CASE.items[0].title).focus()
    lab.page.keyboard.press("ArrowDown")
    expect(face.locator(".facts")).to_contain_text("39 %")
    expect(face).to_contain_text("Nobody works on: “If the scan fails")
    face.get_by_role("button", name="Compare with ours").click()
    expect(face.locator(".outcome")).to_contain_text("39 % of the effort drifts")
    assert lab.violations(".ec") == []
    lab.shoot(face, "north-star-told")


def test_everything_outlives_a_new_run(lab: Lab) -> None:
    """After the lesson is run again, are drafts, marks, links and the decision there?"""
    lab.open(LESSON)
    lab.run_all()
    expect(lab.face("WeaselHunt")).to_contain_text("compared")
    room = lab.face("PressRoom")
    expect(_entry(room, "Problem")).to_contain_text("8 of 8")
    expect(lab.face("SilentReading")).to_contain_text("decided")
    expect(lab.face("NorthStar").locator(".facts")).to_contain_text("39 %")
    own = lab.face("PressRoom", 1)
    expect(own.get_by_role("textbox", name="Heading", exact=True)).to_have_value("Small Bakeries Get Paid in Four Days")
    assert lab.errors() == []
    assert lab.complaints() == []
