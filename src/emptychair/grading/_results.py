"""What grading found out: frozen values that know nothing of nbgrader, tables or files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Status = Literal["graded", "failed", "missing"]


@dataclass(frozen=True, slots=True)
class CellResult:
    """The points of one test cell, and why they are not full.

    Attributes:
        grade_id: The cell.
        points: What it earned.
        max_points: What it could earn.
        message: Why it did not earn them all; empty when it did.
        error: The name of the exception behind the message, if there was one.
        manual: A person gives these points, not a test.

    Example:
        >>> CellResult("share-counts-words", 0.0, 2.0, "not answered yet", "NotImplementedError").full
        False
    """

    grade_id: str
    points: float
    max_points: float
    message: str = ""
    error: str = ""
    manual: bool = False

    @property
    def full(self) -> bool:
        """All the points were earned."""
        return self.points >= self.max_points


@dataclass(frozen=True, slots=True)
class NotebookResult:
    """The cells of one notebook.

    Example:
        >>> NotebookResult("star", (CellResult("a", 1.0, 2.0), CellResult("b", 3.0, 3.0))).points
        4.0
    """

    name: str
    cells: tuple[CellResult, ...]

    @property
    def points(self) -> float:
        """What the notebook earned."""
        return sum(cell.points for cell in self.cells)

    @property
    def max_points(self) -> float:
        """What it could earn."""
        return sum(cell.max_points for cell in self.cells)


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """One student's hand-in.

    Attributes:
        student: Who.
        assignment: What.
        status: ``graded``, ``failed`` (there is a file, and it could not be graded) or ``missing`` (there is none).
        notebooks: The results; empty unless graded.
        reason: Which file, what is wrong, what to do; empty when graded.
        needs_manual_grade: A person still has to look at it.
        label: How far the result can be trusted: ``sandboxed``, or what it was instead.

    Example:
        >>> SubmissionResult("ana", "06_star_answers", "missing", reason="no notebook").points
        0.0
    """

    student: str
    assignment: str
    status: Status
    notebooks: tuple[NotebookResult, ...] = ()
    reason: str = ""
    needs_manual_grade: bool = False
    label: str = "sandboxed"

    @property
    def points(self) -> float:
        """What the submission earned."""
        return float(sum(notebook.points for notebook in self.notebooks))

    @property
    def max_points(self) -> float:
        """What it could earn."""
        return float(sum(notebook.max_points for notebook in self.notebooks))


Progress = Callable[[int, int, SubmissionResult | None], None]
"""Called with how many are done, of how many, and the latest result (none before the first)."""


@dataclass(frozen=True, slots=True)
class GradeReport:
    """All submissions of one assignment.

    Example:
        >>> GradeReport("06_star_answers", (SubmissionResult("ana", "06_star_answers", "missing"),)).complete
        False
    """

    assignment: str
    submissions: tuple[SubmissionResult, ...]

    @property
    def complete(self) -> bool:
        """Everybody was graded."""
        return all(submission.status == "graded" for submission in self.submissions)
