"""The hygiene rules, one row each.

To add one: write the function in the module it belongs to, add the row, and put a fixture notebook named after its
defect into ``tests/notebooks/fixtures/``. A test fails until the table and the fixtures agree.
"""

from __future__ import annotations

from emptychair.notebooks._roles import Role
from emptychair.notebooks.rules._execution import (
    execution_counts_out_of_order,
    stored_results,
    unexecuted_cell,
)
from emptychair.notebooks.rules._form import SLUG, misnamed, not_canonical
from emptychair.notebooks.rules._ids import duplicate_id, id_is_not_grade_id, malformed_id, missing_id, random_id
from emptychair.notebooks.rules._length import long_code_cell, long_median, test_without_sentence, too_many_cells
from emptychair.notebooks.rules._metadata import (
    nbgrader_schema,
    stray_cell_metadata,
    stray_notebook_metadata,
    timings,
    unknown_tag,
    widget_state,
    wrong_kernel,
)
from emptychair.notebooks.rules._model import Fault, Rule, Subject
from emptychair.notebooks.rules._outputs import (
    machine_path,
    memory_address,
    split_stream,
    stderr_output,
    unexpected_error,
    widget_view,
)

__all__ = ("RULES", "SLUG", "Fault", "Rule", "Subject")

_EVERYWHERE: tuple[Role, ...] = ("lesson", "solution", "exercise")
_SOURCES: tuple[Role, ...] = ("lesson", "solution")
_UNRUN: tuple[Role, ...] = ("solution", "exercise")
_LESSON: tuple[Role, ...] = ("lesson",)
_SOLUTION: tuple[Role, ...] = ("solution",)

RULES: tuple[Rule, ...] = (
    Rule("wrong_kernel", wrong_kernel, _EVERYWHERE),
    Rule("stray_notebook_metadata", stray_notebook_metadata, _EVERYWHERE),
    Rule("widget_state", widget_state, _EVERYWHERE),
    Rule("stray_cell_metadata", stray_cell_metadata, _EVERYWHERE),
    Rule("timings", timings, _EVERYWHERE),
    Rule("unknown_tag", unknown_tag, _EVERYWHERE),
    Rule("nbgrader_schema", nbgrader_schema, _EVERYWHERE),
    Rule("missing_id", missing_id, _EVERYWHERE),
    Rule("malformed_id", malformed_id, _EVERYWHERE),
    Rule("random_id", random_id, _EVERYWHERE),
    Rule("duplicate_id", duplicate_id, _EVERYWHERE),
    Rule("id_is_not_grade_id", id_is_not_grade_id, _EVERYWHERE),
    Rule("unexecuted_cell", unexecuted_cell, _LESSON),
    Rule("execution_counts_out_of_order", execution_counts_out_of_order, _LESSON),
    Rule("stored_results", stored_results, _UNRUN),
    Rule("long_code_cell", long_code_cell, _LESSON),
    Rule("long_median", long_median, _LESSON),
    Rule("too_many_cells", too_many_cells, _LESSON),
    Rule("test_without_sentence", test_without_sentence, _SOLUTION),
    Rule("widget_view", widget_view, _LESSON),
    Rule("split_stream", split_stream, _LESSON),
    Rule("memory_address", memory_address, _LESSON),
    Rule("machine_path", machine_path, _LESSON),
    Rule("stderr_output", stderr_output, _LESSON),
    Rule("unexpected_error", unexpected_error, _LESSON),
    Rule("misnamed", misnamed, _SOURCES),
    Rule("not_canonical", not_canonical, _EVERYWHERE),
)
