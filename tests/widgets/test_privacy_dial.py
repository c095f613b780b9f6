"""PrivacyDial without a browser."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import shop
from emptychair._progress import HOME, keep, kept
from emptychair.widgets import PrivacyDial
from emptychair.widgets.privacy_dial import NAME, SHELF, START, dial_view, leak_chance, outcome, reason_checks, table

ROWS = pd.DataFrame(
    {
        "weeks": [0, 26, 78],
        "accuracy": [0.2, 0.3, 0.32],
        "days_saved": [0, 300, 400],
        "early_usd": [0.0, 90.0, 100.0],
        "trust_lost": [0.01, 0.03, 0.05],
        "leak_usd": [0.0, 400.0, 1000.0],
    }
)
REASON = "13 weeks: parcels come sooner, and a leak would take 3 points of trust."


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


@pytest.mark.parametrize(
    ("weeks", "chance", "said"),
    [
        (0, 50, "$0 from parcels sent ahead, and $0 times 50 % lost in a leak. Together $0."),
        (26, 0, "$90 from parcels sent ahead, and $400 times 0 % lost in a leak. Together $90."),
        (26, 50, "$90 from parcels sent ahead, and $400 times 50 % lost in a leak. Together −$110."),
        (52, 10, "$95 from parcels sent ahead, and $700 times 10 % lost in a leak. Together $25."),
    ],
)
def test_expected_gain(weeks: float, chance: float, said: str) -> None:
    """Is what is earned less the chance of a leak times what it costs?"""
    assert dial_view(ROWS, weeks, chance)["expected"].endswith(said)


@given(st.floats(0, 78), st.floats(0, 100))
def test_any_place_of_the_dials(weeks: float, chance: float) -> None:
    """Is every place between two rows between their numbers, and plain data?"""
    view = dial_view(ROWS, weeks, chance)
    assert 20 <= float(view["facts"][0][0].removesuffix(" %")) <= 32
    assert json.loads(json.dumps(view)) == view


def test_dial_is_quick() -> None:
    """Does a place of the dial take less than 20 ms once the table is there?"""
    rows = table()
    start = time.process_time()
    for weeks in range(50):
        dial_view(rows, weeks, 20)
    assert (time.process_time() - start) / 50 < 0.02


def test_chance_is_that_of_the_record() -> None:
    """Is the chance that of one leak in the weeks on record, over half a year?"""
    assert (shop.load().incidents["incident"] == "data leak").sum() == 1
    assert leak_chance() == pytest.approx(28.3, abs=0.1)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("", [False, False, False]),
        ("Because we can.", [False, False, False]),
        (REASON, [True, True, True]),
        ("Less can be stolen.", [False, True, False]),
        ("You wait 2 days less.", [True, False, True]),
    ],
)
def test_what_a_reason_names(text: str, there: list[bool]) -> None:
    """Are the gain, the risk and a number seen, and only where they are?"""
    assert [it["there"] for it in reason_checks(text)] == there


def test_rows_that_are_handed_over() -> None:
    """Does the face show the table of the lesson, where there is one?"""
    face = PrivacyDial(ROWS)
    assert face.view == dial_view(ROWS, START, face.chance)
    assert "30.0 of 100" in face.static_html()


def test_decision_needs_a_reason_and_is_kept() -> None:
    """Is nothing decided without a reason, and is a decision told, kept and there again?"""
    face = PrivacyDial()
    face.weeks = 13.0
    face._decide(face, {"decide": True}, [])
    assert face.decided == {}
    face.reason = REASON
    face._decide(face, {"decide": True}, [])
    assert face.decided["outcome"] == outcome(table(), 13)
    assert kept(SHELF)[NAME] == {"weeks": 13.0, "reason": REASON}
    again = PrivacyDial()
    assert (again.weeks, again.reason, again.decided) == (13.0, REASON, face.decided)


@pytest.mark.parametrize(
    "entry", [None, 3, {}, {"weeks": 99, "reason": "x"}, {"weeks": True, "reason": "x"}, {"weeks": 3, "reason": 4}]
)
def test_view_when_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, NAME, entry)
    face = PrivacyDial()
    assert (face.weeks, face.decided) == (START, {})


def test_text_form_does_not_depend_on_what_is_kept() -> None:
    """Does nbval see the same lesson whatever was decided?"""
    before = (repr(PrivacyDial()), PrivacyDial().static_html())
    keep(SHELF, NAME, {"weeks": 3, "reason": REASON})
    assert (repr(PrivacyDial()), PrivacyDial().static_html()) == before
