"""The predictions of the lessons."""

from __future__ import annotations

import tomllib

import pytest

from emptychair import EmptyChairError
from emptychair._data import data_path
from emptychair._predictions import prediction, predictions_of

FILES = sorted(data_path("predictions").glob("*.toml"))
ENTRIES = [
    (path.stem, name, entry)
    for path in FILES
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()
]
FIELDS = {"question": str, "reveal": str, "unit": str, "source": str, "choices": list}
NUMBERS = {"low", "high", "start", "step", "truth"}


@pytest.mark.parametrize(("lesson", "name", "entry"), ENTRIES)
def test_entry_of_a_data_file(lesson: str, name: str, entry: dict[str, object]) -> None:
    """Does each entry have what the face needs, a truth within reach, and a name of its own?"""
    assert {"question", "reveal"} <= entry.keys() <= FIELDS.keys() | NUMBERS
    assert all(isinstance(value, FIELDS.get(key, int | float)) for key, value in entry.items())
    assert str(entry["question"]).endswith("?")
    assert [it for _, it, _ in ENTRIES].count(name) == 1
    asked = prediction(name)
    assert asked.choices or asked.low <= asked.start <= asked.high
    assert not (asked.choices and asked.unit)
    assert asked.truth is None or asked.allows(asked.truth)
    assert asked.lesson == lesson
    assert data_path("..").joinpath("lessons", f"{lesson}.ipynb").exists()


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        (0, True),
        (100, True),
        (22.5, True),
        (101, False),
        (-1, False),
        (True, False),
        ("5", False),
        (float("nan"), False),
    ],
)
def test_allows_a_number(value: object, allowed: bool) -> None:
    """Are only numbers between the ends an answer?"""
    assert prediction("stories_told").allows(value) is allowed


@pytest.mark.parametrize(
    ("value", "allowed"), [(0, True), (4.0, True), (5, False), (1.5, False), (-1, False), (None, False)]
)
def test_allows_a_choice(value: object, allowed: bool) -> None:
    """Are only places of choices an answer?"""
    assert prediction("toledo_weakest").allows(value) is allowed


def test_prediction_when_misspelled() -> None:
    """Is the likely one named?"""
    with pytest.raises(EmptyChairError, match="Did you mean stories_told"):
        prediction("story_told")


def test_predictions_of_a_lesson_without_any() -> None:
    """Is a lesson that asks nothing no error?"""
    assert predictions_of("99_none") == ()
