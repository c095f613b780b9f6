"""Whatever has become of a notebook, the right cells are graded."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import builders
import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.grading._bundle import Skeleton
from emptychair.grading._notebook import cells_of
from emptychair.grading._submission import HandedIn
from emptychair.grading.engine._match import match
from emptychair.grading.engine._rebuild import Rebuilt, rebuild

STUBS = {"add": "def add(a, b):\n    raise NotImplementedError()", "text": "YOUR ANSWER HERE"}
RELEASED = (
    builders.markdown("# Sums", id="title"),
    builders.locked("import math", grade_id="setup"),
    builders.code("LIMIT = 10\ndef helper(x):\n    return x", id="plain"),
    builders.solution(STUBS["add"], grade_id="add"),
    builders.tests("assert add(1, 2) == 3", grade_id="add-tests", points=2),
    builders.written(STUBS["text"], grade_id="text", points=3),
    builders.solution("def sub(a, b):\n    raise NotImplementedError()", grade_id="sub"),
    builders.tests("assert sub(3, 2) == 1", grade_id="sub-tests", points=1),
)
ANSWERS = {"add": "def add(a, b):\n    return a + b", "sub": "def sub(a, b):\n    return a - b", "text": "Because."}
Cells = list[nbformat.NotebookNode]


def answered() -> Cells:
    """The released cells with the answers written in."""
    cells = [nbformat.from_dict(dict(cell)) for cell in builders.notebook(*RELEASED).cells]
    for cell in cells:
        cell["source"] = ANSWERS.get(cell["id"], cell["source"])
    return cells


def rebuilt(cells: Cells) -> Rebuilt:
    """What is graded when these cells are handed in."""
    document = nbformat.writes(builders.notebook(*RELEASED))
    handed_in = cells_of(nbformat.v4.writes(builders.notebook(*cells)).encode())
    return rebuild(Skeleton("sums", document), HandedIn("sums", tuple(handed_in), ""))


def sources(found: Rebuilt) -> dict[str, str]:
    """The sources by grade id."""
    marks = [(cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"]) for cell in found.notebook["cells"]]
    return {name: source for name, source in marks if name}


def order(found: Rebuilt) -> list[str]:
    """What is run, in short."""
    return [f"{step['do']} {step['source'].splitlines()[0]}" for step in found.steps if step["do"] != "define"]


def strip_metadata(cells: Cells) -> None:
    """What some editors do."""
    for cell in cells:
        cell["metadata"] = {}


def strip_ids(cells: Cells) -> None:
    """What others do."""
    strip_metadata(cells)
    for number, cell in enumerate(cells):
        cell["id"] = f"other-{number}"


def copy_answer(cells: Cells) -> None:
    """A copy of the released answer is left above the one that was worked on."""
    stub = builders.solution(STUBS["add"], grade_id="add")
    stub["id"] = "copy"
    cells.insert(1, stub)


def copy_answer_below(cells: Cells) -> None:
    """The copy below was worked on, the first was left alone."""
    copied = nbformat.from_dict(dict(cells[3]))
    copied["id"] = "copy"
    cells[3]["source"] = STUBS["add"]
    cells.insert(4, copied)


def copy_test(cells: Cells) -> None:
    """A test cell is there twice."""
    copied = nbformat.from_dict(dict(cells[4]))
    copied["id"] = "copy"
    cells.insert(5, copied)


def retype(cells: Cells) -> None:
    """Answers have become text, tests raw."""
    for place, kind in ((3, "markdown"), (4, "raw"), (5, "code")):
        cells[place] = nbformat.from_dict(
            {"cell_type": kind, "metadata": cells[place].metadata, "source": cells[place].source, "id": cells[place].id}
        )
        if kind == "code":
            cells[place] |= {"outputs": [], "execution_count": None}


def edit_tests(cells: Cells) -> None:
    """Tests have been rewritten."""
    cells[4]["source"] = "assert True"
    cells[1]["source"] = "import os"


def delete_tests(cells: Cells) -> None:
    """Tests have been thrown away."""
    del cells[7], cells[4], cells[1]


@pytest.mark.parametrize(
    "edit",
    [
        strip_metadata,
        strip_ids,
        copy_answer,
        copy_answer_below,
        copy_test,
        retype,
        edit_tests,
        delete_tests,
        list.reverse,
    ],
)
def test_notebook_is_graded_as_it_should_be(edit: Callable[[Cells], Any]) -> None:
    """Do answers reach their places and tests say what the instructor wrote, after such an edit?"""
    cells = answered()
    edit(cells)
    found = rebuilt(cells)
    original = {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in builders.notebook(*RELEASED).cells
        if "nbgrader" in cell.metadata
    }
    assert sources(found) == original | ANSWERS
    assert not found.untouched
    tests = [step for step in found.steps if step["do"] == "test"]
    assert [(step["source"], step["points"]) for step in tests] == [
        ("assert add(1, 2) == 3", 2),
        ("assert sub(3, 2) == 1", 1),
    ]


def test_answer_when_the_cell_is_gone() -> None:
    """Is a deleted answer one that was not given?"""
    cells = answered()
    del cells[3]
    found = rebuilt(cells)
    assert sources(found)["add"] == STUBS["add"]
    assert found.untouched == {"add"}


def test_untouched_answers_are_known() -> None:
    """Is a released notebook one without a single answer?"""
    assert rebuilt([nbformat.from_dict(dict(cell)) for cell in RELEASED]).untouched == {"add", "sub", "text"}


def test_own_cells_stay_in_their_places() -> None:
    """Do a learner's own cells run where they were written?"""
    cells = answered()
    cells.insert(4, builders.code("mine = 1", id="own-1"))
    cells.insert(0, builders.code("first = 1", id="first"))
    cells.append(builders.code("last = 1", id="last"))
    assert order(rebuilt(cells)) == [
        "learner first = 1",
        "setup import math",
        "learner LIMIT = 10",
        "learner def add(a, b):",
        "learner mine = 1",
        "test assert add(1, 2) == 3",
        "learner def sub(a, b):",
        "test assert sub(3, 2) == 1",
        "learner last = 1",
    ]


