"""Short cells, and tests that say what they test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from statistics import median
from typing import Any, Final

from emptychair.notebooks._allowed import MAX_CELLS, MAX_LINES, MAX_MEDIAN
from emptychair.notebooks._canonical import grading
from emptychair.notebooks._markers import is_answer
from emptychair.notebooks.rules._model import Fault, Subject, code_cells

_MOVE: Final = "Split it, or move code into the package."
_NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+\S")


def long_code_cell(subject: Subject) -> Iterator[Fault]:
    """A cell that does not fit a reader's eye."""
    for name, cell in code_cells(subject):
        lines = _lines(cell)
        if lines > MAX_LINES:
            yield Fault(name, f"{lines} lines of code; the limit is {MAX_LINES}.", _MOVE)


def long_median(subject: Subject) -> Iterator[Fault]:
    """Cells that are long as a habit."""
    lengths = [lines for _, cell in code_cells(subject) if (lines := _lines(cell))]
    middle = median(lengths) if lengths else 0
    if middle > MAX_MEDIAN:
        yield Fault(None, f"The median code cell has {middle:g} lines; the limit is {MAX_MEDIAN}.", _MOVE)


def too_many_cells(subject: Subject) -> Iterator[Fault]:
    """A lesson nobody finishes."""
    count = len(subject.notebook.cells)
    if count > MAX_CELLS:
        yield Fault(None, f"{count} cells; the limit is {MAX_CELLS}.", "Cut, or make two lessons of it.")


def test_without_sentence(subject: Subject) -> Iterator[Fault]:
    """A test cell that does not open with one sentence saying what it checks."""
    for name, cell in code_cells(subject):
        marks = grading(cell)
        if marks.get("grade") and not marks.get("solution") and not _opens_with_sentence(cell.source):
            said = "The test cell does not open with one sentence that says what it checks."
            yield Fault(name, said, 'Open it with a string, such as """Shares add up to one.""".')


def _lines(cell: Any) -> int:
    # An answer is prose; how long it may be is not a question of code.
    return 0 if is_answer(cell.source) else len(cell.source.splitlines())


def _opens_with_sentence(source: str) -> bool:
    try:
        sentence = ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError:  # a magic or a shell line further down; tests have no business with either
        return False
    return sentence.endswith((".", "?")) and not _NEXT_SENTENCE.search(sentence)
