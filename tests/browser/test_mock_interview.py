"""Lesson 07 in JupyterLab: portfolio, mock interview, calendar and mentor sheet as a learner meets them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from lab import Lab
from playwright.sync_api import expect

from emptychair._progress import keep, kept
from emptychair.practice import example_stories, mentor_sheet_markdown, portfolio, telling

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LESSON = "lessons/07_mock_interview.ipynb"
TRAIN = telling("rail-holdrege-standstill", "middling").text

# A browser without sound has no voice and no microphone: what the page would say and record is written down instead.
_REFUSED = """
window.saidAloud = [];
window.speechSynthesis.speak = (it) => window.saidAloud.push(it.text);
navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("no", "NotAllowedError"); };
null;
"""
_STAGE = """
navigator.mediaDevices.getUserMedia = async () => new MediaStream();
window.MediaRecorder = class {
  mimeType = "audio/webm";
  state = "inactive";
  start() { this.state = "recording"; }
  stop() { this.state = "inactive"; this.ondataavailable({ data: new Blob(["sound"]) }); this.onstop(); }
};
null;
"""


def _restart(lab: Lab) -> None:
    """Restart every kernel: what Python remembered is gone."""
    server, _, token = lab.address.partition("/doc/tree/{path}?token=")
    head = {"Authorization": f"token {token}"}
    for kernel in lab.page.request.get(f"{server}/api/kernels", headers=head).json():
        assert lab.page.request.post(f"{server}/api/kernels/{kernel['id']}/restart", headers=head).ok


def test_lesson_runs_without_error(lab: Lab) -> None:
    """Does Run All end without an error in a cell or in the browser's console?"""
    assert lab.errors() == []
    assert lab.complaints() == []


def test_portfolio_is_kept_and_exported(lab: Lab) -> None:
    """Do eight stories make a portfolio, does a mark of one's own change it, is it kept, and is the sheet a page of PDF?"""
    face = lab.face("Story portfolio")
    expect(face.get_by_role("status")).to_contain_text("No stories yet")
    lab.shoot(face, "portfolio-empty")
    face.get_by_role("button", name="Try it with eight stories").click()
    found = portfolio(example_stories(), today=date.today())
    told = f"{len(found.chosen)} of 8 stories answer {len(found.answered_by)} of {len(found.questions)} questions."
    expect(face.get_by_role("status")).to_contain_text(told)
    expect(face.locator(".card").first).to_contain_text("Fuel cards")
    assert lab.violations(".ec") == []
    lab.shoot(face, "portfolio")
    face.get_by_label("Which story answers").select_option(
        label="(gap) Tell me about a customer you sent to somebody else."
    )
    face.get_by_role("checkbox").first.focus()
    lab.page.keyboard.press("Space")
    expect(face.get_by_role("status")).to_contain_text(f" {len(found.answered_by) + 1} of {len(found.questions)} ")
    assert 0 < face.evaluate("e => Number(e.dataset.milliseconds)") < 1000
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Story sheet as PDF").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF-")
    assert len(kept("portfolio")["stories"]) == 8


def test_calendar_marks_are_kept(lab: Lab) -> None:
    """Does a date make a plan, is a mark kept and can it be taken back, and is there a calendar file?"""
    face = lab.face("Rehearsal calendar")
    face.get_by_label("Day of the interview").fill((date.today() + timedelta(25)).isoformat())
    expect(face.get_by_role("status")).to_contain_text("The next rehearsal is today.")
    held = face.get_by_role("button", name="It held").first
    held.focus()
    lab.page.keyboard.press("Enter")
    expect(face).to_contain_text("today it held")
    assert lab.violations(".ec") == []
    lab.shoot(face, "calendar")
    assert len(kept("rehearsed")["attempts"]) == 1
    face.get_by_role("button", name="Undo").first.click()
    expect(face).not_to_contain_text("today it held")
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save as a calendar file").click()
    assert saved.value.path().read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


def test_mentor_sheet_comes_back(lab: Lab) -> None:
    """Are a returned sheet and one's own ratings set beside the machine's, and only then the machine's?"""
    face = lab.face("Mentor sheet")
    expect(face.get_by_role("cell", name="?")).to_have_count(7)
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save the sheet as a page").click()
    assert "Garrity" in saved.value.path().read_text(encoding="utf-8")
    sheet = (
        mentor_sheet_markdown(TRAIN).replace("Rater:", "Rater: Ingrid").replace("(Result, 1–5):", "(Result, 1–5): 2")
    )
    face.get_by_label("or pasted from a mail").fill(sheet)
    face.get_by_role("button", name="Read the ratings").click()
    expect(face).to_contain_text("Ingrid, 1 rating")
    for select in face.get_by_role("combobox").filter(has=lab.page.locator("option", has_text="–")).all():
        select.select_option("4")
    expect(face).to_contain_text("On average you are")
    expect(face).to_contain_text("talk about this one")
    assert lab.violations(".ec") == []
    lab.shoot(face, "mentor")


