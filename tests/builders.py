"""Small notebooks for tests, built cell by cell instead of pasted as JSON.

``import builders`` and write ``builders.notebook(builders.code("1 + 1", id="sum"))``. Every cell id is a slug;
an nbgrader cell has its grade id as cell id, as the course's own notebooks do.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def notebook(*cells: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A notebook with the course's own metadata and these cells."""
    metadata = {"kernelspec": dict(KERNELSPEC), "language_info": {"name": "python"}}
    nb = v4.new_notebook(metadata=metadata)
    nb.cells = [copy.deepcopy(cell) for cell in cells]  # not passed in: nbformat would mend defects a test wants
    return nb


def markdown(source: str, *, id: str = "prose") -> nbformat.NotebookNode:
    """A text cell."""
    return v4.new_markdown_cell(source, id=id)


def code(
    source: str,
    *,
    id: str = "code",
    count: int | None = None,
    outputs: Sequence[Mapping[str, Any]] = (),
    tags: Sequence[str] = (),
) -> nbformat.NotebookNode:
    """A code cell; with a ``count`` it looks executed."""
    metadata = {"tags": list(tags)} if tags else {}
    found = [nbformat.from_dict(dict(output)) for output in outputs]
    return v4.new_code_cell(source, id=id, execution_count=count, outputs=found, metadata=metadata)


def printed(text: str, *, name: str = "stdout") -> nbformat.NotebookNode:
    """What ``print`` leaves under a cell."""
    return v4.new_output("stream", name=name, text=text)


def shown(data: Mapping[str, Any]) -> nbformat.NotebookNode:
    """What ``display`` leaves under a cell: one entry per mime type."""
    return v4.new_output("display_data", data=dict(data))


def raised(name: str, value: str) -> nbformat.NotebookNode:
    """What an exception leaves under a cell."""
    return v4.new_output("error", ename=name, evalue=value, traceback=[f"{name}: {value}"])


def graded(
    cell: nbformat.NotebookNode, *, grade_id: str, points: float | None = None, **marks: bool | int
) -> nbformat.NotebookNode:
    """The cell with nbgrader's metadata, as given: a test may want it wrong."""
    flags = {"grade": False, "locked": False, "solution": False, "task": False}
    cell.metadata["nbgrader"] = {"schema_version": 3, "grade_id": grade_id, **flags, **marks}
    if points is not None:
        cell.metadata["nbgrader"]["points"] = points
    return cell


def solution(source: str, *, grade_id: str, points: float | None = None) -> nbformat.NotebookNode:
    """A cell the learner writes; with points it is graded by hand as well."""
    cell = v4.new_code_cell(source, id=grade_id)
    return graded(cell, grade_id=grade_id, points=points, solution=True, grade=points is not None)


def tests(source: str, *, grade_id: str, points: float) -> nbformat.NotebookNode:
    """A locked cell of autograder tests."""
    cell = v4.new_code_cell(source, id=grade_id)
    return graded(cell, grade_id=grade_id, points=points, grade=True, locked=True)


tests.__test__ = False  # pytest would collect it wherever it is imported by name


def locked(source: str, *, grade_id: str) -> nbformat.NotebookNode:
    """A code cell the learner may read and run, worth nothing."""
    return graded(v4.new_code_cell(source, id=grade_id), grade_id=grade_id, points=None, locked=True)


def written(source: str, *, grade_id: str, points: float) -> nbformat.NotebookNode:
    """A text answer that a person grades."""
    cell = v4.new_markdown_cell(source, id=grade_id)
    return graded(cell, grade_id=grade_id, points=points, grade=True, solution=True)


def save(nb: nbformat.NotebookNode, path: Path) -> Path:
    """Write the notebook as the course keeps it on disk; the folder is made if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(v4.writes(nb) + "\n", encoding="utf-8", newline="\n")
    return path


def content(folder: Path) -> dict[str, str]:
    """Every file below the folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def refuse(monkeypatch: pytest.MonkeyPatch, *, after: int = 0) -> None:
    """Make renaming fail, the first few times excepted; root may write anywhere, so chmod would prove nothing."""
    real, calls = os.replace, iter(range(1_000))

    def replace(source: Path, target: Path) -> None:
        if next(calls) == after:
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(Path, "replace", lambda self, target: replace(self, target))
