"""The questions by id."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from emptychair import EmptyChairError, _questions
from emptychair._data import data_path
from emptychair._questions import question_text

BANK = tomllib.loads(data_path("questions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", BANK)
def test_question_when_asked(name: str) -> None:
    """Is the id a slug, and the wording one line?"""
    text = question_text(name)
    assert name == name.lower()
    assert name.isidentifier()
    assert text == " ".join(text.split())
    assert text[-1] in ".?"


def test_questions_when_compared() -> None:
    """Is no question asked twice?"""
    wordings = [entry["text"].lower() for entry in BANK.values()]
    assert len(set(wordings)) == len(wordings)


@pytest.mark.parametrize(("wrong", "near"), [("angry_custommer", "angry_customer"), ("unspoken-need", "unspoken_need")])
def test_question_when_misspelled(wrong: str, near: str) -> None:
    """Is the nearest id named first?"""
    with pytest.raises(EmptyChairError, match=rf"no question '{wrong}' in data/questions\.toml\. Did you mean {near}"):
        question_text(wrong)


@pytest.mark.parametrize("wrong", ["", "zzzz", "🐕", "../questions"])
def test_question_when_nothing_is_near(wrong: str) -> None:
    """Are some ids named all the same, in one line?"""
    with pytest.raises(EmptyChairError) as told:
        question_text(wrong)
    assert any(name in str(told.value) for name in BANK)
    assert "\n" not in str(told.value)


def test_question_when_the_bank_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a kit without its data say which file and what to do?"""
    monkeypatch.setattr("emptychair._data._FOLDERS", (tmp_path,))
    _questions.question_entries.cache_clear()
    with pytest.raises(EmptyChairError, match=r"data/questions\.toml is missing; install Empty Chair again"):
        question_text("angry_customer")
