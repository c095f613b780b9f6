"""What stock nbgrader gives for the corpus: ``python -m grading.equivalence.stock`` writes ``golden.json``."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import builders
from grading.equivalence.variants import ASSIGNMENT, NOTEBOOK, Variant, notebook, variants

from emptychair._process import environment

GOLDEN = Path(__file__).with_name("golden.json")
Scores = dict[str, dict[str, float]]


def course(root: Path) -> Path:
    """A plain nbgrader course with the corpus's assignment and no setting of ours."""
    builders.save(notebook(), root / "source" / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    (root / "nbgrader_config.py").write_text("c = get_config()\n")
    return root


def scores(root: Path, chosen: Iterable[Variant]) -> Scores:
    """Grade these variants with stock nbgrader: points by cell for each."""
    course(root)
    for variant in chosen:
        builders.save(notebook(variant), root / "submitted" / variant.name / ASSIGNMENT / f"{NOTEBOOK}.ipynb")
    for command in ("generate_assignment", "autograde"):
        line = [sys.executable, "-m", "nbgrader", command, ASSIGNMENT]
        done = subprocess.run(line, cwd=root, env=environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
    return _from_gradebook(root)


def _from_gradebook(root: Path) -> Scores:
    from nbgrader.api import Gradebook

    found: Scores = {}
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for submission in book.assignment_submissions(ASSIGNMENT):
            grades = [grade for one in submission.notebooks for grade in one.grades]
            found[submission.student.id] = {grade.name: float(grade.auto_score) for grade in grades}
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        found = scores(Path(folder), variants())
    GOLDEN.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(found)} variants in {GOLDEN}")
