"""The one form in which a notebook of the course stands on disk."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from emptychair.notebooks._allowed import (
    CELL_KEYS,
    KERNELSPEC,
    LANGUAGE_INFO,
    LOCKED_KEYS,
    NBGRADER_KEYS,
    RELEASED_NBGRADER_KEYS,
    TAGS,
    WIDGET_VIEW,
)

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from emptychair.notebooks._roles import Role


def dumps(notebook: NotebookNode) -> str:
    """The notebook as text: the bytes that belong on disk.

    >>> import nbformat
    >>> print(dumps(nbformat.v4.new_notebook()), end="")
    {
     "cells": [],
     "metadata": {},
     "nbformat": 4,
     "nbformat_minor": 5
    }
    """
    from nbformat import v4

    # v4.writes, not nbformat.writes: the latter validates, and mends ids behind our back.
    return str(v4.writes(notebook)) + "\n"


def clean(notebook: NotebookNode, role: Role) -> NotebookNode:
    """A copy of the notebook in canonical form.

    Metadata shrinks to the allow-list, nbgrader cells get their grade id as cell id, widget views leave the outputs,
    and only lessons keep outputs at all. Sources are never touched, and no id is made up: what a machine cannot know
    is left for the rules to report.

    Args:
        notebook: The notebook; it is not changed.
        role: "lesson", "solution" or "exercise".

    >>> import nbformat
    >>> messy = nbformat.v4.new_notebook(metadata={"widgets": {}, "toc": True})
    >>> sorted(clean(messy, "lesson").metadata)
    ['kernelspec', 'language_info']
    """
    import nbformat

    cleaned = copy.deepcopy(notebook)
    cleaned["metadata"] = nbformat.from_dict({"kernelspec": dict(KERNELSPEC), "language_info": dict(LANGUAGE_INFO)})
    for cell in cleaned.cells:
        cell["metadata"] = nbformat.from_dict(cell_metadata(cell, role))
        grade_id = grading(cell).get("grade_id")
        if grade_id:
            cell["id"] = grade_id
        if cell.cell_type != "code":
            continue
        if role == "lesson":
            cell["outputs"] = list(map(nbformat.from_dict, _outputs(cell.outputs)))
        else:
            cell["outputs"], cell["execution_count"] = [], None
    return cleaned


def cell_metadata(cell: NotebookNode, role: Role) -> dict[str, Any]:
    """What the allow-list leaves of a cell's metadata."""
    kept: dict[str, Any] = {}
    for key in CELL_KEYS | (LOCKED_KEYS if role == "exercise" else frozenset()):
        if key in cell.metadata:
            kept[key] = cell.metadata[key]
    if "nbgrader" in kept:
        kept["nbgrader"] = grading(cell)
        allowed = NBGRADER_KEYS | (RELEASED_NBGRADER_KEYS if role == "exercise" else frozenset())
        kept["nbgrader"] = {key: value for key, value in kept["nbgrader"].items() if key in allowed}
    if "tags" in kept:
        kept["tags"] = [tag for tag in dict.fromkeys(kept["tags"]) if tag in TAGS]
    return {key: value for key, value in kept.items() if value not in ({}, [])}


def grading(cell: Any) -> dict[str, Any]:
    """nbgrader's metadata of the cell; empty when it has none."""
    marks = cell.metadata.get("nbgrader")
    return marks if isinstance(marks, dict) else {}


def _outputs(outputs: list[Any]) -> list[Any]:
    """Outputs without widget views; neighboring pieces of one stream are joined, for their cut depends on timing."""
    kept: list[Any] = []
    for output in outputs:
        if "data" in output:
            was_view = output["data"].pop(WIDGET_VIEW, None) is not None
            if was_view and not output["data"]:
                continue
        if joins(kept[-1] if kept else None, output):
            kept[-1]["text"] += output["text"]
        else:
            kept.append(output)
    return kept


def joins(before: Any, output: Any) -> bool:
    """Are these two pieces of the same stream?"""
    return (
        before is not None
        and before["output_type"] == output["output_type"] == "stream"
        and before["name"] == output["name"]
    )
