"""Cell ids are names that people can say, and the same name everywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from emptychair.notebooks._canonical import grading
from emptychair.notebooks.rules._model import CLEAN, Fault, Subject, cells

_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST: Final = 64
# What JupyterLab and nbformat make up: a UUID, or its first eight digits.
_RANDOM: Final = re.compile(r"(?=.*\d)[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?")
_NAME_IT: Final = "Give it a short name of its own, such as `share-by-words`, in the file."


def missing_id(subject: Subject) -> Iterator[Fault]:
    """A cell nobody can refer to."""
    for name, cell in cells(subject):
        if not cell.get("id"):
            fix = CLEAN if grading(cell).get("grade_id") else _NAME_IT
            yield Fault(name, "The cell has no id.", fix)


def malformed_id(subject: Subject) -> Iterator[Fault]:
    """An id that is not a slug."""
    for cell in subject.notebook.cells:
        name = cell.get("id")
        if name and (not isinstance(name, str) or len(name) > _LONGEST or not _SLUG.fullmatch(name)):
            said = f"The id is not lower-case words joined by hyphens, {_LONGEST} characters at most."
            yield Fault(str(name), said, _NAME_IT)


def random_id(subject: Subject) -> Iterator[Fault]:
    """An id that a machine drew."""
    for cell in subject.notebook.cells:
        if isinstance(cell.get("id"), str) and _RANDOM.fullmatch(cell.id):
            yield Fault(cell.id, "The id was drawn at random.", _NAME_IT)


def duplicate_id(subject: Subject) -> Iterator[Fault]:
    """One id, two cells."""
    counted = Counter(str(cell.id) for cell in subject.notebook.cells if cell.get("id"))
    for name, times in counted.items():
        if times > 1:
            yield Fault(name, f"{times} cells have this id.", "Rename all but one.")


def id_is_not_grade_id(subject: Subject) -> Iterator[Fault]:
    """Two names for one graded cell."""
    for name, cell in cells(subject):
        grade_id = grading(cell).get("grade_id")
        if grade_id and cell.get("id") and cell.id != grade_id:
            yield Fault(name, f"The id differs from the grade id `{grade_id}`.", CLEAN)
