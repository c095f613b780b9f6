"""What a test can do with what the learner's cells define, and what it cannot: small cases beside the big corpus."""

from __future__ import annotations

import pytest
from grading.blocks import code
from grading.engine.small import exercise, graded, handed_in, mark

pytestmark = pytest.mark.sandbox

# name: (instructor's solution, test, learner's answer; the instructor's when it is empty)
WORKS = {
    "model": (
        """
        from sklearn.linear_model import LinearRegression
        def f(X, y):
            return LinearRegression().fit(X, y)
        """,
        """
        import numpy as np
        X = np.array([[1.0], [2.0], [3.0]])
        model = f(X, X[:, 0] * 2 + 1)
        assert np.allclose(model.predict(np.array([[4.0]])), [9.0])
        assert abs(model.coef_[0] - 2) < 1e-9
        from sklearn.linear_model import LinearRegression
        assert isinstance(model, LinearRegression)
        """,
        "",
    ),
    "matching": (
        "import re\ndef f(text):\n    return re.match(r'(\\w+)@', text)",
        "assert f('ana@x').group(1) == 'ana'\nassert f('none') is None\nassert f('bo@y').span() == (0, 3)",
        "",
    ),
    "groups": (
        "import pandas as pd\ndef f(t):\n    return t.groupby('a')",
        """
        import pandas as pd
        t = pd.DataFrame({'a': [1, 1, 2], 'b': [1, 2, 3]})
        assert f(t)['b'].sum().tolist() == [3, 3]
        assert f(t).ngroups == 2
        """,
        "",
    ),
    "source": (
        "import functools\n@functools.lru_cache\ndef f(x):\n    return x",
        "f(1); f(1)\nassert f.cache_info().hits >= 1",
        "",
    ),
    "in-globals": (
        "f = 3",
        "assert 'f' in globals()\nassert 'g' not in globals()\nassert globals()['f'] == 3\nassert globals().get('g') is None",
        "",
    ),
    "patched": (
        "def g():\n    return 1\ndef f():\n    return g() + 1",
        "from unittest.mock import patch\nwith patch('__main__.g', return_value=41):\n    assert f() == 42\nassert f() == 2",
        "",
    ),
    "stdin": (
        "def f():\n    return input('a') + input('b')",
        r"""
        import io, sys
        from unittest.mock import patch
        with patch('sys.stdin', io.StringIO('x\ny\n')):
            assert f() == 'xy'
        """,
        "",
    ),
    "slept": (
        "import time\ndef f():\n    time.sleep(1000)\n    return 1",
        "from unittest.mock import patch\nwith patch('time.sleep') as sleep:\n    assert f() == 1\nsleep.assert_called_once_with(1000)",
        "",
    ),
    "warned": (
        "def f(x):\n    return x",
        "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('error')\n    assert f(1) == 1",
        "",
    ),
    "nested-calls": (
        "def f(g, n):\n    return g(n)",
        "def down(n):\n    return n if n == 0 else f(down, n - 1)\nassert f(down, 10) == 0",
        "",
    ),
    "unittest": (
        "def f(x):\n    return x * 2",
        """
        import unittest
        class T(unittest.TestCase):
            def test_a(self):
                self.assertEqual(f(2), 4)
            def test_b(self):
                with self.assertRaises(TypeError):
                    f(None)
        done = unittest.main(argv=[''], exit=False, verbosity=0).result
        assert done.wasSuccessful()
        """,
        "",
    ),
    "time-taken": (
        "def f(n):\n    return sum(range(n))",
        "import time\nbegan = time.perf_counter()\nf(1000)\nassert time.perf_counter() - began < 5",
        "",
    ),
    "big-array": (
        "def f(a):\n    return a * 2",
        "import numpy as np\na = np.arange(1_000_000)\nassert (f(a) == 2 * a).all()",
        "",
    ),
}


@pytest.mark.parametrize("name", [name for name in WORKS if name != "unittest"])
def test_what_tests_can_do(name: str) -> None:
    """Does it work across the line as it does in one process?"""
    solution, test, answer = (code(text) for text in WORKS[name])
    bundle = exercise(test, solution=solution)
    (outcome,) = graded(bundle, handed_in(bundle, answer or solution))
    assert mark(outcome).points == 2.0, mark(outcome)


def test_unittest_reports_on_stderr_as_ever() -> None:
    """Is a suite that writes to stderr what it is for nbgrader, nothing, with the reason and a flag?"""
    solution, test, _ = (code(text) for text in WORKS["unittest"])
    bundle = exercise(test, solution=solution)
    (outcome,) = graded(bundle, handed_in(bundle, solution))
    assert (mark(outcome).points, mark(outcome).needs_manual) == (0.0, True)
    assert mark(outcome).reason.startswith("it wrote to stderr:")


CANNOT = {
    "lock": (
        "import threading\ndef f():\n    return threading.Lock()",
        "assert f() == 4",
        "can compare plain data only",
    ),
    "sends-a-lock": ("def f(x):\n    return 1", "import threading\nf(threading.Lock())", "'lock' is not plain data"),
    "derives": ("class f:\n    pass", "class G(f):\n    pass\nassert G()", "a test cannot derive a class"),
    "too-deep": (
        "def f():\n    x = []\n    for _ in range(100):\n        x = [x]\n    return x",
        "assert f()",
        "nested too deep",
    ),
}


@pytest.mark.parametrize("name", CANNOT)
def test_what_tests_cannot_do(name: str) -> None:
    """Is it nothing, with a reason in words?"""
    solution, test, reason = CANNOT[name]
    bundle = exercise(test, solution=solution)
    (outcome,) = graded(bundle, handed_in(bundle, solution))
    assert mark(outcome).points == 0.0
    assert reason in mark(outcome).reason


@pytest.mark.parametrize(
    ("answer", "reason", "error"),
    [
        ("raise NotImplementedError('not answered yet')", "NameError: name 'f' is not defined", "NameError"),
        ("def f(x):\n    raise NotImplementedError('not answered yet')", "not answered yet", "NotImplementedError"),
        ("def f(x):\n    return x", "twice two is four", "AssertionError"),
        ("def f():\n    return 4", "TypeError: f() takes 0 positional arguments but 1 was given", "TypeError"),
    ],
)
def test_reasons_are_those_of_the_learners_own_errors(answer: str, reason: str, error: str) -> None:
    """Does a lost point say what went wrong, as it would have under the cell?"""
    bundle = exercise("assert f(2) == 4, 'twice two is four'")
    (outcome,) = graded(bundle, handed_in(bundle, answer))
    assert (mark(outcome).reason, mark(outcome).error, mark(outcome).needs_manual) == (reason, error, False)


def test_prose_is_taken_from_its_cell() -> None:
    """Does an answer in plain text reach the test without running anything?"""
    test = "from emptychair.answers import answered\nassert answered(story) == 'I rang her.'"
    bundle = exercise(test, solution="%%answer story\nI rang her.", setup="%load_ext emptychair")
    found = graded(
        bundle,
        handed_in(bundle, "%%answer story --kind star\nI rang her.\n", student="a"),
        handed_in(bundle, "%%answer story\nWrite your answer here.", student="b"),
        handed_in(bundle, "story = 'I rang her.'", student="c"),
        handed_in(bundle, "%%answer other\nI rang her.", student="d"),
    )
    assert [mark(one).points for one in found] == [2.0, 0.0, 2.0, 0.0]
    assert (mark(found[1]).reason, mark(found[1]).error) == ("not answered yet", "NotAnswered")
