"""Reading results out of nbgrader's gradebook, and taking half-made ones back out.

Imports nbgrader: import this module only in the worker process.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry

# Their text is a whole sentence already; the name of the exception would only be noise before it.
_SPEAKING = ("AssertionError", "NotAnswered", "NotImplementedError")


def read(book: Gradebook, assignment: str, student: str, folder: Path) -> dict[str, Any]:
    """Read one submission: points from the gradebook, reasons from the graded notebooks in ``folder``."""
    submission = book.find_submission(assignment, student)
    notebooks = sorted(submission.notebooks, key=lambda notebook: str(notebook.name))
    return {
        "needs_manual_grade": bool(submission.needs_manual_grade),
        "notebooks": [
            {"name": notebook.name, "cells": _cells(notebook, _by_id(folder / f"{notebook.name}.ipynb"))}
            for notebook in notebooks
        ],
    }


def snapshot(book: Gradebook, assignment: str, student: str) -> dict[str, Any]:
    """Remember what the gradebook says about a submission before it is graded again."""
    try:
        book.find_student(student)
    except MissingEntry:
        return {"student": False, "submission": None}
    try:
        submission = book.find_submission(assignment, student)
    except MissingEntry:
        return {"student": True, "submission": None}
    rows: dict[str, Any] = {"grades": {}, "comments": {}}
    for notebook in submission.notebooks:
        rows["grades"] |= {grade.id: [grade.auto_score, grade.needs_manual_grade] for grade in notebook.grades}
        rows["comments"] |= {comment.id: comment.auto_comment for comment in notebook.comments}
    return {"student": True, "submission": rows}


def restore(book: Gradebook, assignment: str, student: str, before: dict[str, Any]) -> None:
    """Make the gradebook say again what it said at the time of the snapshot."""
    rows = before["submission"]
    try:
        submission = book.find_submission(assignment, student)
    except MissingEntry:
        submission = None
    if submission is not None and rows is None:
        book.remove_submission(assignment, student)
    elif submission is not None:
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                grade.auto_score, grade.needs_manual_grade = rows["grades"].get(grade.id, [None, True])
            for comment in notebook.comments:
                comment.auto_comment = rows["comments"].get(comment.id)
        book.db.commit()
    if not before["student"]:
        try:
            book.remove_student(student)
        except MissingEntry:
            return


def _by_id(path: Path) -> dict[str, tuple[int, dict[str, Any]]]:
    if not path.is_file():
        return {}
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    named = ((cell["metadata"].get("nbgrader", {}).get("grade_id"), cell) for cell in cells)
    return {name: (place, cell) for place, (name, cell) in enumerate(named) if name}


def _cells(notebook: Any, graded: dict[str, tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    last = len(graded)
    grades = sorted(notebook.grades, key=lambda grade: (graded.get(grade.name, (last,))[0], grade.name))
    return [_cell(grade, graded[grade.name][1] if grade.name in graded else None) for grade in grades]


def _cell(grade: Any, cell: dict[str, Any] | None) -> dict[str, Any]:
    points, most = float(grade.score or 0.0), float(grade.max_score or 0.0)
    error, message = ("", "") if points >= most else _why(cell)
    return {
        "grade_id": grade.name,
        "points": points,
        "max_points": most,
        "message": message,
        "error": error,
        "manual": cell is not None and _is_manual(cell),
    }


def _is_manual(cell: dict[str, Any]) -> bool:
    marks = cell["metadata"]["nbgrader"]
    return bool(marks.get("solution") or marks.get("task") or cell["cell_type"] != "code")


def _why(cell: dict[str, Any] | None) -> tuple[str, str]:
    """The exception and the sentence that explain why a cell did not earn its points."""
    if cell is None:
        return "", "the cell is missing from the submission"
    for output in cell.get("outputs", ()):
        if output["output_type"] == "error":
            name, text = output["ename"], output["evalue"].strip()
            return name, text if text and name in _SPEAKING else ": ".join(part for part in (name, text) if part)
        if output["output_type"] == "stream" and output["name"] == "stderr":
            return "", "it wrote to stderr: " + "".join(output["text"]).strip()
    return "", ""
