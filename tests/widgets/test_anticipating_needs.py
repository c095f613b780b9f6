"""The faces of lesson 02 without a browser: what is shown when, what is kept, and what an edited file can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import AnticipatoryShipping, ContactCentre, NextPurchase, Predict, Stockroom, stockroom
from emptychair.widgets import anticipatory_shipping as shipping
from emptychair.widgets import contact_centre as centre
from emptychair.widgets import next_purchase as following
from emptychair.widgets._base import Face
from emptychair.widgets._desk import texts
from emptychair.widgets._orders import mondays
from emptychair.widgets._purchases import SOURCES, cases
from emptychair.widgets._stockroom_view import stockroom_view


def _bet(name: str) -> None:
    keep("predictions", name, {"said": 50})


def _shipping() -> AnticipatoryShipping:
    """Of somebody who has made the bet."""
    _bet(shipping.BET)
    return AnticipatoryShipping()


SHELVES: tuple[tuple[Callable[[], Face], Any, dict[str, Any]], ...] = (
    (NextPurchase, following, {"guess": "lamps"}),
    (Stockroom, stockroom, {"style": "clip"}),
    (_shipping, shipping, {"threshold": 33}),
    (ContactCentre, centre, {"tag": "late"}),
)
ALL_LATE = {str(it.contact_id): "late" for it in texts()}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.mark.parametrize(("make", "home", "wish"), SHELVES)
def test_choice_is_kept_and_text_form_is_not_changed(make: Callable[[], Any], home: Any, wish: dict[str, Any]) -> None:
    """Does a new face show the choice, and nbval the same text and page as before?"""
    face = make()
    before = (repr(face), face.static_html(), json.dumps(face.view))
    face._take(wish)
    again = make()
    assert list(kept(home.SHELF)) == [home.NAME]
    assert json.dumps(again.view) != before[2]
    assert (repr(again), again.static_html()) == before[:2]
    assert len(repr(again)) <= 110


@pytest.mark.parametrize(("make", "home", "_wish"), SHELVES)
@pytest.mark.parametrize(
    "entry", [None, 3, [], "x", {"tags": 5, "tried": {}}, {"flannel": 3, "threshold": "x", "420": 7}]
)
def test_what_was_kept_is_nonsense(make: Callable[[], Any], home: Any, _wish: object, entry: object) -> None:
    """Is an edited file no error, and is it as if nothing had been kept?"""
    fresh = make().view
    keep(home.SHELF, home.NAME, entry)
    assert make().view == fresh


@pytest.mark.parametrize(("make", "_home", "_wish"), SHELVES)
@pytest.mark.parametrize(
    "wish",
    [
        *(None, 3, "x", [], {}, {"at": 99}, {"at": "x"}),
        *({"guess": "cars"}, {"style": "sofa"}, {"order": 5}, {"tag": "x"}),
        {"tag": []},
        {"where": []},
        {"fixes": ["carrier"]},
        {"keep": []},
        {"threshold": True},
        {"source": []},
        {"guess": []},
    ],
)
def test_wish_that_is_none(make: Callable[[], Any], _home: object, _wish: object, wish: object) -> None:
    """Does whatever a page may send that is no choice leave the face as it was?"""
    face = make()
    before = face.view
    face._take(wish)
    assert face.view == before


@pytest.mark.parametrize(("make", "_home", "wish"), SHELVES)
def test_trouble_is_said(make: Callable[[], Any], _home: object, wish: dict[str, Any]) -> None:
    """Is a choice shown that could not be kept, and the trouble said?"""
    face = make()
    progress_path().write_text('{"schema": 2, "kept": {}}')
    before = face.view
    face._take(wish)
    assert face.view != before
    assert face.trouble.startswith("Not kept for later: ")


@pytest.mark.parametrize(
    ("make", "home", "tells"), [(NextPurchase, following, "overall"), (AnticipatoryShipping, shipping, "verdict")]
)
def test_what_answers_a_bet_waits_for_it(make: Callable[[], Any], home: Any, tells: str) -> None:
    """Is it nowhere in the view before, does the face say what it waits for, and does it open when the bet is made?"""
    face = make()
    assert not face.view.get(tells)
    assert face.view["waits"].endswith("?")
    face._take({"threshold": 20, "source": SOURCES[2]})
    assert not face.view.get(tells)
    truth = 48 if home is following else None
    Predict(home.BET, truth=truth).committed = 30.0
    assert face.view[tells]
    assert not face.view.get("waits")
    assert make().view[tells]


def test_next_purchase_is_told_after_the_guess() -> None:
    """Is what came nowhere in the view before, and does the first guess stand?"""
    face = NextPurchase()
    first = cases()[0]
    assert first.came_name not in json.dumps(face.view)
    face._take({"guess": "kettles"})
    face._take({"guess": first.came})
    assert f"{first.came_name}: {first.came}. You said kettles." in face.view["told"]["outcome"]
    assert face.view["score"].startswith("First guesses right, of 1: you 0, the chain ")


def test_next_purchase_by_another_source() -> None:
    """Do the source's chances and its honesty come with it, and is the guess left alone?"""
    _bet(following.BET)
    face = NextPurchase()
    summary = face.view["overall"]["chart"]["summary"]
    face._take({"source": SOURCES[3]})
    assert face.view["overall"]["chart"]["summary"] != summary
    assert face.view["guess"] is None


