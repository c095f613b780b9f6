"""Lessons were run once from top to bottom; sources and releases of assignments were not run at all."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.notebooks.rules._model import CLEAN, RERUN, Fault, Subject, code_cells


def unexecuted_cell(subject: Subject) -> Iterator[Fault]:
    """A cell of a lesson that nobody ran."""
    for name, cell in code_cells(subject):
        if cell.execution_count is None:
            yield Fault(name, "The cell was not run.", RERUN)


def execution_counts_out_of_order(subject: Subject) -> Iterator[Fault]:
    """Counts that are not 1, 2, 3: what is shown may not be what the code gives."""
    for number, (name, cell) in enumerate(code_cells(subject), 1):
        if cell.execution_count not in (None, number):
            said = f"It ran as number {cell.execution_count}; from top to bottom it is number {number}."
            yield Fault(name, said, RERUN)
            return  # the first says it; the ones below follow from it


def stored_results(subject: Subject) -> Iterator[Fault]:
    """Outputs or counts where none belong: an output can give the solution away."""
    for name, cell in code_cells(subject):
        if cell.outputs or cell.execution_count is not None:
            yield Fault(name, "The cell has outputs or an execution count.", CLEAN)
