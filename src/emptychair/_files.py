"""Writing a file so that half of it is never seen, and saying plainly when it cannot be written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from emptychair._errors import EmptyChairError


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step; when that fails the old file is still whole.

    Raises:
        EmptyChairError: The folder or the file cannot be written.
    """
    with said_plainly(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())  # or a power cut may leave the new name on an empty file
            if path.exists():
                shutil.copymode(path, name)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turn a failed write into one sentence.

    Raises:
        EmptyChairError: Something could not be written.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise EmptyChairError(
            f"{path.as_posix()} cannot be written ({reason}). It is as it was. "
            "Check that the folder is yours and not read-only, then run the command again."
        ) from error
