"""From what the tests' process reported to the outcome of a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading._outcome import NO_RESPONSE, CellOutcome, NotebookOutcome
from emptychair.grading._readable import readable
from emptychair.grading.engine._outputs import Outputs
from emptychair.grading.engine._rebuild import Rebuilt

Report = Mapping[str, Any]


def assemble(name: str, rebuilt: Rebuilt, reports: Sequence[Report], limits: Limits, *, lost: str) -> NotebookOutcome:
    """Put outputs and points where they belong.

    Args:
        name: The notebook's name.
        rebuilt: What was graded.
        reports: What became of its cells.
        limits: The limits of outputs, which are applied once more.
        lost: Why a test was not reached, if one was not.
    """
    by_cell = {report["cell"]: report for report in reports if "cell" in report}
    count = 0
    shown = Outputs(limits)
    for place, cell in enumerate(rebuilt.notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        cell["outputs"], cell["execution_count"] = [], None
        if place in by_cell:
            count += 1
            shown.replay(by_cell[place].get("outputs"), count)
            cell["outputs"], cell["execution_count"] = shown.take(), count
    document = json.dumps(rebuilt.notebook, ensure_ascii=False, sort_keys=True) + "\n"
    return NotebookOutcome(name, tuple(_outcomes(rebuilt, by_cell, lost)), document)


def ungraded(name: str, rebuilt: Rebuilt, reason: str, *, needs_manual: bool) -> NotebookOutcome:
    """The outcome of a notebook that is not there or cannot be read: nothing, and why."""
    cells = tuple(
        CellOutcome(cell.grade_id, 0.0, cell.max_points, cell.kind, needs_manual and cell.kind != "solution", reason)
        for cell in _outcomes(rebuilt, {}, reason)
    )
    return NotebookOutcome(name, cells, "")


def _outcomes(rebuilt: Rebuilt, by_cell: Mapping[int, Report], lost: str) -> Iterator[CellOutcome]:
    for place, cell in enumerate(rebuilt.notebook["cells"]):
        marks = cell["metadata"].get("nbgrader", {})
        name, most = str(marks.get("grade_id")), float(marks.get("points") or 0.0)
        untouched = name in rebuilt.untouched
        if marks.get("grade") and not marks.get("solution") and cell["cell_type"] == "code":
            earned = by_cell.get(place, {}).get("score")
            yield CellOutcome(name, kind="auto", max_points=most, **_checked(earned, most, lost))
        elif marks.get("task") or marks.get("grade"):
            answered = not (untouched and marks.get("solution"))
            yield CellOutcome(name, 0.0, most, "manual", answered, "" if answered else NO_RESPONSE)
        elif marks.get("solution"):
            yield CellOutcome(name, 0.0, 0.0, "solution", False, NO_RESPONSE if untouched else "")


def _checked(earned: Any, most: float, lost: str) -> dict[str, Any]:
    """The score as reported; a cell without one was not reached, and that is no evidence."""
    if not isinstance(earned, dict):
        return {"points": 0.0, "needs_manual": True, "reason": lost}
    said = {part: readable(str(earned.get(part, ""))) for part in ("reason", "error")}
    return {**earned, **said, "points": min(max(float(earned["points"]), 0.0), most)}
