"""Faults in sources, each with file and cell."""

from __future__ import annotations

from pathlib import Path

import builders
import nbformat
import pytest

from emptychair import EmptyChairError
from emptychair.notebooks._sources import check_sources

SHOWN = Path("solutions/06_star")


def check(folder: Path, *cells: nbformat.NotebookNode) -> None:
    """Save the cells as one source and look through it."""
    builders.save(builders.notebook(*cells), folder / "star.ipynb")
    check_sources(folder, SHOWN)


def test_source_passes_when_nothing_is_wrong(tmp_path: Path) -> None:
    """Are cells of every kind let through?"""
    check(
        tmp_path,
        builders.markdown("# Title", id="title"),
        builders.locked("import csv", grade_id="setup"),
        builders.solution("### BEGIN SOLUTION\nx = 1\n### END SOLUTION", grade_id="x"),
        builders.tests("### BEGIN HIDDEN TESTS\nassert x\n### END HIDDEN TESTS", grade_id="x-test", points=1),
        builders.written("Because.", grade_id="why", points=1),
    )


def region(name: str) -> str:
    """An empty region."""
    return f"### BEGIN {name}\n### END {name}"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (builders.code("### BEGIN SOLUTION", id="a"), "line 1 says BEGIN SOLUTION"),
        (builders.code(region("SOLUTION"), id="a"), "a SOLUTION region, but .* not say `solution`"),
        (builders.solution(region("HIDDEN TESTS"), grade_id="a"), "a HIDDEN TESTS region, but .* not say `grade`"),
        (builders.written(region("MARK SCHEME"), grade_id="a", points=1), "a MARK SCHEME region, but .* `task`"),
        (builders.graded(builders.code("assert 1", id="a"), grade_id="a", grade=True, locked=True), "have points"),
        (builders.graded(builders.code("x", id="a"), grade_id="", solution=True), "grade_id is empty"),
        (builders.graded(builders.code("x", id="a"), grade_id="a", schema_version=2), "another schema version"),
    ],
)
def test_source_is_refused_when_a_cell_is_faulty(tmp_path: Path, cell: nbformat.NotebookNode, said: str) -> None:
    """Does the line name the file as the author knows it, the cell and the fault?"""
    with pytest.raises(EmptyChairError, match=rf"^solutions/06_star/star\.ipynb, cell `a`: .*{said}") as caught:
        check(tmp_path, cell)
    assert "\n" not in str(caught.value)


def test_source_is_refused_when_ids_are_given_twice(tmp_path: Path) -> None:
    """Is a duplicate id found, among cell ids and among grade ids?"""
    twice = builders.markdown("text", id="same")
    with pytest.raises(EmptyChairError, match="cell `same`: another cell has the same id"):
        check(tmp_path, twice, twice)
    first, second = builders.solution("x = 1", grade_id="same"), builders.solution("y = 1", grade_id="same")
    second["id"] = "other"
    with pytest.raises(EmptyChairError, match="cell `other`: another cell has the same grade id `same`"):
        check(tmp_path, first, second)


def test_source_is_refused_when_it_is_corrupt(tmp_path: Path) -> None:
    """Is a file that is no notebook named by its place in the course?"""
    (tmp_path / "star.ipynb").write_text("{")
    with pytest.raises(EmptyChairError, match=r"^solutions/06_star/star\.ipynb is not a notebook \(line 1"):
        check_sources(tmp_path, SHOWN)
