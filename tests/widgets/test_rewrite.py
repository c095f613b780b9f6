"""Rewrite without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.feedback import star
from emptychair.practice.rewrite import rewrites
from emptychair.widgets import Rewrite
from emptychair.widgets.rewrite import SHELF, rewrite_view

TASK = rewrites()["ferry_dogs"]
OTHER = rewrites()["porter_glasses"]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.mark.parametrize("text", ["", "I rang her.", TASK.weak, TASK.ours, "In July 12 of 90. 🐕", "<b>I</b>"])
def test_view_of_a_text(text: str) -> None:
    """Does the view say what the reader says, in plain JSON, the same each time?"""
    view = rewrite_view(TASK, text)
    assert json.loads(json.dumps(view)) == view == rewrite_view(TASK, text)
    review = star.review(text, TASK.question)
    assert view["score"] == review.score
    assert [it["level"] for it in view["levels"]] == [it.level for it in review.criteria]
    gain = review.score - star.review(TASK.weak, TASK.question).score
    assert view["gain"] == (f"{gain:+d}" if text and gain else "0")


def test_view_of_nothing() -> None:
    """Is an empty field no loss, no gate and no advice?"""
    view = rewrite_view(TASK, "")
    assert (view["gain"], view["gates"], view["next"], view["invented"], view["ours"]) == ("0", [], [], [], None)
    assert not any(it["told"] for it in view["facts"])


def test_view_tells_what_is_not_on_the_sheet() -> None:
    """Are made-up numbers told while facts are ticked off?"""
    view = rewrite_view(
        TASK, "I asked 20 of those who were turned away, and 19 had never seen the rule before the ramp."
    )
    assert view["invented"] == ["19"]
    assert [it["told"] for it in view["facts"]].count(True) == 1


@pytest.mark.parametrize(("words", "there"), [(99, False), (100, True)])
def test_ours_opens_after_an_attempt(words: int, there: bool) -> None:
    """Is our version closed until a hundred words are written?"""
    view = rewrite_view(TASK, "word " * words)
    assert bool(view["ours"]) is there
    assert (TASK.ours[:60] in json.dumps(view)) is there


def test_texts_are_kept_and_found_again() -> None:
    """Is each text kept under its task, and does a face that is made anew begin with one that is not done?"""
    face = Rewrite()
    assert face.view["name"] == "ferry_dogs"
    face._take({"task": "ferry_dogs", "text": "I asked."})
    assert kept(SHELF) == {}
    face._take({"task": "ferry_dogs", "rest": "I asked."})
    assert kept(SHELF) == {"ferry_dogs": "I asked."}
    again = Rewrite()
    assert again.view["name"] == "porter_glasses"
    again._take({"open": "ferry_dogs"})
    assert again.view["text"] == "I asked."


def test_text_of_a_task_that_is_not_open() -> None:
    """Does a late message land with its own task?"""
    face = Rewrite()
    face._take({"open": "porter_glasses"})
    face._take({"task": "ferry_dogs", "rest": "I asked."})
    assert face.view["name"] == "porter_glasses"
    face._take({"open": "ferry_dogs"})
    assert face.view["text"] == "I asked."


@pytest.mark.parametrize(
    "wish", [None, 3, [], {}, {"open": "unknown"}, {"task": "unknown", "text": "x"}, {"task": "ferry_dogs", "text": 3}]
)
def test_what_is_no_wish(wish: object) -> None:
    """Does what the browser should not say change nothing?"""
    face = Rewrite()
    before = face.view
    face._take(wish)
    assert face.view == before
    assert kept(SHELF) == {}


def test_what_was_kept_is_nonsense() -> None:
    """Is an edited file no error?"""
    keep(SHELF, "ferry_dogs", {"a": 1})
    assert Rewrite().view["text"] == ""


def test_rest_when_it_cannot_be_kept() -> None:
    """Is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Rewrite()
    face._take({"task": "ferry_dogs", "rest": "I asked."})
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine, with our versions folded away?"""
    before = repr(Rewrite()), Rewrite().static_html()
    Rewrite()._take({"task": "ferry_dogs", "rest": "I asked."})
    assert (repr(Rewrite()), Rewrite().static_html()) == before
    assert before[1].count("<details>") == 3
    assert OTHER.weak[:40] in before[1]
