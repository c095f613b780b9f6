"""One report, three readers."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from rich.console import Console

from emptychair.grading import CellResult, GradeReport, NotebookResult, SubmissionResult, table, to_json, to_junit


def graded(student: str, *cells: CellResult, manual: bool = False) -> SubmissionResult:
    """A graded submission of one notebook."""
    return SubmissionResult(student, "06_small", "graded", (NotebookResult("small", cells),), needs_manual_grade=manual)


def shown(report: GradeReport) -> str:
    """The table as a terminal shows it, without colors."""
    console = Console(width=100, color_system=None)
    with console.capture() as captured:
        console.print(table(report))
    return captured.get()


FULL = CellResult("double-tests", 2.0, 2.0)
NONE = CellResult("shout-tests", 0.0, 3.0, "not answered yet", "NotImplementedError")
LOST = SubmissionResult("cy", "06_small", "failed", reason="submitted/cy/06_small/small.ipynb is not a notebook.")


def test_table_names_points_and_status() -> None:
    """Does a row say student, points, of, status, and a lost one no points?"""
    rows = [
        line.split("│")[1:5] for line in shown(GradeReport("06_small", (graded("ana", FULL, NONE), LOST))).split("\n")
    ]
    cells = [[cell.strip() for cell in row] for row in rows if row]
    assert cells == [["ana", "2", "5", "graded"], ["cy", "-", "-", "failed"]]


def test_table_when_a_name_looks_like_markup() -> None:
    """Is a name shown as it is?"""
    assert "[bold]ana" in shown(GradeReport("06_small", (graded("[bold]ana", FULL),)))


def test_to_json_holds_every_cell() -> None:
    """Is the reason of a cell and of a lost submission in the document?"""
    document = json.loads(to_json(GradeReport("06_small", (graded("ana", FULL, NONE), LOST))))
    ana, cy = document["submissions"]
    assert (ana["points"], ana["max_points"], ana["status"]) == (2.0, 5.0, "graded")
    assert ana["notebooks"][0]["cells"][1] == {
        "grade_id": "shout-tests",
        "points": 0.0,
        "max_points": 3.0,
        "message": "not answered yet",
        "error": "NotImplementedError",
        "manual": False,
    }
    assert (cy["status"], cy["reason"], cy["notebooks"]) == ("failed", LOST.reason, [])


def test_to_junit_counts_failures_and_errors() -> None:
    """Is a test cell a case, a lost point a failure, a lost submission an error?"""
    top = ET.fromstring(to_junit(GradeReport("06_small", (graded("ana", FULL, NONE), LOST))))
    assert (top.get("tests"), top.get("failures"), top.get("errors")) == ("3", "1", "1")
    failure = top.find("testsuite[@name='ana']/testcase[@name='shout-tests']/failure")
    assert failure is not None
    assert failure.get("message") == "not answered yet (0 of 3)"
    assert failure.get("type") == "NotImplementedError"
    error = top.find("testsuite[@name='cy']/testcase/error")
    assert error is not None
    assert error.get("message") == LOST.reason


def test_to_junit_when_a_person_has_to_look() -> None:
    """Is a cell that waits for a person skipped rather than failed?"""
    waiting = graded("ana", CellResult("essay", 0.0, 5.0, manual=True), manual=True)
    top = ET.fromstring(to_junit(GradeReport("06_small", (waiting,))))
    assert top.find("testsuite/testcase/skipped") is not None
    assert top.get("failures") == "0"


def test_to_junit_when_a_message_holds_control_characters() -> None:
    """Is the file well-formed whatever a learner's exception says?"""
    rude = CellResult("a", 0.0, 1.0, "\x1b[31mno\x00 <b> & \ud800", "ValueError")
    top = ET.fromstring(to_junit(GradeReport("06_small", (graded("ana", rude),))))
    failure = top.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == "[31mno <b> &  (0 of 1)"
