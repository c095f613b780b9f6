"""The page's tables as CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from emptychair.grading.page._gather import Facts

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def tables(facts: Facts) -> dict[str, str]:
    """Write them: name of the file, text."""
    return {
        "students.csv": _csv(
            ("student", "points", "max_points", "cpu_seconds", "cells_to_look_at", "label"),
            ((one.student, one.points, facts.max_points, one.cpu_seconds, one.looks, one.label) for one in facts.rows),
        ),
        "exercises.csv": _csv(
            ("notebook", "grade_id", "max_points", "mean_share", "full", "none", "discrimination"),
            (
                (one.notebook, one.grade_id, one.max_points, one.mean, one.full, one.none, one.discrimination)
                for one in facts.items
            ),
        ),
        "reasons.csv": _csv(("place", "reason", "times"), facts.reasons),
        "findings.csv": _csv(("finding", "times"), facts.findings),
        "flags.csv": _csv(
            ("student", "place", "reason"),
            ((one.student, one.place, one.reason) for one in (*facts.time_outs, *facts.flags)),
        ),
        "lookalikes.csv": _csv(
            ("place", "kind", "students", "overlap", "shared"),
            ((one.place, one.kind, " ".join(one.students), one.overlap, one.shared) for one in facts.likenesses),
        ),
    }


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_field(value) for value in row] for row in rows)
    return file.getvalue()


def _field(value: object) -> object:
    """Numbers in short; and text that a spreadsheet would run as a formula is kept from that."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else value
