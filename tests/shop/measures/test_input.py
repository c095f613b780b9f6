"""What people hand in."""

from __future__ import annotations

import contextlib
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop import measures
from emptychair.shop.measures._input import count, labels, numbers

GOOD = [4, 5, 3]


@pytest.mark.parametrize(
    "values",
    [
        GOOD,
        tuple(GOOD),
        iter(GOOD),
        np.array(GOOD),
        np.array(GOOD, dtype=object),
        [Decimal(value) for value in GOOD],
        pd.Series(GOOD, index=[7, 8, 9]),
        pd.Series(GOOD, dtype="Int64"),
        pd.Series(GOOD, dtype="category"),
    ],
    ids=lambda values: type(values).__name__,
)
def test_numbers_when_they_come_in_any_container(values: object) -> None:
    """Are lists, arrays and columns the same to a measure?"""
    assert numbers(values, "scores").tolist() == [4.0, 5.0, 3.0]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([], "empty"),
        ("45", "several values"),
        (4, "several values"),
        (None, "several values"),
        ({"a": 1}, "several values"),
        (["4", "5"], "not numbers"),
        ([4, "5"], "not numbers"),
        ([4, None], "position 1"),
        ([4, float("nan"), float("nan")], "and 1 more"),
        (pd.Series([4, pd.NA], dtype="Int64"), "missing"),
        ([4, float("inf")], "not finite"),
        ([4, 6], "outside 1 to 5"),
        ([4, 4.5], "whole"),
        ([[4], [5]], "2 dimensions"),
        ([[4], [5, 6]], "different shapes"),
        (pd.DataFrame({"a": GOOD}), "2 dimensions"),
        ([object()], "not numbers"),
        ([10**400], "not numbers"),
        (np.array(["2026-01-01"], dtype="datetime64[D]"), "not numbers"),
    ],
)
def test_numbers_when_they_are_none(values: object, says: str) -> None:
    """Does the error name the column, the fault and, where there is one, the place?"""
    with pytest.raises(ValueError, match="scores") as caught:
        numbers(values, "scores", low=1, high=5, whole=True)
    assert says in str(caught.value)


@pytest.mark.parametrize("values", [["late", None], pd.Series(["late", pd.NA]), [1.0, float("nan")], []])
def test_labels_when_one_is_missing(values: object) -> None:
    """Is a missing name an error, not a name?"""
    with pytest.raises(ValueError, match="reasons"):
        labels(values, "reasons")


@pytest.mark.parametrize("value", [-1, 1.5, float("nan"), float("inf"), "3", None])
def test_count_when_it_is_no_count(value: float) -> None:
    """Is half an order refused?"""
    with pytest.raises(ValueError, match="orders"):
        count(value, "orders")


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4),
)
ONE_COLUMN = (measures.repeat_rate, measures.csat, measures.ces, measures.nps, measures.pareto)


@given(JUNK)
def test_measures_when_fed_junk(junk: object) -> None:
    """Do the measures of one column give a value or a ValueError, whatever they get?"""
    for measure in ONE_COLUMN:
        with contextlib.suppress(ValueError):
            measure(junk)