def test_stockroom_step_by_step() -> None:
    """Does a style bring terms, an order the outcome and the weeks that came, and can neither be changed after?"""
    face = Stockroom()
    assert face.view["terms"] == []
    face._take({"order": 100})
    assert face.view["order"] is None
    face._take({"style": "clip"})
    face._take({"style": "flannel"})
    assert "$30.85" in " ".join(face.view["terms"])
    assert {len(it["points"]) for it in face.view["chart"]["lines"]} == {12}
    face._take({"order": 200})
    face._take({"style": "clip"})
    face._take({"order": 1})
    assert (face.view["style"], face.view["order"]) == ("flannel", 200)
    assert ["10", "wanted and not there"] in face.view["told"]["facts"]
    assert sorted(len(it["points"]) for it in face.view["chart"]["lines"]) == [12, 12, 12, 20]


def test_stockroom_when_the_wrong_style_was_ordered() -> None:
    """Is it said which one took off, and what its empty shelf cost?"""
    view = stockroom_view({"quiet": {"style": "bright", "order": 111}}, 2)
    assert view["told"]["head"] == "Quiet kettle took off. You ordered bright raincoat instead."
    assert view["told"]["text"].startswith(
        "Of quiet kettle the usual order of 70 pieces sold out: 59 more were wanted, $1,956"
    )


def test_stockroom_sums_up_after_the_third_monday() -> None:
    """Are the three Mondays added up when all are there, and not before?"""
    said = {it.name: {"style": it.takes_off, "order": it.style(it.takes_off).advised} for it in mondays()}
    assert stockroom_view(dict(list(said.items())[:2]), 0)["score"] == ""
    score = stockroom_view(said, 0)["score"]
    assert "3 of 3 styles" in score
    assert score.count("$10,940") == 2


@pytest.mark.parametrize(
    ("dials", "words"),
    [
        ({"threshold": 20, "gain": 8, "cost": 2}, "C / (B + C) is 20 %; your line is on it."),
        ({"threshold": 5, "gain": 8, "cost": 2}, "your line is below it."),
        ({"threshold": 60, "gain": 8, "cost": 2}, "above it. Nothing is sent."),
        ({"threshold": 30, "gain": 2, "cost": 8}, "C / (B + C) is 80 %; your line is below it."),
    ],
)
def test_shipping_verdict(dials: dict[str, int], words: str) -> None:
    """Is the line compared with C / (B + C)?"""
    view = shipping.shipping_view({**dials, "keep": shipping.ALL})
    assert words in view["verdict"]
    assert json.loads(json.dumps(view)) == view


def test_shipping_when_nothing_is_kept() -> None:
    """Is nothing sent, and is everything kept drawn beside it?"""
    view = shipping.shipping_view({**shipping.START, "keep": "nothing"})
    assert [value for value, _ in view["facts"]] == ["0", "0", "0", "$0"]
    assert [it["name"] for it in view["trade"]["lines"]] == ["kept: nothing", "kept: everything", "you"]


def test_contact_centre_opens_when_all_is_tagged() -> None:
    """Is what texts are about told only then, and can no fix be tried before?"""
    face = ContactCentre()
    for place in range(len(texts())):
        assert (face.view["told"], face.view["where"], face.view["result"]) == (None, None, None)
        assert face.view["at"] == place
        face._take({"fixes": ["carrier"]})
        face._take({"tag": texts()[place].tag})
    assert face.view["told"]["head"] == "10 of 10 tagged as the shop knows them to be."
    assert face.view["told"]["apart"] == []
    face._take({"tag": "late"})
    assert face.view["told"]["apart"] == []


def test_contact_centre_puts_what_was_tried_side_by_side() -> None:
    """Is the last try first, each once, with its rate, and is the cause named where nothing changed?"""
    tried = [["phones"], ["carrier"], ["chart", "carrier"]]
    face = ContactCentre()
    keep(centre.SHELF, centre.NAME, {"tags": ALL_LATE, "tried": []})
    face = ContactCentre()
    for fixes in (*tried, ["phones"]):
        face._take({"fixes": fixes})
    result = face.view["result"]
    assert "the cause is where it was" in result["head"]
    assert [row[1] for row in result["rows"]] == ["15.8", "12.4", "13.9"]
    assert face.view["chosen_fixes"] == ["phones"]
