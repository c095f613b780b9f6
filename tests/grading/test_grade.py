"""A batch with broken submissions in it, on the real engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import builders
import pytest
from grading import course

from emptychair import EmptyChairError
from emptychair.grading import GradeReport, SubmissionResult, grade, init

KILL = "import os, signal; os.kill(os.getppid(), signal.SIGKILL)"


def students_in_gradebook(root: Path) -> set[str]:
    """Who is in the gradebook, read without nbgrader."""
    with closing(sqlite3.connect(root / "gradebook.db")) as book:
        return {name for (name,) in book.execute("select id from student")}


def by_student(report: GradeReport) -> dict[str, SubmissionResult]:
    """The submissions by name."""
    return {submission.student: submission for submission in report.submissions}


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GradeReport, list[tuple[int, int, str]]]:
    """Six hand-ins, most of them broken, graded once; and what the progress bar was told."""
    root = course.instance(tmp_path_factory.mktemp("batch"))
    course.hand_in(root, "123", course.assignment())
    course.hand_in(root, "bo", course.assignment()).write_text("<html>login</html>")
    course.hand_in(root, "cy", course.assignment()).unlink()
    twice = course.assignment()
    twice.cells.append(builders.tests("pass", grade_id="double-tests", points=2))
    course.hand_in(root, "di", twice)
    killer = course.assignment()
    killer.cells.insert(0, builders.code(KILL, id="kill"))
    course.hand_in(root, "eve", killer)
    course.hand_in(root, "zoe", course.assignment(shout="return text"))
    told: list[tuple[int, int, str]] = []
    report = grade(root, course.ASSIGNMENT, on_progress=lambda done, total, one: told.append((done, total, str(one))))
    return root, report, told


@pytest.mark.sandbox
def test_grade_goes_on_after_every_fault(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Are the good ones graded, whoever stands between them, and one with a copied cell like any other?"""
    _, report, _ = batch
    found = by_student(report)
    assert {name: (one.status, one.points) for name, one in found.items() if name != "eve"} == {
        "123": ("graded", 5.0),
        "bo": ("failed", 0.0),
        "cy": ("missing", 0.0),
        "di": ("graded", 5.0),
        "zoe": ("graded", 2.0),
    }
    assert not report.complete


@pytest.mark.sandbox
def test_grade_leaves_nothing_of_a_failed_submission(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Are gradebook and autograded/ free of those who were not graded?"""
    root, _, _ = batch
    assert students_in_gradebook(root) == {"123", "di", "eve", "zoe"}
    assert sorted(path.name for path in (root / "autograded").iterdir()) == ["123", "di", "eve", "zoe"]


@pytest.mark.sandbox
def test_grade_tells_its_progress(batch: tuple[Path, GradeReport, list[tuple[int, int, str]]]) -> None:
    """Is the bar moved once at the start and once per submission?"""
    _, report, told = batch
    assert [(done, total) for done, total, _ in told] == [
        (number, len(report.submissions)) for number in range(len(report.submissions) + 1)
    ]


@pytest.mark.sandbox
def test_grade_says_what_the_failing_cell_said(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Is the assertion's own sentence in the result?"""
    _, report, _ = batch
    cell = by_student(report)["zoe"].notebooks[0].cells[1]
    assert (cell.grade_id, cell.message, cell.error) == ("shout-tests", "shout in capitals", "AssertionError")


def refuse_source_tree(root: Path) -> str:
    (root / "src" / "emptychair").mkdir(parents=True)
    return r"kit's own source.*Run `emptychair init FOLDER`"


def refuse_no_course(root: Path) -> str:
    (root / "nbgrader_config.py").unlink()
    (root / "solutions").rename(root / "elsewhere")
    return r"nbgrader_config\.py is missing.*make one with `emptychair init FOLDER`"


def refuse_taken_name(root: Path) -> str:
    (root / "autograded").touch()
    return r"autograded cannot be made \(File exists\)"


@pytest.mark.parametrize("spoil", [refuse_source_tree, refuse_no_course, refuse_taken_name])
def test_grade_when_the_folder_will_not_do(tmp_path: Path, spoil: Callable[[Path], str]) -> None:
    """Is it said before nbgrader is even started, and nothing written?"""
    root = course.instance(tmp_path)
    course.hand_in(root, "ana")
    with pytest.raises(EmptyChairError, match=spoil(root)):
        grade(root, course.ASSIGNMENT)
    assert not (root / "gradebook.db").exists()


def test_grade_when_the_path_is_a_pattern(tmp_path: Path) -> None:
    """Is a course folder that nbgrader would misread refused?"""
    root = init(tmp_path / "spring [1]", root=course.kit(tmp_path / "kit"))
    with pytest.raises(EmptyChairError, match="Rename it"):
        grade(root, course.ASSIGNMENT)


def test_grade_when_the_assignment_is_broken(tmp_path: Path) -> None:
    """Is a source that nbgrader refuses named, with nothing graded?"""
    root = course.instance(tmp_path)
    course.hand_in(root, "ana")
    broken = builders.notebook(builders.solution("### BEGIN SOLUTION\n1", grade_id="open"))
    builders.save(broken, root / "solutions" / course.ASSIGNMENT / "small.ipynb")
    with pytest.raises(EmptyChairError, match=rf"{course.ASSIGNMENT} .*cannot be graded: .*open"):
        grade(root, course.ASSIGNMENT)
    assert not (root / "autograded" / "ana").exists()


@pytest.mark.sandbox
@pytest.mark.parametrize("source", ["solutions", "source"])
def test_grade_without_settings(tmp_path: Path, source: str) -> None:
    """Is a folder that only holds what is handed in and what it is graded against enough?"""
    builders.save(course.assignment(), tmp_path / source / course.ASSIGNMENT / "small.ipynb")
    course.hand_in(tmp_path, "ana", course.assignment(shout="return text"))
    assert by_student(grade(tmp_path, course.ASSIGNMENT))["ana"].points == 2
    assert students_in_gradebook(tmp_path) == {"ana"}
    assert (tmp_path / "autograded" / "ana" / course.ASSIGNMENT / "small.ipynb").is_file()
