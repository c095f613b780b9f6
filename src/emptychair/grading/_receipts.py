"""When a submission was handed in, from somebody who has no reason to lie.

``timestamp.txt`` lies in the learner's folder and says what the learner likes. So, for an assignment with a due date:

1. ``receipts.csv`` in the course folder is the truth for whom it names (columns ``student``, ``assignment``,
   ``received``; a time without zone is UTC). The learning platform's list of submissions makes one.
2. Without a row there, the later of what ``timestamp.txt`` claims and when the notebooks were last written counts.
   An archive may bring old times along, so this is the weaker ground.
3. The claim alone counts only if the instructor says so, because it was nbgrader that wrote it (``zip_collect``).

Without a due date nothing hangs on the time, and the claim is noted as nbgrader notes it.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from emptychair._errors import EmptyChairError

NAME = "receipts.csv"
TIMESTAMP = "timestamp.txt"
_LONGEST = 100  # bytes
_COLUMNS = {"student", "assignment", "received"}


@dataclass(frozen=True, slots=True)
class Receipts:
    """What is known about when things were handed in.

    Attributes:
        times: Student and assignment to the time, in UTC without zone, as the gradebook keeps it.
        trust_claims: ``timestamp.txt`` was not written by learners.
    """

    times: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    trust_claims: bool = False

    def received(self, folder: Path, student: str, assignment: str, *, due: bool) -> datetime | None:
        """When this submission was handed in, as far as that can be trusted.

        Args:
            folder: The submission.
            student: Whose.
            assignment: Of what.
            due: The assignment has a due date, so that the time matters.
        """
        known = self.times.get((student, assignment))
        claim = _claim(folder)
        if known is not None or not due or (self.trust_claims and claim is not None):
            return known or claim
        # a time in the future, or long before files had times, is nobody's
        now = time.time()
        written = [min(max(path.lstat().st_mtime, 0.0), now) for path in folder.glob("*.ipynb")]
        times = [datetime.fromtimestamp(max(written), UTC).replace(tzinfo=None)] if written else []
        return max([*times, *([claim] if claim else [])], default=None)


def timestamp_of(folder: Path) -> str:
    """What ``timestamp.txt`` in a learner's folder says; empty when there is none to speak of."""
    path = folder / TIMESTAMP
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LONGEST:
            return ""
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def read_receipts(root: Path, *, trust_claims: bool = False) -> Receipts:
    """Read ``receipts.csv``; a course without one has no receipts.

    Raises:
        EmptyChairError: It cannot be read.
    """
    path = root / NAME
    if not path.is_file():
        return Receipts(trust_claims=trust_claims)
    times: dict[tuple[str, str], datetime] = {}
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = csv.DictReader(file)
            if not set(rows.fieldnames or ()) >= _COLUMNS:
                raise ValueError(f"its columns must be {', '.join(sorted(_COLUMNS))}")
            for row in rows:
                times[row["student"], row["assignment"]] = _utc(row["received"])
    except (OSError, ValueError, TypeError, OverflowError, csv.Error) as error:
        raise EmptyChairError(
            f"{path} cannot be read ({error}). Nothing was graded. Mend it, or move it away."
        ) from None
    return Receipts(times, trust_claims)


def _claim(folder: Path) -> datetime | None:
    try:
        return _utc(timestamp_of(folder))
    except (ValueError, OverflowError):
        return None


def _utc(text: str) -> datetime:
    from nbgrader.utils import parse_utc

    found = parse_utc(text.strip())
    if not isinstance(found, datetime):
        raise ValueError(f"{text!r} is no time")
    return found
