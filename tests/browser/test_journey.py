"""A whole journey: diagnostic, PR/FAQ draft, STAR answer, mock interview with follow-ups, report. Every file is opened and read."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import builders
import docx
import nbformat
import pytest
from lab import Lab
from playwright.sync_api import Locator, expect

from emptychair.feedback import prfaq
from emptychair.practice import press, telling

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

DRAFT = press.sample("tern_lane")
ANSWERS = [telling("rail-holdrege-standstill", "middling"), telling("software-vet-login", "middling")]
REPLY = "I could have waited for the station, and I decided against it because nobody knew how long it would take."


class _Page(HTMLParser):
    """The tags and words of a page, and what it loads."""

    def __init__(self, file: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.text = ""
        self.feed(file.decode("utf-8"))

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
    names = ("Diagnostic", "PressRoom", "StarStudio", "MockInterview")
    cells = [
        builders.code(f"from emptychair.widgets import {', '.join(names)}", id="load"),
        *(builders.code(f"{name}()", id=name.lower()) for name in names),
    ]
    nbformat.write(builders.notebook(*cells), desk / "lessons" / "journey.ipynb")
    lab = open_lab("light", 1280)
    lab.open("lessons/journey.ipynb")
    lab.run_all()
    assert lab.errors() == []
    return lab


def _saved(lab: Lab, face: Locator, button: str) -> bytes:
    with lab.page.expect_download() as saved:
        face.get_by_role("button", name=button).click()
    return saved.value.path().read_bytes()


def _diagnose(face: Locator) -> None:
    for n in range(6):
        face.get_by_role("radio", name="3:" if n % 2 else "4:").check()
        face.get_by_role("button", name="Next" if n < 5 else "Compare with ours").click()
    face.get_by_role("button", name="Sort six snippets").click()
    for n in range(6):
        face.get_by_role("radio", name="story: one event" if n % 2 else "opinion:").check()
        face.get_by_role("button", name="Next" if n < 5 else "Compare with ours").click()


def _draft(face: Locator) -> None:
    """Write every part into its field."""
    parts = face.get_by_role("group", name="Parts")
    for part in press.PARTS:
        if DRAFT[part.name]:
            parts.get_by_role("button", name=re.compile(f"^{part.title}")).click()
            face.get_by_role("textbox", name=part.title, exact=True).fill(DRAFT[part.name])


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


def _check_release(markdown: bytes, word: bytes, page: bytes) -> None:
    """Is the draft in all three files, whole, for programs that know nothing of ours?"""
    assert press.read_file("pr_faq.md", markdown) == press.read_file("pr_faq.docx", word) == DRAFT
    assert prfaq.parse(markdown.decode()).heading is not None
    assert docx.Document(BytesIO(word)).paragraphs[0].text == DRAFT.heading
    with ZipFile(BytesIO(word)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(package.read(name))
    read = _Page(page)
    assert (read.tags.count("h1"), read.tags.count("script"), read.loads) == (1, 0, [])
    assert all(sentence in read.text for sentence in DRAFT.problem.split("\n"))


def _check_report(markdown: bytes, page: bytes, asked: int) -> None:
    """Does the report say what was answered, asked and found?"""
    text = markdown.decode("utf-8")
    assert len(re.findall(r"^## \d\. ", text, re.M)) == 2
    assert len(re.findall(r"^### ", text, re.M)) == asked
    assert len(re.findall(r"^\d\. ", text, re.M)) == 3
    assert text.count("> " + REPLY) == 2
    assert "Garrity" in text
    read = _Page(page)
    assert (read.tags.count("h3"), read.loads) == (asked, [])
    assert all(it.text.split(".")[0] in read.text for it in ANSWERS)


def test_journey(lab: Lab) -> None:
    """Does the whole way, in one sitting, lead to files on disk that hold what was written, asked and found?"""
    face = lab.scroll_to(lab.widget("Diagnostic"))
    _diagnose(face)
    expect(face.get_by_role("textbox")).to_have_value(re.compile("^ratings [1-5 ]+; kinds "))

    room = lab.scroll_to(lab.widget("PressRoom"))
    _draft(room)
    expect(room.locator(".facts")).to_contain_text(f"{prfaq.review(press.compose(DRAFT)).score}")
    _check_release(*(_saved(lab, room, it) for it in ("Save as Markdown", "Save for Word", "Save as a page")))

    studio = lab.scroll_to(lab.widget("StarStudio"))
    studio.get_by_role("textbox").first.fill(ANSWERS[0].text)
    studio.get_by_role("button", name="Keep this draft").click()
    expect(studio.get_by_label("Compare with").locator("option")).to_have_count(2)

    face = lab.scroll_to(lab.widget("Mock interview"))
    asked = _interview(face)
    expect(face).to_contain_text("Three things to do next")
    assert asked >= 4
    expect(face.locator(".judged .card .word", has_text=re.compile("Survived|Open"))).to_have_count(asked)
    _check_report(*(_saved(lab, face, f"Save the report as {it}") for it in ("Markdown", "a page")), asked)
    assert lab.errors() == []
    assert lab.complaints() == []
