"""PressRoom without a browser."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from emptychair._progress import HOME, kept, progress_path
from emptychair.practice import press
from emptychair.widgets import PressRoom
from emptychair.widgets._press_view import press_view
from emptychair.widgets.press_room import SHELF

TERN = press.sample("tern_lane")


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_view_of_an_empty_draft() -> None:
    """Does nothing written give every part with its duty, nothing earned, nothing blamed, and where to begin?"""
    view = press_view(press.Draft())
    assert [it["words"] for it in view["parts"]] == [0] * 12
    assert view["score"] == 0
    assert view["missing"].startswith("Begin with the heading")
    assert (view["gates"], view["findings"], view["levels"]) == ([], [], [])
    assert view["page"] == []


@pytest.mark.parametrize("written", [("heading",), ("heading", "problem"), ("problem", "summary", "external_faq")])
def test_what_is_not_written_is_not_reviewed(written: tuple[str, ...]) -> None:
    """Is there no remark about a part that is still to write, and no gate that only says that something is?"""
    view = press_view(press.Draft.of({name: TERN[name] for name in written}))
    assert view["gates"] == []
    assert {it["part"] for it in view["findings"]} <= {*written, ""}
    messages = " ".join(it["message"] for it in view["findings"])
    assert "The room will ask" not in messages
    assert "does not answer what the problem says" not in messages


def test_gates_speak_when_their_parts_are_written() -> None:
    """Does an answer of four words not pass for questions once both kinds are there?"""
    view = press_view(TERN.having(external_faq="**What does it cost?**\nNothing.", internal_faq="**Why?**\nBecause."))
    assert "shorter than the release" in " ".join(it["message"] for it in view["gates"])


def test_edit_is_what_one_types_into_the_part() -> None:
    """Does the edit leave out the heading above the questions, and does the card lead to the end of the answers?"""
    asked = TERN.having(internal_faq=TERN.internal_faq.partition("\n\n")[2])
    found = next(it for it in press_view(asked)["findings"] if "market" in it["message"].lower())
    assert (found["part"], found["start"]) == ("internal_faq", len(asked.internal_faq))
    assert found["edit"]["insert"].startswith("**How large is the market?**\nThere are [how many]")


def test_verdict_waits_for_the_whole() -> None:
    """Is a strong document without its problem not called ready, whatever its points?"""
    assert press_view(TERN)["verdict"][0] == "ready for the room"
    view = press_view(TERN.having(problem=""))
    assert view["verdict"] == ["1 to write", "of 12 parts"]
    assert view["missing"] == "Still to write: Problem."


def test_view_finds_the_place_of_a_finding() -> None:
    """Does a finding point into the part that it is about, with the quote at that place?"""
    draft = TERN.having(solution=TERN.solution + " It is a seamless experience.")
    found = next(it for it in press_view(draft)["findings"] if "seamless" in it["message"])
    assert draft[found["part"]][found["start"] : found["end"]] == "seamless"


def test_view_of_the_worked_example() -> None:
    """Are all parts within their bounds and recognized, and does the page begin with the heading?"""
    view = press_view(TERN)
    assert {it["state"] for it in view["parts"]} == {"within"}
    assert not any(it["unheard"] for it in view["parts"])
    assert view["page"][0] == ["heading", "heading", TERN.heading]
    assert json.dumps(view)


def test_part_that_a_reader_takes_for_something_else() -> None:
    """Does the writer hear that a call to action is not one?"""
    parts = {it["name"]: it for it in press_view(press.Draft(getting_started="Hm.", heading="Hi"))["parts"]}
    assert parts["heading"]["unheard"] is False
    assert parts["customer_quote"]["unheard"] is False
    assert press_view(press.Draft(customer_quote="She liked it."))["parts"][8]["unheard"]


def test_draft_is_kept_and_comes_back() -> None:
    """Does every change go to the store, and does a new face begin where the last one stopped?"""
    face = PressRoom()
    face.texts = {"heading": "Riders Go Home", "rest": "a note"}
    assert kept(SHELF) == {"own": {"heading": "Riders Go Home", "rest": "a note"}}
    again = PressRoom(start="# Something else")
    assert again.draft == face.draft
    assert PressRoom("other", start="# Something else").draft.heading == "Something else"


@pytest.mark.parametrize("kept_as", ["[]", "17", '{"heading": 3, "unknown": "x"}', '{"heading": null}'])
def test_draft_that_was_kept_otherwise(kept_as: str) -> None:
    """Is a store that holds something else no reason to fail?"""
    progress_path().write_text(f'{{"schema": 1, "kept": {{"press": {{"own": {kept_as}}}}}}}')
    assert PressRoom().draft == press.Draft()


@pytest.mark.parametrize("kind", ["markdown", "docx"])
def test_file_goes_out_and_comes_in(kind: str) -> None:
    """Does a saved file, taken in by another draft, give the same parts, and can the draft before be brought back?"""
    data = PressRoom("one", start=TERN).exported(kind)
    face = PressRoom("two")
    face.texts = {"heading": "Mine"}
    face.take("pr_faq.docx" if kind == "docx" else "pr_faq.md", data)
    assert face.draft == TERN
    assert face.undo
    face._wish(face, {"want": "undo"}, [])
    assert face.draft == press.Draft(heading="Mine")
    face._wish(face, {"want": "undo"}, [])
    assert face.draft == TERN
    assert PressRoom("two").undo


def test_file_that_cannot_be_read_changes_nothing() -> None:
    """Is the draft as it was, and is it said what to do?"""
    face = PressRoom()
    face.texts = {"heading": "Mine"}
    face._wish(face, {"take": "x.docx"}, [memoryview(b"no zip")])
    assert face.draft.heading == "Mine"
    assert "not a Word file" in face.trouble


def test_what_the_browser_wants() -> None:
    """Is a wished file sent as bytes, and is an unknown wish ignored?"""
    face, sent = PressRoom(start=TERN), []
    face.send = lambda content, buffers=None: sent.append((content, buffers))
    for want in ("markdown", "html", "docx", "everything"):
        face._wish(face, {"want": want}, [])
    assert [content["file"] for content, _ in sent] == ["pr_faq.md", "pr_faq.html", "pr_faq.docx"]
    assert sent[2][1][0][:2] == b"PK"


def test_store_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does writing go on, with the trouble in words?"""
    (tmp_path / "file").touch()
    face = PressRoom()
    monkeypatch.setenv(HOME, str(tmp_path / "file"))
    face.texts = {"heading": "Riders Go Home"}
    assert face.view["parts"][0]["words"] == 3
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_does_not_depend_on_what_is_kept() -> None:
    """Are the lines that lessons compare the same before and after?"""
    before = (repr(PressRoom()), PressRoom().static_html())
    face = PressRoom()
    face.texts = {"heading": "Riders Go Home"}
    assert (repr(PressRoom()), PressRoom().static_html()) == before


def test_view_is_quick() -> None:
    """Is a page of 1,100 words reviewed within the tenth of a second that a keystroke may take?"""
    took = []
    for n in range(5):
        draft = TERN.having(problem=f"{TERN.problem} We counted {n + 20} more.")
        start = time.perf_counter()
        press_view(draft)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1
