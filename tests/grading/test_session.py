"""From submissions to the gradebook and back: journal, lock, resume, what is done again and what is not."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import builders
import pytest
from grading import course, dump, outcomes

from emptychair._errors import EmptyChairError
from emptychair.grading import GradeReport, grade
from emptychair.grading._lock import only_grader

WRONG_SHOUT = {"shout": "return text"}


@pytest.fixture
def spring(small_kit: Path, tmp_path: Path, reading: type[outcomes.Pool]) -> Path:  # noqa: ARG001  (it must be in place)
    """A course folder with three hand-ins."""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    course.hand_in(root, "ana", course.assignment())
    course.hand_in(root, "bo", course.assignment(**WRONG_SHOUT))
    course.hand_in(root, "cy")
    return root


def run(root: Path, *students: str, force: bool = False) -> GradeReport:
    """Grade the small assignment."""
    return grade(root, course.ASSIGNMENT, students=students or None, force=force)


def book(root: Path) -> dict[str, list[dict[str, object]]]:
    """What the gradebook says."""
    return dump.dump(f"sqlite:///{root / 'gradebook.db'}")


def graded(root: Path, student: str) -> Path:
    """The graded notebook."""
    return root / "autograded" / student / course.ASSIGNMENT / "small.ipynb"


def test_grade_makes_what_nbgrader_makes(spring: Path, reading: type[outcomes.Pool]) -> None:
    """Are points in the gradebook, and graded notebooks in their folder, read-only?"""
    report = run(spring)
    assert {one.student: one.points for one in report.submissions} == {"ana": 5.0, "bo": 2.0, "cy": 0.0}
    assert reading.graded == ["ana", "bo", "cy"]
    assert graded(spring, "ana").stat().st_mode & 0o777 == 0o444
    assert sorted(row["auto_score"] for row in book(spring)["grade"]) == [0, 0, 0, 2, 2, 3]
    assert [row["auto_comment"] for row in book(spring)["comment"]].count("No response.") == 1


def test_second_run_grades_nothing_again(spring: Path, reading: type[outcomes.Pool]) -> None:
    """Is what has not changed left alone, and reported all the same?"""
    first = run(spring)
    before = book(spring), graded(spring, "ana").stat().st_mtime_ns
    reading.graded.clear()
    assert run(spring) == first
    assert reading.graded == []
    assert (book(spring), graded(spring, "ana").stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda root: course.hand_in(root, "bo", course.assignment()), ["bo"]),
        (
            lambda root: builders.save(
                course.assignment(double="return number + number"),
                root / "solutions" / course.ASSIGNMENT / "small.ipynb",
            ),
            [],
        ),
        (
            lambda root: (root / "solutions" / course.ASSIGNMENT / "table.csv").write_text("a,b\n"),
            ["ana", "bo", "cy"],
        ),
        (lambda root: (root / "submitted" / "cy" / course.ASSIGNMENT / "notes.txt").write_text("hm"), ["cy"]),
        (lambda root: (root / "submitted" / "cy" / course.ASSIGNMENT / "small.ipynb").touch(), []),
    ],
    ids=["other-answer", "other-solution", "other-data", "other-file", "touched"],
)
def test_what_changed_is_graded_again(
    spring: Path, reading: type[outcomes.Pool], change: object, again: list[str]
) -> None:
    """Is exactly that graded again which may come out differently?"""
    run(spring)
    reading.graded.clear()
    assert callable(change)
    change(spring)
    run(spring)
    assert reading.graded == again


def test_force_grades_again(spring: Path, reading: type[outcomes.Pool]) -> None:
    """Does --force mean everybody who was asked for?"""
    run(spring)
    reading.graded.clear()
    run(spring, "ana", force=True)
    assert reading.graded == ["ana"]


@pytest.mark.parametrize("lost", ["gradebook.db", "autograded", "both"])
def test_what_is_lost_comes_back_from_the_journal(spring: Path, reading: type[outcomes.Pool], lost: str) -> None:
    """Is a gradebook or a graded folder that is gone made again without grading?"""
    run(spring)
    before = book(spring)
    reading.graded.clear()
    if lost != "autograded":
        (spring / "gradebook.db").unlink()
    if lost != "gradebook.db":
        shutil.rmtree(spring / "autograded")
    run(spring)
    assert reading.graded == []
    assert book(spring) == before
    assert graded(spring, "bo").is_file()


def test_a_half_written_entry_counts_for_nothing(spring: Path, reading: type[outcomes.Pool]) -> None:
    """Is a journal entry that a full disk cut short graded again?"""
    run(spring)
    reading.graded.clear()
    (entry,) = (spring / ".emptychair" / "journal" / course.ASSIGNMENT / "ana").iterdir()
    entry.write_text(entry.read_text()[:100])
    run(spring)
    assert reading.graded == ["ana"]


def test_what_a_person_gave_is_kept(spring: Path) -> None:
    """Do manual points and comments survive, and does the cell wait for another look only when graded again?"""
    run(spring)
    with sqlite3.connect(spring / "gradebook.db") as db:
        db.execute("update grade set manual_score = 1.5, needs_manual_grade = 0 where auto_score = 3")
        db.execute("update comment set manual_comment = 'well done'")
    db.close()
    report = run(spring)
    assert {one.student: one.points for one in report.submissions}["ana"] == 3.5
    assert not any(one.needs_manual_grade for one in report.submissions)
    run(spring, "ana", force=True)
    (row,) = [row for row in book(spring)["grade"] if row["manual_score"] == 1.5]
    assert (row["auto_score"], row["needs_manual_grade"]) == (3.0, True)
    assert {row["manual_comment"] for row in book(spring)["comment"]} == {"well done"}


def test_a_broken_resubmission_leaves_the_good_result(spring: Path) -> None:
    """Is the earlier result kept when what was handed in later cannot be read?"""
    run(spring)
    before = book(spring)
    (spring / "submitted" / "ana" / course.ASSIGNMENT / "small.ipynb").write_text("{")
    report = run(spring)
    assert [one.status for one in report.submissions] == ["failed", "graded", "graded"]
    assert book(spring) == before
    assert graded(spring, "ana").is_file()


def test_instructors_files_win_over_the_learners(spring: Path) -> None:
    """Do graded folders hold the learner's files beside the instructor's, without links?"""
    (spring / "solutions" / course.ASSIGNMENT / "data").mkdir()
    (spring / "solutions" / course.ASSIGNMENT / "data" / "shop.csv").write_text("true\n")
    folder = spring / "submitted" / "ana" / course.ASSIGNMENT
    (folder / "data").write_text("in the way")
    (folder / "own.txt").write_text("mine")
    (folder / "secret.txt").symlink_to(spring / "nbgrader_config.py")
    (folder / "timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
    run(spring)
    found = graded(spring, "ana").parent
    assert {path.relative_to(found).as_posix() for path in found.rglob("*") if path.is_file()} == {
        "data/shop.csv",
        "own.txt",
        "small.ipynb",
        "timestamp.txt",
    }


def test_a_plugin_that_fails_spoils_one_submission_only(spring: Path) -> None:
    """Is a fault in the course's own code a reason in the report?"""
    (spring / "late.py").write_text(
        "from nbgrader.plugins import LateSubmissionPlugin\n"
        "class Late(LateSubmissionPlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return {'ana': 1.0, 'cy': 5.0}[student_id]\n"
    )
    with (spring / "nbgrader_config.py").open("a") as file:
        file.write(
            "import sys\nsys.path.insert(0, str(Path(__file__).resolve().parent))\n"
            "c.AssignLatePenalties.plugin_class = 'late.Late'\n"
        )
    run(spring)
    with sqlite3.connect(spring / "gradebook.db") as db:
        db.execute("update assignment set duedate = '2026-01-01 00:00:00.000000'")
    db.close()
    (spring / "receipts.csv").write_text(
        "student,assignment,received\n"
        + "".join(
            f"{who},{course.ASSIGNMENT},2026-01-0{day} 10:00\n" for who, day in (("ana", 2), ("bo", 3), ("cy", 4))
        )
    )
    report = run(spring)
    assert [one.status for one in report.submissions] == ["graded", "failed", "graded"]
    assert "KeyError: 'bo'" in report.submissions[1].reason
    penalties = {row["late_submission_penalty"] for row in book(spring)["submitted_notebook"]}
    assert penalties == {1.0, None, 0.0}  # never more than was earned


def test_two_graders_at_once(spring: Path) -> None:
    """Does the second say who is at work, and does a note that was left behind not matter?"""
    with (
        only_grader(spring),
        pytest.raises(EmptyChairError, match=r"being graded already \(on .* by process \d+ since"),
    ):
        run(spring)
    (spring / ".emptychair" / "grader.json").write_text('{"host": "gone", "pid": "1", "since": "long ago"}')
    assert run(spring).complete


def test_an_assignment_that_cannot_be_registered(spring: Path) -> None:
    """Is a test cell that was added after grading said to be what nbgrader does not accept?"""
    run(spring)
    notebook = course.assignment()
    notebook.cells.append(builders.tests("assert True", grade_id="late-tests", points=1))
    builders.save(notebook, spring / "solutions" / course.ASSIGNMENT / "small.ipynb")
    with pytest.raises(EmptyChairError, match="Cannot add or remove cells"):
        run(spring)
