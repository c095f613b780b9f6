"""A whole journey: diagnostic, PR/FAQ draft, STAR answer, mock interview with follow-ups, report. Files are opened and read."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import builders
import nbformat
import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

from emptychair._data import data_path
from emptychair.practice import telling

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

ANSWERS = [telling("rail-holdrege-standstill", "middling"), telling("software-vet-login", "middling")]
REPLY = "I could have waited for the station, and I decided against it because nobody knew how long it would take."


class _Text(HTMLParser):
    """The headings and items of a page, and whether it loads anything."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def lab(open_lab: Callable[..., Lab], desk: Path) -> Lab:
    """One notebook with the whole way, as a learner would put it together."""
    from emptychair._progress import erase

    erase()
    draft = data_path("corpus/prfaq/p1-clothing-repair.strong.md").read_text(encoding="utf-8")
    cells = [
        builders.code(
            "%load_ext emptychair\nfrom emptychair.widgets import Diagnostic, MockInterview, StarStudio", id="load"
        ),
        builders.code("Diagnostic()", id="diagnostic"),
        builders.code(f"%%answer release --kind prfaq\n{draft}", id="release"),
        builders.code("StarStudio()", id="studio"),
        builders.code("MockInterview()", id="mock"),
    ]
    nbformat.write(builders.notebook(*cells), desk / "lessons" / "journey.ipynb")
    lab = open_lab("light", 1280)
    lab.open("lessons/journey.ipynb")
    lab.run_all()
    assert lab.errors() == []
    return lab


def _diagnose(face: Locator) -> None:
    for n in range(6):
        face.get_by_role("radio", name="3:" if n % 2 else "4:").check()
        face.get_by_role("button", name="Next" if n < 5 else "Compare with ours").click()
    face.get_by_role("button", name="Sort six snippets").click()
    for n in range(6):
        face.get_by_role("radio", name="story: one event" if n % 2 else "opinion:").check()
        face.get_by_role("button", name="Next" if n < 5 else "Compare with ours").click()


def _interview(face: Locator) -> int:
    """Answer both questions; reply to the first follow-up of each and pass the others. Give the number of follow-ups."""
    face.get_by_role("radio", name="2 questions").check()
    face.get_by_role("button", name="Begin the interview").click()
    head, asked = face.locator(".word").first, 0
    expect(head).to_have_text("Question 1 of 2")
    while not (told := head.text_content() or "").startswith("Report"):
        if told.endswith("follow-up 1"):
            face.get_by_label("Your reply").fill(REPLY)
        elif "follow-up" not in told:
            face.get_by_label("Your answer").fill(ANSWERS[told == "Question 2 of 2"].text)
        asked += "follow-up" in told
        passes = "follow-up" in told and not told.endswith("follow-up 1")
        face.get_by_role("button", name="Pass" if passes else "Send").click()
        expect(head).not_to_have_text(told)
    return asked


def test_journey(lab: Lab) -> None:
    """Does the whole way lead to a report on disk that says what was answered, asked and found?"""
    face = lab.scroll_to(lab.widget("Diagnostic"))
    _diagnose(face)
    expect(face.get_by_role("textbox")).to_have_value(re.compile("^ratings [1-5 ]+; kinds "))

    review = lab.page.locator(".jp-OutputArea section[aria-label=Review]")
    expect(lab.scroll_to(review.first)).to_contain_text(re.compile(r"\d+ of 100"))

    studio = lab.scroll_to(lab.widget("StarStudio"))
    studio.get_by_role("textbox").first.fill(ANSWERS[0].text)
    expect(studio.locator(".facts, .levels").first).to_be_visible()

    face = lab.scroll_to(lab.widget("Mock interview"))
    asked = _interview(face)
    expect(face).to_contain_text("Three things to do next")
    assert asked >= 4
    expect(face.locator(".judged .card .word", has_text=re.compile("Survived|Open"))).to_have_count(asked)

    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save the report as Markdown").click()
    markdown = saved.value.path().read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "mock-interview.md"
    assert len(re.findall(r"^## \d\. ", markdown, re.M)) == 2
    assert len(re.findall(r"^### ", markdown, re.M)) == asked
    assert len(re.findall(r"^\d\. ", markdown, re.M)) == 3
    assert markdown.count("> " + REPLY) == 2
    assert "Garrity" in markdown

    with lab.page.expect_download() as saved:
        face.get_by_role("button", name="Save the report as a page").click()
    page = _Text()
    page.feed(saved.value.path().read_text(encoding="utf-8"))
    assert page.loads == []
    assert page.tags.count("h3") == asked
    assert all(it.text.split(".")[0] in page.text for it in ANSWERS)
    assert lab.errors() == []
    assert lab.complaints() == []
