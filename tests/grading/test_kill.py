"""kill -9 at any moment, then the same command again: is it as if nothing had happened?"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from grading import course, dump, outcomes

from emptychair.grading import grade
from emptychair.grading._book import Book
from emptychair.grading._journal import Journal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

ANSWERS = (course.assignment(), course.assignment(shout="return text"), course.assignment(double="return number"))
STUDENTS = 12


@pytest.fixture
def spring(small_kit: Path, tmp_path: Path, reading: type[outcomes.Pool]) -> Path:  # noqa: ARG001  (it must be in place)
    """A course folder with a dozen hand-ins."""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    for number in range(STUDENTS):
        course.hand_in(root, f"s{number:02}", ANSWERS[number % 3])
    return root


def killed(root: Path, moment: Callable[[int], None]) -> int:
    """Grade in a process of its own and see how it ends."""
    child = os.fork()
    if child == 0:
        grade(root, course.ASSIGNMENT)
        os._exit(0)
    moment(child)
    return os.waitpid(child, 0)[1]


def test_killed_at_random_moments(spring: Path, tmp_path: Path) -> None:
    """Are gradebook and graded files the same, byte by byte, as those of a run that nobody disturbed?"""
    calm = tmp_path / "calm"
    shutil.copytree(spring, calm)
    started = time.perf_counter()
    assert killed(calm, lambda _child: None) == 0
    whole = time.perf_counter() - started
    dice = random.Random(6)
    ends = []
    for _ in range(6):

        def moment(child: int) -> None:
            time.sleep(dice.uniform(0.1, 1.0) * whole)
            os.kill(child, signal.SIGKILL)

        ends.append(killed(spring, moment))
    grade(spring, course.ASSIGNMENT)
    assert signal.SIGKILL in ends  # else nothing was tried
    assert dump.state(spring) == dump.state(calm)


@pytest.mark.parametrize("step", ["keep", "put", "write"])
def test_killed_between_the_steps(spring: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """And right after the journal, after the graded folder, after the gradebook's transaction?"""
    calm = tmp_path / "calm"
    shutil.copytree(spring, calm)
    grade(calm, course.ASSIGNMENT)
    owner, name = {
        "keep": (Journal, "keep"),
        "put": (sys.modules["emptychair.grading._desk"], "put_autograded"),
        "write": (Book, "write"),
    }[step]
    real, calls = getattr(owner, name), []

    def deadly(*arguments: object, **options: object) -> None:
        real(*arguments, **options)
        calls.append(step)
        if len(calls) == 5:
            os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, deadly)
        assert killed(spring, lambda _child: None) == signal.SIGKILL
    grade(spring, course.ASSIGNMENT)
    assert dump.state(spring) == dump.state(calm)
