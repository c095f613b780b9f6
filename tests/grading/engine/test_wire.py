"""Values as data: everything of value survives, and nothing else passes."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.grading.engine._wire import Malformed, NotData, decode, dumps, encode, loads

Point = namedtuple("Point", "x y")


def refuse(value: Any) -> Any:
    """A hook that knows nothing."""
    raise NotData(type(value).__name__)


def unknown(tagged: Any) -> Any:
    """A hook that reads nothing."""
    raise Malformed(str(tagged[0]))


def across(value: Any) -> Any:
    """The value after its way through bytes."""
    return decode(loads(dumps(encode(value, refuse))), unknown)


PLAIN = [
    None, True, 0, -(2**63), 2**200, 1.5, -math.inf, "é\ud800", b"\x00", bytearray(b"x"), [1, [2, []]], (), (1,), {1, "a"},
    frozenset({2}), {"a": {2: (3,)}}, OrderedDict(b=1, a=2), Counter("aab"), deque([1, 2]), 2 - 1j, range(1, 9, 2), slice(1, None),
    date(2024, 2, 29), datetime(2024, 1, 1, 3, tzinfo=UTC), time(3, 4), timedelta(1.5), Decimal("1.10"), Fraction(1, 3), ...,
    NotImplemented, defaultdict(int, a=1), np.float64(1.5), np.int8(3), np.str_("x"), np.dtype("int32"),
    np.datetime64("2024-01-01"), pd.Timestamp("2024-01-01 10:00", tz="Europe/Berlin"), pd.Timedelta("1h"), pd.Period("2024-01"),
    datetime(2024, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")), ZoneInfo("UTC"), UTC, Path("a/b"), type(None), pd.Interval(0, 1, "left"),
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN)  # no ids by repr: that of a set differs from process to process
def test_plain_values_come_back(value: Any) -> None:
    """Is a value the same value of the same type on the other side?"""
    back = across(value)
    assert type(back) is type(value)
    assert back == value


ARRAYS = [
    np.arange(6).reshape(2, 3), np.array([]), np.array(3.0), np.array(["a", "bb"]), np.array([None, "a", 1], dtype=object),
    np.array([True]), np.array([1 + 2j]), np.zeros((2, 0)), np.array(["2024-01"], dtype="datetime64[M]"), np.arange(6)[::-2],
    np.array([("ana", 30)], dtype=[("name", "U10"), ("at", "f4", (2,))]),
]  # fmt: skip


@pytest.mark.parametrize("value", ARRAYS, ids=repr)
def test_arrays_come_back(value: Any) -> None:
    """Are shape, kind and content of an array kept, and is it one that can be changed?"""
    back = across(value)
    assert back.dtype == value.dtype
    assert back.flags.writeable
    np.testing.assert_array_equal(back, value)


FRAMES = [
    pd.DataFrame(
        {"a": [1, 2], "b": ["x", None], "c": pd.Categorical(["u", "v"]), "d": pd.to_datetime(["2024-01-01", None])}
    ),
    pd.DataFrame(
        {"i": pd.array([1, None], dtype="Int64"), "z": pd.date_range("2024", periods=2, tz="UTC")}, index=["p", "q"]
    ),
    pd.DataFrame(),
    pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])),
    pd.DataFrame({"g": ["a", "b"], "v": [1.0, 2.0]}).groupby("g").describe(),
    pd.DataFrame({"part": pd.cut([1, 5, 9], 2), "size": pd.cut([1, 5, 9], 3, labels=["s", "m", "l"])}),
    pd.DataFrame({"a": [1, 1]}).set_index(pd.date_range("2024", periods=2)),
    pd.DataFrame({"x": [1, 2]}, index=pd.CategoricalIndex(["a", "b"], name="k")),
]


@pytest.mark.parametrize("value", FRAMES)
def test_frames_come_back(value: pd.DataFrame) -> None:
    """Do pandas' own comparisons find no difference, in the frame and in each of its columns?"""
    pd.testing.assert_frame_equal(across(value), value)
    for column in (value[name] for name in value):
        pd.testing.assert_series_equal(across(column), column)


def test_missing_values_are_pandas_own() -> None:
    """Are the values that are equal to nothing the very same objects?"""
    assert across(pd.NaT) is pd.NaT
    assert across(pd.NA) is pd.NA
    assert math.isnan(across(math.nan))


