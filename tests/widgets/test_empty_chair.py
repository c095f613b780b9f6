"""EmptyChair without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import EmptyChair
from emptychair.widgets._meeting import CLOSED_LOOP, meeting
from emptychair.widgets._meeting_view import meeting_view
from emptychair.widgets._quarters import outcome
from emptychair.widgets.empty_chair import NAME, SHELF

ALL = {item.name: len(item.choices) - 1 for item in meeting().items}
AS_IT_WAS = {item.name: item.was for item in meeting().items}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_voices_speak_and_the_chair_is_last() -> None:
    """Do three people and the chair speak on each item?"""
    for item in meeting_view({})["items"]:
        assert [it["who"] for it in item["said"]] == list(meeting().people.values())
        assert item["said"][-1]["who"] == "The empty chair"
        assert all(it["text"] for it in item["said"])


def test_quarters_are_told_when_all_is_decided() -> None:
    """Is the outcome closed until the last decision?"""
    assert meeting_view(dict(list(ALL.items())[:-1]))["told"] is None
    assert meeting_view(ALL)["told"] is not None


def test_told_is_what_the_shop_did() -> None:
    """Are lines, facts and sentence those of the three runs?"""
    told = meeting_view(ALL)["told"]
    runs = {
        "you": outcome(ALL),
        "as it was": outcome(AS_IT_WAS),
        "closed loop": outcome(CLOSED_LOOP),
    }
    for line in told["trust"]["lines"]:
        assert [y for _, y in line["points"]] == pytest.approx(runs[line["name"]].trust, abs=0.01)
    for line in told["profit"]["lines"]:
        assert [1000 * y for _, y in line["points"]] == pytest.approx(runs[line["name"]].profit_usd, abs=10)
    gain = runs["you"].total_usd - runs["as it was"].total_usd
    assert f"raised profit by ${gain:,.0f}" in told["summary"]
    assert told["facts"][1][0] == f"${runs['you'].total_usd:,.0f}"


def test_words_when_nothing_moved() -> None:
    """Is no difference said to be one?"""
    told = meeting_view(AS_IT_WAS)["told"]
    assert "did not move trust and did not move profit" in told["summary"]
    assert {row["words"] for row in told["effects"]} == {"As it was: nothing to compare."}
    loop = meeting_view(AS_IT_WAS | {"letters": 3, "reply": 1})["told"]
    assert "made as much as you" in loop["summary"]


def test_telling_without_mending_is_pointed_out() -> None:
    """Does somebody who tells what nobody mended hear about it, and nobody else?"""
    decided = AS_IT_WAS | {"letters": 1, "reply": 1}
    told = meeting_view(decided)["told"]
    assert "nothing to tell" in told["note"]
    assert told["effects"][1]["words"] == "trust as before, profit as before"
    assert meeting_view(ALL)["told"]["note"] == ""


def test_decisions_are_kept_and_found_again() -> None:
    """Does a face that is made anew show the same quarters, with every decision's own effect?"""
    face = EmptyChair()
    face.decided = ALL
    assert kept(SHELF)[NAME] == ALL
    again = EmptyChair()
    assert again.view == face.view
    assert [row["name"] for row in again.view["told"]["effects"]] == list(ALL)


def test_view_is_plain_json() -> None:
    """Can it travel?"""
    view = meeting_view(ALL)
    assert json.loads(json.dumps(view)) == view


@pytest.mark.parametrize("place", [-1, 4, True, "1", None, [1], 1.0])
def test_what_is_no_decision(place: object) -> None:
    """Is what the browser or an edited file says checked?"""
    face = EmptyChair()
    face.decided = {"letters": place, "unknown": 0}
    assert face.view["done"] == 0
    keep(SHELF, NAME, {"letters": place})
    assert EmptyChair().decided == {}


def test_decide_when_it_cannot_be_kept() -> None:
    """Do the quarters come all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = EmptyChair()
    face.decided = ALL
    assert face.view["told"]
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine, and can the agenda be read without a kernel?"""
    before = (repr(EmptyChair()), EmptyChair().static_html())
    EmptyChair().decided = ALL
    assert (repr(EmptyChair()), EmptyChair().static_html()) == before
    assert "I wrote twice." in before[1]
    assert "<script" not in before[1]
