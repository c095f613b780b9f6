"""The gradebook: nbgrader's own tables, one writer, one transaction for each submission."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from nbgrader.api import Assignment, BaseCell, Grade, Notebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, create_engine, delete, insert, select
from sqlalchemy.exc import InterfaceError, NoResultFound, OperationalError, ProgrammingError

from emptychair._errors import EmptyChairError
from emptychair.grading._entry import Entry, write_entry
from emptychair.grading._nbcourse import NbgraderCourse
from emptychair.grading._rows import DIGESTS, name_new_rows
from emptychair.grading._schema import make_tables
from emptychair.grading._sheet import Sheet, read_sheet

_ASSIGNMENT, _SUBMITTED, _ROW = Assignment.__table__, SubmittedAssignment.__table__, SubmittedNotebook.__table__
_NOTEBOOK, _CELL, _GRADE = Notebook.__table__, BaseCell.__table__, Grade.__table__

Scores = dict[tuple[str, str, str], tuple[float, bool]]
"""Student, notebook and grade id to points, and whether a person still has to look."""


class Book(AbstractContextManager["Book"]):
    """The gradebook of a course, open for writing.

    Args:
        course: The course as nbgrader sees it.

    Raises:
        EmptyChairError: It cannot be opened.
    """

    def __init__(self, course: NbgraderCourse) -> None:
        name_new_rows()
        self._course = course
        self._late_plugin = course.late_plugin()
        url = course.layout.db_url
        patience = {"timeout": 60} if url.startswith("sqlite") else {}  # the formgrader writes, too
        with _explained(url):
            self._engine = create_engine(url, connect_args=patience)
            make_tables(self._engine, course.layout.course_id)

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def register(self, assignment: str, digest: str) -> Sheet:
        """Make the gradebook know the assignment as it is now.

        Args:
            assignment: Which.
            digest: What the assignment is made of; if the gradebook has it from that already, nothing is done.

        Raises:
            EmptyChairError: nbgrader does not accept the assignment.
        """
        ours = _ASSIGNMENT.c.name == assignment
        with _explained(self._course.layout.db_url):
            with self._engine.connect() as db:
                known = db.scalar(
                    select(DIGESTS.c.digest).join(_ASSIGNMENT, _ASSIGNMENT.c.id == DIGESTS.c.row_id).where(ours)
                )
            if known != digest:
                self._course.register(assignment)
                with self._engine.begin() as db:
                    _mark(db, str(db.scalar(select(_ASSIGNMENT.c.id).where(ours))), digest)
        return self.sheet(assignment)

    def sheet(self, assignment: str) -> Sheet:
        """What the gradebook knows of an assignment.

        Raises:
            EmptyChairError: Nothing.
        """
        with _explained(self._course.layout.db_url), self._engine.connect() as db:
            try:
                return read_sheet(db, assignment)
            except NoResultFound:
                raise EmptyChairError(
                    f"The gradebook knows no assignment {assignment}. Run `emptychair grade {assignment}` first."
                ) from None

    def digests(self, sheet: Sheet) -> dict[str, str]:
        """From what each student's submission was graded, as far as the gradebook holds the result."""
        query = select(_SUBMITTED.c.student_id, DIGESTS.c.digest).join(DIGESTS, DIGESTS.c.row_id == _SUBMITTED.c.id)
        with _explained(self._course.layout.db_url), self._engine.connect() as db:
            return dict(db.execute(query.where(_SUBMITTED.c.assignment_id == sheet.id)).all())

    def scores(self, sheet: Sheet) -> Scores:
        """What every graded cell is worth now, with what a person gave, and whether one still has to look."""
        query = (
            select(_SUBMITTED.c.student_id, _NOTEBOOK.c.name, _CELL.c.name, Grade.score, _GRADE.c.needs_manual_grade)
            .join(_ROW, _ROW.c.id == _GRADE.c.notebook_id)
            .join(_SUBMITTED, _SUBMITTED.c.id == _ROW.c.assignment_id)
            .join(_NOTEBOOK, _NOTEBOOK.c.id == _ROW.c.notebook_id)
            .join(_CELL, _CELL.c.id == _GRADE.c.cell_id)
            .where(_SUBMITTED.c.assignment_id == sheet.id)
        )
        with _explained(self._course.layout.db_url), self._engine.connect() as db:
            rows = db.execute(query)
            return {(student, notebook, cell): (float(score), look) for student, notebook, cell, score, look in rows}

    def write(self, sheet: Sheet, entry: Entry, digest: str) -> None:
        """Write one submission, all of it or nothing.

        Args:
            sheet: Of the assignment.
            entry: What to write.
            digest: What the result depends on.
        """
        with _explained(self._course.layout.db_url), self._engine.begin() as db:
            _mark(db, write_entry(db, sheet, entry, self._late_plugin), digest)


def _mark(db: Connection, row: str, digest: str) -> None:
    db.execute(delete(DIGESTS).where(DIGESTS.c.row_id == row))
    db.execute(insert(DIGESTS).values(row_id=row, digest=digest))


@contextmanager
def _explained(url: str) -> Iterator[None]:
    """Say in one line what the database did not like."""
    try:
        yield
    except (InterfaceError, OperationalError, ProgrammingError) as error:
        said = " ".join(str(error.orig).split())
        shown = url.rpartition("@")[2]  # without the password
        raise EmptyChairError(
            f"the gradebook ({shown}) cannot be used: {said}. What was graded is in the journal; mend it and run again."
        ) from None