def test_named_tuples_keep_their_names() -> None:
    """Is a named tuple still one, and are two of one kind of one class?"""
    one, other = across(Point(1, [2])), across(Point(3, 4))
    assert (one, one.x, one._fields) == ((1, [2]), 1, ("x", "y"))
    assert type(one) is type(other)


def test_random_generators_go_on_where_they_were() -> None:
    """Does the other side draw what this side would have drawn?"""
    for source, draw in ((Random(5), Random.random), (np.random.default_rng(5), np.random.Generator.random)):
        copied = across(source)
        assert [draw(copied) for _ in range(3)] == [draw(source) for _ in range(3)]


class Sly(int):
    """A number with an opinion of its own."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


@pytest.mark.parametrize(
    "value",
    [
        Sly(3),
        [Sly(3)],
        {"a": (Sly(3),)},
        object(),
        print,
        lambda: 0,
        type,
        np.ma.masked_all(3),
    ],
    ids=lambda it: type(it).__name__,
)
def test_encode_refuses_what_is_not_data(value: Any) -> None:
    """Does nothing pass that brings a method of its own?"""
    with pytest.raises(NotData):
        encode(value, refuse)


def test_encode_when_it_has_no_end() -> None:
    """Is a list in itself, or one deep in another, refused rather than followed?"""
    loop: list[Any] = []
    loop.append(loop)
    deep: list[Any] = []
    for _ in range(1000):
        deep = [deep]
    for value in (loop, deep, [0] * 3_000_000):
        with pytest.raises(NotData):
            encode(value, refuse)


MALFORMED = [
    [], ["list"], ["list", 5], ["dict", [1]], ["dict", [[["list", []], 1]]], ["set", [["list", []]]],
    ["int", "zz"], ["float", "x"], ["bytes", "?"], ["range", ["a"]], ["timedelta", ["a"]],
    ["constant", "Exception"], ["named", ["a b", ["x"], [1]]], ["named", ["A", ["x", "x"], [1, 2]]],
    ["np.array", ["<f8", [9**9, 9**9], ""]], ["np.array", ["<f8", [3], "AAAA"]],
    ["np.array", ["|O8", [1], "AAAA"]], ["np.array", ["<f8", [-1], ""]], ["np.array", ["V8", [1], "AAAAAAAAAAA="]],
    ["np.dtype", "O"], ["np.dtype", "V100000000000"], ["np.random", ["seed", 1]], ["pd.Series", [1]],
    ["pd.eval", ["1", 1, None]], ["pd.read_pickle", ["x"]], ["pd.DataFrame", [1, 2, 3]],
    ["pd.Timestamp", ["x", None, "ns"]], ["random", 3], ["evil", 1], {"a": 1}, [1, 2], ["kept", 0],
    ["Fraction", "1e999999999"], ["Fraction", "1/2/3"], ["Fraction", "1/0"], ["Decimal", "1e999999999"], ["Decimal", "1e-9999999"],
]  # fmt: skip


@pytest.mark.parametrize("data", MALFORMED, ids=str)
def test_decode_when_it_is_no_value(data: Any) -> None:
    """Is it always the one error, whatever a hostile peer makes up?"""
    with pytest.raises(Malformed):
        decode(data, unknown)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(
            st.sampled_from(["list", "dict", "np.array", "np.scalar", "pd.Series", "named", "int", "range", "random"]),
            inner,
        ).map(list)
    ),
    max_leaves=20,
)


@given(JSON)
def test_decode_never_raises_anything_else(data: Any) -> None:
    """Is there no JSON that gets past the one error?"""
    try:
        decode(data, unknown)
    except Malformed:
        return


@given(st.binary(max_size=60))
def test_loads_never_raises_anything_else(data: bytes) -> None:
    """Are bytes that are no message said to be none?"""
    try:
        loads(data)
    except Malformed:
        return


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.decimals(allow_nan=False),
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text() | st.integers(), inner)
        | st.sets(st.integers())
    ),
    max_leaves=12,
)


@given(VALUES)
def test_values_come_back(value: Any) -> None:
    """Is there no value of the plain kinds that changes on the way?"""
    assert across(value) == value
