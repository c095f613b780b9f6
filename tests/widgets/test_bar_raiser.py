"""BarRaiser without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.practice.bar_raiser import PARTS, bars
from emptychair.widgets import BarRaiser
from emptychair.widgets.bar_raiser import SHELF, bar_raiser_view

OURS = {bar.name: bar.ours for bar in bars()}
ONE = {bar.name: bar.ours for bar in bars() if bar.round == 1}
REASONS = [why for bar in bars() for why in bar.why.values()]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _rate(face: BarRaiser, number: int, step: int = 0) -> None:
    for bar in (it for it in bars() if it.round == number):
        for part, level in bar.ours.items():
            face._take({"answer": bar.name, "part": part, "level": min(5, max(1, level + step))})


@pytest.mark.parametrize(("ratings", "closed"), [({}, ()), ({}, (1, 2)), (ONE, ()), (OURS, ()), (OURS, (2,))])
def test_view_before_round_one_is_closed(ratings: dict[str, dict[str, int]], closed: tuple[int, ...]) -> None:
    """Is none of our levels and reasons of a round in what the browser gets before it is rated and closed?"""
    view = bar_raiser_view(ratings, closed)
    sent = json.dumps(view, ensure_ascii=False)
    first = [why for bar in bars() if bar.round == 1 for why in bar.why.values()]
    assert not any(why in sent for why in first)
    assert view["rounds"][0]["told"] is None
    assert view["all"] is None


def test_round_one_told() -> None:
    """Does it hold figures, words, the reader's own, and a row an answer with three levels for each part?"""
    told = bar_raiser_view(ONE, {1})["rounds"][0]["told"]
    assert [value for value, _ in told["facts"]] == ["1.00", "+0.0", "+0.00", "100 %"]
    assert told["facts"][3][1] == "of 36 ratings the same"
    assert "The reader on the same answers: kappa" in told["machine"]
    assert "-0.0," not in told["machine"]
    assert len(told["rows"]) == 6
    assert [it["we"] for it in told["rows"][0]["levels"]] == list(bars()[0].ours.values())
    assert all(row["near"] for row in told["rows"])


def test_rows_name_what_is_two_levels_apart() -> None:
    """Is a difference of two told and one of one not?"""
    name = bars()[0].name
    apart = {**ONE, name: {**ONE[name], "own_action": 4, "mechanism": 4, "result": ONE[name]["result"] + 1}}
    row = bar_raiser_view(apart, {1})["rounds"][0]["told"]["rows"][0]
    assert row["title"] == "Two levels or more apart: own action; mechanism, loop closed."
    assert not row["near"]


def test_all_is_told_at_the_end() -> None:
    """Are both rounds set beside each other once both are closed?"""
    view = bar_raiser_view(OURS, {1, 2})
    assert view["all"]["trend"].startswith("Kappa in round one 1.00, in round two 1.00")
    assert view["all"]["facts"][3][1] == "of 72 ratings the same"


def test_choices_are_kept_and_found_again() -> None:
    """Does a face that is made anew go on where the last one stopped, rating by rating?"""
    face = BarRaiser()
    face._take({"answer": bars()[0].name, "part": "result", "level": 2})
    face._take({"answer": bars()[0].name, "part": "result", "level": 3})
    assert kept(SHELF) == {bars()[0].name: {"result": 3}}
    assert BarRaiser().said[bars()[0].name] == {"result": 3}
    _rate(face, 1)
    face._take({"compare": 1})
    again = BarRaiser().view["rounds"]
    assert again[0]["told"]
    assert again[1]["done"] == 0


def test_a_round_cannot_be_closed_early_nor_rated_after() -> None:
    """Is our side closed while a rating is missing, and are the ratings closed when it is open?"""
    face = BarRaiser()
    face._take({"compare": 1})
    assert face.view["rounds"][0]["told"] is None
    _rate(face, 1, step=1)
    before = face.said
    face._take({"compare": 1})
    _rate(face, 1)
    assert face.said == before
    _rate(face, 2)
    assert face.view["rounds"][1]["done"] == 6


@pytest.mark.parametrize(
    "wish",
    [
        None, 3, [], "x", {}, {"answer": "unknown", "part": "result", "level": 3}, {"compare": 3}, {"compare": "1"},
        {"answer": bars()[0].name}, {"answer": bars()[0].name, "part": [1], "level": 3},
    ],
)  # fmt: skip
def test_what_is_no_wish(wish: object) -> None:
    """Does what the browser should not say change nothing?"""
    face = BarRaiser()
    face._take(wish)
    assert not any(face.said.values())
    assert kept(SHELF) == {}


@pytest.mark.parametrize("level", [0, 6, 2.0, True, "3", None, [3]])
def test_what_is_no_rating(level: object) -> None:
    """Is what the browser or an edited file says checked?"""
    face = BarRaiser()
    face._take({"answer": bars()[0].name, "part": "result", "level": level})
    assert face.said[bars()[0].name] == {}
    keep(SHELF, bars()[0].name, dict.fromkeys(PARTS, level))
    assert BarRaiser().said[bars()[0].name] == {}


def test_rating_when_it_cannot_be_kept() -> None:
    """Does rating go on, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = BarRaiser()
    assert "another version" in face.trouble
    _rate(face, 1)
    face._take({"compare": 1})
    assert face.view["rounds"][0]["told"]
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine?"""
    face = BarRaiser()
    before = repr(face), face.static_html()
    _rate(face, 1)
    assert (repr(BarRaiser()), BarRaiser().static_html()) == before


def test_static_html() -> None:
    """Can all of it be read without a kernel, with our side folded away?"""
    page = BarRaiser().static_html()
    assert page.count("<details>") == 12
    assert "<script" not in page
    assert json.loads(json.dumps(bar_raiser_view(OURS, {1, 2}))) == bar_raiser_view(OURS, {1, 2})
