"""Lengths of cells, and the sentence a test opens with."""

from __future__ import annotations

from pathlib import Path

import builders
import nbformat
import pytest

from emptychair.notebooks import dumps
from emptychair.notebooks.rules import Subject
from emptychair.notebooks.rules import _length as length


def subject(*cells: nbformat.NotebookNode) -> Subject:
    """A lesson of these cells; the rules here do not look at the role."""
    nb = builders.notebook(*cells)
    return Subject(Path("lessons/01_length.ipynb"), "lesson", dumps(nb), nb)


@pytest.mark.parametrize(("lines", "fires"), [(15, False), (16, True)])
def test_long_cell_fires_when_the_limit_is_passed(lines: int, fires: bool) -> None:
    """Is fifteen still allowed and sixteen not?"""
    cell = builders.code("\n".join(["x = 1"] * lines), id="long")
    assert bool(list(length.long_code_cell(subject(cell)))) is fires


def test_lengths_are_silent_when_the_lines_are_an_answer() -> None:
    """Is prose under %%answer free of the limits for code?"""
    answer = builders.code("%%answer story\n" + "A sentence.\n" * 40, id="story")
    assert not list(length.long_code_cell(subject(answer)))
    assert not list(length.long_median(subject(answer)))


@pytest.mark.parametrize(
    ("source", "fires"),
    [
        ('"""Shares add up to one."""\nassert True', False),
        ('"""Do shares add up to one?"""\nassert True', False),
        ('"""Shares add up\nto 1.0."""', False),
        ('"""Shares add up to one"""', True),
        ("# Shares add up to one.\nassert True", True),
        ('""""""', True),
        ('%time\n"""Shares add up to one."""', True),
    ],
)
def test_sentence_is_wanted_when_the_cell_is_a_test(source: str, fires: bool) -> None:
    """Does a test cell need exactly one sentence as its first statement?"""
    cell = builders.tests(source, grade_id="share-test", points=1)
    assert bool(list(length.test_without_sentence(subject(cell)))) is fires


def test_sentence_is_not_wanted_when_the_cell_is_an_answer() -> None:
    """May a hand-graded solution begin as it likes?"""
    assert not list(length.test_without_sentence(subject(builders.solution("x = 1", grade_id="x", points=2))))
