"""Why a cell did not earn its points, as the graded notebook tells it."""

from __future__ import annotations

import builders
import pytest

from emptychair.grading._gradebook import _why


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (builders.raised("NotAnswered", "not answered yet"), ("NotAnswered", "not answered yet")),
        (builders.raised("AssertionError", "shout in capitals"), ("AssertionError", "shout in capitals")),
        (builders.raised("AssertionError", ""), ("AssertionError", "AssertionError")),
        (builders.raised("NameError", "name 'x' is not defined"), ("NameError", "NameError: name 'x' is not defined")),
        (builders.raised("KeyboardInterrupt", ""), ("KeyboardInterrupt", "KeyboardInterrupt")),
        (builders.printed("careful\n", name="stderr"), ("", "it wrote to stderr: careful")),
        (builders.printed("all is well"), ("", "")),
    ],
    ids=["not-answered", "assertion", "bare-assertion", "other-error", "no-text", "stderr", "stdout"],
)
def test_why_speaks_for_the_output(output: dict[str, object], expected: tuple[str, str]) -> None:
    """Is the reason a sentence where there is one, and named where there is none?"""
    assert _why(builders.code("double(2)", outputs=[output])) == expected


def test_why_when_the_learner_deleted_the_cell() -> None:
    """Is a test cell that is gone said to be gone?"""
    assert _why(None) == ("", "the cell is missing from the submission")
