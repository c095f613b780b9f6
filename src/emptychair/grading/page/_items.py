"""How an exercise did its work: how hard it was, and whether it told those who can from those who cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

_ENOUGH = 10  # students; below that a correlation says nothing


@dataclass(frozen=True, slots=True)
class Item:
    """One graded cell over all students.

    Attributes:
        notebook: Where it is.
        grade_id: The cell.
        max_points: What it could earn.
        mean: The mean share of its points that was earned: 1 is easy, 0 is hard.
        full: How many earned everything.
        none: How many earned nothing.
        discrimination: The correlation of its points with those of all other cells; ``None`` where it cannot be said.

    Example:
        >>> Item("star", "shares", 2.0, 0.75, 6, 1, None).mean
        0.75
    """

    notebook: str
    grade_id: str
    max_points: float
    mean: float
    full: int
    none: int
    discrimination: float | None


def items_of(points: Mapping[tuple[str, str], Sequence[float]], most: Mapping[tuple[str, str], float]) -> list[Item]:
    """Sum up every cell.

    Args:
        points: For each notebook and grade id the points of every student, in one order of students.
        most: What each could earn; cells without points are left out.

    Example:
        >>> [(item.mean, item.full) for item in items_of({("a", "x"): [0, 2, 2, 2]}, {("a", "x"): 2})]
        [(0.75, 3)]
    """
    names = [name for name in points if most[name] > 0]
    if not names:
        return []
    table = np.array([points[name] for name in names], dtype=float)
    rest = table.sum(axis=0) - table
    return [
        Item(
            *name,
            most[name],
            float(row.mean() / most[name]) if row.size else 0.0,
            int((row >= most[name]).sum()),
            int((row <= 0).sum()),
            _correlation(row, others),
        )
        for name, row, others in zip(names, table, rest, strict=True)
    ]


def _correlation(row: np.ndarray, others: np.ndarray) -> float | None:
    if row.size < _ENOUGH or row.std() == 0 or others.std() == 0:
        return None
    return float(np.corrcoef(row, others)[0, 1])
