"""What it costs to have the reader at hand, counted, because seconds depend on the machine."""

from __future__ import annotations

import subprocess
import sys

COUNT = """
import re, sys
compiled, compile_ = [], re.compile
def counted(*given, **named):
    if sys._getframe(1).f_globals["__name__"].startswith("emptychair"):
        compiled.append(given)
    return compile_(*given, **named)
re.compile = counted
"""


def printed(code: str) -> list[int]:
    """The numbers that a fresh interpreter prints."""
    run = subprocess.run([sys.executable, "-c", COUNT + code], capture_output=True, text=True, check=True, timeout=60)
    return [int(number) for number in run.stdout.split()]


def test_import_of_the_package() -> None:
    """Does the package compile no more than the few patterns of its renderer, before somebody asks for a reader?"""
    assert printed("import emptychair.feedback; print(len(compiled))")[0] <= 4


def test_import_of_the_readers() -> None:
    """Does a reader wait for its first text before it reads word lists, rubrics and weights?"""
    code = """
from emptychair.feedback import prfaq, star, writing
from emptychair.feedback import _lexicon
from emptychair.feedback.prfaq import _rubric as points
from emptychair.feedback.star import _rubric as levels, _weights
waiting = (_lexicon.words_of, _lexicon._book, points.rubric, levels.rubric, levels.levels, _weights.weights)
print(*(it.cache_info().currsize for it in waiting))
"""
    assert set(printed(code)) == {0}
