"""The notebook that is graded: the instructor's, with the learner's answers and own cells grafted in.

Of the learner's notebook only sources are used, and the order of the cells that are the learner's own.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from emptychair.answers import answer_text
from emptychair.grading._bundle import Skeleton
from emptychair.grading._submission import HandedIn
from emptychair.grading._witness import parse
from emptychair.grading.engine._match import match

Cell = dict[str, Any]
_ANSWER = re.compile(r"%%answer[ \t]+([^\W\d]\w*)[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A notebook ready to be graded.

    Attributes:
        notebook: The notebook, as JSON values; outputs are still to come.
        steps: What to do with its cells, in order (see `emptychair.grading.engine._examiner`).
        untouched: Grade ids of answers that are as they were released.
    """

    notebook: dict[str, Any]
    steps: tuple[dict[str, Any], ...]
    untouched: frozenset[str]


def rebuild(skeleton: Skeleton, handed_in: HandedIn | None) -> Rebuilt:
    """Put a learner's answers into the instructor's notebook.

    Args:
        skeleton: The instructor's notebook.
        handed_in: The learner's; nothing, or one with a fault, leaves every answer as it was released.
    """
    notebook = json.loads(skeleton.document)
    originals: list[Cell] = notebook["cells"]
    for cell in originals:
        cell["source"] = _source(cell)
    described = [_described(cell) for cell in originals]
    learners = list(handed_in.cells) if handed_in else []
    found = match(described, learners)
    shared = {number for number, cell in enumerate(originals) if not _marks(cell)}
    placed = {number: place for place, number in found.items()}
    cells: list[Cell] = []
    steps: list[dict[str, Any]] = []
    own = _own_cells(described, learners, placed)
    fresh = _ids(originals)
    minor = notebook.get("nbformat_minor", 0)

    def add(cell: Cell) -> None:
        steps.extend(_steps(cell, len(cells)))
        cells.append(cell)

    untouched = set()
    for extra in own.get(-1, ()):
        add(_graft(extra, next(fresh), minor))
    for place, original in enumerate(originals):
        if place in shared:
            steps.extend(_definitions(original["source"]) if original["cell_type"] == "code" else ())
            continue
        cell = dict(original)
        if _marks(cell).get("solution"):
            answer = learners[found[place]] if place in found else None
            if answer is None or answer["source"].strip() == original["source"].strip():
                untouched.add(str(_marks(cell)["grade_id"]))
            else:
                cell["source"] = answer["source"]
                _attach(cell, answer)
        add(cell)
        for extra in own.get(place, ()):
            add(_graft(extra, next(fresh), minor))
    notebook["cells"] = cells
    notebook["metadata"] = _metadata(notebook["metadata"])
    return Rebuilt(notebook, tuple(steps), frozenset(untouched))


def tests_within(skeleton: Skeleton) -> bool:
    """Does the instructor want the tests in the learner's process? Notebook metadata says so, and only the instructor's.

    >>> tests_within(Skeleton("p1", '{"cells": [], "metadata": {"emptychair": {"tests": "in-kernel"}}}'))
    True
    """
    wanted = json.loads(skeleton.document).get("metadata", {}).get("emptychair", {})
    return isinstance(wanted, dict) and wanted.get("tests") == "in-kernel"


def _own_cells(
    skeleton: Sequence[Mapping[str, Any]], learners: Sequence[Mapping[str, Any]], placed: Mapping[int, int]
) -> dict[int, list[Mapping[str, Any]]]:
    """The learner's own cells, by the instructor's cell that they stand below."""
    copies = {cell["source"].strip() for cell in skeleton if cell["locked"]}
    own: dict[int, list[Mapping[str, Any]]] = {}
    below = -1
    for number, cell in enumerate(learners):
        if number in placed:
            below = placed[number]
        elif cell["source"].strip() not in copies and cell["source"].strip():
            own.setdefault(below, []).append(cell)
    return own


def _described(cell: Cell) -> dict[str, Any]:
    marks = _marks(cell)
    return {
        "type": cell["cell_type"],
        "source": cell["source"],
        "id": str(cell.get("id", "")),
        "grade_id": str(marks.get("grade_id", "")),
        "locked": bool(marks) and not marks.get("solution"),
    }


def _graft(extra: Mapping[str, Any], name: str, minor: int) -> Cell:
    """A cell of the learner's own, with metadata of ours."""
    cell: Cell = {"cell_type": extra["type"], "metadata": {}, "source": extra["source"]}
    if minor >= 5:
        cell["id"] = name
    if extra["type"] == "code":
        cell |= {"outputs": [], "execution_count": None}
    _attach(cell, extra)
    return cell


def _attach(cell: Cell, answer: Mapping[str, Any]) -> None:
    if cell["cell_type"] == "markdown" and answer.get("attachments"):
        cell["attachments"] = dict(answer["attachments"])


def _ids(originals: Sequence[Cell]) -> Iterator[str]:
    taken = {cell.get("id") for cell in originals}
    number = 0
    while True:
        number += 1
        if f"own-{number}" not in taken:
            yield f"own-{number}"


def _steps(cell: Cell, place: int) -> Iterator[dict[str, Any]]:
    if cell["cell_type"] != "code":
        return
    marks, source = _marks(cell), cell["source"]
    if marks.get("grade") and not marks.get("solution"):
        yield {"do": "test", "cell": place, "source": source, "points": float(marks.get("points") or 0.0)}
    elif marks and not marks.get("solution"):
        yield {"do": "setup", "cell": place, "source": source}
    elif (answer := _ANSWER.match(source)) is not None:
        text = answer_text(source[answer.end() :])
        yield {"do": "answer", "cell": place, "source": source, "name": answer[1], "text": text}
    elif source.strip():
        yield {"do": "learner", "cell": place, "source": source}


@lru_cache(maxsize=256)
def _definitions(source: str) -> tuple[dict[str, Any], ...]:
    """What an instructor's cell that learners may edit imports and defines: tests use the instructor's version."""
    kept = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    nodes: list[ast.stmt] = [node for node in parse(source).body if isinstance(node, kept)]
    return ({"do": "define", "source": ast.unparse(ast.Module(nodes, []))},) if nodes else ()


def _metadata(metadata: Mapping[str, Any]) -> dict[str, Any]:
    return {key: metadata[key] for key in ("kernelspec", "language_info", "emptychair") if key in metadata}


def _marks(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """nbgrader's marks, if it keeps account of the cell; any other is the learner's to change."""
    marks: Mapping[str, Any] = cell["metadata"].get("nbgrader", {})
    return marks if any(marks.get(kind) for kind in ("grade", "solution", "locked", "task")) else {}


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