def test_interview_outlives_page_kernel_and_clock(lab: Lab) -> None:
    """Is nothing lost when the kernel goes, the page is loaded again, and the clock runs out, and is there a report?"""
    face = lab.face("Mock interview")
    lab.shoot(face, "mock-choose")
    assert lab.violations(".ec") == []
    face.get_by_role("radio", name="2 questions").check()
    face.get_by_role("button", name="Begin the interview").click()
    expect(face.locator(".exhibit")).to_contain_text("Question 1 of 2")
    face.get_by_label("Your answer").fill(TRAIN)
    lab.shoot(face, "mock-answer")
    assert lab.violations(".ec") == []
    # at once: neither Python nor the disk has heard of it yet
    lab.open(LESSON)
    lab.run_all()
    face = lab.face("Mock interview")
    expect(face.get_by_label("Your answer")).to_have_value(TRAIN)
    face.get_by_role("button", name="Send the answer").click()
    expect(face.locator(".exhibit")).to_contain_text("follow-up 1")
    lab.shoot(face, "mock-follow-up")
    expect(face.get_by_role("button", name="Pass")).to_be_enabled()
    face.get_by_label("Your reply").fill("I could have waited for Hastings.")
    expect(face.get_by_role("button", name="Pass")).to_be_disabled()
    lab.page.wait_for_timeout(700)  # the draft is kept
    draft = kept("mock")["draft"]
    assert draft["text"] == "I could have waited for Hastings."
    keep("mock", "draft", {**draft, "seconds": 299, "text": draft["text"] + " I decided against it."})
    lab.page.evaluate("localStorage.clear()")
    _restart(lab)
    lab.open(LESSON)
    lab.run_all()
    face = lab.face("Mock interview")
    expect(face.get_by_label("Your reply")).to_have_value(draft["text"] + " I decided against it.")
    face.get_by_label("Your reply").press_sequentially(" So")
    expect(face.get_by_role("alert").first).to_contain_text("Time is up", timeout=10_000)
    expect(face.get_by_label("Your reply")).to_have_value(draft["text"] + " I decided against it. So")
    face.get_by_label("Your reply").fill("I had the baggage car opened.")
    face.get_by_role("button", name="End here").click()
    expect(face).to_contain_text("Three things to do next")
    expect(face).to_contain_text("I had the baggage car opened.")
    assert lab.violations(".ec") == []
    lab.shoot(face, "mock-report")
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save the report as Markdown").click()
    assert saved.value.path().read_text(encoding="utf-8").startswith("# Mock interview, ")
    assert lab.errors() == []
    assert lab.complaints() == []


def test_question_is_read_out_and_a_voice_stays_in_the_page(lab: Lab) -> None:
    """Does the browser speak the question, does a recording play in the page, and is nothing sent anywhere for it?"""
    lab.page.evaluate(_REFUSED)
    face = lab.face("Mock interview")
    face.get_by_role("button", name="Another interview").click()
    face.get_by_role("radio", name="1 question").check()
    face.get_by_role("button", name="Begin the interview").click()
    asked = face.locator(".asked").first.inner_text()
    face.get_by_role("button", name="Read it aloud").click()
    assert lab.page.evaluate("window.saidAloud") == [asked]
    face.get_by_role("radio", name="Aloud, against the clock").check()
    face.get_by_role("button", name="Record my voice").click()
    expect(face).to_contain_text("the browser gives no microphone (NotAllowedError). Go on without it.")
    lab.page.evaluate(_STAGE)
    sent: list[bytes] = []
    lab.page.on("request", lambda it: sent.append(it.post_data_buffer or b""))
    face.get_by_role("button", name="Record my voice").click()
    expect(face).to_contain_text("Recording. It stays in this page.")
    expect(face.get_by_role("button", name="Stop the clock")).to_be_visible()
    lab.page.wait_for_timeout(2600)
    face.get_by_role("button", name="Stop recording").click()
    expect(face.locator("audio")).to_have_attribute("src", re.compile("^blob:"))
    assert lab.violations(".ec") == []
    lab.shoot(face, "mock-aloud")
    assert not any(b"sound" in it for it in sent)
    face.get_by_role("button", name="Forget it").click()
    expect(face.locator("audio")).to_have_count(0)
    face.get_by_label("Your answer").fill("I rang her myself, um, the same evening.")
    face.get_by_role("button", name="Send the answer").focus()
    lab.page.keyboard.press("Enter")
    expect(face.locator(".exhibit")).to_contain_text("follow-up 1")
    face.get_by_role("button", name="End here").click()
    expect(face).to_contain_text(re.compile(r"8 words, (?!0:00)\d:\d\d \(spoken\)"))
    expect(face.get_by_role("button", name="Report of")).to_have_count(2)
    face.get_by_role("button", name="Report of").first.click()
    expect(face).to_contain_text("I had the baggage car opened.")
    # a browser that cannot speak offers nothing to hear, and the interview goes on
    lab.page.evaluate("delete window.speechSynthesis; delete Window.prototype.speechSynthesis; null")
    face.get_by_role("button", name="Another interview").click()
    face.get_by_role("button", name="Begin the interview").click()
    expect(face.locator(".exhibit")).to_contain_text("Question 1 of 1")
    expect(face.get_by_role("button", name="Read it aloud")).to_have_count(0)
    face.get_by_role("button", name="End here").click()
    expect(face.get_by_role("button", name="Begin the interview")).to_be_visible()
    assert lab.complaints() == []
