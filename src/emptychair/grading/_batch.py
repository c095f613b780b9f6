"""A batch: what is known already is taken from the journal, the rest goes to the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

from emptychair._errors import EmptyChairError
from emptychair.grading._journal import key_of
from emptychair.grading._outcome import Outcome
from emptychair.grading._results import CellResult, NotebookResult, Progress, SubmissionResult

if TYPE_CHECKING:
    from emptychair.grading._book import Scores
    from emptychair.grading._desk import Desk
    from emptychair.grading._submission import Submission

Engine = Callable[[Iterable["Submission"]], Iterator[Outcome]]
"""Takes submissions one by one as it has room for them, and gives outcomes in any order."""


class Batch:
    """Grades submissions; whatever happens to one, the next is graded.

    Args:
        desk: Where results go.
        fingerprint: What a result depends on beside the submission: assignment, engine, environment.
        read: Reads a student's submission.
        tell: Called as things are done.
    """

    def __init__(self, desk: Desk, fingerprint: str, read: Callable[[str], Submission], tell: Progress) -> None:
        self._desk = desk
        self._fingerprint = fingerprint
        self._read = read
        self._tell = tell
        self._flying: dict[str, tuple[str, Submission]] = {}
        self._results: dict[str, SubmissionResult] = {}
        self._total = 0

    def run(
        self, engine: Callable[[], AbstractContextManager[Engine]], students: Sequence[str], *, force: bool
    ) -> tuple[SubmissionResult, ...]:
        """Grade these students' submissions; the results are in the students' order.

        Args:
            engine: Starts the engine; not called when there is nothing to grade.
            students: Whose.
            force: Grade again what is in the journal.
        """
        self._total = len(students)
        self._tell(0, self._total, None)
        left = [student for student in students if force or not self._settled(student)]
        if left:
            with engine() as grading:
                for outcome in grading(self._submissions(left)):
                    key, submission = self._flying.pop(outcome.student)
                    self._done(_filed(outcome, key, submission, self._desk.take))
        scores = self._desk.book.scores(self._desk.sheet)
        return tuple(_as_in_book(self._results[student], scores) for student in students)

    def _settled(self, student: str) -> bool:
        """Take a result from the journal, if it is there."""
        submission = self._read(student)
        key = key_of(student, submission.digest, self._fingerprint)
        known = self._desk.journal.find(student, key)
        if known is not None:
            self._done(_filed(known, key, submission, self._desk.file))
        return known is not None

    def _submissions(self, students: Sequence[str]) -> Iterator[Submission]:
        # read anew, and only when the engine asks: a thousand of them would not fit into memory
        for student in students:
            submission = self._read(student)
            self._flying[student] = key_of(student, submission.digest, self._fingerprint), submission
            yield submission

    def _done(self, outcome: Outcome) -> None:
        result = result_of(outcome)
        self._results[outcome.student] = result
        self._tell(len(self._results), self._total, result)


_Put = Callable[[Outcome, str, Mapping[str, bytes]], None]


def _filed(outcome: Outcome, key: str, submission: Submission, put: _Put) -> Outcome:
    if outcome.status != "graded":
        return outcome
    try:
        put(outcome, key, submission.files)
    except EmptyChairError:
        raise
    except Exception as error:  # a plugin of the course, a name that the file system or the database refuses
        said = " ".join(str(error).split())
        reason = (
            f"the result of {outcome.student} could not be written ({type(error).__name__}: {said}). "
            "Nothing else was affected. It is in the journal; mend this and run again."
        )
        return replace(outcome, status="failed", reason=reason, notebooks=())
    return outcome


def result_of(outcome: Outcome) -> SubmissionResult:
    """Sum an outcome up, without the notebooks' text."""
    notebooks = tuple(
        NotebookResult(
            notebook.name,
            tuple(
                CellResult(cell.grade_id, cell.points, cell.max_points, cell.reason, cell.error, cell.kind != "auto")
                for cell in notebook.cells
                if cell.kind != "solution"
            ),
        )
        for notebook in outcome.notebooks
    )
    look = any(cell.needs_manual for notebook in outcome.notebooks for cell in notebook.cells)
    return SubmissionResult(
        outcome.student, outcome.assignment, outcome.status, notebooks, outcome.reason, look, outcome.label
    )


def _as_in_book(result: SubmissionResult, scores: Scores) -> SubmissionResult:
    """Put in what the gradebook says: a person may have given points since."""

    def now(notebook: str, cell: CellResult) -> tuple[float, bool]:
        return scores.get((result.student, notebook, cell.grade_id), (cell.points, result.needs_manual_grade))

    if result.status != "graded":
        return result
    notebooks = tuple(
        replace(each, cells=tuple(replace(cell, points=now(each.name, cell)[0]) for cell in each.cells))
        for each in result.notebooks
    )
    look = any(now(each.name, cell)[1] for each in result.notebooks for cell in each.cells)
    return replace(result, notebooks=notebooks, needs_manual_grade=look)
