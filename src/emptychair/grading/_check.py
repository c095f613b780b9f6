"""Does the course grade as it should? Solutions earn everything, untouched exercises nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from emptychair._answer_stub import NOT_ANSWERED
from emptychair._course import require_some
from emptychair._errors import EmptyChairError
from emptychair.grading._grade import How, grade
from emptychair.grading._init import init
from emptychair.grading._report import points_text
from emptychair.grading._results import CellResult, Progress, SubmissionResult
from emptychair.grading.engine import _sandbox

Kind = Literal["solutions", "untouched"]
_FOLDER: dict[Kind, str] = {"solutions": "solutions", "untouched": "exercises"}
_NOT_ANSWERED_ERRORS = ("NotAnswered", "NotImplementedError")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One place where the course does not grade as it should.

    Example:
        >>> print(Complaint("solutions/06/star.ipynb", "share-counts", "1 of 2 points.", "Mend it."))
        solutions/06/star.ipynb, cell `share-counts`: 1 of 2 points. Mend it.
    """

    path: str
    cell: str | None
    message: str
    fix: str

    def __str__(self) -> str:
        place = self.path if self.cell is None else f"{self.path}, cell `{self.cell}`"
        return " ".join(f"{place}: {self.message} {self.fix}".split())


def check(
    root: Path,
    *,
    assignments: Sequence[str] | None = None,
    only: Kind | None = None,
    on_progress: Progress | None = None,
) -> tuple[Complaint, ...]:
    """Grade every solution and every untouched exercise, in a course folder that is thrown away afterwards.

    Args:
        root: The course; it is only read.
        assignments: Which assignments; all when not given.
        only: ``solutions`` or ``untouched``; both when not given.
        on_progress: Called as in `grade`, for each assignment anew.

    Returns:
        What is wrong, empty when nothing is.

    Raises:
        EmptyChairError: An assignment is unknown, was never released, or cannot be graded at all.

    Example:
        >>> check(Path("spring"), assignments=["06_star"])
        Traceback (most recent call last):
        ...
        emptychair._errors.EmptyChairError: spring/solutions holds no assignment "06_star"; it holds none at all.
    """
    chosen = require_some(root, tuple(assignments) if assignments else None)
    kinds: tuple[Kind, ...] = (only,) if only else ("solutions", "untouched")
    if "untouched" in kinds:
        _require_released(root, chosen)
    found: list[Complaint] = []
    with tempfile.TemporaryDirectory(prefix="emptychair-") as temporary:
        # resolved: on macOS the temporary folder is a link, and nbgrader compares paths as text
        course = init(Path(temporary).resolve() / "course", root=root)
        how = _how()
        for assignment in chosen:
            for kind in kinds:
                shutil.copytree(course / _FOLDER[kind] / assignment, course / "submitted" / kind / assignment)
            report = grade(course, assignment, students=kinds, how=how, on_progress=on_progress)
            for submission in report.submissions:
                found.extend(_complaints(submission))
    return tuple(found)


def _how() -> How:
    """As submissions are run; but it is the instructor's own code, so where there is no sandbox it goes without."""
    try:
        _sandbox.require()
    except EmptyChairError:
        return How(unsandboxed=True)
    return How()


def _require_released(root: Path, assignments: Sequence[str]) -> None:
    for assignment in assignments:
        if not any((root / "exercises" / assignment).glob("*.ipynb")):
            raise EmptyChairError(f"{root / 'exercises' / assignment} holds no notebook; run `emptychair release`.")


def _complaints(submission: SubmissionResult) -> Iterator[Complaint]:
    solved = submission.student == "solutions"
    folder = f"{'solutions' if solved else 'exercises'}/{submission.assignment}"
    if submission.status != "graded":
        yield Complaint(folder, None, submission.reason, "")
    for notebook in submission.notebooks:
        for cell in notebook.cells:
            wrong = _wrong_in_solution(cell) if solved else _wrong_in_untouched(cell)
            if wrong:
                fix = "Mend the solution or the test." if solved else f'It must fail only with "{NOT_ANSWERED}".'
                yield Complaint(f"{folder}/{notebook.name}.ipynb", cell.grade_id, wrong, fix)


def _wrong_in_solution(cell: CellResult) -> str:
    if cell.full or cell.manual:
        return ""
    why = f": {cell.message}" if cell.message else ""
    return f"{points_text(cell.points)} of {points_text(cell.max_points)} points{why}."


def _wrong_in_untouched(cell: CellResult) -> str:
    if cell.points > 0:
        return f"untouched, it earns {points_text(cell.points)} of {points_text(cell.max_points)} points."
    if cell.manual or (cell.message == NOT_ANSWERED and cell.error in _NOT_ANSWERED_ERRORS):
        return ""
    said = f"{cell.error}: {cell.message}" if cell.error and cell.error not in cell.message else cell.message
    return f'untouched, it says "{said}".'
