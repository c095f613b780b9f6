"""The three decks without a browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import Cases, PrincipleMap, WhoIsTheCustomer
from emptychair.widgets._deck import NAME, DeckFace, deck_view

DECKS = (WhoIsTheCustomer, PrincipleMap, Cases)


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def _right(face: DeckFace) -> dict[str, list[int]]:
    return {case.name: sorted(case.right) for case in face.deck.cases}


@pytest.mark.parametrize("kind", DECKS)
def test_view_before_a_case_is_judged(kind: type[DeckFace]) -> None:
    """Is nothing of our judgment in what the browser gets, and only that of judged cases later?"""
    face = kind()
    reasons = {case.name: [option.because for option in case.options if option.because] for case in face.deck.cases}
    sent = json.dumps(face.view, ensure_ascii=False)
    assert not any(why in sent for some in reasons.values() for why in some)
    first, *others = face.deck.cases
    face.said = {first.name: [0]}
    sent = json.dumps(face.view, ensure_ascii=False)
    assert all(why in sent for why in reasons[first.name])
    assert not any(why in sent for case in others for why in reasons[case.name])


@pytest.mark.parametrize("kind", DECKS)
def test_all_right_and_kept(kind: type[DeckFace]) -> None:
    """Is everything judged as we do said to be so, kept, and there when the cell is run again?"""
    face = kind()
    face.said = _right(face)
    assert face.view["summary"]["facts"][0][0] == f"{len(face.deck.cases)} of {len(face.deck.cases)}"
    assert face.view["summary"]["words"] == "Nothing was missed."
    assert kept(face.shelf)[NAME] == _right(face)
    assert kind().view == face.view


def test_what_was_told_stays() -> None:
    """Can a judged case not be judged again, and can everything be begun anew?"""
    face = WhoIsTheCustomer()
    face.said = {"night-ward": [0]}
    face.said = {"night-ward": [1], "ramp": [1]}
    assert face.said == {"night-ward": [0], "ramp": [1]}
    face.said = {}
    assert face.view["done"] == 0
    assert kept(face.shelf)[NAME] == {}


@pytest.mark.parametrize("chosen", [[], [9], [-1], ["0"], [True], 0, None, "x", [0, 1], [[0]]])
def test_what_is_no_judgment(chosen: object) -> None:
    """Is what the browser or an edited file says checked?"""
    face = WhoIsTheCustomer()
    face.said = {"night-ward": chosen, "unknown": [0]}
    assert face.said == {}
    keep(face.shelf, NAME, {"night-ward": chosen})
    assert WhoIsTheCustomer().view["done"] == 0


def test_told_in_words() -> None:
    """Does every option say whether it is shown and who said so, not by color alone?"""
    face = PrincipleMap()
    face.said = {"seed-drawer": [0, 1]}
    told = face.view["cases"][0]["told"]
    assert [row["word"] for row in told["rows"]] == [
        "shown · you and we",
        "not shown · you",
        "shown · we",
        "not shown",
        "shown · we",
    ]
    assert told["verdict"] == "We see it differently: Dive Deep; Customer Obsession; Earn Trust."
    cases = Cases()
    cases.said = {"cancel_flow": [0]}
    told = cases.view["cases"][2]["told"]
    assert [(row["word"], bool(row["why"])) for row in told["rows"]] == [("you", False), ("our reading · we", True)]


def test_summary_names_what_was_missed() -> None:
    """Is the part that was missed most named?"""
    face = WhoIsTheCustomer()
    said = _right(face) | {"school-bus": [0], "parents-app": [0], "ramp": [0], "month-end": [1]}
    view = deck_view(face.deck, said)
    assert view["summary"]["facts"] == [["4 of 8", "judged as we do"]]
    assert view["summary"]["words"] == "What was missed: absent (3), internal (1)."
    cases = Cases()
    view = deck_view(cases.deck, _right(cases) | {"cancel_flow": [0]})
    assert view["summary"]["words"] == "What was missed: The customer paid for something else (1)."


def test_judge_when_it_cannot_be_kept() -> None:
    """Is it told all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Cases()
    face.said = {"cord": [0]}
    assert face.view["cases"][0]["told"]
    assert face.trouble.startswith("Not kept for later: ")


@pytest.mark.parametrize("kind", DECKS)
def test_text_form_is_the_same_whatever_was_kept(kind: type[DeckFace]) -> None:
    """Does nbval see the same lesson on every machine, and can all be read without a kernel?"""
    face = kind()
    before = (repr(face), face.static_html())
    face.said = _right(face)
    assert (repr(kind()), kind().static_html()) == before
    assert before[1].count("<details>") == len(face.deck.cases)
    assert "<script" not in before[1]
