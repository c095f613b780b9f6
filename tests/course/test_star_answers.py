"""Assignment 06 with real submissions: full marks, planted wrong answers, untouched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from emptychair._process import environment
from emptychair.grading import GradeReport, grade, init

ROOT = Path(__file__).resolve().parents[2]
NAME = "06_star_answers"
NOTEBOOK = "star_answers.ipynb"
MIDDLING = (
    "At our bike shop in March many repairs were late. "
    "I looked at two weeks of repair slips and saw that in most cases a part was missing. "
    "I added a line for parts to the intake form. Late repairs fell from 19 to 3 in June."
)

Change = Callable[[nbformat.NotebookNode], None]


def _cell(notebook: nbformat.NotebookNode, grade_id: str) -> nbformat.NotebookNode:
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def _shares_in_counts(notebook: nbformat.NotebookNode) -> None:
    """Planted: counts words instead of shares."""
    cell = _cell(notebook, "component-shares")
    cell.source = cell.source.replace("round(100 * n / total, 1)", "n")


def _last_one_wins(notebook: nbformat.NotebookNode) -> None:
    """Planted: the last sentence of a component replaces the ones before; a middling repair; an essay as own answer."""
    cell = _cell(notebook, "component-shares")
    cell.source = cell.source.replace("counts.get(component, 0) + len(text.split())", "len(text.split())")
    _cell(notebook, "repair").source = f"%%answer repair --question recurring_complaint\n{MIDDLING}"
    _cell(notebook, "own-answer").source = (
        "%%answer own_answer --question recurring_complaint\n"
        "Customers matter most to me. I always listen to them and I would do anything to make them happy."
    )


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: answers of the visible tests as constants."""
    cell = _cell(notebook, "component-shares")
    cell.source = (
        "def component_shares(parts):\n"
        '    known = {2: {"situation": 40.0, "action": 60.0}, 3: {"action": 70.0, "result": 30.0}, 0: {}}\n'
        "    return known[len(parts)]"
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GradeReport]:
    """Five hand-ins, graded by real nbgrader in a course folder of their own."""
    patch = pytest.MonkeyPatch()
    patch.chdir(ROOT)
    root = init(tmp_path_factory.mktemp("course") / "instance")
    patch.undo()
    changes: dict[str, Change | None] = {
        "full": lambda _: None,
        "counts": _shares_in_counts,
        "half": _last_one_wins,
        "constants": _constants,
        "untouched": None,
    }
    for student, change in changes.items():
        source = ROOT / ("solutions" if change else "exercises") / NAME / NOTEBOOK
        notebook = nbformat.read(source, as_version=4)
        if change:
            change(notebook)
        folder = root / "submitted" / student / NAME
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / NOTEBOOK)
    return root, grade(root, NAME)


def _points(report: GradeReport, student: str) -> dict[str, float]:
    (found,) = [one for one in report.submissions if one.student == student]
    return {cell.grade_id: cell.points for cell in found.notebooks[0].cells}


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: tuple[Path, GradeReport]) -> None:
    """Does the solution earn all 12 points, and an untouched copy none, with the same message everywhere?"""
    _, found = report
    assert sum(_points(found, "full").values()) == 12
    (untouched,) = [one for one in found.submissions if one.student == "untouched"]
    assert untouched.points == 0
    assert {cell.message for cell in untouched.notebooks[0].cells} == {"not answered yet"}


def test_planted_wrong_answers_score_what_they_should(report: tuple[Path, GradeReport]) -> None:
    """Is each part worth its points alone, whatever is wrong elsewhere?"""
    _, found = report
    counts = _points(found, "counts")
    assert counts["component-shares-proportion"] == counts["component-shares-sum"] == 0
    assert counts["repair-gain"] == 4
    half = _points(found, "half")
    assert half["component-shares-proportion"] == half["component-shares-empty"] == 1
    assert half["component-shares-sum"] == 0
    assert 0.5 < half["repair-gain"] < 4
    assert half["own-answer-score"] < 1.5
    assert 3 < sum(half.values()) < 8


def test_constants_do_not_pass(report: tuple[Path, GradeReport]) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    _, found = report
    assert sum(points for cell, points in _points(found, "constants").items() if cell.startswith("component")) == 0


@pytest.mark.timeout(120)
def test_feedback_and_export(report: tuple[Path, GradeReport]) -> None:
    """Do plain nbgrader's feedback and export work on it?"""
    root, _ = report
    for line in (["generate_feedback", NAME], ["export"]):
        subprocess.run([sys.executable, "-m", "nbgrader", *line], cwd=root, env=environment(), check=True)
    assert (root / "feedback" / "half" / NAME / "star_answers.html").stat().st_size > 10_000
    assert "full" in (root / "grades.csv").read_text(encoding="utf-8")
