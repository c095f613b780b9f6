"""What the engine says about one submission: frozen values that survive the way through JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["auto", "manual", "solution"]
Status = Literal["graded", "failed", "missing"]
Label = Literal["sandboxed", "unsandboxed", "in-kernel tests: not a boundary"]

NO_RESPONSE = "No response."
"""The reason of an answer cell that was left as it was released; nbgrader's own words for it."""

TOO_LONG = "took too long"
"""Stands in every reason that is a matter of time, and in no other of the engine's."""


@dataclass(frozen=True, slots=True)
class CellOutcome:
    """One cell that nbgrader keeps account of.

    Attributes:
        grade_id: The cell.
        points: What it earned; 0 where only a person can say.
        max_points: What it could earn; 0 for an answer without points of its own.
        kind: ``auto`` (tests give the points), ``manual`` (a person does) or ``solution`` (an answer, no points).
        needs_manual: A person has to look at it.
        reason: Why it did not earn everything, in words; empty when it did.
        error: The name of the exception behind the reason, if there was one.

    Example:
        >>> CellOutcome("shares-sum", 0.0, 2.0, "auto", False, "not answered yet", "NotImplementedError").points
        0.0
    """

    grade_id: str
    points: float
    max_points: float
    kind: Kind
    needs_manual: bool = False
    reason: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class NotebookOutcome:
    """One notebook of a submission.

    Attributes:
        name: Its name without ``.ipynb``.
        cells: Every cell with nbgrader metadata of the kinds above, in order.
        document: The JSON text for ``autograded/``: rebuilt from the instructor's notebook, outputs capped and from
            the allow-list. Empty when the learner handed in no such notebook, or one that cannot be read.

    Example:
        >>> NotebookOutcome("star", (CellOutcome("a", 1.0, 2.0, "auto"),), "{}").points
        1.0
    """

    name: str
    cells: tuple[CellOutcome, ...]
    document: str

    @property
    def points(self) -> float:
        """What the notebook earned."""
        return float(sum(cell.points for cell in self.cells))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One graded submission.

    Attributes:
        student: Who.
        assignment: What.
        status: ``graded``, ``failed`` (nothing in it could be read) or ``missing`` (none of the notebooks is there).
        notebooks: One for each notebook of the assignment, in the assignment's order; empty unless graded.
        reason: Which file, what is wrong, what to do; empty when all is well.
        label: How far the marks can be trusted.
        cpu_seconds: Processor time of the learner's own code.
        wall_seconds: From taking the submission up to this outcome.

    Example:
        >>> one = Outcome("ana", "06_star", "missing", (), "no notebook", "sandboxed", 0.0, 0.0)
        >>> Outcome.from_json(one.to_json()) == one
        True
    """

    student: str
    assignment: str
    status: Status
    notebooks: tuple[NotebookOutcome, ...]
    reason: str
    label: Label
    cpu_seconds: float
    wall_seconds: float

    def to_json(self) -> str:
        """The outcome as text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Outcome:
        """Read an outcome back.

        Raises:
            ValueError: The text is not an outcome.
        """
        try:
            data = json.loads(text)
            return cls(**{**data, "notebooks": tuple(map(_notebook, data["notebooks"]))})
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"this is not an outcome ({error})") from None


def _notebook(data: Mapping[str, Any]) -> NotebookOutcome:
    return NotebookOutcome(**{**data, "cells": tuple(CellOutcome(**cell) for cell in data["cells"])})
