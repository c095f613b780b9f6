"""SilentReading without a browser, with a clock that the test turns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept
from emptychair.widgets import SilentReading
from emptychair.widgets.silent_reading import NEW, SHELF

FIRST = "night_dose"


class Clock:
    """A clock."""

    seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _wish(face: SilentReading, want: str) -> dict[str, Any]:
    face._wish(face, {"want": want, "of": FIRST}, [])
    view: dict[str, Any] = face.views[0]
    return view


def _say(face: SilentReading, **change: object) -> None:
    face.said = {**face.said, FIRST: {**face.said[FIRST], **change}}


def test_from_the_first_page_to_the_decision() -> None:
    """Is the document closed until the clock runs, is time measured, and are reasons put beside the gates?"""
    clock = Clock()
    face = SilentReading(now=clock)
    assert face.views[0]["page"] == []
    assert _wish(face, "begin")["stage"] == "reading"
    clock.seconds += 215
    _say(face, notes="15 or 31?")
    assert _wish(face, "end")["stage"] == "deciding"
    assert _wish(face, "decide")["stage"] == "deciding", "no decision has been made"
    _say(face, decision="again", reasons=["contradiction", "hollow"], why="Which number is it?")
    told = _wish(face, "decide")["told"]
    assert (told["took"], told["summary"], told["score"]) == ("3:35", "1 of 1 gate found.", 59)
    assert [it["word"] for it in told["cards"]] == ["Both", "You only"]


def test_reading_goes_on_after_the_kernel_has_died() -> None:
    """Are clock, notes and stage there again, and does the clock count the time between?"""
    clock = Clock()
    face = SilentReading(now=clock)
    _wish(face, "begin")
    _say(face, notes="half a thought")
    again = SilentReading(now=clock)
    assert again.views[0]["stage"] == "reading"
    assert again.views[0]["began"] == 1_000
    assert again.said[FIRST]["notes"] == "half a thought"


def test_clock_cannot_be_turned_and_a_decision_stands() -> None:
    """Does the browser not set times, and is nothing changed after the decision?"""
    clock = Clock()
    face = SilentReading(now=clock)
    _say(face, began=5.0, ended=6.0, decided=True, decision="yes")
    assert face.views[0]["stage"] == "closed"
    for want in ("end", "decide", "begin", "begin", "end"):
        _wish(face, want)
        clock.seconds += 60
    assert (face.said[FIRST]["began"], face.said[FIRST]["ended"]) == (1_120, 1_240)
    _wish(face, "decide")
    _say(face, decision="no", reasons=["hollow"])
    assert kept(SHELF)[FIRST]["decision"] == "yes"


def test_nothing_is_told_before_the_decision() -> None:
    """Is what we think in nothing that the browser gets?"""
    face = SilentReading(now=Clock())
    _wish(face, "begin")
    _wish(face, "end")
    sent = json.dumps(face.get_state(["views", "said", "asked"]))
    assert "which of the three" not in sent
    assert "disagree: " not in sent


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        {"began": "x", "ended": True},
        {"ended": 9.0},
        {"decided": True, "decision": "yes"},
        {"began": float("inf")},
    ],
)
def test_what_cannot_have_been_kept(entry: object) -> None:
    """Is a store that holds something else a reading that has not begun?"""
    keep(SHELF, FIRST, entry)
    face = SilentReading(now=Clock())
    assert face.views[0]["stage"] == "closed"
    assert face.said[FIRST]["reasons"] == NEW["reasons"]


def test_unknown_document() -> None:
    """Is a wish for a document that there is not ignored?"""
    face = SilentReading(now=Clock())
    face._wish(face, {"want": "begin", "of": "other"}, [])
    face._wish(face, {}, [])
    assert {it["stage"] for it in face.views} == {"closed"}
