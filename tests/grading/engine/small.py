"""Assignments for the tests of the engine, made without nbgrader: quick, and as small as the question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import builders
import nbformat

from emptychair.grading._bundle import Bundle, Skeleton
from emptychair.grading._limits import Limits
from emptychair.grading._notebook import cells_of
from emptychair.grading._outcome import CellOutcome, NotebookOutcome, Outcome
from emptychair.grading._submission import HandedIn, Submission
from emptychair.grading._witness import witness
from emptychair.grading.engine import Pool

Notebook = nbformat.NotebookNode
STUB = "raise NotImplementedError('not answered yet')"


def skeleton(notebook: Notebook, name: str = "small", solutions: Mapping[str, str] | None = None) -> Skeleton:
    """The skeleton of a notebook, and what these solutions of its answers say."""
    document = json.loads(nbformat.v4.writes(notebook))
    original = json.loads(nbformat.v4.writes(notebook))
    for cell in original["cells"]:
        cell["source"] = (solutions or {}).get(cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"])
    return Skeleton(name, json.dumps(document), json.loads(json.dumps(witness(document, original))))


def exercise(test: str, *, solution: str = "def f(x):\n    return x", setup: str = "", points: float = 2) -> Bundle:
    """An assignment of one answer and one test."""
    cells = [builders.locked(setup, grade_id="setup")] if setup else []
    cells += [builders.solution(STUB, grade_id="answer"), builders.tests(test, grade_id="test", points=points)]
    return Bundle("ps1", (skeleton(builders.notebook(*cells), solutions={"answer": solution}),), limits=LIMITS)


LIMITS = Limits(cell_seconds=3, total_seconds=9, wall_seconds=60)


def handed_in(bundle: Bundle, answer: str, *, student: str = "ana", extra: str = "", **files: bytes) -> Submission:
    """A submission with this answer, and a cell of the learner's own above it."""
    notebook = json.loads(bundle.notebooks[0].document)
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = answer
    if extra:
        notebook["cells"].insert(0, json.loads(json.dumps(builders.code(extra, id="mine"))))
    named = {name.replace("__", "."): content for name, content in files.items()}
    cells = tuple(cells_of(json.dumps(notebook).encode()))
    return Submission(student, bundle.assignment, (HandedIn("small", cells, ""),), named, ())


@contextmanager
def pool(bundle: Bundle, **options: Any) -> Iterator[Pool]:
    """A pool of one worker, unless it is said otherwise."""
    with Pool(bundle, **{"workers": 1, **options}) as made:
        yield made


def graded(bundle: Bundle, *submissions: Submission, **options: Any) -> list[Outcome]:
    """The outcomes, in the order of the submissions."""
    with pool(bundle, **options) as made:
        found = {one.student: one for one in made.run(submissions)}
    return [found[one.student] for one in submissions]


def mark(outcome: Outcome) -> CellOutcome:
    """What became of the one test."""
    (notebook,) = outcome.notebooks
    (cell,) = [one for one in notebook.cells if one.kind == "auto"]
    return cell


def outputs(notebook: NotebookOutcome) -> list[dict[str, Any]]:
    """All outputs of a notebook, one after the other."""
    return [output for cell in json.loads(notebook.document)["cells"] for output in cell.get("outputs", ())]
