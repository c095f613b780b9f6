"""What stands in the way of releasing a source, said with file and cell.

nbgrader would refuse most of these too, but names neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError
from emptychair.notebooks._canonical import grading
from emptychair.notebooks._markers import unbalanced
from emptychair.notebooks._read import parse, text_of

if TYPE_CHECKING:
    from nbformat import NotebookNode


def check_sources(folder: Path, shown: Path) -> None:
    """Look through the notebooks of one assignment; ``shown`` is what to call its folder.

    Raises:
        EmptyChairError: A notebook is unreadable, or a cell of it cannot be released.
    """
    for path in sorted(folder.glob("*.ipynb")):
        place = shown / path.name
        for cell, fault in _faults(parse(text_of(path, shown=place), place)):
            raise EmptyChairError(f"{place.as_posix()}, cell `{cell}`: {fault}. Nothing was released. Mend it there.")


def _faults(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    ids: set[str] = set()
    grade_ids: set[str] = set()
    for number, cell in enumerate(notebook.cells, 1):
        name = cell.get("id") or f"number {number}"
        grade_id = grading(cell).get("grade_id", "")
        if name in ids:
            yield name, "another cell has the same id"
        if grade_id and grade_id in grade_ids:
            yield name, f"another cell has the same grade id `{grade_id}`"
        fault = unbalanced(cell.source) or _misplaced(cell) or _refused(cell)
        if fault:
            yield name, fault
        ids.add(name)
        grade_ids.add(grade_id)


def _misplaced(cell: Any) -> str | None:
    marks = grading(cell)
    for marker, kind in (("SOLUTION", "solution"), ("HIDDEN TESTS", "grade"), ("MARK SCHEME", "task")):
        if f"BEGIN {marker}" in cell.source and not marks.get(kind):
            return f"it has a {marker} region, but nbgrader's metadata does not say `{kind}`"
    return None


def _refused(cell: Any) -> str | None:
    from nbgrader.nbgraderformat import MetadataValidator, ValidationError
    from nbgrader.nbgraderformat.common import SchemaMismatchError

    try:
        MetadataValidator().validate_cell(cell)
    except ValidationError as error:
        return f"nbgrader's metadata is wrong ({error.message.splitlines()[0]})"
    except SchemaMismatchError:
        return "nbgrader's metadata has another schema version (`nbgrader update` mends it)"
    return None
