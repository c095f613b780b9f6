"""The main job, from a course folder to grades, feedback and a CSV: real nbgrader, real gradebook."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from grading import course

from emptychair._process import environment
from emptychair.grading import GradeReport, grade


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GradeReport]:
    """Three hand-ins, graded: full marks, half right, untouched."""
    root = course.instance(tmp_path_factory.mktemp("end_to_end"))
    course.hand_in(root, "full", course.assignment())
    course.hand_in(root, "half", course.assignment(shout="return text"))
    course.hand_in(root, "untouched")
    return root, grade(root, course.ASSIGNMENT)


def nbgrader(root: Path, *arguments: str) -> None:
    """Run plain nbgrader in the course folder, as an instructor would."""
    line = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(line, cwd=root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_grades_are_as_designed(graded: tuple[Path, GradeReport]) -> None:
    """Does each get what the answers are worth?"""
    _, report = graded
    assert report.complete
    assert {one.student: (one.points, one.max_points, one.needs_manual_grade) for one in report.submissions} == {
        "full": (5.0, 5.0, False),
        "half": (2.0, 5.0, False),
        "untouched": (0.0, 5.0, False),
    }


def test_untouched_says_not_answered_yet(graded: tuple[Path, GradeReport]) -> None:
    """Is that the whole message in every cell?"""
    _, report = graded
    (untouched,) = [one for one in report.submissions if one.student == "untouched"]
    assert {(cell.message, cell.error) for cell in untouched.notebooks[0].cells} == {
        ("not answered yet", "NotImplementedError")
    }


def test_grading_leaves_the_course_alone(graded: tuple[Path, GradeReport]) -> None:
    """Are exercises and solutions as they were, with only the working folders added?"""
    root, _ = graded
    kit = root.parent / "kit"
    for part in ("exercises", "solutions"):
        copied = root / part / course.ASSIGNMENT / "small.ipynb"
        assert copied.read_bytes() == (kit / part / course.ASSIGNMENT / "small.ipynb").read_bytes()
    assert {path.name for path in root.iterdir()} - {path.name for path in kit.iterdir()} == {
        ".emptychair",
        "autograded",
        "gradebook.db",
        "submitted",
    }


@pytest.mark.timeout(120)
def test_plain_nbgrader_makes_feedback_and_a_csv(graded: tuple[Path, GradeReport]) -> None:
    """Do the instructor's usual commands work on our results?"""
    root, _ = graded
    nbgrader(root, "generate_feedback", course.ASSIGNMENT)
    page = (root / "feedback" / "half" / course.ASSIGNMENT / "small.html").read_text(encoding="utf-8")
    assert "Score: 2.0 / 5.0" in page
    assert "shout in capitals" in page
    nbgrader(root, "export")
    with (root / "grades.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert rows == {"full": 5.0, "half": 2.0, "untouched": 0.0}
