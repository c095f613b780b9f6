"""What the gradebook knows of an assignment: its notebooks and cells, and the rows they have there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import Assignment, BaseCell, GradeCell, Notebook, SolutionCell, TaskCell
from sqlalchemy import Connection, select

_ASSIGNMENT, _NOTEBOOK, _CELL = Assignment.__table__, Notebook.__table__, BaseCell.__table__


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the gradebook knows of an assignment.

    Attributes:
        id: The assignment's row.
        due: When it is due, in UTC; ``None`` when it is not.
        notebooks: The row of each notebook, by name.
        graded: For each notebook's row, the rows of cells that carry points, by grade id.
        commented: For each notebook's row, the rows of cells that can carry a comment, by grade id.
    """

    id: str
    due: datetime | None
    notebooks: Mapping[str, str]
    graded: Mapping[str, Mapping[str, str]]
    commented: Mapping[str, Mapping[str, str]]


def read_sheet(db: Connection, assignment: str) -> Sheet:
    """Read it from the gradebook."""
    row = db.execute(select(_ASSIGNMENT.c.id, _ASSIGNMENT.c.duedate).where(_ASSIGNMENT.c.name == assignment)).one()
    query = (
        select(_NOTEBOOK.c.name, _NOTEBOOK.c.id).where(_NOTEBOOK.c.assignment_id == row.id).order_by(_NOTEBOOK.c.name)
    )
    notebooks: dict[str, str] = dict(db.execute(query).all())
    graded: dict[str, dict[str, str]] = {notebook: {} for notebook in notebooks.values()}
    commented: dict[str, dict[str, str]] = {notebook: {} for notebook in notebooks.values()}
    cells = select(_CELL.c.notebook_id, _CELL.c.name, _CELL.c.id, _CELL.c.type).where(_CELL.c.notebook_id.in_(graded))
    for notebook, name, cell, kind in db.execute(cells):
        if kind in (GradeCell.__name__, TaskCell.__name__):
            graded[notebook][name] = cell
        if kind in (SolutionCell.__name__, TaskCell.__name__):
            commented[notebook][name] = cell
    return Sheet(row.id, row.duedate, notebooks, graded, commented)
