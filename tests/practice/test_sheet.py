"""The one-page story sheet."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice import Portfolio, Story, answers, portfolio, questions, sheet_html, sheet_markdown, sheet_pdf
from emptychair.practice._sheet import BEATS, beats, notes, short

ASKED = questions(type="story")[:20]
WEAK = [it for it in answers() if it.level == "weak"]
STRONG = [it for it in answers() if it.level == "strong"]


def taken(count: int, title: str = "Story {}") -> Portfolio:
    """A portfolio that needs so many stories."""
    return portfolio(
        [Story(title.format(i), STRONG[7 * i].text, date(2026, 5, 1), frozenset({ASKED[i].id})) for i in range(count)],
        ASKED[:count],
        least=100,
        today=date(2026, 9, 1),
    )


def pages(pdf: bytes) -> int:
    """How many pages a PDF says that it has."""
    return sum(int(count) for count in re.findall(rb"/Count (\d+)", pdf))


@pytest.mark.parametrize("count", [1, 4, 8, 12])
def test_sheet_when_printed(count: int) -> None:
    """Is it one page, whatever it holds, and the same bytes each time?"""
    pdf = sheet_pdf(taken(count))
    assert pages(pdf) == 1
    assert pdf == sheet_pdf(taken(count))
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")


def test_sheet_when_there_is_too_much() -> None:
    """Is a page that nobody could read refused, with the remedy?"""
    many = [
        Story(f"Story {i}", WEAK[i].text, None, frozenset({it.id})) for i, it in enumerate(questions(type="story")[:60])
    ]
    with pytest.raises(EmptyChairError, match="60 stories do not fit on one page"):
        sheet_pdf(portfolio(many, questions(type="story")[:60], least=100))


@pytest.mark.parametrize("answer", STRONG[::50], ids=lambda it: it.scenario)
def test_beats_of_a_strong_answer(answer: object) -> None:
    """Are situation, act and result there, in the words of the story, no sentence twice?"""
    found = beats(answer.text)  # type: ignore[attr-defined]
    assert tuple(found) == BEATS
    said = [it for it in found.values() if it]
    assert len(set(said)) == len(said)
    assert found["Action"]
    assert found["Result"]
    assert all(it.removesuffix(" …") in answer.text for it in said)  # type: ignore[attr-defined]


def test_beats_of_nothing() -> None:
    """Does an empty story have empty beats?"""
    assert set(beats("").values()) == {""}


class Texts(HTMLParser):
    """The text of a page, and the tags that were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags |= {tag, *dict(attrs)}  # type: ignore[call-overload]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "A & B", "*bold* _x_ [a](b)", "# not a heading", "Łódź, Кафе"]
)
def test_sheet_when_a_title_is_odd(title: str) -> None:
    """Is a title shown as it was typed, and never read as markup?"""
    found = taken(1, title.replace("{", "").replace("}", ""))
    page = Texts()
    page.feed(sheet_html(found))
    assert "script" not in page.tags
    assert title in page.texts
    heading = next(line for line in sheet_markdown(found).split("\n") if line.startswith("## "))
    assert re.sub(r"\\(.)", r"\1", heading) == f"## {title}"
    assert pages(sheet_pdf(found)) == 1


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip), st.text(max_size=200))
def test_sheet_of_any_text(title: str, text: str) -> None:
    """Can any text at all be put on a sheet?"""
    found = portfolio([Story(title, text, None, frozenset({ASKED[0].id}))], ASKED[:1])
    assert len(notes(found)) == 1
    assert sheet_html(found).endswith("</html>\n")
    assert sheet_markdown(found)
    assert pages(sheet_pdf(found)) == 1


def test_short_when_long() -> None:
    """Is a long sentence cut at a word, with a sign that it was?"""
    assert short("one two " * 20) == "one two " * 9 + "…"
