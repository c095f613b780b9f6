"""A small course for the tests of grading: one assignment of two functions, worth 2 + 3 points."""

from __future__ import annotations

import shutil
from pathlib import Path

import builders

from emptychair.grading import init
from emptychair.notebooks import release

ASSIGNMENT = "06_small"
CONFIG = """from pathlib import Path
from emptychair.notebooks import nbgrader_settings
c = get_config()
c.merge(nbgrader_settings(Path(__file__).resolve().parent))
"""
DOUBLE, SHOUT = "return 2 * number", "return text.upper()"


def assignment(double: str = DOUBLE, shout: str = SHOUT) -> builders.nbformat.NotebookNode:
    """The notebook with these two answers in it."""

    def body(answer: str) -> str:
        return f"    ### BEGIN SOLUTION\n    {answer}\n    ### END SOLUTION"

    return builders.notebook(
        builders.markdown("Two functions."),
        builders.solution(f"def double(number):\n{body(double)}", grade_id="double"),
        builders.tests(
            "assert double(2) == 4, f'double(2) gave {double(2)}, not 4'\n"
            "### BEGIN HIDDEN TESTS\nassert double(5) == 10, 'five twice is ten'\n### END HIDDEN TESTS",
            grade_id="double-tests",
            points=2,
        ),
        builders.solution(f"def shout(text):\n{body(shout)}", grade_id="shout"),
        builders.tests("assert shout('no') == 'NO', 'shout in capitals'", grade_id="shout-tests", points=3),
    )


def kit(root: Path) -> Path:
    """A course to copy from: solutions and released exercises."""
    builders.save(assignment(), root / "solutions" / ASSIGNMENT / "small.ipynb")
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    release(root)
    return root


def instance(folder: Path) -> Path:
    """A course folder made from the small kit."""
    return init(folder / "course", root=kit(folder / "kit"))


def hand_in(root: Path, student: str, notebook: builders.nbformat.NotebookNode | None = None) -> Path:
    """Hand in a notebook; the untouched exercise when none is given."""
    path = root / "submitted" / student / ASSIGNMENT / "small.ipynb"
    if notebook is not None:
        return builders.save(notebook, path)
    path.parent.mkdir(parents=True)
    shutil.copy(root / "exercises" / ASSIGNMENT / "small.ipynb", path)
    return path
