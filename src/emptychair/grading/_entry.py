"""One submission in the gradebook: which rows it has, and what they say after it was graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, Table, func, insert, select, update

from emptychair.grading._outcome import CellOutcome, Outcome
from emptychair.grading._rows import row_id
from emptychair.grading._sheet import Sheet

_STUDENT, _SUBMITTED, _NOTEBOOK = Student.__table__, SubmittedAssignment.__table__, SubmittedNotebook.__table__
_GRADE, _COMMENT = Grade.__table__, Comment.__table__
_POINTS = func.coalesce(_GRADE.c.manual_score, _GRADE.c.auto_score, 0.0) + func.coalesce(_GRADE.c.extra_credit, 0.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written about one submission.

    Attributes:
        outcome: The result.
        comments: Draft comments: notebook, grade id, text.
        received: When it was handed in, in UTC; ``None`` leaves what the gradebook says.
    """

    outcome: Outcome
    comments: Mapping[str, Mapping[str, str]]
    received: datetime | None = None


def write_entry(db: Connection, sheet: Sheet, entry: Entry, late_plugin: Any) -> str:
    """Write an entry and give the row of the submission.

    Scores and comments that a person gave are kept; as with nbgrader, the cell then waits for another look.
    """
    submitted = _submission(db, sheet, entry)
    given = {notebook.name: notebook for notebook in entry.outcome.notebooks}
    late = _seconds_late(db, submitted, sheet.due)
    for name, notebook in sheet.notebooks.items():
        row = _ensure(db, _NOTEBOOK, notebook_id=notebook, assignment_id=submitted)
        there = given.get(name)
        cells = there.cells if there else ()
        _write_grades(db, row, sheet.graded[notebook], {cell.grade_id: cell for cell in cells})
        _write_comments(db, row, sheet.commented[notebook], entry.comments.get(name, {}))
        penalty = _penalty(db, row, entry.outcome.student, late, late_plugin) if there and there.document else None
        db.execute(update(_NOTEBOOK).where(_NOTEBOOK.c.id == row).values(late_submission_penalty=penalty))
    return submitted


def _submission(db: Connection, sheet: Sheet, entry: Entry) -> str:
    student = entry.outcome.student
    if db.scalar(select(_STUDENT.c.id).where(_STUDENT.c.id == student)) is None:
        db.execute(insert(_STUDENT).values(id=student))
    submitted = _ensure(db, _SUBMITTED, assignment_id=sheet.id, student_id=student)
    if entry.received is not None:
        db.execute(update(_SUBMITTED).where(_SUBMITTED.c.id == submitted).values(timestamp=entry.received))
    return submitted


def _write_grades(db: Connection, row: str, cells: Mapping[str, str], found: Mapping[str, CellOutcome]) -> None:
    query = select(_GRADE.c.cell_id, _GRADE.c.manual_score).where(_GRADE.c.notebook_id == row)
    manual: dict[str, float | None] = dict(db.execute(query).all())
    _add(db, _GRADE, row, [cell for cell in cells.values() if cell not in manual], needs_manual_grade=True)
    change = update(_GRADE).where(_GRADE.c.notebook_id == row)
    for name, cell in cells.items():
        score, look = _score(found.get(name))
        look = look or manual.get(cell) is not None
        db.execute(change.where(_GRADE.c.cell_id == cell).values(auto_score=score, needs_manual_grade=look))


def _score(cell: CellOutcome | None) -> tuple[float | None, bool]:
    """What the machine says: nothing where only a person can say."""
    if cell is None or (cell.kind != "auto" and cell.needs_manual):
        return None, True
    return float(cell.points), cell.needs_manual


def _write_comments(db: Connection, row: str, cells: Mapping[str, str], drafts: Mapping[str, str]) -> None:
    known = set(db.scalars(select(_COMMENT.c.cell_id).where(_COMMENT.c.notebook_id == row)))
    _add(db, _COMMENT, row, [cell for cell in cells.values() if cell not in known])
    change = update(_COMMENT).where(_COMMENT.c.notebook_id == row)
    for name, cell in cells.items():
        db.execute(change.where(_COMMENT.c.cell_id == cell).values(auto_comment=drafts.get(name)))


def _seconds_late(db: Connection, submitted: str, due: datetime | None) -> float:
    query = select(_SUBMITTED.c.timestamp, _SUBMITTED.c.extension).where(_SUBMITTED.c.id == submitted)
    handed_in, extension = db.execute(query).one()
    if due is None or handed_in is None:
        return 0.0
    return float((handed_in - (due + extension if extension else due)).total_seconds())


def _penalty(db: Connection, row: str, student: str, late: float, plugin: Any) -> float | None:
    if late <= 0:
        return None
    query = select(func.coalesce(func.sum(_POINTS), 0.0)).where(_GRADE.c.notebook_id == row)
    points = float(db.scalars(query).one())
    asked = plugin.late_submission_penalty(student, points, late)
    return None if asked is None else min(max(0.0, float(asked)), points)


def _add(db: Connection, table: Table, notebook: str, cells: Sequence[str], **values: Any) -> None:
    rows = [
        {"id": row_id(table.name, cell, notebook), "cell_id": cell, "notebook_id": notebook, **values} for cell in cells
    ]
    if rows:
        db.execute(insert(table), rows)


def _ensure(db: Connection, table: Table, **unique: str) -> str:
    """Find the row with these values, or add it."""
    conditions = [table.c[name] == value for name, value in unique.items()]
    found = db.scalar(select(table.c.id).where(*conditions))
    if found is None:
        found = row_id(table.name, *(unique[name] for name in sorted(unique)))
        db.execute(insert(table).values(id=found, **unique))
    return str(found)
