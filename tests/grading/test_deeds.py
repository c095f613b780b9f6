"""What the code of a solution does to arguments, files and exceptions."""

from __future__ import annotations

import ast

import pytest
from grading.test_witness import facts

from emptychair.grading._deeds import ends, keepers, stops, writes


@pytest.mark.parametrize(
    ("solution", "names"),
    [
        ("class A:\n    def __exit__(self, *e):\n        return True", {"A"}),
        ("class A:\n    def __exit__(self, t, v, tb):\n        return t is KeyError", {"A"}),
        ("class A:\n    def __exit__(self, *e):\n        self.open = False", set()),
        ("class A:\n    def __exit__(self, *e):\n        return False", set()),
        ("@contextmanager\ndef a():\n    try:\n        yield\n    except KeyError:\n        pass", {"a"}),
        ("@contextlib.contextmanager\ndef a():\n    with suppress(KeyError):\n        yield", {"a"}),
        ("@contextmanager\ndef a():\n    try:\n        yield\n    finally:\n        done()", set()),
        ("def a():\n    try:\n        b()\n    except KeyError:\n        return True", set()),
    ],
)
def test_context_managers_that_end_exceptions(solution: str, names: set[str]) -> None:
    """Are exactly those found that keep an exception to themselves?"""
    assert set(ends(ast.parse(solution))) == names


@pytest.mark.parametrize(
    ("solution", "does"),
    [
        ("open('x', 'w')", True),
        ("with open(path, mode='a') as file: pass", True),
        ("table.to_csv(path)", True),
        ("Path('x').write_text('y')", True),
        ("figure.savefig(path)", True),
        ("open('x.txt').read()", False),
        ("pd.read_csv('w')", False),
        ("table.to_dict()", False),
    ],
)
def test_files_that_are_written(solution: str, does: bool) -> None:
    """Is writing told from reading?"""
    assert writes(ast.parse(solution)) is does


@pytest.mark.parametrize(
    ("solution", "names"),
    [
        (
            "class A:\n    def __init__(self, to):\n        self.to = to\n    def put(self, x):\n        self.to.append(x)",
            {"A"},
        ),
        (
            "class A:\n    def __init__(self):\n        self.to = []\n    def put(self, x):\n        self.to.append(x)",
            set(),
        ),
        ("class A:\n    def put(self, x):\n        self.to.append(x)", set()),
    ],
)
def test_classes_that_keep_what_they_change(solution: str, names: set[str]) -> None:
    """Is a class found that was given what it changes?"""
    assert set(keepers(ast.parse(solution))) == names


def test_facts_of_a_solution() -> None:
    """Do all of these come to the witness?"""
    found = facts(
        "def f(g):\n    global seen\n    seen = 1\n    try:\n        g('in.txt')\n    except Exception:\n        pass"
    )
    assert (found["touched"], found["texts"], found["swallows"], found["writes"]) == (["seen"], ["in.txt"], True, False)
    assert not facts("def f(g):\n    try:\n        g()\n    except KeyError:\n        pass")["swallows"]


@pytest.mark.parametrize(
    ("solution", "does"),
    [
        ("class A:\n    def __next__(self):\n        raise StopIteration", True),
        ("def first(rows):\n    return next(iter(rows))", True),
        ("def first(rows):\n    return rows.__next__()", True),
        ("def first(rows):\n    return rows[0]", False),
        ("def each(rows):\n    yield from rows", False),
    ],
)
def test_functions_that_may_end_an_iteration(solution: str, does: bool) -> None:
    """Are exactly those found whose StopIteration a test may have to catch?"""
    assert stops(ast.parse(solution)) is does
