"""Files that results are written to: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from emptychair._errors import EmptyChairError


def require_writable(path: Path | None) -> None:
    """Find out before an hour of grading, not after it, that the results cannot be written.

    Raises:
        EmptyChairError: The folder is missing or not writable, or the name is taken by a folder.
    """
    if path is None:
        return
    folder = path.absolute().parent
    if not folder.is_dir():
        raise EmptyChairError(f"{path} cannot be written: {folder} is not a folder. Make it, or name another file.")
    if path.is_dir() or not os.access(folder, os.W_OK):
        raise EmptyChairError(f"{path} cannot be written. Name another file.")


def write(path: Path | None, text: str) -> None:
    """Write the file beside its place, then put it there.

    Raises:
        EmptyChairError: It cannot be written.
    """
    if path is None:
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise EmptyChairError(f"{path} cannot be written ({error.strerror}). Name another file.") from None
