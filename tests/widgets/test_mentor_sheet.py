"""MentorSheet without a browser: out, back, and side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from emptychair import EmptyChairError
from emptychair._data import data_path
from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.feedback import star
from emptychair.practice import scales, telling
from emptychair.widgets import MentorSheet
from emptychair.widgets.mentor_sheet import SHELF

TRAIN = telling("rail-holdrege-standstill", "middling").text
NAMES = [it.name for it in scales("star")]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _filled(face: MentorSheet, rater: str = "Ingrid", **levels: int) -> str:
    sheet = face.sheet("md").replace("Rater:", f"Rater: {rater}")
    for it in scales(face.kind):
        if it.name in levels:
            line = f"- {it.name} ({it.title}, {it.low}–{it.high}):"
            sheet = sheet.replace(line, f"{line} {levels[it.name]}")
    return sheet


def _row(face: MentorSheet, name: str) -> dict[str, Any]:
    (row,) = [it for it in face.view["rows"] if it["name"] == name]
    assert json.loads(json.dumps(face.view)) == face.view
    return row


def test_machine_waits_for_the_learner() -> None:
    """Are the machine's levels closed until every part has a rating of one's own, and open then?"""
    face = MentorSheet(TRAIN)
    for name in NAMES:
        assert {row["machine"] for row in face.view["rows"]} == {None}
        assert face.view["summary"] == ""
        face.learner = {**face.learner, name: 4}
    assert face.view["open"] == ""
    assert {row["name"]: row["machine"] for row in face.view["rows"]} == {
        it.name: it.level for it in star.review(TRAIN).criteria
    }


def test_sheet_that_comes_back() -> None:
    """Are mentors' ratings averaged beside one's own, the widest difference first, and kept?"""
    face = MentorSheet(TRAIN)
    face.learner = dict.fromkeys(NAMES, 5)
    face._act({"act": "read", "sheet": _filled(face, "Ingrid", result=1)})
    face._act({"act": "read", "sheet": _filled(face, "Bo", result=2, delivery=5)})
    assert _row(face, "result")["mentor"] == 1.5
    assert face.view["rows"][0]["name"] == "result"
    assert "you 3.5 above the mentor: talk about this one" in face.view["rows"][0]["words"]
    assert "2 mentors are" in face.view["summary"]
    again = MentorSheet(TRAIN)
    assert (again.view, again.learner) == (face.view, face.learner)
    again._act({"act": "forget", "index": 0})
    assert [it["rater"] for it in again.view["sheets"]] == ["Bo"]


def test_sheet_is_read_once() -> None:
    """Does reading it twice not count twice?"""
    face = MentorSheet(TRAIN)
    for _ in range(2):
        face._act({"act": "read", "sheet": _filled(face, result=1)})
    assert len(face.view["sheets"]) == 1


@pytest.mark.parametrize("sheet", ["", "Thanks, nice story.", "Sheet: star 0123456789ab\n- result: 9", None, 5])
def test_sheet_that_cannot_be_read(sheet: object) -> None:
    """Is it said in a sentence, and nothing kept?"""
    face = MentorSheet(TRAIN)
    face._act({"act": "read", "sheet": sheet})
    assert face.trouble.endswith(".")
    assert face.view["sheets"] == []


def test_sheet_of_another_draft() -> None:
    """Is it refused, and taken when the old draft is back?"""
    face = MentorSheet(TRAIN)
    sheet = _filled(face, result=3)
    face.text = TRAIN + " One more sentence."
    face._act({"act": "read", "sheet": sheet})
    assert "another draft" in face.trouble
    face.text = TRAIN
    face._act({"act": "read", "sheet": sheet})
    assert _row(face, "result")["mentor"] == 3


def test_press_release_has_its_own_parts() -> None:
    """Can a PR/FAQ be rated in points?"""
    face = MentorSheet(data_path("corpus/prfaq/p1-clothing-repair.middling.md").read_text(encoding="utf-8"), "prfaq")
    assert [row["name"] for row in face.view["rows"]] == [it.name for it in scales("prfaq")]
    face.learner = {it.name: it.high for it in scales("prfaq")}
    assert "milder than the machine" in face.view["summary"]


@pytest.mark.parametrize("rated", [{"result": 9}, {"result": "5"}, {"result": True}, {"nonsense": 3}, {"result": 2.5}])
def test_ratings_that_are_none(rated: dict[str, Any]) -> None:
    """Is what the browser says only taken where it can be a rating?"""
    face = MentorSheet(TRAIN)
    face.learner = rated
    assert face.learner == {}


@pytest.mark.parametrize("form", ["md", "html"])
def test_sheet_to_send(form: str) -> None:
    """Does the sheet have the question and the text, and does the button send a file?"""
    face = MentorSheet(TRAIN, question="angry_customer")
    sent: list[dict[str, Any]] = []
    face.send = lambda content: sent.append(content)
    face._act({"act": "save", "form": form})
    assert sent[0]["file"]["name"] == f"rating-sheet.{form}"
    assert all(words in sent[0]["file"]["text"] for words in ("Garrity", "angry customer", "Ratings"))


def test_text_of_last_time() -> None:
    """Does a face without a text take up the last one?"""
    MentorSheet("I rang her.").text = TRAIN
    assert MentorSheet().text == TRAIN
    assert MentorSheet("I wrote to her.").text == "I wrote to her."


@pytest.mark.parametrize("entry", [3, {}, {"text": 5, "kind": "star"}, {"text": "x", "kind": "poem"}])
def test_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, "last", entry)
    assert MentorSheet().text == ""


def test_kind_that_there_is_not() -> None:
    """Is it refused, with the kinds that there are?"""
    with pytest.raises(EmptyChairError, match="use star or prfaq"):
        MentorSheet(TRAIN, "poem")


def test_sheet_when_it_cannot_be_kept() -> None:
    """Are ratings shown all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}', encoding="utf-8")
    face = MentorSheet(TRAIN)
    face.learner = {"result": 2}
    assert _row(face, "result")["learner"] == 2
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_with_every_rating() -> None:
    """Does nbval see the same lesson for everybody?"""
    before = (repr(MentorSheet()), repr(MentorSheet(TRAIN)), MentorSheet().static_html())
    MentorSheet(TRAIN).learner = {"result": 2}
    MentorSheet("I rang her.").kind = "prfaq"
    assert kept(SHELF)
    assert (repr(MentorSheet()), repr(MentorSheet(TRAIN)), MentorSheet().static_html()) == before
