"""Drafts in StarStudio, without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, kept, progress_path
from emptychair._questions import question_text
from emptychair.practice.drafts import SHELF, drafts
from emptychair.widgets import StarStudio
from emptychair.widgets._history import History
from emptychair.widgets.star_studio import SHELF as STUDIO

ASKED = question_text("angry_customer")


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _titles(studio: StarStudio) -> list[str]:
    return [it["title"] for it in studio.history["drafts"]]


def test_a_draft_is_kept() -> None:
    """Is it in the store and in the list, and is the next text compared with it?"""
    studio = StarStudio("We rang her.")
    studio._take({"keep": "I rang her."})
    assert [it.text for it in drafts(ASKED)] == ["I rang her."]
    assert _titles(studio) == ["Where it began", "Draft 1"]
    assert studio.history["kept"]
    studio.text = "I rang her twice."
    assert studio.history["against"] == 1
    assert studio.history["revision"]["since"] == "Draft 1"
    assert json.loads(json.dumps(studio.history)) == studio.history


@pytest.mark.parametrize("text", ["", "  \n", "We rang her."])
def test_what_is_no_new_draft(text: str) -> None:
    """Is an empty page, or the text that was given, not kept?"""
    studio = StarStudio("We rang her.")
    studio._take({"keep": text})
    assert kept(SHELF) == {}
    assert _titles(studio) == ["Where it began"]


def test_after_keeping_it_is_compared_with_the_one_before() -> None:
    """Does a draft that was just kept show what moved since the last other one?"""
    studio = StarStudio("We rang her.")
    studio._take({"keep": "I rang her."})
    assert studio.history["against"] == 0
    studio._take({"keep": "I rang her twice."})
    assert studio.history["against"] == 1


def test_another_draft_to_compare_with() -> None:
    """Is the chosen one compared with, and one that is not there passed over?"""
    studio = StarStudio("We rang her.")
    studio._take({"keep": "I rang her."})
    studio.text = "I rang her twice."
    studio._take({"against": 0})
    assert studio.history["against"] == 0
    studio._take({"against": 7})
    assert studio.history["against"] == 0


def test_going_back_loses_nothing() -> None:
    """Is what was on the page kept as a draft before an older one takes its place?"""
    studio = StarStudio("We rang her.")
    studio._take({"keep": "I rang her."})
    studio.text = "I rang her twice"
    studio._take({"back": 1, "from": "I rang her twice."})
    assert studio.text == "I rang her."
    assert {it.text for it in drafts(ASKED)} == {"I rang her.", "I rang her twice."}
    studio._take({"back": 9, "from": "x"})
    assert studio.text == "I rang her."


def test_what_was_written_is_there_again() -> None:
    """Does a face that is made anew go on with the last text, for the same beginning and question only?"""
    StarStudio("We rang her.")._take({"rest": "I rang her."})
    assert StarStudio("We rang her.").text == "I rang her."
    assert StarStudio("We wrote.").text == "We wrote."
    assert StarStudio("We rang her.", "said_no").text == "We rang her."


def test_text_form_is_that_of_the_beginning() -> None:
    """Does nbval see the same lesson on every machine?"""
    before = repr(StarStudio("We rang her.")), StarStudio("We rang her.").static_html()
    StarStudio("We rang her.")._take({"keep": "I rang her."})
    StarStudio("We rang her.")._take({"rest": "I rang her twice, on Monday."})
    again = StarStudio("We rang her.")
    assert (repr(again), again.static_html()) == before


@pytest.mark.parametrize("wish", [None, 3, [], {}, {"rest": 3}, {"keep": None}, {"back": 0}, {"against": "0"}])
def test_what_is_no_wish(wish: object) -> None:
    """Does what the browser should not say change nothing?"""
    studio = StarStudio("We rang her.")
    before = studio.history
    studio._take(wish)
    assert studio.history == before
    assert kept(SHELF) == kept(STUDIO) == {}


def test_a_draft_that_cannot_be_kept() -> None:
    """Is it in the list all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    studio = StarStudio("We rang her.")
    assert "another version" in studio.trouble
    studio._take({"keep": "I rang her."})
    assert studio.trouble.startswith("Not kept for later: ")
    assert _titles(studio) == ["Where it began", "Draft 1"]


def test_a_draft_that_is_kept_again_is_the_last() -> None:
    """Is it once in the list, at the end, as in the store?"""
    history, _ = History.of(ASKED, "We rang her.")
    history = history.kept("I rang her.").kept("I wrote.").kept("I rang her.")
    assert history.texts == ("We rang her.", "I wrote.", "I rang her.")
    assert len(history.scores) == 3
