"""Honest notebooks: every exercise answered in some way, with what people leave around their answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import builders
from grading.equivalence.exercises import EXERCISES, SETUP
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
    "prints-a-lot": (("for i in range(300):\n    print('line', i)",), "double", ("print('x' * 5000)",)),
    "own-helper": (("def helper(x):\n    return x + 1",), "double", ("helper(double(3))",)),
    "imports-again": (("import numpy as np\nimport pandas as pd\nfrom math import *",), "", ()),
    "imports-others": (
        ("import json, os, sys, re, itertools\nfrom pathlib import Path\nPath('notes.txt').write_text('x')",),
        "",
        (),
    ),
    "plot": ((), "figure", ("draw_orders(orders)\nplt.show()", "plt.plot([1, 2, 3]); plt.title('mine')")),
    "many-plots": ((), "current-axes", tuple("plt.hist(np.arange(10));" for _ in range(2))),
    "frame-shown": ((), "frame", ("orders.head()", "orders.describe()", "by_customer(orders)")),
    "widget": (
        ("import ipywidgets as widgets\nwidgets.IntSlider(value=3)",),
        "double",
        ("widgets.interact(lambda x: double(x), x=3);",),
    ),
    "warning-in-own-cell": (("import warnings\nwarnings.warn('mine')",), "", ()),
    "stderr-in-own-cell": (("import sys\nprint('mine', file=sys.stderr)",), "", ()),
    "error-in-own-cell": (("1 / 0", "undefined_name", "def broken(:"), "double", ("raise RuntimeError('mine')",)),
    "magics": (("%time x = 1", "%%time\ny = 2", "%who", "!echo hello", "%timeit -n 2 -r 1 1 + 1"), "", ()),
    "bash-cell": (("%%bash\necho hello\nls",), "", ()),
    "writes-files": (
        ("open('mine.txt', 'w').write('x')\nimport os\nos.makedirs('d', exist_ok=True)\nos.listdir('.')",),
        "",
        (),
    ),
    "writes-module": (("%%writefile mymodule.py\ndef f():\n    return 5", "import mymodule\nmymodule.f()"), "", ()),
    "async-cell": (("import asyncio\nawait asyncio.sleep(0.01)\nprint('done')",), "", ()),
    "threads": (
        ("import threading\nt = threading.Thread(target=lambda: print('thread'))\nt.start()\nt.join()",),
        "",
        (),
    ),
    "subprocess": (("import subprocess\nsubprocess.run(['echo', 'hello'], capture_output=True).stdout",), "", ()),
    "display-everything": (
        ("from IPython.display import *\ndisplay(Markdown('**b**'), HTML('<i>i</i>'), Latex('$x$'))\nJSON({'a': 1})",),
        "",
        (),
    ),
    "clear-output": (("from IPython.display import clear_output\nprint('a')\nclear_output()\nprint('b')",), "", ()),
    "unicode": (("ünïcode = 'naïve ☃ 漢字'\nprint(ünïcode)\nünïcode",), "", ()),
    "big-data": (("big = np.arange(1_000_000)\ntable = pd.DataFrame({'a': big})\ntable.shape",), "", ()),
    "own-tests": (
        (),
        "double",
        (
            "assert double(3) == 6",
            "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(double(1), 2)\nunittest.main(argv=[''], exit=False)",
        ),
    ),
    "changes-plain-names": (
        ("helper_of_ours = 4\nRATE_OF_MINE = 0.3",),
        "sum-all",
        ("total([1])", "numbers = [9, 9, 9]"),
    ),
    "uses-underscore": (("3 + 4", "_ * 2", "In[1], Out"), "", ()),
    "input-outside": (("name = 'no one'\ntry:\n    name = input('name')\nexcept Exception:\n    pass",), "", ()),
    "exits": ((), "double", ("import sys\ntry:\n    sys.exit(1)\nexcept SystemExit:\n    print('stayed')",)),
    "seeds": (("np.random.seed(3)\nrandom.seed(3)\nrng = np.random.default_rng(3)\nrng.random(2)",), "", ()),
    "logging": (("import logging\nlogging.basicConfig(level=logging.INFO)\nlogging.warning('mine')",), "", ()),
    "tqdm-like": (("import time\nfor i in range(5):\n    print(f'\\r{i}', end='')\n    time.sleep(0.01)",), "", ()),
    "filters-warnings": (("import warnings\nwarnings.filterwarnings('ignore')",), "", ()),
    "pandas-options": (("pd.set_option('display.max_rows', 5)\nnp.set_printoptions(precision=2)",), "", ()),
    "style": (
        ("plt.style.use('ggplot')\nplt.rcParams['figure.figsize'] = (3, 2)",),
        "figure",
        ("draw_orders(orders);",),
    ),
    "config-magic": (
        ("%config InlineBackend.figure_format = 'svg'\n%matplotlib inline",),
        "figure",
        ("draw_orders(orders);",),
    ),
    "last-value": ((), "double", ("double(2);", "double(2)")),
}
