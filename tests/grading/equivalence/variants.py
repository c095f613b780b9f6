"""Honest notebooks: every exercise answered in some way, with what people leave around their answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import builders
from grading.blocks import code
from grading.equivalence.exercise import SETUP
from grading.equivalence.exercises import EXERCISES
from nbformat import NotebookNode

ASSIGNMENT = "ps1"
NOTEBOOK = "problems"


@dataclass(frozen=True, slots=True)
class Variant:
    """One honest submission.

    Attributes:
        name: What is special about it.
        answers: Which answer to which exercise; the instructor's where none is named.
        before: Cells that the learner has put before everything.
        between: Cells that the learner has put after the answers of these exercises.
    """

    name: str
    answers: dict[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    between: dict[str, tuple[str, ...]] = field(default_factory=dict)


def notebook(variant: Variant | None = None) -> NotebookNode:
    """The notebook with a variant's answers; the instructor's with the markers when none is given."""
    cells = [builders.locked(SETUP.strip(), grade_id="setup"), builders.code("helper_of_ours = 3", id="plain")]
    for exercise in EXERCISES:
        source = f"### BEGIN SOLUTION\n{exercise.solution}\n### END SOLUTION"
        if variant is not None:
            chosen = variant.answers.get(exercise.name)
            source = exercise.solution if chosen is None else exercise.others[chosen]
        cells.append(builders.solution(source, grade_id=exercise.name))
        for number, extra in enumerate(variant.between.get(exercise.name, ()) if variant else ()):
            cells.append(builders.code(extra, id=f"extra-{exercise.name}-{number}"))
        cells.append(builders.tests(exercise.tests, grade_id=f"{exercise.name}-tests", points=exercise.points))
    before = [builders.code(one, id=f"before-{n}") for n, one in enumerate(variant.before if variant else ())]
    return builders.notebook(*before, *cells)


def variants() -> Iterator[Variant]:
    """The corpus."""
    yield Variant("instructor")
    rounds = max(len(exercise.others) for exercise in EXERCISES)
    for number in range(rounds):
        # the n-th other answer to every exercise that has one: each answer is graded once, among its neighbors
        chosen = {one.name: list(one.others)[number] for one in EXERCISES if number < len(one.others)}
        yield Variant(f"others-{number}", chosen)
    for name, (before, after, extra) in _AROUND.items():
        yield Variant(name, before=before, between={after: extra} if after else {})


# What people leave in their notebooks: (cells before everything, below which exercise, cells there)
_AROUND: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "prints-a-lot": (
        (
            code("""
        for i in range(300):
            print('line', i)
    """),
        ),
        "double",
        ("print('x' * 5000)",),
    ),
    "own-helper": (("def helper(x):\n    return x + 1",), "double", ("helper(double(3))",)),
    "imports-again": (
        (
            code("""
        import numpy as np
        import pandas as pd
        from math import *
    """),
        ),
        "",
        (),
    ),
    "imports-others": (
        (
            code("""
        import json, os, sys, re, itertools
        from pathlib import Path
        Path('notes.txt').write_text('x')
    """),
        ),
        "",
        (),
    ),
    "plot": ((), "figure", ("draw_orders(orders)\nplt.show()", "plt.plot([1, 2, 3]); plt.title('mine')")),
    "many-plots": ((), "current-axes", tuple("plt.hist(np.arange(10));" for _ in range(2))),
    "frame-shown": ((), "frame", ("orders.head()", "orders.describe()", "by_customer(orders)")),
    "widget": (
        (
            code("""
        import ipywidgets as widgets
        widgets.IntSlider(value=3)
    """),
        ),
        "double",
        ("widgets.interact(lambda x: double(x), x=3);",),
    ),
    "warning-in-own-cell": (("import warnings\nwarnings.warn('mine')",), "", ()),
    "stderr-in-own-cell": (
        (
            code("""
        import sys
        print('mine', file=sys.stderr)
    """),
        ),
        "",
        (),
    ),
    "error-in-own-cell": (("1 / 0", "undefined_name", "def broken(:"), "double", ("raise RuntimeError('mine')",)),
    "magics": (("%time x = 1", "%%time\ny = 2", "%who", "!echo hello", "%timeit -n 2 -r 1 1 + 1"), "", ()),
    "bash-cell": (("%%bash\necho hello\nls",), "", ()),
    "writes-files": (
        (
            code("""
        open('mine.txt', 'w').write('x')
        import os
        os.makedirs('d', exist_ok=True)
        os.listdir('.')
    """),
        ),
        "",
        (),
    ),
    "writes-module": (
        (
            code("""
        %%writefile mymodule.py
        def f():
            return 5
    """),
            "import mymodule\nmymodule.f()",
        ),
        "",
        (),
    ),
    "async-cell": (
        (
            code("""
        import asyncio
        await asyncio.sleep(0.01)
        print('done')
    """),
        ),
        "",
        (),
    ),
    "threads": (
        (
            code("""
        import threading
        t = threading.Thread(target=lambda: print('thread'))
        t.start()
        t.join()
    """),
        ),
        "",
        (),
    ),
    "subprocess": (
        (
            code("""
        import subprocess
        subprocess.run(['echo', 'hello'], capture_output=True).stdout
    """),
        ),
        "",
        (),
    ),
    "display-everything": (
        (
            code("""
        from IPython.display import *
        display(Markdown('**b**'), HTML('<i>i</i>'), Latex('$x$'))
        JSON({'a': 1})
    """),
        ),
        "",
        (),
    ),
    "clear-output": (
        (
            code("""
        from IPython.display import clear_output
        print('a')
        clear_output()
        print('b')
    """),
        ),
        "",
        (),
    ),
    "unicode": (
        (
            code("""
        ünïcode = 'naïve ☃ 漢字'
        print(ünïcode)
        ünïcode
    """),
        ),
        "",
        (),
    ),
    "big-data": (
        (
            code("""
        big = np.arange(1_000_000)
        table = pd.DataFrame({'a': big})
        table.shape
    """),
        ),
        "",
        (),
    ),
    "own-tests": (
        (),
        "double",
        (
            "assert double(3) == 6",
            code("""
        import unittest
        class T(unittest.TestCase):
            def test_a(self):
                self.assertEqual(double(1), 2)
        unittest.main(argv=[''], exit=False)
    """),
        ),
    ),
    "changes-plain-names": (
        ("helper_of_ours = 4\nRATE_OF_MINE = 0.3",),
        "sum-all",
        ("total([1])", "numbers = [9, 9, 9]"),
    ),
    "uses-underscore": (("3 + 4", "_ * 2", "In[1], Out"), "", ()),
    "input-outside": (
        (
            code("""
        name = 'no one'
        try:
            name = input('name')
        except Exception:
            pass
    """),
        ),
        "",
        (),
    ),
    "exits": (
        (),
        "double",
        (
            code("""
        import sys
        try:
            sys.exit(1)
        except SystemExit:
            print('stayed')
    """),
        ),
    ),
    "seeds": (
        (
            code("""
        np.random.seed(3)
        random.seed(3)
        rng = np.random.default_rng(3)
        rng.random(2)
    """),
        ),
        "",
        (),
    ),
    "logging": (
        (
            code("""
        import logging
        logging.basicConfig(level=logging.INFO)
        logging.warning('mine')
    """),
        ),
        "",
        (),
    ),
    "tqdm-like": (
        (
            code(r"""
        import time
        for i in range(5):
            print(f'\r{i}', end='')
            time.sleep(0.01)
    """),
        ),
        "",
        (),
    ),
    "filters-warnings": (
        (
            code("""
        import warnings
        warnings.filterwarnings('ignore')
    """),
        ),
        "",
        (),
    ),
    "pandas-options": (
        (
            code("""
        pd.set_option('display.max_rows', 5)
        np.set_printoptions(precision=2)
    """),
        ),
        "",
        (),
    ),
    "style": (
        (
            code("""
        plt.style.use('ggplot')
        plt.rcParams['figure.figsize'] = (3, 2)
    """),
        ),
        "figure",
        ("draw_orders(orders);",),
    ),
    "config-magic": (
        (
            code("""
        %config InlineBackend.figure_format = 'svg'
        %matplotlib inline
    """),
        ),
        "figure",
        ("draw_orders(orders);",),
    ),
    "last-value": ((), "double", ("double(2);", "double(2)")),
}
