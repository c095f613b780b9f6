"""How a problem reads."""

from __future__ import annotations

from pathlib import Path

from emptychair.notebooks import Problem


def test_problem_is_one_line_when_its_parts_are_not() -> None:
    """Does a message with a line break still print as one line?"""
    problem = Problem(Path("lessons") / "01_a.ipynb", None, "misnamed", "Two\nlines.", "Mend it.")
    assert str(problem) == "lessons/01_a.ipynb: Two lines. Mend it."
