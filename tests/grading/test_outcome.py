"""The values that the engine hands on."""

from __future__ import annotations

import pytest

from emptychair.grading._outcome import CellOutcome, NotebookOutcome, Outcome

CELLS = (
    CellOutcome("a", 1.5, 2.0, "auto"),
    CellOutcome("b", 0.0, 3.0, "manual", True, "a person grades this"),
    CellOutcome("c", 0.0, 0.0, "solution", False, "No response."),
)
GRADED = Outcome("ana", "ps1", "graded", (NotebookOutcome("p1", CELLS, '{"cells": []}'),), "", "sandboxed", 0.1, 0.2)


def test_from_json_gives_the_same_value() -> None:
    """Does an outcome survive the way to another machine and back?"""
    assert Outcome.from_json(GRADED.to_json()) == GRADED
    assert GRADED.notebooks[0].points == 1.5


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"notebooks": 3}', '{"notebooks": [{"cells": [7]}]}'])
def test_from_json_when_it_is_something_else(text: str) -> None:
    """Is it one kind of error, whatever arrives?"""
    with pytest.raises(ValueError, match=r"."):
        Outcome.from_json(text)
