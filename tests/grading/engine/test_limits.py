"""The time that a submission may take: its own, and nobody else's."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from grading.engine.small import LIMITS, exercise, graded, handed_in, mark

from emptychair.grading._bundle import Bundle
from emptychair.grading._limits import Limits

pytestmark = pytest.mark.sandbox
IMPATIENT = Limits(cell_seconds=0.5, total_seconds=1.5, wall_seconds=120)
DOUBLE = exercise("assert f(2) == 4\nassert f(5) == 10", solution="def f(x):\n    return 2 * x")
RIGHT, WRONG = "def f(x):\n    return x + x", "def f(x):\n    return x"


def in_time(bundle: Bundle, answer: str, seconds: float) -> None:
    """Is this answer given up for its time, long before all patience ends?"""
    began = time.monotonic()
    (outcome,) = graded(bundle, handed_in(bundle, answer))
    assert time.monotonic() - began < seconds
    assert mark(outcome).points == 0.0


def test_same_marks_when_the_machine_is_busy() -> None:
    """Do others that burn every processor change nothing?"""
    bundle = replace(DOUBLE, limits=replace(LIMITS, cell_seconds=1.5, total_seconds=6))
    burn = "import time\nend = time.process_time() + {}\nwhile time.process_time() < end: pass\n" + RIGHT
    submissions = [
        handed_in(bundle, burn.format(0.9), student="in-time"),
        handed_in(bundle, burn.format(4), student="late"),
    ]
    line = [sys.executable, "-c", "while True: pass"]
    burners = [subprocess.Popen(line) for _ in range(2 * (os.cpu_count() or 2))]
    try:
        in_time, late = graded(bundle, *submissions)
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()
    assert mark(in_time).points == 2.0
    assert mark(late).points == 0.0


def test_a_test_that_never_ends() -> None:
    """Is the instructor's own loop ended as well, and said to be the test's?"""
    bundle = replace(
        exercise("while True:\n    pass"), limits=Limits(cell_seconds=0.5, total_seconds=2, wall_seconds=20)
    )
    (outcome,) = graded(bundle, handed_in(bundle, WRONG))
    assert (mark(outcome).points, mark(outcome).reason) == (0.0, "the test itself took too long")
    assert mark(outcome).needs_manual


def test_who_stands_in_the_own_way_is_not_waited_for() -> None:
    """Does a crowd of the learner's own processes not count as a busy machine?"""
    bundle = replace(exercise("assert f() == 1", solution="def f():\n    return 1"), limits=IMPATIENT)
    crowd = "import os\nfor n in range(12):\n    if os.fork() == 0:\n        while True: pass\nos.nice(5)\n"
    in_time(bundle, crowd + "while True: pass", 60)


def test_who_does_not_read_is_not_waited_for() -> None:
    """Is a message that nobody takes off the line given up?"""
    bundle = exercise("f('x')\nassert f('x' * 5_000_000) == 1", solution="def f(x):\n    return 1")
    deaf = (
        "import time\nfrom emptychair.grading.engine._line import Line\nreceive = Line.receive\ncalled = []\n"
        "def hear(line):\n    if called:\n        time.sleep(1000)\n    return receive(line)\nLine.receive = hear\n"
        "def f(x):\n    called.append(x)"
    )
    in_time(replace(bundle, limits=IMPATIENT), deaf, 60)
