"""What was handed in: who, which files, and what can be said about them before anything runs.

nbgrader stops the whole batch at some of these faults and is silent about others, so we look first.
"""

from __future__ import annotations

import glob
import json
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.grading._results import SubmissionResult

_SCHEMA = 3  # of nbgrader's cell metadata; nbgrader 0.9 knows no other
_LEFT = "It was not graded; nothing else was affected."


def students_of(root: Path, assignment: str, named: Sequence[str] | None = None) -> tuple[str, ...]:
    """Name the students who handed something in for ``assignment``, or check those who were named.

    Raises:
        EmptyChairError: Nobody did, or one of the named did not.
    """
    found = sorted(path.parent.name for path in (root / "submitted").glob(f"[!.]*/{assignment}") if path.is_dir())
    for student in named or ():
        if student not in found:
            near = get_close_matches(student, found, n=1)
            hint = f"Did you mean {near[0]}?" if near else "Put the notebooks there first."
            raise EmptyChairError(f"{root / 'submitted' / student / assignment} does not exist. {hint}")
    if not found:
        raise EmptyChairError(
            f"{root / 'submitted'} holds nothing for {assignment}. Put each student's notebooks into "
            f"submitted/STUDENT/{assignment}/."
        )
    return tuple(dict.fromkeys(named)) if named else tuple(found)


def inspect(root: Path, assignment: str, student: str) -> SubmissionResult | None:
    """Say why a submission cannot be graded; ``None`` when nothing speaks against it."""
    if glob.escape(student) != student:
        reason = f"submitted/{student}: nbgrader cannot read a folder with * ? or [ in its name. {_LEFT} Rename it."
        return SubmissionResult(student, assignment, "failed", reason=reason)
    for source in sorted((root / "solutions" / assignment).glob("*.ipynb")):
        path = root / "submitted" / student / assignment / source.name
        shown = path.relative_to(root).as_posix()
        if not path.is_file():
            reason = f"{shown} is missing. {_LEFT} Put the notebook there under that name."
            return SubmissionResult(student, assignment, "missing", reason=reason)
        fault = _fault(path)
        if fault:
            return SubmissionResult(student, assignment, "failed", reason=f"{shown}{fault}")
    return None


def is_current(root: Path, assignment: str, student: str) -> bool:
    """Nothing handed in, and nothing in the assignment, is newer than what was graded."""
    graded = list((root / "autograded" / student / assignment).glob("*.ipynb"))
    if not graded:
        return False
    folders = (root / "submitted" / student / assignment, root / "solutions" / assignment)
    return _newest([path for folder in folders for path in folder.rglob("*")]) < min(
        path.stat().st_mtime for path in graded
    )


def _newest(paths: Sequence[Path]) -> float:
    # ctime too: a download or a copy may keep an old mtime
    return max((max(path.stat().st_mtime, path.stat().st_ctime) for path in paths if path.is_file()), default=0.0)


def _fault(path: Path) -> str:
    """What is wrong with one notebook, as the rest of a sentence that begins with its name."""
    again = f"{_LEFT} Ask for it again: in JupyterLab, File > Download."
    try:
        notebook = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        return f" cannot be read ({error.strerror}). {_LEFT} Check the file's permissions."
    except json.JSONDecodeError as error:
        return f" is not a notebook (line {error.lineno} is not JSON). {again}"
    except (UnicodeDecodeError, RecursionError):
        return f" is not a notebook (it is not JSON text). {again}"
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        return f" is not a notebook of format 4. {again}"
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(_is_cell(cell) for cell in cells):
        return f" is not a notebook (its cells are not a list of cells). {again}"
    return _fault_of_cells(cells)


def _is_cell(cell: Any) -> bool:
    return (
        isinstance(cell, dict)
        and isinstance(cell.get("metadata", {}), dict)
        and isinstance(cell.get("metadata", {}).get("nbgrader", {}), dict)
    )


def _fault_of_cells(cells: list[dict[str, Any]]) -> str:
    marks = [cell["metadata"]["nbgrader"] for cell in cells if cell.get("metadata", {}).get("nbgrader")]
    marked = Counter(str(mark.get("grade_id")) for mark in marks)
    plain = Counter(str(cell["id"]) for cell in cells if "id" in cell)
    for name, times in (marked | plain).items():
        if times > 1:
            return (
                f", cell `{name}`: {times} cells have this id. {_LEFT} "
                "Ask for the notebook with the copies deleted, or delete them yourself."
            )
    for mark in marks:
        version = mark.get("schema_version")
        if version != _SCHEMA:
            return (
                f", cell `{mark.get('grade_id')}`: its nbgrader metadata has version {version}, not {_SCHEMA}. "
                f"{_LEFT} Ask for the answers in a fresh copy of the exercise."
            )
    return ""
