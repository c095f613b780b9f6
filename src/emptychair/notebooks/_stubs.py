"""nbgrader's solution cutter, taught about ``%%answer`` cells.

This module imports nbgrader, which is slow: name it in nbgrader's settings, import it nowhere else.
"""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions
from traitlets import Unicode

from emptychair._answer_stub import PROSE_STUB
from emptychair._errors import EmptyChairError
from emptychair.notebooks._markers import has_solution, is_answer, replace_solution, unbalanced


class ProseClearSolutions(ClearSolutions):  # type: ignore[misc]  # nbgrader has no types
    """Cut solutions as nbgrader does, but leave prose where prose is asked for.

    A line of Python under ``%%answer`` would be read as the learner's answer.
    """

    prose_stub = Unicode(PROSE_STUB, help="What replaces the solution in an %%answer cell").tag(config=True)

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Replace the solution in one cell; markers without a partner are an error, never a guess."""
        fault = unbalanced(cell.source)
        if fault:
            raise EmptyChairError(
                f"{_shown(resources)}, cell `{cell.get('id', cell_index)}`: {fault}. Nothing was released from it. "
                "Give every BEGIN its END."
            )
        if cell.cell_type == "code" and is_answer(cell.source):
            return self._clear_answer(cell, resources), resources
        cleared: tuple[Any, Any] = super().preprocess_cell(cell, resources, cell_index)
        return cleared

    def _clear_answer(self, cell: Any, resources: Any) -> Any:
        is_solution = cell.metadata.get("nbgrader", {}).get("solution", False)
        if has_solution(cell.source):
            if not is_solution:
                raise EmptyChairError(
                    f"{_shown(resources)}, cell `{cell.get('id')}`: it holds a solution but nbgrader does not know. "
                    "Mark the cell as an answer in nbgrader's Create Assignment panel."
                )
            cell["source"] = replace_solution(cell.source, self.prose_stub)
        elif is_solution:
            # Without markers all of it is the solution, except the line that names the answer.
            cell["source"] = cell.source.split("\n", 1)[0] + "\n" + self.prose_stub
        return cell


def _shown(resources: Any) -> str:
    names = resources.get("nbgrader", {})
    return f"solutions/{names.get('assignment', '?')}/{names.get('notebook', '?')}.ipynb"
