"""One grader at a time in a course folder; the other one is told who is at work."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from emptychair._errors import EmptyChairError


@contextmanager
def only_grader(root: Path) -> Iterator[None]:
    """Hold the course folder for grading.

    The operating system keeps the lock, so it is free again when the holder is dead, however it died; what the file
    beside it says is only there to be read by people.

    Raises:
        EmptyChairError: Another grader holds it; the message says who, where and since when.
    """
    folder = root / ".emptychair"
    note = folder / "grader.json"
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / "grader.lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise EmptyChairError(
            f"{root} is being graded already ({_holder(note)}). Wait for it, or end it first."
        ) from None
    except OSError as error:
        raise EmptyChairError(
            f"{error.filename or folder} cannot be written ({error.strerror}). Nothing was graded. "
            "Make the course folder writable."
        ) from None
    try:
        note.write_text(json.dumps(_self()), encoding="utf-8")
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _self() -> dict[str, str]:
    now = datetime.now(UTC).isoformat(sep=" ", timespec="seconds")
    return {"host": socket.gethostname(), "pid": str(os.getpid()), "since": now}


def _holder(note: Path) -> str:
    try:
        who = json.loads(note.read_text(encoding="utf-8"))
        return f"on {who['host']} by process {who['pid']} since {who['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has only just begun"
