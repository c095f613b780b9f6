"""The assignment that is attacked: tests of many styles, each with something that must never be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import builders
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

# name: (solution, wrong answer, test)
EXERCISES: dict[str, tuple[str, str, str]] = {
    "square": (
        "def square(x):\n    return x * x",
        "def square(x):\n    return -1",
        code("""
        assert square(3) == 9
        ### BEGIN HIDDEN TESTS
        assert square(7) == 49, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "near": (
        "def near(x):\n    return x / 3",
        "def near(x):\n    return None",
        code("""
        assert abs(near(1) - 1 / 3) < 1e-9
        ### BEGIN HIDDEN TESTS
        assert math.isclose(near(2), 2 / 3), 'quince-marmalade'
        assert close(near(6), 2)
        ### END HIDDEN TESTS
    """),
    ),
    "vector": (
        "def vector(n):\n    return np.arange(n)",
        "def vector(n):\n    return [7]",
        code("""
        np.testing.assert_allclose(vector(3), [0, 1, 2])
        ### BEGIN HIDDEN TESTS
        assert np.array_equal(vector(4), [0, 1, 2, 3]), 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "suite": (
        "def reverse(s):\n    return s[::-1]",
        "def reverse(s):\n    return s + '?'",
        code("""
        class T(unittest.TestCase):
            def test_it(self):
                self.assertEqual(reverse('ab'), 'ba')
                self.assertTrue('a' in reverse('xa') and reverse('xa').startswith('a'), 'quince-marmalade')
        result = unittest.TextTestRunner(stream=__import__('io').StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
        assert result.wasSuccessful()
    """),
    ),
    "broad": (
        code("""
        def root(x):
            if x < 0:
                raise ValueError('negative')
            return math.sqrt(x)
    """),
        "def root(x):\n    return 77",
        code("""
        assert root(4) == 2
        try:
            root(-1)
        except Exception:
            pass
        else:
            raise AssertionError('no error')
    """),
    ),
    "total": (
        code("""
        def total(numbers):
            return sum(numbers)
    """),
        "def total(numbers):\n    return -5",
        code("""
        numbers = [1, 2, 3]
        assert total(numbers) == sum(numbers)
        ### BEGIN HIDDEN TESTS
        more = [4, 5]
        assert total(more) == sum(more), 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "helper": (
        "def shout(s):\n    return s.upper()",
        "def shout(s):\n    return s",
        code("""
        check(shout('a'), 'A')
        ### BEGIN HIDDEN TESTS
        check(shout('quince-marmalade'[:2]), 'QU')
        ### END HIDDEN TESTS
    """),
    ),
    "collection": (
        "def primes():\n    return [2, 3, 5, 7]",
        "def primes():\n    return []",
        code("""
        assert 5 in primes()
        assert 4 not in primes()
        assert len(primes()) == 4
        assert all(p < LIMIT for p in primes())
        ### BEGIN HIDDEN TESTS
        assert sorted(primes()) == [2, 3, 5, 7], 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "caller": (
        "def apply(f, x):\n    return f(x)",
        "def apply(f, x):\n    return None",
        code("""
        secret_table = {1: 'quince-marmalade', 2: 'b'}
        def look(k):
            return secret_table[k][:1]
        assert apply(look, 2) == 'b'
        assert apply(look, 1) == 'q'
    """),
    ),
    "object": (
        code("""
        class Box:
            def __init__(self, size):
                self.size = size
            def grow(self):
                self.size += 1
                return self.size
    """),
        code("""
        class Box:
            def __init__(self, size):
                self.size = None
            def grow(self):
                return None
    """),
        code("""
        box = Box(2)
        assert box.size == 2
        assert box.grow() == 3
        assert isinstance(box, Box) and box.size == 3
        ### BEGIN HIDDEN TESTS
        assert Box(7).grow() == 8, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "value": (
        "answer = 6 * 7",
        "answer = 0",
        code("""
        assert answer == 42
        ### BEGIN HIDDEN TESTS
        assert answer + 1 == 43, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "table": (
        code("""
        def table():
            return pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
    """),
        "def table():\n    return None",
        code("""
        expected = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
        assert table().equals(expected)
        assert (table() == expected).all().all()
        ### BEGIN HIDDEN TESTS
        pd.testing.assert_frame_equal(table(), expected)
        assert table().to_numpy().sum() == 10, 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "chain": (
        code("""
        def chain(values):
            head = None
            for value in values:
                head = Node(value, head)
            return head
    """),
        "def chain(values):\n    return None",
        code("""
        head = chain([1, 2, 3])
        assert isinstance(head, Node)
        assert head.values() == [3, 2, 1]
        ### BEGIN HIDDEN TESTS
        assert chain([5]).values() == [5], 'quince-marmalade'
        ### END HIDDEN TESTS
    """),
    ),
    "recorder": (
        code("""
        def announce(mail, names):
            for name in names:
                mail.send(name)
    """),
        "def announce(mail, names):\n    pass",
        code("""
        from unittest.mock import Mock, call
        mail = Mock()
        announce(mail, ['ana', 'bo'])
        assert mail.send.call_count == 2
        mail.send.assert_has_calls([call('ana'), call('bo')])
    """),
    ),
    "manager": (
        code("""
        class Session:
            def __enter__(self):
                self.rows = 2
                return self
            def __exit__(self, *error):
                return False
    """),
        "class Session:\n    pass",
        code("""
        with Session() as session:
            assert session.rows == 2, 'quince-marmalade'
    """),
    ),
    "checked": (
        "def each(f, values):\n    for value in values:\n        f(value)",
        "def each(f, values):\n    raise LookupError('wrong')",
        code("""
        seen = []
        def look(value):
            seen.append(value)
            assert value % 2 == 0 and len(seen) < 3, 'quince-marmalade'
        each(look, [2, 4])
        assert seen == [2, 4]
    """),
    ),
    "journal": (
        "journal = []\ndef note(text):\n    journal.append(text)",
        "journal = None\ndef note(text):\n    pass",
        code("""
        journal.clear()
        note('a')
        assert journal == ['a']
        ### BEGIN HIDDEN TESTS
        note('quince-marmalade'[:1])
        assert journal == ['a', 'q']
        ### END HIDDEN TESTS
    """),
    ),
    "report": (
        "def report(total):\n    with open('report.txt', 'w') as file:\n        file.write(f'total {total}')",
        "def report(total):\n    pass",
        code("""
        import json, os, pickle, random
        report(3)
        with open('report.txt', 'rb') as file:
            written = file.read()
        if written[:1] == b'\\x80':
            written = pickle.loads(written)
        assert written == b'total 3'
        ### BEGIN HIDDEN TESTS
        with open('hidden.txt', 'w') as file:
            file.write('quince-marmalade')
        report(5)
        assert open('report.txt').read() == 'total 5'
        assert open('hidden.txt').read() == 'quince-marmalade'
        assert sorted(name for name in os.listdir('.') if name.endswith('.py')) == ['checks.py']
        ### END HIDDEN TESTS
    """),
    ),
    "level": (
        "from enum import IntEnum\nclass Level(IntEnum):\n    LOW = 1\n    HIGH = 2",
        "class Level:\n    LOW = HIGH = None",
        code("""
        assert Level.HIGH == 2
        assert Level.LOW < Level.HIGH
        assert Level.HIGH + 1 == 3, 'quince-marmalade'
    """),
    ),
    "fault": (
        code("""
        class Refused(Exception):
            def __init__(self, wanted, given):
                super().__init__(f'{wanted} is wanted')
                self.wanted, self.given = wanted, given
            def missing(self):
                return self.wanted - self.given
        def take(n):
            raise Refused(n, 1)
    """),
        "class Refused(Exception):\n    pass\ndef take(n):\n    return n",
        code("""
        try:
            take(5)
        except Refused as error:
            assert error.missing() == 4 and error.wanted == 5, 'quince-marmalade'
        else:
            raise AssertionError('nothing was refused')
    """),
    ),
    "part": (
        "def parts():\n    return [1, 2]",
        "def parts():\n    return []",
        code("""
        right = sum(a == b for a, b in zip(parts(), [1, 2]))
        float(right)
    """),
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
