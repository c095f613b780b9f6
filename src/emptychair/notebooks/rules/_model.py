"""What a rule sees, what it returns, and its row in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from emptychair.notebooks._problem import Problem

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from emptychair.notebooks._roles import Role

CLEAN: Final = "Run `emptychair clean`."
RERUN: Final = "Restart the kernel, run all cells and save."


@dataclass(frozen=True, slots=True)
class Subject:
    """One notebook under inspection."""

    path: Path
    """Relative to the course folder."""
    role: Role
    text: str
    """The file as it is on disk."""
    notebook: NotebookNode


class Fault(NamedTuple):
    """What a rule found; the table adds the path and the rule's name."""

    cell: str | None
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: a name that says the fault, the function, and the roles it applies to."""

    name: str
    find: Callable[[Subject], Iterable[Fault]]
    roles: tuple[Role, ...]

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """Everything this rule has to say about the notebook."""
        if subject.role in self.roles:
            for fault in self.find(subject):
                yield Problem(subject.path, fault.cell, self.name, fault.message, fault.fix)


def cells(subject: Subject) -> list[tuple[str, Any]]:
    """The cells in order, each with what to call it: its id, or its place when it has none."""
    return [(str(cell.get("id") or f"number {number}"), cell) for number, cell in enumerate(subject.notebook.cells, 1)]


def code_cells(subject: Subject) -> list[tuple[str, Any]]:
    """The code cells in order, each with what to call it."""
    return [(name, cell) for name, cell in cells(subject) if cell.cell_type == "code"]
