"""The same report for three readers: a person (a table), a script (JSON) and CI (JUnit XML)."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from rich.table import Table

    from emptychair.grading._results import CellResult, GradeReport, SubmissionResult

SANDBOXED = "sandboxed"
# Characters that XML 1.0 cannot hold at all; a traceback's color codes contain one.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def points_text(points: float) -> str:
    """Write points without a needless fraction.

    Example:
        >>> points_text(4.0), points_text(2.5)
        ('4', '2.5')
    """
    return f"{points:.2f}".rstrip("0").rstrip(".")


def table(report: GradeReport) -> Table:
    """Lay the report out for a terminal: student, points, of, status.

    Example:
        >>> from emptychair.grading import GradeReport
        >>> table(GradeReport("06_star_answers", ())).row_count
        0
    """
    from rich.table import Table
    from rich.text import Text

    laid = Table(title=report.assignment)
    laid.add_column("student", overflow="fold")
    laid.add_column("points", justify="right")
    laid.add_column("of", justify="right")
    laid.add_column("status")
    for submission in report.submissions:
        graded = submission.status == "graded"
        points, of = (submission.points, submission.max_points) if graded else (None, None)
        status: str = "graded, a person still has to look" if submission.needs_manual_grade else submission.status
        if graded and submission.label != SANDBOXED:
            status = f"{status} ({submission.label})"
        # Text, because a student named [bold] must not be read as markup
        laid.add_row(
            Text(submission.student),
            "-" if points is None else points_text(points),
            "-" if of is None else points_text(of),
            Text(status, style="" if graded else "red"),
        )
    return laid


def to_json(report: GradeReport) -> str:
    """Write the report as JSON.

    The document is one object::

        {"assignment": str,
         "submissions": [
            {"student": str, "status": "graded" | "failed" | "missing", "reason": str,
             "points": number, "max_points": number, "needs_manual_grade": bool, "label": str,
             "notebooks": [
                {"name": str, "points": number, "max_points": number,
                 "cells": [
                    {"grade_id": str, "points": number, "max_points": number,
                     "message": str, "error": str, "manual": bool}]}]}]}

    ``reason`` is empty unless the status is ``failed`` or ``missing``, and only then ``notebooks`` is empty.
    ``label`` is ``sandboxed``, or says what a result was instead. ``message`` says why a cell has no full
    points, ``error`` names the exception behind it.

    Example:
        >>> from emptychair.grading import GradeReport
        >>> print(to_json(GradeReport("06_star_answers", ())), end="")
        {
          "assignment": "06_star_answers",
          "submissions": []
        }
    """
    document = {"assignment": report.assignment, "submissions": [_plain(each) for each in report.submissions]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _plain(submission: SubmissionResult) -> dict[str, Any]:
    return {
        "student": submission.student,
        "status": submission.status,
        "reason": submission.reason,
        "points": submission.points,
        "max_points": submission.max_points,
        "needs_manual_grade": submission.needs_manual_grade,
        "label": submission.label,
        "notebooks": [
            {
                "name": notebook.name,
                "points": notebook.points,
                "max_points": notebook.max_points,
                "cells": [asdict(cell) for cell in notebook.cells],
            }
            for notebook in submission.notebooks
        ],
    }


def to_junit(report: GradeReport) -> str:
    """Write the report as JUnit XML: a suite per student, a case per test cell.

    A cell without full points is a failure, one that waits for a person is skipped, and a submission that was not
    graded is a single case with an error.

    Example:
        >>> from emptychair.grading import GradeReport
        >>> print(to_junit(GradeReport("06_star_answers", ())).splitlines()[1])
        <testsuites name="06_star_answers" tests="0" failures="0" errors="0" />
    """
    top = ET.Element("testsuites", name=report.assignment)
    suites = [_suite(submission) for submission in report.submissions]
    top.extend(suites)
    for count in ("tests", "failures", "errors"):
        top.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    ET.indent(top)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ET.tostring(top, encoding="unicode") + "\n"


def _suite(submission: SubmissionResult) -> ET.Element:
    suite = ET.Element("testsuite", name=_xml(submission.student))
    for notebook in submission.notebooks:
        place = f"{submission.assignment}.{notebook.name}"
        suite.extend([_case(cell, place, submission) for cell in notebook.cells])
    if submission.status != "graded":
        case = ET.SubElement(suite, "testcase", classname=submission.assignment, name=submission.status)
        ET.SubElement(case, "error", message=_xml(submission.reason))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    return suite


def _case(cell: CellResult, place: str, submission: SubmissionResult) -> ET.Element:
    case = ET.Element("testcase", classname=_xml(place), name=_xml(cell.grade_id))
    if cell.full:
        return case
    earned = f"{points_text(cell.points)} of {points_text(cell.max_points)}"
    if cell.manual and submission.needs_manual_grade:
        ET.SubElement(case, "skipped", message="a person still has to look")
    else:
        ET.SubElement(
            case, "failure", message=_xml(f"{cell.message or 'points are missing'} ({earned})"), type=_xml(cell.error)
        )
    return case


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)
