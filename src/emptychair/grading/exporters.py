"""Grades for learning platforms, beside nbgrader's own CSV.

    nbgrader export --exporter emptychair.grading.exporters.CanvasExporter --to canvas.csv
    nbgrader export --exporter emptychair.grading.exporters.MoodleExporter --assignment '["06_star_answers"]'

A student who handed nothing in has an empty field: both platforms leave such a grade as it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import ExportPlugin

from emptychair.grading._report import points_text

__all__ = ("CanvasExporter", "MoodleExporter")


class _CsvExporter(ExportPlugin):  # type: ignore[misc]  # nbgrader has no types
    default = ""

    def rows(self, gradebook: Gradebook, assignments: list[Any], students: list[Any]) -> Iterable[list[str]]:
        """The file, row by row."""
        raise NotImplementedError

    def export(self, gradebook: Gradebook) -> None:
        """Write the grades of the chosen students and assignments; of all when none was chosen."""
        wanted, named = set(map(str, self.assignment)), set(map(str, self.student))
        assignments = [each for each in gradebook.assignments if not wanted or each.name in wanted]
        students = [each for each in gradebook.students if not named or each.id in named]
        path = Path(self.to or self.default)
        self.log.info("Exporting grades to %s", path)
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(self.rows(gradebook, assignments, students))


class CanvasExporter(_CsvExporter):
    """The gradebook file that Canvas imports.

    nbgrader's ``lms_user_id`` is Canvas's ``ID``, and the student's id is the ``SIS Login ID``: one of them is enough.
    Assignments are matched by name; Canvas asks where it does not know one.
    """

    default = "canvas.csv"

    def rows(self, gradebook: Gradebook, assignments: list[Any], students: list[Any]) -> Iterable[list[str]]:
        """A header, the points possible, then a row for each student."""
        names = [each.name for each in assignments]
        yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *names]
        yield ["    Points Possible", "", "", "", "", *(points_text(each.max_score) for each in assignments)]
        for student in students:
            points = [_points(gradebook, each.name, student.id) for each in assignments]
            yield [_name(student), student.lms_user_id or "", "", student.id, "", *points]


class MoodleExporter(_CsvExporter):
    """A file for Moodle's grade import: map ``ID number``, ``Username`` or ``Email address`` to the user there."""

    default = "moodle.csv"

    def rows(self, gradebook: Gradebook, assignments: list[Any], students: list[Any]) -> Iterable[list[str]]:
        """A header, then a row for each student."""
        titles = [f"Assignment: {each.name} (Real)" for each in assignments]
        yield ["First name", "Last name", "Username", "ID number", "Email address", *titles]
        for student in students:
            points = [_points(gradebook, each.name, student.id) for each in assignments]
            who = (student.first_name, student.last_name, student.id, student.lms_user_id, student.email)
            yield [*(part or "" for part in who), *points]


def _name(student: Any) -> str:
    return ", ".join(part for part in (student.last_name, student.first_name) if part) or str(student.id)


def _points(gradebook: Gradebook, assignment: str, student: str) -> str:
    try:
        found = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return ""
    return points_text(max(0.0, found.score - (found.late_submission_penalty or 0.0)))
