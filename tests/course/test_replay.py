"""Constants do not pass, whatever the exercise: what the visible tests expect is learned, played back, and fails every graded cell."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import nbformat
import pytest
from course.hand_ins import ROOT

_HIDDEN = re.compile(r"^### BEGIN HIDDEN TESTS\n.*?^### END HIDDEN TESTS\n?", re.M | re.S)
_FUNCTION = re.compile(r"^def (\w+)\(", re.M)
PATHS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "solutions").glob("*/*.ipynb"))

Space = dict[str, Any]


def _runs(path: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Id, source and nbgrader's note of each cell of code that is Python and nothing else."""
    cells = nbformat.read(ROOT / path, as_version=4).cells
    return [
        (cell.id, cell.source.replace("%load_ext emptychair\n", ""), cell.metadata.get("nbgrader", {}))
        for cell in cells
        if cell.cell_type == "code" and not cell.source.startswith("%%")
    ]


def _exercises(path: str) -> dict[str, list[str]]:
    """The graded cells of each function that the learner writes, by the name of the function."""
    found: dict[str, list[str]] = {}
    for _, source, note in _runs(path):
        if note.get("solution"):
            found[_FUNCTION.findall(source)[-1]] = []
        elif note.get("grade"):
            called = [name for name in found if re.search(rf"\b{name}\(", source)]
            for name in called[-1:]:
                found[name].append(source)
    return {name: cells for name, cells in found.items() if cells}


EXERCISES = [(path, name) for path in PATHS for name in _exercises(path)]


def _space(path: str) -> Space:
    """What is defined when everything but the graded cells has been run."""
    space: Space = {}
    for _, source, note in _runs(path):
        if not note.get("grade"):
            with suppress(NameError):  # a cell that shows an answer in prose, which is not there
                exec(source, space)
    return space


def _learned(function: Callable[..., Any], table: dict[str, Any]) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:
        key = repr((given, sorted(named.items())))
        try:
            table[key] = function(*given, **named)
        except Exception as error:
            table[key] = error
            raise
        return copy.deepcopy(table[key])

    return called


def _played(table: dict[str, Any]) -> Callable[..., Any]:
    def called(*given: Any, **named: Any) -> Any:
        found = table.get(repr((given, sorted(named.items()))), next(iter(table.values()), None))
        if isinstance(found, Exception):
            raise found
        return copy.deepcopy(found)

    return called


@pytest.mark.parametrize(("path", "name"), EXERCISES, ids=[name for _, name in EXERCISES])
def test_what_the_visible_tests_expect_passes_no_graded_cell(path: str, name: str) -> None:
    """Does a function that knows every visible answer, and guesses one of them otherwise, fail each cell that is worth points?"""
    space, table = _space(path), {}
    graded = _exercises(path)[name]
    known = {**space, name: _learned(space[name], table)}
    for source in graded:
        exec(_HIDDEN.sub("", source), dict(known))
    assert table, "the visible tests call the function"
    for source in graded:
        exec(source, dict(space))  # the solution passes
        with pytest.raises(Exception, match=r"returned|gave|expected|counted"):
            exec(source, {**space, name: _played(table)})


def test_every_function_is_here() -> None:
    """Is each function that a learner writes held to it?"""
    written = sum(bool(note.get("solution")) for path in PATHS for _, _, note in _runs(path))
    assert len(EXERCISES) == written > 15
