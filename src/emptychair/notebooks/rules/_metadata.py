"""Metadata by allow-list: what is not on it says something about a machine, not about the course."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.notebooks._allowed import (
    CELL_KEYS,
    KERNELSPEC,
    LANGUAGE_INFO,
    LOCKED_KEYS,
    NBGRADER_KEYS,
    NBGRADER_SCHEMA,
    RELEASED_NBGRADER_KEYS,
    TAGS,
)
from emptychair.notebooks._canonical import grading
from emptychair.notebooks.rules._model import CLEAN, Fault, Subject, cells


def wrong_kernel(subject: Subject) -> Iterator[Fault]:
    """Another kernel's name, or a Python version that changes with every author."""
    metadata = subject.notebook.metadata
    if metadata.get("kernelspec") != KERNELSPEC or metadata.get("language_info") != LANGUAGE_INFO:
        yield Fault(None, "The kernel is not given as plain python3.", CLEAN)


def stray_notebook_metadata(subject: Subject) -> Iterator[Fault]:
    """Editor settings kept with the notebook."""
    stray = sorted(set(subject.notebook.metadata) - {"kernelspec", "language_info", "widgets"})
    if stray:
        yield Fault(None, f"The notebook's metadata has {_listed(stray)}.", CLEAN)


def widget_state(subject: Subject) -> Iterator[Fault]:
    """Saved widget state: many kilobytes that change with every run."""
    if "widgets" in subject.notebook.metadata:
        yield Fault(None, "The notebook's metadata holds widget state.", CLEAN)


def stray_cell_metadata(subject: Subject) -> Iterator[Fault]:
    """Cell metadata outside the list, such as ``collapsed`` or ``scrolled``."""
    allowed = CELL_KEYS | {"execution"} | (LOCKED_KEYS if subject.role == "exercise" else set())
    for name, cell in cells(subject):
        stray = sorted(set(cell.metadata) - allowed)
        empty = {"nbgrader": not grading(cell), "tags": not cell.metadata.get("tags")}
        stray += [key for key in empty if key in cell.metadata and empty[key]]
        if stray:
            yield Fault(name, f"The cell's metadata has {_listed(stray)}.", CLEAN)


def timings(subject: Subject) -> Iterator[Fault]:
    """The clock times nbclient notes down."""
    for name, cell in cells(subject):
        if "execution" in cell.metadata:
            yield Fault(name, "The cell's metadata holds timings.", CLEAN)


def unknown_tag(subject: Subject) -> Iterator[Fault]:
    """A tag that no tool of ours reads is most often a typing error."""
    for name, cell in cells(subject):
        unknown = sorted(set(cell.metadata.get("tags", [])) - TAGS)
        if unknown:
            yield Fault(name, f"Unknown tag {_listed(unknown)}; known: {_listed(sorted(TAGS))}.", CLEAN)


def nbgrader_schema(subject: Subject) -> Iterator[Fault]:
    """nbgrader metadata of another version, or with keys of its own."""
    allowed = NBGRADER_KEYS | (RELEASED_NBGRADER_KEYS if subject.role == "exercise" else set())
    for name, cell in cells(subject):
        marks = grading(cell)
        if not marks:
            continue
        version = marks.get("schema_version", 0)
        if version != NBGRADER_SCHEMA:
            said = f"nbgrader's metadata has schema version {version}; the course uses {NBGRADER_SCHEMA}."
            yield Fault(name, said, f"Run `nbgrader update {subject.path.as_posix()}`.")
        stray = sorted(set(marks) - allowed)
        if stray:
            yield Fault(name, f"nbgrader's metadata has {_listed(stray)}.", CLEAN)


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
