"""The first engine: stock nbgrader, one submission at a time, in a process of its own."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.grading._client import Refused, Worker
from emptychair.grading._results import SubmissionResult, notebook_result


class StockEngine:
    """Registers assignments and grades submissions; whatever a submission does, the next one is graded.

    A submission that fails leaves ``autograded/`` and the gradebook as they were before.

    Args:
        root: The course folder.
        patience: Seconds that one submission may take in all; nbgrader itself only limits single cells.
    """

    def __init__(self, root: Path, *, patience: float = 900.0) -> None:
        self._root = root
        self._worker = Worker(root, patience=patience)

    def __enter__(self) -> StockEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._worker.close()

    def register(self, assignment: str) -> None:
        """Tell the gradebook what the assignment's cells are and what they are worth.

        Raises:
            EmptyChairError: nbgrader does not accept the assignment.
        """
        try:
            self._worker.ask("register", assignment=assignment)
        except Refused as error:
            raise EmptyChairError(
                f"{self._root / 'solutions' / assignment} could not be registered in the gradebook ({error}). "
                f"Nothing was graded. `nbgrader generate_assignment {assignment} --force` shows the details."
            ) from None

    def read(self, assignment: str, student: str) -> SubmissionResult:
        """Read the results of a submission that was graded before."""
        return self._result("read", assignment, student)

    def grade(self, assignment: str, student: str) -> SubmissionResult:
        """Grade a submission; a fault in it becomes a result with the reason."""
        graded = self._root / "autograded" / student / assignment
        aside = graded.with_name(f".{assignment}.before")
        try:
            before = self._worker.ask("snapshot", assignment=assignment, student=student)
            _set_aside(graded, aside)
        except (Refused, OSError) as error:
            return self._failed(error, assignment, student)
        try:
            result = self._result("autograde", assignment, student)
        except BaseException as error:
            _put_back(graded, aside)
            self._restore(assignment, student, before)
            if not isinstance(error, Refused):
                raise
            return self._failed(error, assignment, student)
        _remove(aside)
        return result

    def _restore(self, assignment: str, student: str, before: Any) -> None:
        try:
            self._worker.ask("restore", assignment=assignment, student=student, before=before)
        except Refused as error:
            raise EmptyChairError(
                f"{self._root / 'gradebook.db'} may hold half of the grades of {student} ({error}). "
                f"Grade {assignment} again with --force --student {student}."
            ) from None

    def _result(self, step: str, assignment: str, student: str) -> SubmissionResult:
        value = self._worker.ask(step, assignment=assignment, student=student)
        notebooks = tuple(notebook_result(notebook) for notebook in value["notebooks"])
        manual = value["needs_manual_grade"]
        return SubmissionResult(student, assignment, "graded", notebooks, needs_manual_grade=manual)

    def _failed(self, error: Exception, assignment: str, student: str) -> SubmissionResult:
        reason = (
            f"submitted/{student}/{assignment} was not graded ({error}). Nothing else was affected. "
            f"`nbgrader autograde {assignment} --student {student} --force` shows the details."
        )
        return SubmissionResult(student, assignment, "failed", reason=reason)


def _set_aside(graded: Path, aside: Path) -> None:
    if aside.exists() and not graded.exists():
        aside.rename(graded)  # an earlier run was killed between the two renames
    _remove(aside)
    if graded.exists():
        graded.rename(aside)


def _put_back(graded: Path, aside: Path) -> None:
    _remove(graded)
    if aside.exists():
        aside.rename(graded)
    with suppress(OSError):
        graded.parent.rmdir()  # only if nothing is in it


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)  # nbgrader makes them read-only, which Windows takes seriously
    shutil.rmtree(folder)
