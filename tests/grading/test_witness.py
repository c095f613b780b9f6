"""What the instructor's solutions say about a test, read from their source."""

from __future__ import annotations

import ast
from typing import Any

import builders
import pytest

from emptychair.grading._witness import bound, parse, witness

Facts = dict[str, Any]


def facts(solution: str, *, setup: str = "pass") -> Facts:
    """The witness of a notebook with one locked cell and one answer."""
    original = builders.notebook(
        builders.locked(setup, grade_id="setup"), builders.solution(solution, grade_id="answer")
    )
    document = builders.notebook(
        builders.locked(setup, grade_id="setup"), builders.solution("raise NotImplementedError()", grade_id="answer")
    )
    return witness(document, original)


@pytest.mark.parametrize(
    ("solution", "names"),
    [
        ("def f(x):\n    y = x\n    return y", {"f"}),
        ("x = 1\nfor i in range(3):\n    total = i", {"x", "i", "total"}),
        ("if True:\n    a, *b = 1, 2\nwith open('x') as c: pass", {"a", "b", "c"}),
        ("def f():\n    global g\n    g = 1", {"f", "g"}),
        ("table['new'] = 1\nbox.lid = 2\nbag.append(3)", {"table", "box", "bag"}),
        ("table.dropna(inplace=True)\nprint(other.mean())", {"table"}),
        ("import random\nrandom.shuffle(cards)", {"random", "cards"}),
        ("def count(parts):\n    counts = {}\n    counts['a'] = parts\n    return counts", {"count"}),
        ("seen = {}\ndef f(x):\n    seen[x] = 1", {"seen", "f"}),
        ("%%answer story --kind star\nIn May, I rang her.", {"story"}),
        ("%matplotlib inline\nx = 1", {"x"}),
        ("this is not Python", set()),
    ],
)
def test_answers_are_what_solutions_bind_or_change(solution: str, names: set[str]) -> None:
    """Are exactly the global names found?"""
    assert set(facts(solution)["answers"]) == names


@pytest.mark.parametrize(
    ("solution", "names"),
    [
        ("def f(xs):\n    return sorted(xs)", set()),
        ("def f(xs):\n    xs.sort()", {"f"}),
        ("def f(xs):\n    xs[0], xs[1] = xs[1], xs[0]", {"f"}),
        ("def f(grid):\n    for row in grid:\n        row[0] = 0", {"f"}),
        ("def f(xs):\n    ys = xs[1]\n    ys.append(3)", {"f"}),
        ("def f(xs):\n    ys = list(xs)\n    ys.append(3)\n    return ys", set()),
        ("def g(xs):\n    xs.clear()\ndef f(xs):\n    g(xs)", {"f", "g"}),
        ("class A:\n    def put(self, x):\n        self.x = x", set()),
        ("def f(a):\n    np.add(a, 1, out=a)", {"f"}),
    ],
)
def test_mutates_when_an_argument_is_changed(solution: str, names: set[str]) -> None:
    """Is a function that changes what it was given told from one that does not?"""
    assert set(facts(solution)["mutates"]) == names


@pytest.mark.parametrize(
    ("solution", "names"),
    [
        (
            "class V:\n    z = 1\n    def __init__(self):\n        self.x = 1\n    def size(self): pass",
            "__init__ size x z",
        ),
        ("class A:\n    def a(self): pass\nclass V(A):\n    def v(self): pass", "a v"),
        ("class V(Whatever): pass", "*"),
        ("@dataclass\nclass V:\n    x: int", "__eq__ x"),
    ],
)
def test_classes_have_the_names_of_their_objects(solution: str, names: str) -> None:
    """Are methods, attributes and what is inherited all there?"""
    assert facts(solution)["classes"]["V"] == names.split()


def test_classes_when_the_ancestor_is_built_in() -> None:
    """Does a stack made of a list have what lists have?"""
    assert {"append", "__len__", "top"} <= set(facts("class S(list):\n    def top(self): pass")["classes"]["S"])


def test_shared_classes_are_the_instructors() -> None:
    """Are only the classes shared that both sides get from a locked cell?"""
    assert facts("class Mine: pass", setup="class Node: pass")["shared"] == ["Node"]


def test_imports_of_every_cell() -> None:
    """Does a name lead to its module, renamed or not?"""
    found = facts("from math import pi as p", setup="import numpy as np, os.path\nfrom json import loads")
    assert found["imports"] == {
        "np": ("numpy", ""),
        "os": ("os", ""),
        "loads": ("json", "loads"),
        "p": ("math", "pi"),
    }


def test_no_source_leaves() -> None:
    """Is nothing of the solution but names in the witness?"""
    assert "secret words" not in str(facts("def f(x):\n    'secret words'\n    return 'secret words'"))


def test_bound_when_nothing_is() -> None:
    """Does reading a name not count?"""
    assert list(bound(ast.parse("print(x)"))) == []
    assert parse("\x00").body == []
