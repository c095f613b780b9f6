"""StoryPortfolio without a browser."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from emptychair import EmptyChairError
from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice import Story, example_stories, portfolio, question
from emptychair.widgets import StoryPortfolio
from emptychair.widgets._portfolio_view import portfolio_view
from emptychair.widgets.story_portfolio import MOST, NAME, SHELF, rows_of, stories_from

TODAY = date(2027, 1, 1)
ANGRY, CALM = question("angry_customer"), question("unspoken_need")


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_rows_when_read_again() -> None:
    """Do stories survive the way to the browser and back?"""
    assert stories_from(json.loads(json.dumps(rows_of(example_stories())))) == example_stories()


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (None, []),
        ("x", []),
        ([3, None, {}], []),
        ([{"title": " Row  F "}, {"title": "Row F", "text": "second"}], [Story("Row F", "")]),
        ([{"title": "A", "when": "2026-10"}], [Story("A", "", date(2026, 10, 1))]),
        ([{"title": "A", "when": "soon"}, {"title": "B", "when": 5}], [Story("A", ""), Story("B", "")]),
        ([{"title": "A", "fits": ["angry_customer", 3]}], [Story("A", "", None, frozenset({"angry_customer"}))]),
        ([{"title": "A", "fits": 3, "text": None}], [Story("A", "")]),
    ],
)
def test_rows_from_a_browser_or_an_edited_file(rows: object, read: list[Story]) -> None:
    """Is what can be a story one, once, and the rest left out?"""
    assert list(stories_from(rows)) == read


def test_rows_without_end() -> None:
    """Are there never more stories, nor longer ones, than can be looked at at once?"""
    found = stories_from([{"title": f"{n} " + "t" * 500, "text": "x" * 50_000} for n in range(500)])
    assert len(found) == MOST
    assert max(len(it.title) + len(it.text) for it in found) < 7_000


def _summary(*stories: Story) -> str:
    summary: str = portfolio_view(portfolio(stories, [ANGRY, CALM], today=TODAY))["summary"]
    return summary


def _marked(title: str, *names: str) -> Story:
    return Story(title, "I rang.", fits=frozenset(names))


@pytest.mark.parametrize(
    ("stories", "summary"),
    [
        ((), "No stories yet."),
        ((_marked("A"),), "No story answers any of 2 questions yet"),
        ((_marked("A", ANGRY.id),), "One story answers 1 of 2 questions. One is without a story."),
        (
            (_marked("A", ANGRY.id, CALM.id), _marked("B", CALM.id)),
            "One story answers 2 of 2 questions. None of them is",
        ),
        ((_marked("A", ANGRY.id), _marked("B", CALM.id), _marked("C")), "2 of 3 stories answer 2 of 2 questions."),
    ],
)
def test_summary(stories: tuple[Story, ...], summary: str) -> None:
    """Is the portfolio told in one sentence?"""
    assert _summary(*stories).startswith(summary)


def test_view_of_the_example() -> None:
    """Are chosen, gaps, flags, principles and every fit in it, and can JSON hold it?"""
    found = portfolio(example_stories(), today=TODAY)
    view = portfolio_view(found)
    assert json.loads(json.dumps(view)) == view
    assert sum(row["answers"] for row in view["rows"]) == len(found.answered_by)
    assert [row["title"] for row in view["rows"] if row["chosen"]] == list(found.chosen)
    assert [(it["word"], it["title"]) for it in view["flags"]] == [
        ("Used too often", "Fuel cards"),
        ("Old", "The remittance form"),
        ("No date", "Crossed meters"),
    ]
    assert len(view["gaps"]) + view["more"] == len(found.gaps)
    assert all(len(fits) == len(found.stories) for fits in view["fit"].values())


def test_stories_are_kept_and_marks_count() -> None:
    """Is a story there again after a restart, and does a mark of one's own answer a question?"""
    face = StoryPortfolio(TODAY)
    face.stories = [{"title": "Row F", "text": "I sold it twice.", "when": "2026-04", "fits": []}]
    gaps = len(face.view["questions"])
    assert f"any of {gaps} questions" in face.view["summary"]
    face.stories = [{**face.stories[0], "fits": ["angry_customer"]}]
    assert face.view["summary"].startswith(f"One story answers 1 of {gaps}")
    assert StoryPortfolio(TODAY).view == face.view


@pytest.mark.parametrize("title", ["", " ", "Row F"])
def test_story_without_a_title_of_its_own(title: str) -> None:
    """Is what was written kept over a restart, although it is in no table before it has a title that is not taken?"""
    face = StoryPortfolio(TODAY)
    face.stories = [{"title": "Row F", "text": "I sold it twice."}, {"title": title, "text": "She rang on Sunday."}]
    assert [row["title"] for row in face.view["rows"]] == ["Row F"]
    assert StoryPortfolio(TODAY).stories[1]["text"] == "She rang on Sunday."


@pytest.mark.parametrize(("form", "start"), [("md", b"# Story sheet"), ("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")])
def test_sheet(form: str, start: bytes) -> None:
    """Is the sheet of the stories on the page exported in every form, through the browser, too?"""
    face = StoryPortfolio(TODAY)
    face._act({"act": "example"})
    assert face.sheet(form).startswith(start)
    sent: list[dict[str, Any]] = []
    face.send = lambda content: sent.append(content)
    face._act({"act": "save", "form": form})
    assert sent[0]["file"]["name"] == f"story-sheet.{form}"


def test_sheet_in_a_form_that_there_is_not() -> None:
    """Is it said which forms there are, and to the browser in words?"""
    face = StoryPortfolio(TODAY)
    with pytest.raises(EmptyChairError, match="use md, html, pdf"):
        face.sheet("exe")
    face._act({"act": "save", "form": "exe"})
    assert "use md, html, pdf" in face.trouble


def test_portfolio_when_it_cannot_be_kept() -> None:
    """Is it shown all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}', encoding="utf-8")
    face = StoryPortfolio(TODAY)
    face._act({"act": "example"})
    assert len(face.view["rows"]) == 8
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_with_every_story() -> None:
    """Does nbval see the same lesson for everybody?"""
    before = (repr(StoryPortfolio()), StoryPortfolio().static_html())
    keep(SHELF, NAME, rows_of(example_stories()))
    assert (repr(StoryPortfolio()), StoryPortfolio().static_html()) == before
    assert len(kept(SHELF)[NAME]) == 8
