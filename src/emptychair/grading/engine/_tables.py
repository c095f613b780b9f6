"""Arrays and tables as data: NumPy's arrays and scalars, pandas' series, frames, indexes and times."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import numpy as np

from emptychair.grading.engine import _wire
from emptychair.grading.engine._wire import Hook, Malformed

_PLAIN = re.compile(r"[<>|=]?(b|B|[biufc]\d+|[mM]8(\[\w+\])?|[SU]\d+)")
_EXTENSIONS = re.compile(
    r"U?Int(8|16|32|64)|Float(32|64)|boolean|str|string|datetime64\[(s|ms|us|ns), [\w/+:\-]+\]|period\[[\w\-]+\]"
)
_MOST = 1 << 28
_GENERATORS = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")


def encode(value: Any, other: Hook, depth: int) -> Any:
    """Write a value of NumPy or pandas."""
    kind = type(value)
    if kind is np.ndarray:
        return ["np.array", _array(value, other, depth)]
    if kind is np.recarray:
        return ["np.records", _array(value, other, depth)]
    if isinstance(value, np.generic) and kind.__module__ == "numpy" and value.dtype.kind in "biufcmMSUV":
        return ["np.scalar", _array(np.asarray(value), other, depth)]
    if isinstance(value, np.dtype) and (name := _name_of(value)) is not None:
        return ["np.dtype", name]
    if kind is np.random.Generator and type(value.bit_generator).__name__ in _GENERATORS:
        state = _wire.encode(value.bit_generator.state, other, depth + 1)
        return ["np.random", [type(value.bit_generator).__name__, state]]
    if kind.__module__.partition(".")[0] == "pandas":
        import pandas as pd

        if value is pd.NaT or value is pd.NA:
            return ["pd.missing", repr(value)]
        if kind.__name__ in _WRITERS and isinstance(value, getattr(pd, kind.__name__, ())):
            return [f"pd.{kind.__name__}", _WRITERS[kind.__name__](value, other, depth + 1)]
    return other(value)


def _array(value: Any, other: Hook, depth: int) -> Any:
    if value.dtype.kind == "O":
        return ["O", list(value.shape), [_wire.encode(item, other, depth + 1) for item in value.ravel().tolist()]]
    name = _name_of(value.dtype)
    if name is None:
        return [None, [], other(value)]
    packed = np.ascontiguousarray(value).astype(_dtype(name), copy=False)
    return [name, list(value.shape), b64encode(packed.tobytes()).decode()]


def _name_of(dtype: Any) -> Any:
    """A data type by name, one with fields by theirs; ``None`` for one that is more than numbers and text."""
    if dtype.names is None:
        return dtype.str if _PLAIN.fullmatch(dtype.str) else None
    parts = [dtype[name] for name in dtype.names]
    named = [[name, _name_of(one.base), list(one.shape)] for name, one in zip(dtype.names, parts, strict=True)]
    return None if any(name is None for _, name, _ in named) else named


def _dtype(name: Any) -> Any:
    if isinstance(name, list):
        return np.dtype([(str(field), _dtype(kind), tuple(map(int, shape))) for field, kind, shape in name])
    if not _PLAIN.fullmatch(name):
        raise Malformed("a kind of array that is none")
    return np.dtype(name)


def _read_array(body: Any, other: Hook) -> Any:
    dtype, shape, content = body
    if dtype is None:
        return other(content)
    sizes = tuple(int(size) for size in shape)
    if min(sizes, default=0) < 0 or int(np.prod(sizes, dtype=object)) > _MOST:
        raise Malformed("an array without measure")
    if dtype == "O":
        made = np.empty(len(content), dtype=object)
        for place, item in enumerate(content):
            made[place] = _wire.decode(item, other)
        return made.reshape(sizes)
    return np.frombuffer(b64decode(content, validate=True), dtype=_dtype(dtype)).reshape(sizes).copy()


def _column(values: Any, other: Hook, depth: int) -> Any:
    """The values of a series or index, whatever keeps them."""
    import pandas as pd

    if isinstance(values, pd.arrays.NumpyExtensionArray):
        values = values.to_numpy()
    dtype = values.dtype
    if isinstance(dtype, np.dtype):
        return ["np", _array(np.asarray(values), other, depth)]
    if isinstance(dtype, pd.CategoricalDtype):
        codes = _array(np.asarray(values.codes), other, depth)
        return ["category", [codes, _wire.encode(dtype.categories, other, depth + 1), bool(dtype.ordered)]]
    if isinstance(dtype, pd.IntervalDtype):
        ends = [_column(pd.Index(end).array, other, depth) for end in (values.left, values.right)]
        return ["interval", [*ends, values.closed]]
    if not _EXTENSIONS.fullmatch(str(dtype)):
        raise _wire.NotData(f"it has values of the kind {dtype}")
    items = [None if missing else item for item, missing in zip(values, pd.isna(values), strict=True)]
    return ["extension", [str(dtype), [_wire.encode(item, other, depth + 1) for item in items]]]


def _read_column(body: Any, other: Hook) -> Any:
    import pandas as pd

    keeper, content = body
    if keeper == "np":
        return _read_array(content, other)
    if keeper == "category":
        codes, categories, ordered = content
        return pd.Categorical.from_codes(
            _read_array(codes, other), categories=_wire.decode(categories, other), ordered=bool(ordered)
        )
    if keeper == "interval":
        left, right = (_read_column(end, other) for end in content[:2])
        return pd.arrays.IntervalArray.from_arrays(left, right, closed=content[2])
    dtype, items = content
    if not _EXTENSIONS.fullmatch(dtype):
        raise Malformed("a column of another kind")
    return pd.array([_wire.decode(item, other) for item in items], dtype=dtype)


def _write_index(value: Any, other: Hook, depth: int) -> Any:
    freq = getattr(value, "freqstr", None)  # of times at a regular distance; a test of equality looks at it
    return [_wire.encode(value.name, other, depth), _column(value.array, other, depth), freq]


def _write_multi(value: Any, other: Hook, depth: int) -> Any:
    return [_wire.encode(list(value.names), other, depth), _wire.encode(list(value), other, depth)]


def _write_series(value: Any, other: Hook, depth: int) -> Any:
    parts = (_wire.encode(part, other, depth) for part in (value.name, value.index))
    return [*parts, _column(value.array, other, depth)]


def _write_frame(value: Any, other: Hook, depth: int) -> Any:
    parts = (_wire.encode(part, other, depth) for part in (value.columns, value.index))
    columns = (value.iloc[:, place].array for place in range(value.shape[1]))
    return [*parts, [_column(column, other, depth) for column in columns]]


_WRITERS: dict[str, Callable[[Any, Hook, int], Any]] = {
    "Index": _write_index,
    "DatetimeIndex": _write_index,
    "TimedeltaIndex": _write_index,
    "PeriodIndex": _write_index,
    "CategoricalIndex": _write_index,
    "IntervalIndex": lambda value, other, depth: [
        _wire.encode(value.name, other, depth),
        _column(value.array, other, depth),
        None,
    ],
    "Interval": lambda value, other, depth: [
        *(_wire.encode(end, other, depth) for end in (value.left, value.right)),
        value.closed,
    ],
    "RangeIndex": lambda value, other, depth: [
        _wire.encode(part, other, depth) for part in (value.name, value.start, value.stop, value.step)
    ],
    "MultiIndex": _write_multi,
    "Series": _write_series,
    "DataFrame": _write_frame,
    "Timestamp": lambda value, *_: [value.isoformat(), str(value.tz) if value.tz else None, value.unit],
    "Timedelta": lambda value, *_: [int(value.value), value.unit],
    "Period": lambda value, *_: [str(value), value.freqstr],
}


def decode(tag: str, body: Any, other: Hook) -> Any:
    """Read a value of NumPy or pandas."""
    if tag == "np.array":
        return _read_array(body, other)
    if tag == "np.records":
        return _read_array(body, other).view(np.recarray)
    if tag == "np.scalar":
        return _read_array(body, other)[()]
    if tag == "np.dtype":
        return _dtype(body)
    if tag == "np.random":
        source = getattr(np.random, body[0] if body[0] in _GENERATORS else "")()
        source.state = _wire.decode(body[1], other)
        return np.random.Generator(source)
    import pandas as pd

    if tag == "pd.missing":
        return {"NaT": pd.NaT, "<NA>": pd.NA}[body]
    if tag == "pd.RangeIndex":
        name, start, stop, step = (_wire.decode(part, other) for part in body)
        return pd.RangeIndex(start, stop, step, name=name)
    if tag == "pd.MultiIndex":
        names, rows = (_wire.decode(part, other) for part in body)
        return pd.MultiIndex.from_tuples(rows, names=names)
    if tag == "pd.Series":
        name, index = (_wire.decode(part, other) for part in body[:2])
        return pd.Series(_read_column(body[2], other), index=index, name=name)
    if tag == "pd.DataFrame":
        columns, index = (_wire.decode(part, other) for part in body[:2])
        frame = pd.DataFrame({place: _read_column(one, other) for place, one in enumerate(body[2])}, index=index)
        frame.columns = columns
        return frame
    if tag == "pd.Timestamp":
        moment, zone, unit = body
        return (pd.Timestamp(moment).tz_convert(zone) if zone else pd.Timestamp(moment)).as_unit(unit)
    if tag == "pd.Interval":
        left, right = (_wire.decode(end, other) for end in body[:2])
        return pd.Interval(left, right, body[2])
    if tag == "pd.Timedelta":
        return pd.Timedelta(int(body[0]), unit="ns").as_unit(body[1])
    if tag == "pd.Period":
        return pd.Period(body[0], freq=body[1])
    if tag.removeprefix("pd.") in _WRITERS:
        times = {"freq": body[2]} if tag in ("pd.DatetimeIndex", "pd.TimedeltaIndex") and body[2] else {}
        name = _wire.decode(body[0], other)
        return getattr(pd, tag.removeprefix("pd."))(_read_column(body[1], other), name=name, **times)
    raise Malformed("a table of another kind")
