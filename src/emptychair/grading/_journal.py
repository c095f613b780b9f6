"""What was graded, kept under the name of everything that the result depends on.

``.emptychair/journal/ASSIGNMENT/STUDENT/KEY.json``: an entry is whole or not there. A grader that is killed loses
at most what it was working on; one that is started again grades only what has no entry.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from emptychair._files import write_text
from emptychair.grading._outcome import Outcome


def key_of(*parts: str) -> str:
    """Name an entry: a digest of everything that may change the result.

    Example:
        >>> key_of("submission", "assignment") == key_of("submissionassignment")
        False
    """
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class Journal:
    """The entries of one assignment.

    Args:
        root: The course folder.
        assignment: Which.
    """

    def __init__(self, root: Path, assignment: str) -> None:
        self._folder = root / ".emptychair" / "journal" / assignment

    def find(self, student: str, key: str) -> Outcome | None:
        """Read an entry; one that cannot be read is as good as none."""
        return _read(self._path(student, key))

    def keep(self, key: str, outcome: Outcome) -> None:
        """Write an entry, on the disk when this returns, and drop the student's older ones."""
        path = self._path(outcome.student, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, outcome.to_json())
        for other in path.parent.iterdir():
            if other != path:
                other.unlink(missing_ok=True)

    def latest(self, student: str) -> Outcome | None:
        """The entry of a student that was written last."""
        entries = sorted((self._folder / student).glob("*.json"), key=lambda path: path.stat().st_mtime)
        return _read(entries[-1]) if entries else None

    def students(self) -> Iterator[str]:
        """Who has an entry."""
        yield from sorted(path.name for path in self._folder.glob("*") if path.is_dir())

    def _path(self, student: str, key: str) -> Path:
        return self._folder / student / f"{key}.json"


def _read(path: Path) -> Outcome | None:
    try:
        return Outcome.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
