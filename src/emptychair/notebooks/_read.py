"""Reading a notebook of the course, with one clear line when that fails.

The files read here are the course's own. What learners hand in is read by the grading engine, which trusts nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError

if TYPE_CHECKING:
    from nbformat import NotebookNode


class UnreadableNotebookError(EmptyChairError):
    """A file that is not a notebook of the course; ``what`` and ``fix`` are its two sentences."""

    def __init__(self, path: Path, what: str, fix: str) -> None:
        super().__init__(f"{path.as_posix()} {what} {fix}")
        self.what = what
        self.fix = fix


def read(path: Path) -> NotebookNode:
    """Read one notebook of the course.

    Ids are taken as they are, missing and duplicate ones too: they are for the hygiene rules to report.

    Args:
        path: The ``.ipynb`` file.

    Raises:
        EmptyChairError: It is missing, cannot be read, is not JSON, or is not a notebook of format 4.5.

    >>> read(Path("lessons/99_missing.ipynb"))
    Traceback (most recent call last):
    emptychair.notebooks._read.UnreadableNotebookError: lessons/99_missing.ipynb does not exist. Check the name, ...
    """
    return parse(text_of(path), path)


def text_of(path: Path, *, shown: Path | None = None) -> str:
    """The file's text, line ends untouched; ``shown`` is what the message calls it."""
    shown = shown or path
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        what, fix = "does not exist.", "Check the name, or restore the file from git."
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        what, fix = f"cannot be read ({reason}).", "Check that it is a file you may open."
    except UnicodeDecodeError as error:
        what, fix = f"is not a notebook (byte {error.start} is not UTF-8 text).", "Restore the file from git."
    raise UnreadableNotebookError(shown, what, fix)


def parse(text: str, path: Path) -> NotebookNode:
    """The notebook in ``text``; ``path`` only serves the message."""
    from nbformat import v4

    try:
        data = json.loads(text)
        # An escaped half of a surrogate pair is legal JSON and cannot be written back as UTF-8.
        json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        what = f"is not a notebook (line {error.lineno} is not JSON)."
        raise UnreadableNotebookError(path, what, "Restore the file from git.") from None
    except (RecursionError, UnicodeEncodeError):
        raise UnreadableNotebookError(path, "is not a notebook of ours.", "Restore the file from git.") from None
    _check_version(data, path)
    _check_schema(data, path)
    return v4.to_notebook(data)


def _check_version(data: Any, path: Path) -> None:
    if not isinstance(data, dict) or "nbformat" not in data:
        raise UnreadableNotebookError(path, "is JSON but not a notebook.", "Restore the file from git.")
    version = (data["nbformat"], data.get("nbformat_minor"))
    if version != (4, 5):
        what = f"has notebook format {version[0]}.{version[1]}; the course uses 4.5."
        raise UnreadableNotebookError(path, what, "Open it in JupyterLab and save it again.")


def _check_schema(data: dict[str, Any], path: Path) -> None:
    from nbformat.validator import iter_validate

    cells = data.get("cells")
    if isinstance(cells, list) and all(isinstance(cell, dict) for cell in cells):
        # Ids have their own rules, with better sentences than the schema's.
        data = {**data, "cells": [{**cell, "id": f"cell-{number}"} for number, cell in enumerate(cells, 1)]}
    error = next(iter(iter_validate(data, version=4, version_minor=5)), None)
    if error is None:
        return
    where = list(error.relative_path)
    place = f" in its cell number {where[1] + 1}" if len(where) > 1 and where[0] == "cells" else ""
    fault = " ".join(error.message.split())[:120]
    raise UnreadableNotebookError(path, f"breaks the notebook format{place}: {fault}.", "Restore the file from git.")
