"""Metadata where the fixtures cannot reach: exercises, and nonsense."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

from emptychair.notebooks import Role, dumps
from emptychair.notebooks.rules import RULES, Subject


def fired(cell: object, role: Role) -> set[str]:
    """The rules that fire on a notebook with one cell, in that role."""
    nb = builders.notebook(cell)  # type: ignore[arg-type]
    folder = {
        "lesson": "lessons/01_a.ipynb",
        "solution": "solutions/01_a/a.ipynb",
        "exercise": "exercises/01_a/a.ipynb",
    }
    subject = Subject(Path(folder[role]), role, dumps(nb), nb)
    return {problem.rule for rule in RULES for problem in rule.problems(subject)}


def test_locks_pass_only_when_the_notebook_is_released() -> None:
    """Are nbgrader's own locks and checksums fine in exercises and strays elsewhere?"""
    cell = builders.solution("x = 1", grade_id="x")
    cell.metadata["deletable"] = False
    cell.metadata.nbgrader["checksum"] = "0" * 32
    assert fired(cell, "exercise") == set()
    assert fired(cell, "solution") == {"stray_cell_metadata", "nbgrader_schema"}


@pytest.mark.parametrize("nonsense", [{}, "yes", None, []])
def test_nbgrader_metadata_is_stray_when_it_is_no_mapping_with_content(nonsense: object) -> None:
    """Does nonsense under nbgrader's key give a line, not a traceback?"""
    cell = builders.markdown("text")
    cell.metadata["nbgrader"] = nonsense
    assert fired(cell, "lesson") == {"stray_cell_metadata"}
