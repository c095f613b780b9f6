"""What learners get back: nothing of a hidden test, whatever it left behind."""

from __future__ import annotations

from typing import Any

import builders
import pytest

from emptychair.grading._hide_tests import HideTests

SOURCE = (
    'got = double(2)\nassert got == 4, f"double(2) gave {got}"\n'
    '### BEGIN HIDDEN TESTS\nassert double(7919) == 15838, "the secret number"\n### END HIDDEN TESTS\nassert got'
)
HIDDEN = ("7919", "15838", "secret", "HIDDEN")


def failure(name: str, value: str, line: int, text: str) -> Any:
    """An error as the engine writes it down."""
    trace = ["Traceback (most recent call last):\n", f"  Cell In[3], line {line}\n    {text}\n", f"{name}: {value}\n"]
    return builders.raised(name, value) | {"traceback": trace}


def ipythons(name: str, value: str, arrow: int) -> Any:
    """An error as a kernel writes it down: lines around the one that failed, in colors."""
    lines = [f"{'---->' if n == arrow else '     '} {n} {text}" for n, text in enumerate(SOURCE.split("\n"), 1)]
    return builders.raised(name, value) | {
        "traceback": ["\x1b[0;31m" + "\n".join(lines) + "\x1b[0m", f"{name}: {value}"]
    }


VISIBLE = 'assert got == 4, f"double(2) gave {got}"'
BEHIND = 'assert double(7919) == 15838, "the secret number"'


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (failure("AssertionError", "double(2) gave 5", 2, VISIBLE), "AssertionError: double(2) gave 5"),
        (ipythons("AssertionError", "double(2) gave 5", 2), "AssertionError: double(2) gave 5"),
        (failure("AssertionError", "the secret number", 4, BEHIND), "A hidden test did not pass."),
        (ipythons("AssertionError", "the secret number", 4), "A hidden test did not pass."),
        (failure("TypeError", "unsupported operand", 4, BEHIND), "A hidden test did not pass."),
        (failure("KeyError", "7919", 2, VISIBLE), "A hidden test did not pass."),
        (builders.raised("AssertionError", "who knows where from"), "A hidden test did not pass."),
        (builders.printed("trying 7919\n"), "A hidden test did not pass."),
        (builders.shown({"text/plain": "15838"}), "A hidden test did not pass."),
        (builders.printed("all is well\n"), "all is well"),
        (builders.shown({"text/plain": "1.5"}), "1.5"),
    ],
)
def test_hidden_tests_leave_no_trace(output: Any, told: str) -> None:
    """Is what learners may know kept, and everything else cut?"""
    cell = builders.graded(builders.code(SOURCE, outputs=[output]), grade_id="double-tests", points=2, grade=True)
    found, _ = HideTests().preprocess_cell(cell, {}, 0)
    said = str(found)
    assert told in said
    assert not [word for word in HIDDEN if word in said]
    assert "assert got" in found.source


def test_cells_without_hidden_tests_are_left_alone() -> None:
    """Does an ordinary cell keep its whole traceback?"""
    cell = builders.code("1 / 0", outputs=[builders.raised("ZeroDivisionError", "division by zero")])
    before = str(cell)
    assert str(HideTests().preprocess_cell(cell, {}, 0)[0]) == before
