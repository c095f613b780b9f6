"""The assignment that is attacked: tests of many styles, each with something that must never be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import builders
from nbformat import NotebookNode

ASSIGNMENT = "ps1"
NOTEBOOK = "target"
SECRET = "quince-marmalade"
"""Stands in every hidden test, in the instructor's solutions' folder and in the gradebook."""

SETUP = """
import math
import unittest
import numpy as np
from checks import check
def close(a, b):
    return abs(a - b) < 1e-9
LIMIT = 10
"""
CHECKS = "def check(got, expected):\n    assert got == expected, f'got {got}'\n"

# name: (solution, wrong answer, test)
EXERCISES: dict[str, tuple[str, str, str]] = {
    "square": (
        "def square(x):\n    return x * x",
        "def square(x):\n    return -1",
        "assert square(3) == 9\n### BEGIN HIDDEN TESTS\nassert square(7) == 49, 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "near": (
        "def near(x):\n    return x / 3",
        "def near(x):\n    return None",
        "assert abs(near(1) - 1 / 3) < 1e-9\n### BEGIN HIDDEN TESTS\nassert math.isclose(near(2), 2 / 3), 'quince-marmalade'\n"
        "assert close(near(6), 2)\n### END HIDDEN TESTS",
    ),
    "vector": (
        "def vector(n):\n    return np.arange(n)",
        "def vector(n):\n    return [7]",
        "np.testing.assert_allclose(vector(3), [0, 1, 2])\n### BEGIN HIDDEN TESTS\n"
        "assert np.array_equal(vector(4), [0, 1, 2, 3]), 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "suite": (
        "def reverse(s):\n    return s[::-1]",
        "def reverse(s):\n    return s + '?'",
        "class T(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual(reverse('ab'), 'ba')\n"
        "        self.assertTrue('a' in reverse('xa') and reverse('xa').startswith('a'), 'quince-marmalade')\n"
        "result = unittest.TextTestRunner(stream=__import__('io').StringIO()).run("
        "unittest.defaultTestLoader.loadTestsFromTestCase(T))\nassert result.wasSuccessful()",
    ),
    "broad": (
        "def root(x):\n    if x < 0:\n        raise ValueError('negative')\n    return math.sqrt(x)",
        "def root(x):\n    return 77",
        "assert root(4) == 2\ntry:\n    root(-1)\nexcept Exception:\n    pass\nelse:\n    raise AssertionError('no error')",
    ),
    "total": (
        "def total(numbers):\n    return sum(numbers)",
        "def total(numbers):\n    return -5",
        "numbers = [1, 2, 3]\nassert total(numbers) == sum(numbers)\n### BEGIN HIDDEN TESTS\nmore = [4, 5]\n"
        "assert total(more) == sum(more), 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "helper": (
        "def shout(s):\n    return s.upper()",
        "def shout(s):\n    return s",
        "check(shout('a'), 'A')\n### BEGIN HIDDEN TESTS\ncheck(shout('quince-marmalade'[:2]), 'QU')\n### END HIDDEN TESTS",
    ),
    "collection": (
        "def primes():\n    return [2, 3, 5, 7]",
        "def primes():\n    return []",
        "assert 5 in primes()\nassert 4 not in primes()\nassert len(primes()) == 4\nassert all(p < LIMIT for p in primes())\n"
        "### BEGIN HIDDEN TESTS\nassert sorted(primes()) == [2, 3, 5, 7], 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "caller": (
        "def apply(f, x):\n    return f(x)",
        "def apply(f, x):\n    return None",
        "secret_table = {1: 'quince-marmalade', 2: 'b'}\ndef look(k):\n    return secret_table[k][:1]\nassert apply(look, 2) == 'b'\n"
        "assert apply(look, 1) == 'q'",
    ),
    "object": (
        "class Box:\n    def __init__(self, size):\n        self.size = size\n    def grow(self):\n        self.size += 1\n        return self.size",
        "class Box:\n    def __init__(self, size):\n        self.size = None\n    def grow(self):\n        return None",
        "box = Box(2)\nassert box.size == 2\nassert box.grow() == 3\nassert isinstance(box, Box) and box.size == 3\n"
        "### BEGIN HIDDEN TESTS\nassert Box(7).grow() == 8, 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "value": (
        "answer = 6 * 7",
        "answer = 0",
        "assert answer == 42\n### BEGIN HIDDEN TESTS\nassert answer + 1 == 43, 'quince-marmalade'\n### END HIDDEN TESTS",
    ),
    "part": (
        "def parts():\n    return [1, 2]",
        "def parts():\n    return []",
        "right = sum(a == b for a, b in zip(parts(), [1, 2]))\nfloat(right)",
    ),
}
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
