"""Assignment 06 with real submissions: full marks, planted wrong answers, untouched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from course.hand_ins import Change, cell, graded, points, submission

from emptychair._process import environment
from emptychair.grading import GradeReport

NAME = "06_star_answers"
MIDDLING = (
    "At our bike shop in March many repairs were late. "
    "I looked at two weeks of repair slips and saw that in most cases a part was missing. "
    "I added a line for parts to the intake form. Late repairs fell from 19 to 3 in June."
)


def _shares_in_counts(notebook: nbformat.NotebookNode) -> None:
    """Planted: counts words instead of shares."""
    shares = cell(notebook, "component-shares")
    shares.source = shares.source.replace("round(100 * n / total, 1)", "n")


def _last_one_wins(notebook: nbformat.NotebookNode) -> None:
    """Planted: the last sentence of a component replaces the ones before; a middling repair; an essay as own answer."""
    shares = cell(notebook, "component-shares")
    shares.source = shares.source.replace("counts.get(component, 0) + len(text.split())", "len(text.split())")
    cell(notebook, "repair").source = f"%%answer repair --question recurring_complaint\n{MIDDLING}"
    cell(notebook, "own-answer").source = (
        "%%answer own_answer --question recurring_complaint\n"
        "Customers matter most to me. I always listen to them and I would do anything to make them happy."
    )


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: answers of the visible tests as constants."""
    cell(notebook, "component-shares").source = (
        "def component_shares(parts):\n"
        '    known = {2: {"situation": 40.0, "action": 60.0}, 3: {"action": 70.0, "result": 30.0}, 0: {}}\n'
        "    return known[len(parts)]"
    )


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GradeReport]:
    """Five hand-ins, graded by real nbgrader in a course folder of their own."""
    changes: dict[str, Change | None] = {
        "full": lambda _: None,
        "counts": _shares_in_counts,
        "half": _last_one_wins,
        "constants": _constants,
        "untouched": None,
    }
    return graded(tmp_path_factory.mktemp("course"), NAME, changes)


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: tuple[Path, GradeReport]) -> None:
    """Does the solution earn all 12 points, and an untouched copy none, with the same message everywhere?"""
    _, found = report
    assert sum(points(found, "full").values()) == 12
    untouched = submission(found, "untouched")
    assert untouched.points == 0
    assert {it.message for it in untouched.notebooks[0].cells} == {"not answered yet"}


def test_planted_wrong_answers_score_what_they_should(report: tuple[Path, GradeReport]) -> None:
    """Is each part worth its points alone, whatever is wrong elsewhere?"""
    _, found = report
    counts = points(found, "counts")
    assert counts["component-shares-proportion"] == counts["component-shares-sum"] == 0
    assert counts["repair-gain"] == 4
    half = points(found, "half")
    assert half["component-shares-proportion"] == half["component-shares-empty"] == 1
    assert half["component-shares-sum"] == 0
    assert 0.5 < half["repair-gain"] < 4
    assert half["own-answer-score"] < 1.5
    assert 3 < sum(half.values()) < 8


def test_constants_do_not_pass(report: tuple[Path, GradeReport]) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    _, found = report
    assert sum(earned for name, earned in points(found, "constants").items() if name.startswith("component")) == 0


@pytest.mark.timeout(120)
def test_feedback_and_export(report: tuple[Path, GradeReport]) -> None:
    """Do plain nbgrader's feedback and export work on it?"""
    root, _ = report
    for line in (["generate_feedback", NAME], ["export"]):
        subprocess.run([sys.executable, "-m", "nbgrader", *line], cwd=root, env=environment(), check=True)
    assert (root / "feedback" / "half" / NAME / "star_answers.html").stat().st_size > 10_000
    assert "full" in (root / "grades.csv").read_text(encoding="utf-8")
