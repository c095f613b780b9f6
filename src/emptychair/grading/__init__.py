"""Grading on nbgrader: a course folder to teach from, grades, and the proof that the course grades as it should."""

from __future__ import annotations

from emptychair.grading._check import Complaint, check
from emptychair.grading._grade import How, grade
from emptychair.grading._init import init
from emptychair.grading._layout import is_course
from emptychair.grading._pages import feedback, report
from emptychair.grading._report import table, to_json, to_junit
from emptychair.grading._results import CellResult, GradeReport, NotebookResult, Progress, SubmissionResult

__all__ = (
    "CellResult",
    "Complaint",
    "GradeReport",
    "How",
    "NotebookResult",
    "Progress",
    "SubmissionResult",
    "check",
    "feedback",
    "grade",
    "init",
    "is_course",
    "report",
    "table",
    "to_json",
    "to_junit",
)
