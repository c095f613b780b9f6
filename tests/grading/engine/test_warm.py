"""What is loaded ahead of the forks."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import emptychair
from emptychair.grading.engine._imports import libraries
from emptychair.grading.engine._warm import PREPARE

PROGRAM = """
import json, sys
from emptychair.grading.engine._warm import warm
warmed = set()
warm(["emptychair", "emptychair.answers", "emptychair.answers.answered", "emptychair.no_such_module", "stringprep"], warmed)
from emptychair._questions import question_entries
from emptychair.feedback.star._rubric import rubric
before = question_entries.cache_info().currsize, rubric.cache_info().currsize
warm(sorted(warmed), warmed)
print(json.dumps({"warmed": sorted(warmed), "other": "stringprep" in sys.modules, "kept": before}))
"""


def test_warm() -> None:
    """Are the kit and its data files loaded, others not, and is what is missing left for the notebook to complain about?"""
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout)
    assert seen["kept"] == [1, 1]
    assert not seen["other"]
    assert seen["warmed"] == [
        "emptychair",
        "emptychair.answers",
        "emptychair.answers.answered",
        "emptychair.no_such_module",
    ]


REHEARSALS = ("feedback.coe", "feedback.prfaq", "practice.press", "shop")


@pytest.mark.parametrize("prepare", PREPARE.values(), ids=PREPARE)
def test_prepare(prepare: Callable[[], None]) -> None:
    """Does each of them run? In the zygote an error would go unnoticed and cost time only."""
    prepare()


@pytest.mark.parametrize("package", REHEARSALS)
def test_rehearsal(package: str) -> None:
    """Does each package that has one rehearse without an error?"""
    import_module(f"emptychair.{package}._rehearsal").rehearse()


def test_rehearsals_are_all_tested() -> None:
    """Is there none that nobody tries?"""
    root = Path(emptychair.__file__).parent
    there = (path.parent.relative_to(root).as_posix().replace("/", ".") for path in root.rglob("_rehearsal.py"))
    assert sorted(there) == sorted(REHEARSALS)


@pytest.mark.parametrize(
    "piece", ["\n", " \n", "import ", "from x\n", "a,", "import a, ", "from a import (", "%load_ext\n", "\t"]
)
def test_libraries_of_a_million_characters(piece: str) -> None:
    """Does no cell hold up the batch while it is looked through for imports?"""
    source = "import numpy\n" + piece * (1_000_000 // len(piece)) + "\nimport pandas"
    began = time.process_time()
    assert {"numpy", "pandas"} <= set(libraries([{"source": source}]))
    assert time.process_time() - began < 5
