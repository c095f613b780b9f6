"""The course that ``nbgrader quickstart`` makes: another's notebooks, graded as nbgrader grades them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from emptychair._process import environment
from emptychair.grading._bundle import Bundle
from emptychair.grading._layout import Layout
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading.engine import Pool

pytestmark = pytest.mark.sandbox
ANSWERS = {
    "solved": {},
    "wrong-sum": {"sum_of_squares": "def sum_of_squares(n):\n    return sum(range(n))"},
    "own-squares": {"sum_of_squares": "def sum_of_squares(n):\n    return sum(i * i for i in range(1, n + 1))"},
    "no-error": {"squares": "def squares(n):\n    return [i ** 2 for i in range(1, n + 1)]"},
    "no-such-function": {"squares": "def sqaures(n):\n    return []"},
}
Scores = dict[str, dict[str, float]]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A quickstart course with an assignment handed in by everybody."""
    root = tmp_path_factory.mktemp("quickstart") / "course"
    nbgrader(root.parent, "quickstart", "course")
    for student, answers in ANSWERS.items():
        folder = root / "submitted" / student / "ps1"
        shutil.copytree(root / "source" / "ps1", folder)
        path = folder / "problem1.ipynb"
        notebook = json.loads(path.read_text())
        for cell in notebook["cells"]:
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            cell["source"] = answers.get(name, cell["source"])
        path.write_text(json.dumps(notebook))
    return root


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command."""
    line = [sys.executable, "-m", "nbgrader", *arguments]
    subprocess.run(line, cwd=folder, env=environment(), capture_output=True, check=True)


def by_stock(root: Path) -> Scores:
    """What nbgrader itself gives."""
    from nbgrader.api import Gradebook

    nbgrader(root, "generate_assignment", "ps1")
    nbgrader(root, "autograde", "ps1")
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        return {
            one.student.id: {
                grade.name: float(grade.auto_score or 0) for part in one.notebooks for grade in part.grades
            }
            for one in book.assignment_submissions("ps1")
        }


def by_us(root: Path) -> dict[str, Outcome]:
    """What this engine gives."""
    layout = Layout.read(root)
    with Pool(Bundle.read(root, "ps1"), workers=2, hide=(root,)) as pool:
        return {one.student: one for one in pool.run(Submission.read(layout, "ps1", name) for name in ANSWERS)}


@pytest.mark.timeout(240)
def test_scores_are_nbgraders(course: Path) -> None:
    """Are header, manual answers, tasks, errors and the trick with ``del`` graded alike, cell by cell?"""
    ours = {
        student: {
            cell.grade_id: cell.points for one in outcome.notebooks for cell in one.cells if cell.kind != "solution"
        }
        for student, outcome in by_us(course).items()
    }
    assert ours == by_stock(course)


def test_reasons_are_told(course: Path) -> None:
    """Does a lost point come with the reason, and what a person grades with a flag?"""
    found = by_us(course)
    cells = {cell.grade_id: cell for one in found["own-squares"].notebooks for cell in one.cells}
    assert cells["sum_of_squares_uses_squares"].reason == "sum_of_squares does not use squares"
    assert (cells["part-a"].kind, cells["part-a"].needs_manual, cells["part-a"].max_points) == ("manual", True, 1.0)
    assert cells["squares"].kind == "solution"
    header = json.loads(found["solved"].notebooks[0].document)["cells"][1]
    assert "NAME" in "".join(header["source"]) or found["solved"].notebooks[0].name == "problem1"
