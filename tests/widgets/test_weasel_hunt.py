"""WeaselHunt without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept
from emptychair.practice import hunt
from emptychair.widgets import WeaselHunt
from emptychair.widgets.weasel_hunt import SHELF, hunt_view

FIRST = hunt.rounds()[0]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _say(face: WeaselHunt, marks: list[int], *, told: bool = False) -> dict[str, Any]:
    face.said = {**face.said, FIRST.name: {"marks": marks, "told": told}}
    view: dict[str, Any] = face.views[0]
    return view


def test_nothing_is_told_before_it_is_compared() -> None:
    """Is neither a finding nor the mended text anywhere in what the browser gets?"""
    sent = json.dumps(WeaselHunt().get_state(["views", "said"]))
    assert "dodges" not in sent
    assert FIRST.mended[:40] not in sent


def test_pieces_are_the_text() -> None:
    """Do the words and what stands between them give the text back?"""
    pieces = hunt_view(FIRST, set(), False)["pieces"]
    assert "".join(it["before"] + it["word"] for it in pieces) == FIRST.text


def test_marks_are_kept_and_then_told() -> None:
    """Are marks kept at once, compared when asked, and settled from then on?"""
    face = WeaselHunt()
    found = [i for i, word in enumerate(hunt.words_of(FIRST.text)) if word.text in ("excited", "5,120")]
    assert _say(face, found)["calls"] == []
    assert kept(SHELF)[FIRST.name] == {"marks": found, "told": False}
    view = _say(face, found, told=True)
    assert view["summary"] == f"1 of {len(hunt.prey(FIRST.text))} found, 1 false alarm."
    assert view["mended"] == FIRST.mended
    assert _say(face, [])["marks"] == found
    again = WeaselHunt().views[0]
    assert (again["told"], again["marks"]) == (True, found)


@pytest.mark.parametrize("entry", [None, [], {"marks": [-1, 999, True, "x", 2.5]}, {"marks": "all", "told": "yes"}])
def test_what_cannot_be_a_mark(entry: object) -> None:
    """Is anything else than places in the text left out, from the store as from the browser?"""
    keep(SHELF, FIRST.name, entry)
    assert WeaselHunt().said[FIRST.name] == {"marks": [], "told": False}
    face = WeaselHunt()
    face.said = {FIRST.name: entry}
    assert face.views[0]["marks"] == []


def test_own_text() -> None:
    """Can one hunt in a text of one's own, which is not kept?"""
    face = WeaselHunt("It was significantly faster.")
    face.said = {"own": {"marks": [2], "told": True}}
    assert face.views[0]["summary"] == "1 of 1 found, no false alarm."
    assert kept(SHELF) == {}
    assert repr(face) == "WeaselHunt: 4 words of your own"
