"""The assignment that is attacked: tests of many styles, each with something that must never be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import builders
from grading.attacks import functions, objects
from grading.blocks import code
from nbformat import NotebookNode

ASSIGNMENT = "ps1"
NOTEBOOK = "target"
SECRET = "quince-marmalade"
"""Stands in every hidden test, in the instructor's solutions' folder and in the gradebook."""

SETUP = code("""
    import math
    import unittest
    import numpy as np
    from checks import check
    def close(a, b):
        return abs(a - b) < 1e-9
    import pandas as pd
    LIMIT = 10
    class Node:
        def __init__(self, value, next=None):
            self.value, self.next = value, next
        def values(self):
            return [self.value] + (self.next.values() if self.next else [])
""")
CHECKS = code("""
    def check(got, expected):
        assert got == expected, f'got {got}'
""")

EXERCISES = {**functions.EXERCISES, **objects.EXERCISES}
POINTS = 2.0
MOST = POINTS * len(EXERCISES)
NOTHING = 0.0


def notebook(
    answers: Mapping[str, str] | None = None,
    *,
    before: Sequence[str] = (),
    after: Sequence[str] = (),
    solved: bool = False,
) -> NotebookNode:
    """The notebook with these answers, the wrong one (or the right one) to every other exercise.

    Args:
        answers: Sources by exercise.
        before: Cells of the learner's own above everything else.
        after: Cells of the learner's own at the end.
        solved: Answer the others rightly.
    """
    cells = [builders.code(source, id=f"before-{number}") for number, source in enumerate(before)]
    cells.append(builders.locked(SETUP.strip(), grade_id="setup"))
    for name, (solution, wrong, test) in EXERCISES.items():
        source = (answers or {}).get(name, solution if solved else wrong)
        cells.append(builders.solution(source, grade_id=name))
        cells.append(builders.tests(test, grade_id=f"{name}-tests", points=POINTS))
    cells += [builders.code(source, id=f"after-{number}") for number, source in enumerate(after)]
    return builders.notebook(*cells)


def course(root: Path) -> Path:
    """A course folder with the assignment in it, and secrets where a curious learner would look."""
    source = notebook(solved=True)
    for cell in source.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell["source"] = f"### BEGIN SOLUTION\n{cell['source']}\n### END SOLUTION"
    folder = root / "source" / ASSIGNMENT
    builders.save(source, folder / f"{NOTEBOOK}.ipynb")
    (folder / "checks.py").write_text(CHECKS)
    (folder / "data.csv").write_text("a,b\n1,2\n")
    (root / "nbgrader_config.py").write_text("c = get_config()\n")
    (root / "gradebook.db").write_text(SECRET)
    return root
