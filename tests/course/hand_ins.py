"""Hand-ins of one assignment, changed in one place each, graded by real nbgrader in a course folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
import pytest

from emptychair.grading import GradeReport, SubmissionResult, grade, init

ROOT = Path(__file__).resolve().parents[2]
Change = Callable[[nbformat.NotebookNode], None]


def cell(notebook: nbformat.NotebookNode, grade_id: str) -> nbformat.NotebookNode:
    """The cell with this grade id."""
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def graded(folder: Path, assignment: str, changes: Mapping[str, Change | None]) -> tuple[Path, GradeReport]:
    """Grade a changed copy of the solution for each student; without a change it is an untouched exercise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        root = init(folder / "instance")
    for student, change in changes.items():
        for source in (ROOT / ("solutions" if change else "exercises") / assignment).glob("*.ipynb"):
            notebook = nbformat.read(source, as_version=4)
            if change:
                change(notebook)
            submitted = root / "submitted" / student / assignment
            submitted.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, submitted / source.name)
    return root, grade(root, assignment)


def submission(report: GradeReport, student: str) -> SubmissionResult:
    """What a student got."""
    (found,) = [one for one in report.submissions if one.student == student]
    return found


def points(report: GradeReport, student: str) -> dict[str, float]:
    """Points by graded cell."""
    return {it.grade_id: it.points for it in submission(report, student).notebooks[0].cells}


def full_and_untouched(report: GradeReport, most: float) -> None:
    """The solution (``full``) earns everything; a copy that nobody touched earns nothing, and says so in every cell."""
    assert sum(points(report, "full").values()) == most
    untouched = submission(report, "untouched")
    assert untouched.points == 0
    assert {it.message for it in untouched.notebooks[0].cells} == {"not answered yet"}
