"""The allow-lists and limits, each in one place."""

from __future__ import annotations

from typing import Final

KERNELSPEC: Final = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE_INFO: Final = {"name": "python"}

CELL_KEYS: Final = frozenset({"nbgrader", "tags"})
LOCKED_KEYS: Final = frozenset({"deletable", "editable"})
"""nbgrader sets these in the release, so that JupyterLab protects test cells; only exercises have them."""

NBGRADER_KEYS: Final = frozenset({"grade", "grade_id", "locked", "points", "schema_version", "solution", "task"})
RELEASED_NBGRADER_KEYS: Final = frozenset({"cell_type", "checksum"})
NBGRADER_SCHEMA: Final = 3

TAGS: Final = frozenset({"code-track", "raises-exception"})
"""``raises-exception``: the lesson shows an error on purpose. ``code-track``: a cell a reader of prose may skip."""

WIDGET_VIEW: Final = "application/vnd.jupyter.widget-view+json"

MAX_LINES: Final = 15
MAX_MEDIAN: Final = 4
MAX_CELLS: Final = 60