def test_plain_cells_are_the_learners_and_their_definitions_ours() -> None:
    """Does a learner's change of an unmarked cell count for the learner's code and not for the tests?"""
    cells = answered()
    cells[2]["source"] = "LIMIT = 99\ndef helper(x):\n    return True"
    steps = rebuilt(cells).steps
    assert [step["source"] for step in steps if step["do"] == "define"] == ["def helper(x):\n    return x"]
    assert cells[2]["source"] in [step["source"] for step in steps if step["do"] == "learner"]


def test_metadata_is_ours() -> None:
    """Does nothing of a learner's metadata reach the graded notebook?"""
    cells = answered()
    for cell in cells:
        cell.metadata["tags"] = ["skip-execution"]
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["points"] = 100
    cells.append(builders.code("mine = 1", id="mine", tags=["skip-execution"]))
    document = str(rebuilt(cells).notebook)
    assert "skip-execution" not in document
    assert "100" not in document


@settings(deadline=None)
@given(st.lists(st.sampled_from(range(len(RELEASED))), max_size=14), st.data())
def test_every_notebook_has_every_test_once(places: list[int], data: st.DataObject) -> None:
    """Is there no way to leave out, repeat or change what gives points?"""
    cells = [nbformat.from_dict(dict(answered()[place])) for place in places]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
        if data.draw(st.booleans()):
            cell["metadata"] = {}
        if data.draw(st.booleans()):
            cell["source"] = data.draw(st.text(max_size=20))
    found = rebuilt(cells)
    tests = [(step["source"], step["points"]) for step in found.steps if step["do"] == "test"]
    assert tests == [("assert add(1, 2) == 3", 2), ("assert sub(3, 2) == 1", 1)]
    nbformat.validate(nbformat.from_dict({**found.notebook, "cells": found.notebook["cells"]}))


def test_match_when_two_thousand_cells_have_lost_their_ids() -> None:
    """Does a stranger's notebook, each cell of it much like every answer, cost next to nothing?"""
    text = "do something useful with the text and the numbers " * 60
    named = [(f"f{number}", f"def f{number}(x):\n    # {text}") for number in range(5)]
    skeleton = [{"type": "code", "source": source, "id": name, "grade_id": name} for name, source in named]
    strangers = [{"type": "code", "source": text[number % 50 :], "id": "", "grade_id": ""} for number in range(2000)]
    began = time.process_time()
    match(skeleton, strangers)
    assert time.process_time() - began < 5
