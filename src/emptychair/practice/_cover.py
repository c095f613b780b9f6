"""The fewest stories that cover the questions: exact set cover, by SciPy's mixed-integer solver (HiGHS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def fewest_rows(table: NDArray[np.int_], least: int) -> tuple[int, ...]:
    """Choose as few rows as possible so that every column that can reach ``least`` does so in a chosen row.

    No choice is smaller. Among those of its size it is one whose rows have high values.

    Example:
        >>> import numpy as np
        >>> fewest_rows(np.array([[90, 10, 10], [10, 90, 90], [10, 95, 10]]), 60)
        (0, 1)
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    reached = table >= least
    covers = _hardest(reached[:, reached.any(axis=0)])  # what nothing covers cannot be asked for
    rows, columns = covers.shape
    if not columns:
        return ()
    solved = milp(
        np.ones(rows),
        constraints=LinearConstraint(covers.T.astype(float), lb=1),
        integrality=np.ones(rows),
        bounds=Bounds(0, 1),
    )
    assert solved.x is not None, solved.message  # every column left has a row
    chosen = {int(row) for row in np.flatnonzero(solved.x > 0.5)}
    return tuple(sorted(_exchanged(chosen, covers, np.where(reached, table, 0).sum(axis=1))))


def _hardest(covers: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Leave out each column that is covered wherever another one is: it comes for free."""
    import numpy as np

    unique = np.unique(covers, axis=1)
    shared = unique.astype(int).T @ unique.astype(int)
    within = shared == np.diag(shared)[:, None]  # the rows of column i are rows of column j
    np.fill_diagonal(within, False)
    return np.asarray(unique[:, ~within.any(axis=0)])


def _exchanged(chosen: set[int], covers: NDArray[np.bool_], worth: NDArray[np.int_]) -> set[int]:
    """Exchange rows for worthier ones as long as everything stays covered."""
    for row in sorted(chosen, key=lambda it: (worth[it], it)):
        others = covers[sorted(chosen - {row})].any(axis=0)
        fitting = [it for it in range(len(covers)) if it not in chosen - {row} and (others | covers[it]).all()]
        chosen = chosen - {row} | {max(fitting, key=lambda it: (worth[it], -it))}
    return chosen
