"""What is left of a set cover when everything that is plain has been decided; and covers by simple rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Core(NamedTuple):
    """The rows that every smallest cover may as well take, and the rows and columns that are still to be decided."""

    essential: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]


def core(covers: NDArray[np.bool_]) -> Core:
    """Reduce a cover without losing its optimum.

    Three steps, until nothing changes: a column that is covered wherever another one is comes for free; a row that covers no more
    than another one is not needed; a row that alone covers a column is taken, with all that it covers.

    Example:
        >>> import numpy as np
        >>> core(np.array([[1, 1, 0], [0, 1, 0], [0, 1, 1]], bool))
        Core(essential=(0, 2), rows=(), columns=())
    """
    import numpy as np

    rows, columns = np.arange(covers.shape[0]), np.arange(covers.shape[1])
    essential: list[int] = []
    while columns.size:
        before = rows.size, columns.size
        now = covers[np.ix_(rows, columns)]
        columns = columns[~_implied(now.T)]
        now = covers[np.ix_(rows, columns)]
        rows = rows[~_implied(~now)]  # to cover no more is to leave out no less
        now = covers[np.ix_(rows, columns)]
        alone = now[:, now.sum(axis=0) == 1].any(axis=1)
        essential += rows[alone].tolist()
        rows, columns = rows[~alone], columns[~now[alone].any(axis=0)]
        if (rows.size, columns.size) == before:
            break
    return Core(tuple(essential), tuple(rows.tolist()) if columns.size else (), tuple(columns.tolist()))


def _implied(sets: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark each set that has another one within it; of equal ones the first stays."""
    import numpy as np

    counts = sets.astype(np.int32)
    shared = counts @ counts.T
    sizes = np.diag(shared)
    within = shared == sizes[:, None]  # [i, j]: set i is part of set j
    equal = within & within.T
    return np.asarray((within & ~equal).any(axis=0) | np.triu(equal, k=1).any(axis=0))


def greedy(covers: NDArray[np.bool_]) -> tuple[int, ...]:
    """Take the row that covers most of what is left, again and again, then drop what is no longer needed.

    Example:
        >>> import numpy as np
        >>> greedy(np.array([[1, 1, 0], [0, 1, 0], [0, 1, 1]], bool))
        (0, 2)
    """
    chosen: list[int] = []
    left = covers.any(axis=0)
    while left.any():
        chosen.append(int((covers & left).sum(axis=1).argmax()))
        left &= ~covers[chosen[-1]]
    for row in chosen[:]:
        others = [it for it in chosen if it != row]
        if (covers[others].any(axis=0) >= covers.any(axis=0)).all():
            chosen = others
    return tuple(chosen)


def exchanged(chosen: set[int], covers: NDArray[np.bool_], worth: NDArray[np.int_]) -> set[int]:
    """Exchange rows for worthier ones as long as everything stays covered."""
    for row in sorted(chosen, key=lambda it: (worth[it], it)):
        others = covers[sorted(chosen - {row})].any(axis=0)
        fitting = [it for it in range(len(covers)) if it not in chosen - {row} and (others | covers[it]).all()]
        chosen = chosen - {row} | {max(fitting, key=lambda it: (worth[it], -it))}
    return chosen
