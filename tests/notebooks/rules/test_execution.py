"""Execution counts."""

from __future__ import annotations

from pathlib import Path

import builders

from emptychair.notebooks import dumps
from emptychair.notebooks.rules import Subject
from emptychair.notebooks.rules._execution import execution_counts_out_of_order, unexecuted_cell


def lesson(*counts: int | None) -> Subject:
    """A lesson whose code cells ran with these counts."""
    cells = [builders.code("1", id=f"cell-{place}", count=count) for place, count in enumerate(counts, 1)]
    nb = builders.notebook(*cells)
    return Subject(Path("lessons/01_counts.ipynb"), "lesson", dumps(nb), nb)


def test_counts_pass_when_prose_stands_between_the_cells() -> None:
    """Are only code cells counted?"""
    nb = builders.notebook(builders.markdown("a", id="a"), builders.code("1", id="b", count=1))
    assert not list(execution_counts_out_of_order(Subject(Path("lessons/01_a.ipynb"), "lesson", dumps(nb), nb)))


def test_counts_are_reported_once_when_all_are_late() -> None:
    """Does a kernel used before give one line, not one per cell?"""
    faults = list(execution_counts_out_of_order(lesson(7, 8, 9)))
    assert [fault.cell for fault in faults] == ["cell-1"]
    assert "number 7" in faults[0].message


def test_skipped_cell_is_reported_alone_when_the_rest_kept_its_place() -> None:
    """Does a cell that was not run leave the order rule silent?"""
    subject = lesson(1, None, 3)
    assert [fault.cell for fault in unexecuted_cell(subject)] == ["cell-2"]
    assert not list(execution_counts_out_of_order(subject))
