"""A batch with broken submissions in it, on real nbgrader."""

from __future__ import annotations

import os
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
    if os.name == "posix":
        killer = course.assignment()
        killer.cells.insert(0, builders.code(KILL, id="kill"))
        course.hand_in(root, "eve", killer)
    course.hand_in(root, "zoe", course.assignment(shout="return text"))
    told: list[tuple[int, int, str]] = []
    report = grade(root, course.ASSIGNMENT, on_progress=lambda done, total, one: told.append((done, total, str(one))))
    return root, report, told


def test_grade_goes_on_after_every_fault(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Are the good ones graded, whoever stands between them?"""
    _, report, _ = batch
    found = by_student(report)
    assert (found["123"].points, found["123"].max_points) == (5.0, 5.0)
    assert (found["zoe"].points, found["zoe"].max_points) == (2.0, 5.0)
    assert {name: one.status for name, one in found.items() if name not in {"123", "zoe", "eve"}} == {
        "bo": "failed",
        "cy": "missing",
        "di": "failed",
    }
    assert not report.complete


def test_grade_leaves_nothing_of_a_failed_submission(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Are gradebook and autograded/ free of those who were not graded?"""
    root, _, _ = batch
    assert students_in_gradebook(root) == {"123", "zoe"}
    assert sorted(path.name for path in (root / "autograded").iterdir()) == ["123", "zoe"]


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal on Windows")
def test_grade_when_a_submission_kills_the_grader(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Does it cost its owner the grade, and nobody else?"""
    _, report, _ = batch
    eve = by_student(report)["eve"]
    assert eve.status == "failed"
    assert eve.reason.startswith(f"submitted/eve/{course.ASSIGNMENT} was not graded (nbgrader ended without an answer")


def test_grade_tells_its_progress(batch: tuple[Path, GradeReport, list[tuple[int, int, str]]]) -> None:
    """Is the bar moved once at the start and once per submission?"""
    _, report, told = batch
    assert [(done, total) for done, total, _ in told] == [
        (number, len(report.submissions)) for number in range(len(report.submissions) + 1)
    ]


def test_grade_says_what_the_failing_cell_said(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Is the assertion's own sentence in the result?"""
    _, report, _ = batch
    cell = by_student(report)["zoe"].notebooks[0].cells[1]
    assert (cell.grade_id, cell.message, cell.error) == ("shout-tests", "shout in capitals", "AssertionError")


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal on Windows")
def test_grade_keeps_the_old_result_when_the_new_one_fails(batch: tuple[Path, GradeReport, list[object]]) -> None:
    """Does a second hand-in that cannot be graded leave the first one's grades alone?"""
    root, before, _ = batch
    path = root / "autograded" / "123" / course.ASSIGNMENT / "small.ipynb"
    text = path.read_bytes()
    killer = course.assignment(double="return 0")
    killer.cells.append(builders.code(KILL, id="kill"))
    course.hand_in(root, "123", killer)
    (failed,) = grade(root, course.ASSIGNMENT, students=["123"]).submissions
    assert failed.status == "failed"
    assert path.read_bytes() == text
    # back to what was handed in first: it counts as graded, and is read instead of run
    course.hand_in(root, "123", course.assignment())
    os.utime(path, (path.stat().st_mtime + 3600,) * 2)
    (again,) = grade(root, course.ASSIGNMENT, students=["123"]).submissions
    assert again == by_student(before)["123"]


def refuse_source_tree(root: Path) -> str:
    (root / "src" / "emptychair").mkdir(parents=True)
    return r"kit's own source.*Run `emptychair init FOLDER`"


def refuse_no_course(root: Path) -> str:
    (root / "nbgrader_config.py").unlink()
    return r"is not a course folder.*Make one with `emptychair init FOLDER`"


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
    with pytest.raises(
        EmptyChairError, match=rf"{course.ASSIGNMENT} could not be registered in the gradebook \(.*open"
    ):
        grade(root, course.ASSIGNMENT)
    assert not (root / "autograded" / "ana").exists()
