"""An answer from another machine, looked at before it is believed."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from emptychair.grading._bundle import Bundle, Skeleton
from emptychair.grading._outcome import CellOutcome, NotebookOutcome, Outcome
from emptychair.grading._submission import Submission


class Unbelievable(Exception):
    """What came back cannot be the outcome of this submission; the message says why."""


def digest(text: str) -> str:
    """Name a text by its content.

    Example:
        >>> digest("a") == digest("b")
        False
    """
    return hashlib.sha256(text.encode()).hexdigest()


def sealed(outcome: Outcome, bundle: str, submission: str) -> dict[str, str]:
    """Pack an outcome together with the names of what it was made from, and its own."""
    text = outcome.to_json()
    return {"outcome": text, "made_from": digest(bundle + submission), "sum": digest(text)}


def opened(answer: Any, bundle: Bundle, submission: Submission, made_from: str) -> Outcome:
    """Unpack an answer.

    Args:
        answer: What came back.
        bundle: What was sent.
        submission: What was sent with it.
        made_from: The name of the two texts that were sent.

    Raises:
        Unbelievable: It is of something else, was changed on the way, or says what no grading can say.
    """
    if not isinstance(answer, dict) or not all(
        isinstance(answer.get(key), str) for key in ("outcome", "made_from", "sum")
    ):
        raise Unbelievable("the answer is not one of ours")
    if answer["made_from"] != made_from:
        raise Unbelievable("the answer is of another assignment or submission")
    if answer["sum"] != digest(answer["outcome"]):
        raise Unbelievable("the answer was changed on the way")
    try:
        outcome = Outcome.from_json(answer["outcome"])
    except ValueError as error:
        raise Unbelievable(str(error)) from None
    if (outcome.student, outcome.assignment) != (submission.student, submission.assignment):
        raise Unbelievable("the answer is about somebody else")
    if outcome.status == "graded":
        _check_notebooks(outcome.notebooks, {skeleton.name: skeleton for skeleton in bundle.notebooks})
    elif outcome.notebooks:
        raise Unbelievable("what was not graded cannot have results")
    return outcome


def _check_notebooks(notebooks: tuple[NotebookOutcome, ...], known: Mapping[str, Skeleton]) -> None:
    if sorted(notebook.name for notebook in notebooks) != sorted(known):
        raise Unbelievable("its notebooks are not those of the assignment")
    for notebook in notebooks:
        most = _most(known[notebook.name])
        names = [cell.grade_id for cell in notebook.cells]
        if len(set(names)) != len(names) or not set(most) <= set(names) | _ungraded(most):
            raise Unbelievable(f"its cells are not those of {notebook.name}")
        for cell in notebook.cells:
            _check_cell(cell, most)
        if notebook.document and not _is_notebook(notebook.document):
            raise Unbelievable(f"what it gives for {notebook.name} is no notebook")


def _check_cell(cell: CellOutcome, most: Mapping[str, float]) -> None:
    if cell.grade_id not in most:
        raise Unbelievable(f"there is no cell `{cell.grade_id}`")
    if not isinstance(cell.points, int | float) or not math.isfinite(cell.points):
        raise Unbelievable(f"the points of `{cell.grade_id}` are no number")
    if not 0 <= cell.points <= most[cell.grade_id] or cell.max_points != most[cell.grade_id]:
        raise Unbelievable(f"`{cell.grade_id}` gives {most[cell.grade_id]:g} points at most, not {cell.points:g}")


def _most(skeleton: Skeleton) -> dict[str, float]:
    """What each marked cell of a notebook can earn."""
    marks = [cell["metadata"].get("nbgrader", {}) for cell in json.loads(skeleton.document)["cells"]]
    return {
        mark["grade_id"]: float(mark.get("points", 0.0)) if mark.get("grade") or mark.get("task") else 0.0
        for mark in marks
        if mark.get("grade_id")
    }


def _ungraded(most: Mapping[str, float]) -> set[str]:
    return {name for name, points in most.items() if points == 0}


def _is_notebook(document: str) -> bool:
    try:
        return isinstance(json.loads(document)["cells"], list)
    except (ValueError, KeyError, TypeError):
        return False
