"""BreakTheReader without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice.break_the_reader import challenges
from emptychair.practice.rewrite import rewrites
from emptychair.widgets import BreakTheReader
from emptychair.widgets.break_the_reader import SHELF, break_view

STRONG = rewrites()["ferry_dogs"].ours
WEAK = "The team rang every customer. Everyone was happy."


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _board(face: BreakTheReader) -> tuple[int, int, int]:
    board = face.view["board"]
    return board["caught"], board["fooled"], board["open"]


def test_what_is_known_is_told_after_an_attempt() -> None:
    """Is it closed before, open after, and not opened by a text that breaks the rule?"""
    face = BreakTheReader()
    told = challenges()["no_own_act"].told
    assert told not in json.dumps(face.view, ensure_ascii=False)
    face._take({"try": "I rang her."})
    assert face.view["known"] is None
    assert face.view["last"]["against"]
    assert _board(face) == (0, 0, 0)
    face._take({"try": WEAK})
    assert face.view["known"]["told"] == told
    assert "attempts of this kind" in face.view["known"]["ours"]
    assert _board(face) == (1, 0, 0)


@pytest.mark.parametrize(("honest", "board"), [(True, (0, 1, 0)), (False, (0, 0, 0))])
def test_a_pass_is_on_the_word_of_the_learner(honest: bool, board: tuple[int, int, int]) -> None:
    """Does a pass wait for the learner's word, and count only then?"""
    face = BreakTheReader()
    face._take({"open": "fiction"})
    face._take({"try": STRONG})
    assert _board(face) == (0, 0, 1)
    face._take({"vouch": honest})
    assert _board(face) == board
    assert face.view["last"]["row"] == ""  # nothing to mend: it always works
    face._take({"vouch": not honest})
    assert _board(face) == board
    face._take({"try": STRONG})
    assert _board(face) == board


def test_the_same_text_counts_once() -> None:
    """Is a second attempt with the same text no second catch?"""
    face = BreakTheReader()
    face._take({"try": WEAK})
    face._take({"try": WEAK})
    assert _board(face) == (1, 0, 0)
    face._take({"open": "would"})
    face._take({"try": WEAK})
    assert _board(face) == (2, 0, 0)
    assert [it["caught"] for it in face.view["tabs"]].count(1) == 2


def test_code_needs_no_pledge(monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a pass that code has checked count at once, and is there a row to send?"""
    from emptychair.practice import break_the_reader

    monkeypatch.setattr(break_the_reader, "PASS", 0)
    face = BreakTheReader()
    face._take({"open": "short"})
    face._take({"try": "I rang her on Monday, and she stayed."})
    assert _board(face) == (0, 1, 0)
    assert face.view["last"]["row"].startswith('[[attack]]\nid = "fragments-new"')


def test_attempts_are_kept_and_found_again() -> None:
    """Is the board where it was, and does a face that is made anew open what has not been tried?"""
    face = BreakTheReader()
    face._take({"try": WEAK})
    face._take({"open": "fiction"})
    face._take({"try": STRONG})
    face._take({"vouch": True})
    again = BreakTheReader()
    assert _board(again) == (1, 1, 0)
    assert again.view["challenge"]["name"] == "shuffled"
    again._take({"open": "fiction"})
    assert again.view["challenge"]["start"] == STRONG
    assert again.view["last"]["vouched"] is True
    assert len(kept(SHELF)) == 2


@pytest.mark.parametrize(
    "entry",
    [
        None, 3, [], {}, {"challenge": "unknown", "text": "x", "score": 3, "gates": []},
        {"challenge": "orders", "text": 3, "score": 3, "gates": []},
        {"challenge": "orders", "text": "x", "score": "3", "gates": []},
    ],
)  # fmt: skip
def test_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error and no point for either side?"""
    keep(SHELF, "edited", entry)
    assert _board(BreakTheReader()) == (0, 0, 0)


@pytest.mark.parametrize("wish", [None, 3, [], {}, {"open": "unknown"}, {"try": 3}, {"vouch": True}, {"vouch": "yes"}])
def test_what_is_no_wish(wish: object) -> None:
    """Does what the browser should not say change nothing?"""
    face = BreakTheReader()
    before = face.view
    face._take(wish)
    assert face.view == before
    assert kept(SHELF) == {}


def test_attempt_when_it_cannot_be_kept() -> None:
    """Is it read all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = BreakTheReader()
    face._take({"try": WEAK})
    assert _board(face) == (1, 0, 0)
    assert face.trouble.startswith("Not kept for later: ")


@pytest.mark.parametrize("name", challenges())
def test_view_is_plain_json(name: str) -> None:
    """Can it travel, and is it the same each time?"""
    assert json.loads(json.dumps(break_view(name, {}))) == break_view(name, {})


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine, with what is known folded away?"""
    before = repr(BreakTheReader()), BreakTheReader().static_html()
    BreakTheReader()._take({"try": WEAK})
    assert (repr(BreakTheReader()), BreakTheReader().static_html()) == before
    assert before[1].count("<details>") == 8
