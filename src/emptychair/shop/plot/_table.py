"""Columns out of whatever table one is given, or an error that says which are there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

Column: TypeAlias = npt.NDArray[Any]


def columns(table: pd.DataFrame, figure: str, *names: str) -> list[Column]:
    """The named columns as arrays; numbers as floats.

    Raises:
        ValueError: a column is not there, or the table has no rows.
    """
    if missing := [name for name in names if name not in table]:
        there = ", ".join(map(str, table.columns))
        raise ValueError(f"{figure}: the table has no column {missing[0]!r}. It has {there}.")
    if not len(table):
        raise ValueError(f"{figure}: the table has no rows, so there is nothing to draw.")
    return [_plain(table[name].to_numpy()) for name in names]


def together(figure: str, **given: Iterable[Any]) -> list[Column]:
    """Columns that belong together, as arrays.

    Raises:
        ValueError: they are empty or of different length.
    """
    arrays = [_plain(np.asarray(value if hasattr(value, "__array__") else list(value))) for value in given.values()]
    sizes = {len(array) for array in arrays}
    if len(sizes) != 1 or not sizes.pop():
        lengths = ", ".join(f"{name} has {len(array)}" for name, array in zip(given, arrays, strict=True))
        raise ValueError(f"{figure}: the columns do not fit together or are empty: {lengths}.")
    return arrays


def _plain(values: Column) -> Column:
    return values.astype(np.float64) if values.dtype.kind in "biuf" else values
