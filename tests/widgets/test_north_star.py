"""NorthStar without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept
from emptychair.practice.north_star import case
from emptychair.widgets import NorthStar
from emptychair.widgets.north_star import NAME, SHELF, star_view

OURS = {it.name: it.serves for it in case().items}


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_nothing_is_told_before_all_is_linked() -> None:
    """Is neither our link nor our reason in what the browser gets, and no share while an item is open?"""
    face = NorthStar()
    sent = json.dumps(face.get_state(["view", "said"]))
    assert not any(it.why in sent for it in case().items)
    face.said = {"links": dict(list(OURS.items())[:-1]), "told": True}
    assert (face.view["left"], face.view["drift"], face.view["told"]) == (1, "", [])


def test_links_are_kept_and_compared() -> None:
    """Do all links give drift and orphans, does comparing tell our reasons, and is everything there again afterwards?"""
    face = NorthStar()
    mine = {**OURS, "points": "message"}
    face.said = {"links": mine, "told": False}
    assert face.view["drift"] == "29 %"
    assert face.view["orphans"] == [dict(case().promises)["person"]]
    assert kept(SHELF)[NAME] == {"links": mine, "told": False}
    face.said = {"links": mine, "told": True}
    words = {it["title"]: it["word"] for it in face.view["told"]}
    assert words["Double loyalty points if the refund is taken as a voucher"] == "You: P2; we: no promise"
    assert NorthStar().view == face.view


def test_our_own_links() -> None:
    """Does the view say the same as the reading that it is compared with?"""
    view = star_view(case(), OURS, True)
    assert view["drift"] == "39 %"
    assert view["ours"] == "By our reading 39 % of the effort drifts; promises without work: 1."
    assert all(it["near"] for it in view["told"])


@pytest.mark.parametrize("entry", [None, 3, {"links": []}, {"links": {"points": "cheap", "unknown": ""}}])
def test_what_cannot_be_a_link(entry: object) -> None:
    """Is anything else than an item and a promise left out?"""
    keep(SHELF, NAME, entry)
    assert NorthStar().said == {"links": {}, "told": False}


def test_own_backlog() -> None:
    """Can one bring promises and a backlog, without reasons of ours and without keeping?"""
    face = NorthStar(["In two hours."], [("Read scans", 6), ("Logo", 2)])
    face.said = {"links": {"item0": "promise0", "item1": ""}, "told": True}
    assert (face.view["drift"], face.view["keyed"], face.view["told"]) == ("25 %", False, [])
    assert kept(SHELF) == {}
