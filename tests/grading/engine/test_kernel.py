"""Real kernels, and tests inside the learner's process: they grade, and say that they are no boundary."""

from __future__ import annotations

import json
from dataclasses import replace

import builders
import pytest
from grading.engine.small import exercise, graded, handed_in, mark, outputs, skeleton

from emptychair.grading._bundle import Bundle
from emptychair.grading._limits import Limits
from emptychair.grading.engine._kernel import judge

pytestmark = pytest.mark.sandbox
LABEL = "in-kernel tests: not a boundary"
RIGHT, WRONG = "def f(x):\n    return 2 * x", "def f(x):\n    return x"
DOUBLE = exercise("assert f(2) == 4, 'twice two'")
KERNEL = replace(DOUBLE, engine="kernel", limits=Limits(cell_seconds=2, total_seconds=8, wall_seconds=60))


def within(bundle: Bundle) -> Bundle:
    """The same assignment, with its tests in the learner's process by the instructor's wish."""
    document = json.loads(bundle.notebooks[0].document)
    document["metadata"]["emptychair"] = {"tests": "in-kernel"}
    return replace(bundle, notebooks=(replace(bundle.notebooks[0], document=json.dumps(document)),))


@pytest.mark.parametrize("bundle", [KERNEL, within(DOUBLE)], ids=["kernel", "within"])
def test_marks_and_label(bundle: Bundle) -> None:
    """Is the right answer right, the wrong one wrong with the test's words, and both labeled?"""
    right, wrong = graded(bundle, handed_in(bundle, RIGHT, student="a"), handed_in(bundle, WRONG, student="b"))
    assert (mark(right).points, right.label) == (2.0, LABEL)
    assert (mark(wrong).points, mark(wrong).reason, mark(wrong).error) == (0.0, "twice two", "AssertionError")


def test_kernel_shows_what_cells_show() -> None:
    """Are prints, values and errors in the document?"""
    (outcome,) = graded(KERNEL, handed_in(KERNEL, RIGHT, extra="print('hello')\n1 / 0"))
    assert [one["output_type"] for one in outputs(outcome.notebooks[0])] == ["stream", "error"]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("import os\nos._exit(0)", "the kernel is not running any more: it ended"),
        ("import time\ntime.sleep(1000)", ""),
        ("import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\ntime.sleep(1000)", "not running any more"),
    ],
    ids=["exits", "sleeps", "sleeps-on"],
)
def test_kernel_when_a_cell_ends_it(extra: str, reason: str) -> None:
    """Does a dead kernel give no points, and a cell that is interrupted cost only itself?"""
    (outcome,) = graded(KERNEL, handed_in(KERNEL, RIGHT, extra=extra))
    assert mark(outcome).points == (0.0 if reason else 2.0)
    assert reason in mark(outcome).reason


def test_kernel_has_no_network_and_no_course() -> None:
    """Is the sandbox there for kernels too?"""
    look = "import os, socket\nprint(sorted(os.listdir('/')), os.listdir('.'))\nprint(socket.socket().connect_ex(('127.0.0.1', 22)))"
    (outcome,) = graded(KERNEL, handed_in(KERNEL, RIGHT, extra=look))
    shown = outputs(outcome.notebooks[0])[0]["text"]
    assert "'home'" not in shown
    assert shown.rstrip().splitlines()[-1] != "0"


@pytest.mark.parametrize(
    "trick",
    [
        "import ast\nget_ipython().ast_transformers.append(type('T', (ast.NodeTransformer,), {'visit_Assert': lambda s, n: ast.Pass()})())",
        "get_ipython().input_transformers_cleanup.append(lambda lines: ['pass\\n'])",
        "get_ipython().input_transformers_post.append(lambda lines: ['2.0\\n'])",
        "import builtins\nbuiltins.AssertionError = ValueError\nbuiltins.__build_class__ = None",
        "type(get_ipython()).run = lambda self, source: type('R', (), {'outputs': [], 'error': None})()",
        "get_ipython()._showtraceback = lambda *a: None",
    ],
    ids=["asserts", "cleanup", "post", "builtins", "run", "traceback"],
)
def test_within_notices_what_is_tampered_with(trick: str) -> None:
    """Do the usual ways of disarming a test give nothing, even though this is no boundary?"""
    bundle = within(DOUBLE)
    (outcome,) = graded(bundle, handed_in(bundle, WRONG, extra=trick))
    assert mark(outcome).points == 0.0


def test_within_is_the_instructors_to_say() -> None:
    """Is the wish in a learner's metadata ignored? Only sources are read of it, and the label says so."""
    (outcome,) = graded(DOUBLE, handed_in(DOUBLE, RIGHT))
    assert outcome.label == "sandboxed"


@pytest.mark.parametrize(
    ("shown", "points"),
    [([], 3.0), (["1.5"], 1.5), (["[1] 2"], 2.0), (["TRUE"], 0.0), (["1", "2"], 0.0), (["9"], 0.0)],
    ids=str,
)
def test_judge_takes_one_number_or_silence(shown: list[str], points: float) -> None:
    """Is a kernel's word taken only where it is a number of points?"""
    results = [{"output_type": "execute_result", "data": {"text/plain": text}} for text in shown]
    assert judge(3, results, "").points == points


def test_skeleton_of_another_language() -> None:
    """Is an assignment with cells in another language read without being understood?"""
    notebook = builders.notebook(
        builders.solution("f <- function(x) x", grade_id="a"),
        builders.tests("stopifnot(f(1) == 1)", grade_id="t", points=1),
    )
    assert skeleton(notebook).witness["answers"] == []
