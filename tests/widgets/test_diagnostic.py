"""Diagnostic without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice.diagnostic import diagnostic
from emptychair.widgets import Diagnostic
from emptychair.widgets._diagnostic_view import KINDS, RATINGS, diagnostic_view
from emptychair.widgets.diagnostic import SHELF

ASKED = diagnostic()
RATED = {it.answer.scenario: round(it.ours) for it in ASKED.answers}
SORTED = {it.name: it.kind for it in ASKED.snippets}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _told(part: int, said: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return diagnostic_view(said)["parts"][part]["told"]


@pytest.mark.parametrize("said", [{}, {RATINGS: dict(list(RATED.items())[:5]), KINDS: dict(list(SORTED.items())[1:])}])
def test_view_before_all_is_chosen(said: dict[str, dict[str, Any]]) -> None:
    """Is none of our ratings, kinds and reasons in what the browser gets?"""
    sent = json.dumps(diagnostic_view(said), ensure_ascii=False)
    assert not any(it.why in sent or it.trap in sent for it in ASKED.answers)
    assert not any(it.why in sent for it in ASKED.snippets)
    assert '"kind"' not in sent
    assert diagnostic_view(said)["line"] == ""


def test_parts_are_told_apart() -> None:
    """Are the ratings told while the snippets are still open?"""
    view = diagnostic_view({RATINGS: RATED})
    assert view["parts"][0]["told"]
    assert view["parts"][1]["told"] is None
    assert not any(it.why in json.dumps(view, ensure_ascii=False) for it in ASKED.snippets)


def test_ratings_told() -> None:
    """Do numbers and words say how far each answer and all of them are from ours?"""
    told = _told(0, {RATINGS: dict.fromkeys(RATED, 5)})
    assert [value for value, _ in told["facts"]] == ["1 of 6", "0 of 15", "+2.2"]
    assert "higher than we did, by 2.2 of a level" in told["summary"]
    assert told["rows"][1]["word"] == "You 5, we 2.7"
    assert told["rows"][1]["title"] == "Freight: 2.3 above ours."
    assert [row["near"] for row in told["rows"]] == [False, False, True, False, False, False]
    same = _told(0, {RATINGS: RATED})
    assert same["facts"][0][0] == "6 of 6"
    assert "about as high as we did" in same["summary"]


def test_kinds_told() -> None:
    """Are kinds counted, and is each shown beside ours with its reason?"""
    told = _told(1, {KINDS: {**SORTED, "upset-callers": "story"}})
    assert [value for value, _ in told["facts"]] == ["5 of 6", "3"]
    assert told["rows"][1]["word"] == "You: story; we: pseudo-story"
    assert told["rows"][0]["word"] == "Both: story"
    assert [row["near"] for row in told["rows"]].count(False) == 1
    assert [row["why"] for row in told["rows"]] == [[it.why] for it in ASKED.snippets]


def test_view_is_plain_json() -> None:
    """Can it travel, and is it the same each time?"""
    said = {RATINGS: RATED, KINDS: SORTED}
    assert json.loads(json.dumps(diagnostic_view(said))) == diagnostic_view(said) == diagnostic_view(said)
    assert diagnostic_view(said)["line"].startswith("ratings 2 3 4 1 3 4; kinds story ")


def test_choices_are_kept_and_found_again() -> None:
    """Does a face that is made anew go on where the last one stopped?"""
    first = dict(list(RATED.items())[:2])
    Diagnostic().said = {RATINGS: first, KINDS: {}}
    assert kept(SHELF) == {RATINGS: first}
    assert Diagnostic().view["parts"][0]["done"] == 2
    assert Diagnostic().said[RATINGS] == first


def test_a_choice_may_be_changed_until_it_is_told() -> None:
    """Is a told part closed, from whatever side it is changed, and an open one not?"""
    face = Diagnostic()
    face.said = {RATINGS: {"delivery-bee-truck": 5}, KINDS: {}}
    face.said = {RATINGS: {"delivery-bee-truck": 2}, KINDS: {}}
    assert face.said[RATINGS] == {"delivery-bee-truck": 2}
    face.said = {RATINGS: RATED, KINDS: {}}
    face.said = {RATINGS: dict.fromkeys(RATED, 5), KINDS: {}}
    assert face.said[RATINGS] == RATED == kept(SHELF)[RATINGS]


@pytest.mark.parametrize("value", [0, 6, 2.0, True, "3", None, [3], {"a": 1}])
def test_what_is_no_rating(value: object) -> None:
    """Is what the browser or an edited file says checked?"""
    Diagnostic().said = {RATINGS: {"delivery-bee-truck": value}, KINDS: {}}
    keep(SHELF, RATINGS, {"delivery-bee-truck": value, "unknown": 3})
    assert Diagnostic().said[RATINGS] == {}


@pytest.mark.parametrize("entry", [None, 3, [], "x", {"new-glasses": "poem"}])
def test_view_when_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, KINDS, entry)
    assert Diagnostic().view["parts"][1]["done"] == 0


def test_choose_when_it_cannot_be_kept() -> None:
    """Is it told all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Diagnostic()
    face.said = {RATINGS: RATED, KINDS: {}}
    assert face.view["parts"][0]["told"]
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine?"""
    before = (repr(Diagnostic()), Diagnostic().static_html())
    Diagnostic().said = {RATINGS: RATED, KINDS: SORTED}
    assert (repr(Diagnostic()), Diagnostic().static_html()) == before


def test_static_html() -> None:
    """Can all of it be read without a kernel, with our side folded away?"""
    page = Diagnostic().static_html()
    assert page.count("<details>") == 12
    assert "We set up a working group" in page
    assert "<script" not in page
