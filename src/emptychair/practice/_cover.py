"""The fewest stories that cover the questions: exact set cover, by reduction and SciPy's mixed-integer solver (HiGHS)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from emptychair.practice._cover_core import core, exchanged, greedy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SECONDS = 0.4
"""How long the solver may look at what reduction leaves; tables of real stories are solved in a few hundredths."""


class Cover(NamedTuple):
    """The rows that were chosen, and a number below which no choice can be."""

    rows: tuple[int, ...]
    bound: int

    @property
    def proven(self) -> bool:
        """Is it known that no choice is smaller?"""
        return len(self.rows) == self.bound


def fewest_rows(table: NDArray[np.int_], least: int, seconds: float = SECONDS) -> Cover:
    """Choose as few rows as possible so that every column that can reach ``least`` does so in a chosen row.

    Among choices of its size it is one whose rows have high values. Where the solver runs out of time, the best choice found so
    far is given, and ``bound`` says how far from the fewest it can be at most.

    Example:
        >>> import numpy as np
        >>> found = fewest_rows(np.array([[90, 10, 10], [10, 90, 90], [10, 95, 10]]), 60)
        >>> found.rows, found.proven
        ((0, 1), True)
    """
    import numpy as np

    reached = table >= least
    covers = reached[:, reached.any(axis=0)]  # what nothing covers cannot be asked for
    left = core(covers)
    hard = covers[np.ix_(left.rows, left.columns)]
    chosen, bound = _solved(hard, seconds) if hard.size else ((), 0)
    rows = {*left.essential, *(left.rows[it] for it in chosen)}
    worth = np.where(reached, table, 0).sum(axis=1)
    return Cover(tuple(sorted(exchanged(rows, covers, worth))), len(left.essential) + bound)


def _solved(covers: NDArray[np.bool_], seconds: float) -> tuple[tuple[int, ...], int]:
    """Give the rows and the bound: what the solver finds in time, or the greedy choice where that is as small."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows = len(covers)
    solved = milp(
        np.ones(rows),
        constraints=LinearConstraint(covers.T.astype(float), lb=1),
        integrality=np.ones(rows),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds},
    )
    quick = greedy(covers)
    exact = tuple(np.flatnonzero(solved.x > 0.5).tolist()) if solved.x is not None else quick
    chosen = min(exact, quick, key=len)
    bound = solved.mip_dual_bound
    # a bound of 6.0000001 is 6; without one, something has to be chosen at least
    return chosen, max(1, int(np.ceil(bound - 1e-6)) if bound is not None and np.isfinite(bound) else 1)
