"""A stranger's notebook, read down to what grading uses of it: cells with a type, a source and a few names."""

from __future__ import annotations

import json
from typing import Any

MAX_BYTES = 50_000_000
MAX_CELLS = 2_000
MAX_SOURCE = 1_000_000
MAX_PARTS = 1_000_000
"""Lists and objects, or five times as many values: each takes far more memory than the two bytes that it is written in."""
TYPES = ("code", "markdown", "raw")
_PICTURES = ("image/png", "image/jpeg", "image/gif")


class NotANotebook(Exception):
    """What is wrong with it, as the rest of a sentence that begins with its name."""


def cells_of(data: bytes) -> list[dict[str, Any]]:
    """Read the cells: ``type``, ``source``, ``id``, ``grade_id`` and, of pasted pictures, ``attachments``.

    Everything else that a notebook may hold is ours to say, or of no use, and stays behind.

    Raises:
        NotANotebook: It is not JSON, not a notebook of format 4, or beyond all measure.

    Example:
        >>> cells_of(b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["a = 1"], "metadata": {"x": 1}}]}')
        [{'type': 'code', 'source': 'a = 1', 'id': '', 'grade_id': ''}]
    """
    notebook = _parse(data)
    if not isinstance(notebook, dict) or notebook.get("nbformat") != 4:
        raise NotANotebook("is not a notebook of format 4")
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotANotebook("is not a notebook (its cells are not a list of cells)")
    if len(cells) > MAX_CELLS:
        raise NotANotebook(f"has {len(cells)} cells; more than {MAX_CELLS} are not graded")
    return [_cell(cell, number) for number, cell in enumerate(cells, 1)]


def _parse(data: bytes) -> Any:
    if data.count(b"[") + data.count(b"{") > MAX_PARTS or data.count(b",") > 5 * MAX_PARTS:
        raise NotANotebook("is not a notebook (its JSON has millions of parts)")
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
        json.dumps(notebook, ensure_ascii=False).encode()  # half a surrogate pair is JSON and no text
    except json.JSONDecodeError as error:
        raise NotANotebook(f"is not a notebook (line {error.lineno} is not JSON)") from None
    except RecursionError:  # the parser's own limit; no notebook comes near it
        raise NotANotebook("is not a notebook (its JSON is nested too deep)") from None
    except (ValueError, MemoryError):
        raise NotANotebook("is not a notebook (it is not JSON text)") from None
    return notebook


def _cell(cell: dict[str, Any], number: int) -> dict[str, Any]:
    kind, source = cell.get("cell_type"), cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if kind not in TYPES or not isinstance(source, str):
        raise NotANotebook(f"is not a notebook (its cell number {number} is not a cell)")
    if len(source) > MAX_SOURCE:
        raise NotANotebook(f"has a cell number {number} of more than {MAX_SOURCE:,} characters")
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    read = {"type": kind, "source": source, "id": _text(cell.get("id")), "grade_id": _text(grade_id)}
    pictures = _pictures(cell.get("attachments")) if kind == "markdown" else {}
    return {**read, "attachments": pictures} if pictures else read


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= 200 else ""


def _pictures(attachments: Any) -> dict[str, dict[str, str]]:
    """Pictures pasted into a written answer: a person will want to see them."""
    kept: dict[str, dict[str, str]] = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        if isinstance(bundle, dict):
            kept[name] = {kind: bundle[kind] for kind in _PICTURES if isinstance(bundle.get(kind), str)}
    return {name: bundle for name, bundle in kept.items() if bundle}
