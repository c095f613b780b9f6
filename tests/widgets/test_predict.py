"""Predict and Recap without a browser."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair._predictions import prediction
from emptychair._progress import HOME, keep, kept, progress_path
from emptychair.widgets import Predict, Recap
from emptychair.widgets.predict import SHELF, truth_of

REVEAL = prediction("stories_told").reveal[:30]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path))


def test_view_before_a_commitment() -> None:
    """Is neither the truth nor the explanation anywhere in what the browser gets?"""
    face = Predict("stories_told")
    sent = json.dumps(face.get_state(["view", "committed", "trouble"]))
    assert "23" not in sent
    assert REVEAL not in sent


def test_commit_opens_and_is_kept() -> None:
    """Does committing tell the outcome in numbers and keep the answer?"""
    face = Predict("stories_told")
    face.committed = 50.0
    assert face.view["outcome"] == "You said 50 %. It is 23 %."
    assert face.view["reveal"][0].startswith(REVEAL)
    assert kept(SHELF) == {"stories_told": {"said": 50.0, "truth": 23}}


def test_first_commitment_stands() -> None:
    """Is it the first answer that is kept, also when the cell is run again?"""
    face = Predict("stories_told")
    face.committed = 50.0
    face.committed = 23.0
    assert face.view["said"] == 50
    again = Predict("stories_told")
    assert again.view["outcome"] == "You said 50 %. It is 23 %."


@pytest.mark.parametrize("value", [101.0, -1.0, float("nan"), None])
def test_commit_when_it_is_no_answer(value: float | None) -> None:
    """Does it stay closed?"""
    face = Predict("stories_told")
    face.committed = value
    assert face.view["said"] is None
    assert kept(SHELF) == {}


def test_commit_a_choice() -> None:
    """Are choices told in words?"""
    face = Predict("toledo_weakest")
    face.committed = 2.0
    assert face.view["outcome"] == "You said Result. It is Mechanism, loop closed."


def test_commit_when_it_cannot_be_kept() -> None:
    """Does the answer open all the same, and is the trouble said?"""
    progress_path().write_text('{"schema": 2, "kept": {}}')
    face = Predict("stories_told")
    face.committed = 50.0
    assert face.view["said"] == 50
    assert face.trouble.startswith("Not kept for later: ")


@pytest.mark.parametrize("entry", [None, 3, {}, {"said": "x"}, {"said": 1000}])
def test_view_when_what_was_kept_is_nonsense(entry: object) -> None:
    """Is an edited file no error?"""
    keep(SHELF, "stories_told", entry)
    assert Predict("stories_told").view["said"] is None


def test_truth_from_the_lesson() -> None:
    """Can the lesson say what is so?"""
    face = Predict("stories_told", truth=31.25)
    face.committed = 40.0
    assert face.view["outcome"] == "You said 40 %. It is 31.25 %."


def test_truth_when_nobody_says() -> None:
    """Is a prediction without a truth refused before a learner meets it?"""
    unknown = replace(prediction("stories_told"), truth=None)
    with pytest.raises(EmptyChairError, match="hand it over as `truth`"):
        truth_of(unknown, None)


def test_text_form_is_the_same_whatever_was_kept() -> None:
    """Does nbval see the same lesson on every machine?"""
    before = (repr(Predict("stories_told")), Predict("stories_told").static_html(), repr(Recap("06_star_answers")))
    Predict("stories_told").committed = 10.0
    after = (repr(Predict("stories_told")), Predict("stories_told").static_html(), repr(Recap("06_star_answers")))
    assert before == after


def test_recap() -> None:
    """Does it put what was said beside what was so, and say what was not predicted?"""
    Predict("stories_told", truth=30).committed = 50.0
    said = [(row["said"], row["truth"]) for row in Recap("06_star_answers").rows]
    assert said == [("50 %", "30 %"), ("", ""), ("", "")]
