"""TrustLedger without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair import shop
from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import TrustLedger
from emptychair.widgets.trust_ledger import FIRST, MOST, NAME, SHELF, ledger_view, readable


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_view_is_the_ledger() -> None:
    """Are the lines those of the shop's ledger, with and without the events, and the facts read off them?"""
    events = [(8, "north_carrier"), (20, "fix"), (21, "told")]
    view = ledger_view(events)
    drawn = [[y for _, y in line["points"]] for line in view["lines"]]
    for line, scheduled in zip(drawn, (events, []), strict=True):
        assert line == pytest.approx((100 * shop.ledger(scheduled)["trust"]).tolist(), abs=0.01)
    assert view["marks"] == [{"x": 8, "text": "1"}, {"x": 20, "text": "2, 3"}]
    assert view["facts"][0][0] == f"{drawn[0][-1] - drawn[1][-1]:+.0f}".replace("-", "−")
    assert view["facts"][3][0] == "19.5"
    assert json.loads(json.dumps(view)) == view


def test_effect_of_an_event_is_against_the_ledger_without_it() -> None:
    """Does a withdrawal say what it takes, a repair what it brings, and an apology that it moves nothing?"""
    effects = [row["effect"] for row in ledger_view([(5, "kettle_seal"), (8, "apology"), (9, "told")])["rows"]]
    assert effects[0].startswith("−21 points at once")
    assert effects[1] == "±0 points at once, ±0 by order 40"
    assert effects[2].startswith("+")


@pytest.mark.parametrize(
    ("events", "back"),
    [
        ([], "No order loses trust."),
        ([(8, "kettle_seal")], "Order 23 is the first at which trust is back where it was before order 8."),
        ([(30, "kettle_seal")], "After 40 orders trust is not back where it was before order 30."),
    ],
)
def test_way_back(events: list[tuple[int, str]], back: str) -> None:
    """Is it said how long the worst loss takes to be made good, if at all?"""
    assert ledger_view(events)["back"] == back


@pytest.mark.parametrize(
    "events",
    [None, 3, "x", {}, [[]], [[1]], [["1", "late"]], [[True, "late"]], [[0, "late"]], [[41, "fix"]], [[3, "gift"]]],
)
def test_what_cannot_be_scheduled(events: object) -> None:
    """Is nonsense left out?"""
    assert readable(events) == ()


def test_events_are_kept_in_order() -> None:
    """Are they sorted, at most so many, kept, and there again with the next face?"""
    face = TrustLedger()
    assert readable(face.events) == FIRST
    face.events = [[30, "fix"], [4, "late"]]
    assert kept(SHELF)[NAME] == [[4, "late"], [30, "fix"]]
    assert TrustLedger().events == [[4, "late"], [30, "fix"]]
    assert len(readable([[n, "late"] for n in range(1, 30)])) == MOST
    face.events = []
    assert TrustLedger().events == []


def test_trouble_is_said() -> None:
    """Is a file that cannot be written no error but a sentence?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = TrustLedger()
    face.events = [[4, "late"]]
    assert face.view["rows"][0]["name"] == "late"
    assert face.trouble.startswith("Not kept for later: ")


def test_text_form_does_not_depend_on_what_is_kept() -> None:
    """Does nbval see the same lesson whatever was scheduled?"""
    before = (repr(TrustLedger()), TrustLedger().static_html())
    keep(SHELF, NAME, [[3, "leak"]])
    assert (repr(TrustLedger()), TrustLedger().static_html()) == before
