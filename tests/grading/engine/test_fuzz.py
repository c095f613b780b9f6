"""Submissions that nobody would think of: no exception escapes, and nobody else's mark changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import builders
import pytest
from grading.engine.small import exercise, handed_in, mark
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emptychair.grading._layout import Layout
from emptychair.grading._outcome import Outcome
from emptychair.grading._submission import Submission
from emptychair.grading.engine import Pool

pytestmark = pytest.mark.sandbox
BUNDLE = exercise("assert f(2) == 4")
RIGHT = "def f(x):\n    return 2 * x"

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
MARKS = st.fixed_dictionaries(
    {},
    optional={
        "grade_id": st.sampled_from(["answer", "test", "x"]) | JSON,
        "grade": JSON,
        "solution": JSON,
        "points": JSON,
        "schema_version": JSON,
        "locked": JSON,
        "task": JSON,
    },
)
SOURCES = st.sampled_from(
    [
        RIGHT,
        "assert f(2) == 4",
        "1 / 0",
        "%%answer x\ny",
        "%%bash\nls",
        "x = ",
        "\x00",
        "print('x')\n'a'",
        "f = 3",
        "def f(x): return f",
        "while",
        "%load_ext nothing",
        "!true",
        "?f",
        "await x",
        "f = type('F', (), {})",
    ]
)
CELLS = st.fixed_dictionaries(
    {
        "cell_type": st.sampled_from(["code", "code", "markdown", "raw"]),
        "source": SOURCES | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=3),
        "metadata": st.fixed_dictionaries({}, optional={"nbgrader": MARKS | JSON, "tags": JSON}) | JSON,
    },
    optional={
        "id": st.sampled_from(["answer", "test"]) | JSON,
        "outputs": JSON,
        "execution_count": JSON,
        "attachments": JSON,
    },
)
NOTEBOOKS = (
    st.fixed_dictionaries(
        {"nbformat": st.just(4), "nbformat_minor": JSON, "metadata": JSON, "cells": st.lists(CELLS | JSON, max_size=5)}
    )
    | JSON
)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    """One pool for all that follows: whatever a submission does, the next one is graded in it."""
    with Pool(BUNDLE, workers=1) as made:
        yield made


def read(folder: Path, content: bytes) -> Submission:
    """A hand-in of one file with this content."""
    path = folder / "submitted" / "ana" / "ps1" / "small.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Submission.read(Layout(folder), "ps1", "ana")


def sound(outcome: Outcome) -> None:
    """An outcome that can be written down."""
    assert Outcome.from_json(outcome.to_json()) == outcome
    for notebook in outcome.notebooks:
        assert [cell.grade_id for cell in notebook.cells] == ["answer", "test"]
        if notebook.document:
            json.loads(notebook.document)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(NOTEBOOKS)
def test_notebooks_of_any_shape(pool: Pool, tmp_path: Path, notebook: Any) -> None:
    """Is any JSON graded or refused, and is the honest one after it graded as ever?"""
    outcome = pool.grade(read(tmp_path, json.dumps(notebook).encode()))
    sound(outcome)
    assert outcome.status in ("graded", "failed")
    assert mark(pool.grade(handed_in(BUNDLE, RIGHT))).points == 2.0


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_files_of_any_content(pool: Pool, tmp_path: Path, content: bytes) -> None:
    """Is a file that is no notebook said to be none?"""
    outcome = pool.grade(read(tmp_path, content))
    sound(outcome)
    assert outcome.status == "failed"
    assert outcome.reason


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_notebooks_with_a_byte_changed(tmp_path: Path, data: st.DataObject) -> None:
    """Is a notebook that was damaged on its way read or refused?"""
    content = bytearray(json.dumps(builders.notebook(builders.solution(RIGHT, grade_id="answer"))).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (notebook,) = read(tmp_path, bytes(content)).notebooks
    assert bool(notebook.cells) != bool(notebook.fault) or not notebook.cells
