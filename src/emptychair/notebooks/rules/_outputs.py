"""Stored outputs that the next run reproduces, on any machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from emptychair.notebooks._allowed import WIDGET_VIEW
from emptychair.notebooks._canonical import joins
from emptychair.notebooks.rules._model import CLEAN, RERUN, Fault, Subject, code_cells

_ADDRESS: Final = re.compile(r"\b0x[0-9a-f]{6,}", re.IGNORECASE)
_PATH: Final = re.compile(r"(?<![\w.:/])/(?:home|Users)/\w|(?<![\w.:/])/(?:root|tmp|var/folders)/|\b[A-Z]:\\Users\\")
_COLOR: Final = re.compile(r"\x1b\[[0-9;]*m")


def widget_view(subject: Subject) -> Iterator[Fault]:
    """A reference to a widget that lived in one session only."""
    for name, outputs in _with_outputs(subject):
        if any(WIDGET_VIEW in output.get("data", {}) for output in outputs):
            yield Fault(name, "An output refers to a widget of a past session.", CLEAN)


def split_stream(subject: Subject) -> Iterator[Fault]:
    """Printed text in pieces: where it was cut depends on timing."""
    for name, outputs in _with_outputs(subject):
        if any(joins(before, after) for before, after in pairwise(outputs)):
            yield Fault(name, "Printed text is stored in pieces.", CLEAN)


def memory_address(subject: Subject) -> Iterator[Fault]:
    """An object's address, new with every run."""
    for name, outputs in _with_outputs(subject):
        found = _ADDRESS.search(_text(outputs))
        if found:
            yield Fault(name, f"An output shows the memory address {found[0]}.", "Give the object a `__repr__`.")


def machine_path(subject: Subject) -> Iterator[Fault]:
    """A home or temporary folder of one machine."""
    for name, outputs in _with_outputs(subject):
        text = _text(outputs)
        found = _PATH.search(text)
        if found:
            path = re.split(r"[\s'\"<>]", text[found.start() : found.start() + 60])[0]
            yield Fault(name, f"An output shows the path {path}.", "Show a relative path, or none.")


def stderr_output(subject: Subject) -> Iterator[Fault]:
    """Warnings and other noise."""
    for name, outputs in _with_outputs(subject):
        if any(output.get("name") == "stderr" for output in outputs):
            yield Fault(name, "The cell wrote to stderr.", f"Remove the cause. {RERUN}")


def unexpected_error(subject: Subject) -> Iterator[Fault]:
    """An error that is not part of the lesson."""
    for name, cell in code_cells(subject):
        error = next((output for output in cell.outputs if output.output_type == "error"), None)
        if error is not None and "raises-exception" not in cell.metadata.get("tags", []):
            yield Fault(name, f"It ended in {error.ename}.", "Mend it, or tag the cell `raises-exception`.")


def _with_outputs(subject: Subject) -> Iterator[tuple[str, list[Any]]]:
    return ((name, cell.outputs) for name, cell in code_cells(subject) if cell.outputs)


def _text(outputs: list[Any]) -> str:
    parts: list[str] = []
    for output in outputs:
        parts.append(output.get("text", ""))
        parts += [str(value) for mime, value in output.get("data", {}).items() if mime.startswith("text/")]
        parts += output.get("traceback", [])
    return _COLOR.sub("", "\n".join(parts))
