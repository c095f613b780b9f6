"""Attacks by metadata and by the structure of the notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grading.attacks.attack import Attacks

ATTACKS = Attacks()


def _each(notebook_: Any, change: Callable[[Any], None], *, grade: bool = True) -> None:
    for cell in notebook_["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade") is grade:
            change(cell)


ATTACKS.edit(
    "skips-tests",
    lambda nb: _each(nb, lambda cell: cell["metadata"].update(tags=["skip-execution", "raises-exception"])),
)
ATTACKS.edit("hundred-points", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(points=100)))
ATTACKS.edit(
    "unknown-id",
    lambda nb: _each(
        nb, lambda cell: cell["metadata"]["nbgrader"].update(grade_id="x" + cell["metadata"]["nbgrader"]["grade_id"])
    ),
)
ATTACKS.edit("other-tests", lambda nb: _each(nb, lambda cell: cell.update(source="2.0")))
ATTACKS.edit(
    "tests-as-text",
    lambda nb: _each(
        nb, lambda cell: (cell.update(cell_type="markdown"), cell.pop("outputs"), cell.pop("execution_count"))
    ),
)
ATTACKS.edit(
    "tests-dropped",
    lambda nb: nb.update(cells=[c for c in nb["cells"] if not c["metadata"].get("nbgrader", {}).get("grade")]),
)
ATTACKS.edit(
    "tests-first", lambda nb: nb["cells"].sort(key=lambda c: not c["metadata"].get("nbgrader", {}).get("grade"))
)
ATTACKS.edit("metadata-stripped", lambda nb: [cell.update(metadata={}) for cell in nb["cells"]] and None)
ATTACKS.edit(
    "ids-stripped-too", lambda nb: [(cell.update(metadata={}), cell.pop("id")) for cell in nb["cells"]] and None
)
ATTACKS.edit(
    "tests-copied",
    lambda nb: nb.update(cells=[c for cell in nb["cells"] for c in (cell, {**cell, "id": cell["id"] + "-2"})]),
)
ATTACKS.edit("old-schema", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(schema_version=1)))
ATTACKS.edit("future-schema", lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(schema_version=99)))
ATTACKS.edit(
    "tests-as-answers",
    lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(solution=True, locked=False)),
)
ATTACKS.edit(
    "answers-as-tests",
    lambda nb: _each(nb, lambda cell: cell["metadata"]["nbgrader"].update(grade=True, points=50), grade=False),
)
ATTACKS.edit(
    "in-kernel-please",
    lambda nb: nb["metadata"].update(
        emptychair={"tests": "in-kernel"}, kernelspec={"name": "bash", "language": "bash", "display_name": "x"}
    ),
)
ATTACKS.edit(
    "forged-outputs",
    lambda nb: _each(
        nb,
        lambda cell: cell.update(
            outputs=[
                {"output_type": "execute_result", "data": {"text/plain": "2.0"}, "metadata": {}, "execution_count": 1}
            ],
            execution_count=1,
        ),
    ),
)
ATTACKS.edit(
    "metadata-of-strange-kinds",
    lambda nb: [cell.update(metadata=[3, "x", None][number % 3]) for number, cell in enumerate(nb["cells"])] and None,
)
