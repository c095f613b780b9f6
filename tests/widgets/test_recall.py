"""Recall without a browser."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair._recall import drawn
from emptychair.widgets import Recall
from emptychair.widgets.recall import ANSWERS

LESSON = "01_customer_obsession"
TODAY = date(2027, 3, 10)
ASKED = drawn(LESSON, {}, TODAY)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _face(today: date = TODAY) -> Recall:
    return Recall(LESSON, today)


def _say(face: Recall, wish: object) -> None:
    face._handle_custom_msg(wish, [])


def test_nothing_is_told_before() -> None:
    """Is neither the right choice marked nor the reason sent before an answer?"""
    sent = json.dumps(_face().get_state(["view", "trouble"]))
    assert ASKED[0].because not in sent
    assert '"right"' not in sent


def test_three_questions() -> None:
    """Does each answer open its reason, and the last one the count?"""
    face = _face()
    for n, asked in enumerate(ASKED):
        assert face.view["question"] == asked.question
        _say(face, {"said": asked.right if n else (asked.right + 1) % len(asked.choices)})
        assert face.view["outcome"].startswith("Right." if n else "Not quite. It is: ")
        assert face.view["because"] == asked.because
        _say(face, {"next": True})
    assert face.view["summary"].startswith("2 of 3")


@pytest.mark.parametrize(
    "wish", [{"said": 9}, {"said": -1}, {"said": None}, {"said": "0"}, {"next": True}, {}, [], None]
)
def test_what_is_no_answer(wish: object) -> None:
    """Does the question stay open, and is nothing kept?"""
    face = _face()
    _say(face, wish)
    assert face.view["at"] == 1
    assert face.view["said"] is None
    assert kept(ANSWERS) == {}


def test_run_again_on_the_same_day() -> None:
    """Are the questions the same, and those answered still answered?"""
    _say(_face(), {"said": ASKED[0].right})
    again = _face()
    assert (again.view["question"], again.view["at"]) == (ASKED[1].question, 2)


def test_another_lesson_on_the_same_day() -> None:
    """Does it not ask what was answered a moment ago?"""
    _say(_face(), {"said": ASKED[0].right})
    assert Recall("02_anticipating_needs", TODAY).view["question"] != ASKED[0].question


def test_a_miss_comes_back() -> None:
    """Is what was wrong asked first on the next day, and what was right not?"""
    face = _face()
    _say(face, {"said": ASKED[0].right})
    _say(face, {"next": True})
    _say(face, {"said": (ASKED[1].right + 1) % len(ASKED[1].choices)})
    assert _face(TODAY + timedelta(days=1)).view["question"] == ASKED[1].question


def test_due_by_the_plan() -> None:
    """Does a question come back after the gap of the learner's own plan?"""
    keep("plan", "rehearsals", {"interview": "2027-03-24", "first": "2027-03-10"})
    _say(_face(), {"said": ASKED[0].right})
    assert _face(TODAY + timedelta(days=1)).view["question"] != ASKED[0].question
    assert _face(TODAY + timedelta(days=2)).view["question"] == ASKED[0].question


@pytest.mark.parametrize("entry", ["x", {"day": "never", "right": True}, {"said": 0}, None])
def test_strange_entry(entry: object) -> None:
    """Does an entry of another hand count as not answered?"""
    keep(ANSWERS, ASKED[0].name, entry)
    assert _face().view["said"] is None


def test_progress_that_cannot_be_read() -> None:
    """Is that said, and are there questions all the same?"""
    progress_path().write_text('{"schema": 99, "kept": {}}')
    face = _face()
    assert "another version" in face.trouble
    assert face.view["question"] == ASKED[0].question


def test_static_form() -> None:
    """Are questions and closed answers there without a kernel, whatever has been kept?"""
    before = Recall(LESSON).static_html()
    _say(Recall(LESSON), {"said": 0})
    assert Recall(LESSON).static_html() == before
    assert before.count("<details>") == 3
