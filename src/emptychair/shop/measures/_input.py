"""Whatever people hand in (lists, arrays, columns of a table) as arrays, or an error that says what to do.

Missing answers are an error here, not dropped in silence: who did not answer is half of what a survey says.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Values: TypeAlias = "npt.ArrayLike | Iterable[Any]"
"""A list, a tuple, an array or a column of a table."""


def numbers(
    values: Values, name: str, *, low: float = -np.inf, high: float = np.inf, whole: bool = False, empty: bool = False
) -> Floats:
    """One-dimensional floats, each from ``low`` to ``high``; ``name`` is what the error calls them.

    Raises:
        ValueError: nothing there, something missing, not a number, out of range or not whole.
    """
    found = _array(values, name, empty=empty)
    if found.dtype.kind == "O" and not any(isinstance(value, (str, bytes)) for value in found):
        with contextlib.suppress(TypeError, ValueError, OverflowError):  # what stays is no number
            found = np.array([np.nan if _missing(value) else float(value) for value in found])
    if found.dtype.kind not in "biuf" and found.size:
        raise ValueError(f"{name}: these are not numbers (the first is {found[0]!r}). Convert the column first.")
    result = found.astype(np.float64)
    _refuse(np.isnan(result), result, name, "is missing", "Leave out the missing ones first: values.dropna()")
    _refuse(np.isinf(result), result, name, "is not finite", "Mend it where it comes from")
    if whole:
        _refuse(result != np.floor(result), result, name, "is not a whole number", "Mend it or leave it out")
    outside = (result < low) | (result > high)
    _refuse(outside, result, name, f"is outside {low:g} to {high:g}", "Mend it or leave it out")
    return result


def labels(values: Values, name: str, *, empty: bool = False) -> npt.NDArray[Any]:
    """One-dimensional names (ids, reasons, categories), none of them missing.

    Raises:
        ValueError: nothing there, something missing, or text and numbers mixed.
    """
    found = _array(values, name, empty=empty)
    if found.dtype.kind == "O":
        _refuse(np.array([_missing(value) for value in found], dtype=bool), found, name, "is missing", "dropna() first")
        text = np.array([isinstance(value, str) for value in found], dtype=bool)
        _refuse(text & ~text.all(), found, name, "is text among numbers", "Make all of them text: values.astype(str)")
    elif found.dtype.kind == "f":
        _refuse(np.isnan(found), found, name, "is missing", "dropna() first")
    return found


def count(value: float, name: str, *, least: int = 0) -> int:
    """A whole number, at least ``least``.

    Raises:
        ValueError: it is anything else.
    """
    if not _is_number(value) or value != int(value) or value < least:
        raise ValueError(f"{name} is {value!r}; it has to be a whole number, at least {least}.")
    return int(value)


def between(value: float, name: str, low: float, high: float, *, open_ends: bool = False) -> float:
    """A number from ``low`` to ``high``.

    Raises:
        ValueError: it is anything else.
    """
    fits = _is_number(value) and (low < value < high if open_ends else low <= value <= high)
    if not fits:
        ends = "strictly between" if open_ends else "from"
        raise ValueError(
            f"{name} is {value!r}; it has to be a number {ends} {low:g} {'and' if open_ends else 'to'} {high:g}."
        )
    return float(value)


def same_length(**columns: npt.NDArray[Any]) -> None:
    """Refuse columns that do not belong together.

    Raises:
        ValueError: the columns have different lengths.
    """
    if len({len(column) for column in columns.values()}) > 1:
        sizes = ", ".join(f"{name} has {len(column)}" for name, column in columns.items())
        raise ValueError(f"The columns do not fit together: {sizes}. Take them from the same rows.")


def quantile(confidence: float) -> float:
    """How many standard errors an interval of this confidence reaches to either side."""
    from scipy.special import ndtri

    return float(ndtri(0.5 + between(confidence, "confidence", 0, 1, open_ends=True) / 2))


def _array(values: Values, name: str, *, empty: bool) -> npt.NDArray[Any]:
    if isinstance(values, (str, bytes, dict)) or not isinstance(values, Iterable):
        raise ValueError(f"{name}: expected several values, such as a list or a column, not {values!r}.")
    try:
        found = np.asarray(values if hasattr(values, "__array__") else list(values))
    except ValueError as error:
        raise ValueError(f"{name}: the values have different shapes. Hand in one flat list or one column.") from error
    if found.ndim != 1:
        raise ValueError(f"{name}: expected one column, not a table with {found.ndim} dimensions.")
    if not len(found) and not empty:
        raise ValueError(f"{name}: there is nothing to measure; the list is empty.")
    return found


def _refuse(bad: npt.NDArray[np.bool_], values: npt.NDArray[Any], name: str, fault: str, remedy: str) -> None:
    if bad.any():
        place = int(np.argmax(bad))
        more = f" and {int(bad.sum()) - 1} more" if bad.sum() > 1 else ""
        raise ValueError(f"{name}: the value at position {place} ({values[place]}) {fault}{more}. {remedy}.")


def _missing(value: object) -> bool:
    # pandas' NA equals nothing and has no truth; NaN is not itself.
    return (
        value is None or type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, np.integer, np.floating)) and bool(np.isfinite(value))
