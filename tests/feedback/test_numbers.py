"""Quantities: what is one, and what is none."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback._numbers import quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("forty percent of 1.2 million", [40, 1_200_000]),
        ("40 % and 40% and 40 percent", [40, 40, 40]),
        ("3 in 10 riders, one in five drivers", [30, 20]),
        ("$4.50, €0.06, 18,400 pesos", [4.5, 0.06, 18400]),
        ("two hundred and five thousand", [205_000]),
        ("twenty-four teachers and a dozen more", [24]),
        ("Nelson alone three times, gone two seconds", [3, 2]),
        ("10k users, 1.5M calls, $2 billion", [10_000, 1_500_000, 2_000_000_000]),
        ("maybe 20 came, we decided 12 would do and marked 12 of them", [20, 12, 12]),
        ("20 may have left; 12 novels, 3 junior cooks", [20, 12, 3]),
    ],
)
def test_quantities_are_read_when_written_so(text: str, values: list[float]) -> None:
    """Are digits, words, scales, shares and currencies understood?"""
    assert [quantity.value for quantity in quantities(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    "text",
    [
        "on May 3, 2027",
        "3 March 2027",
        "Sept. 12 and Dec 3",
        "since 12 august",
        "10/04/2027",
        "at 9:30 and 4 p.m.",
        "call 785-555-0142",
        "in 2026",
        "1. Open it",
        "Q7. Why",
        "step 4b",
        "IPv6 and p99",
        "the 21st floor",
        "one of us",
    ],
)
def test_quantities_are_none_when_it_is_a_date_a_time_or_a_name(text: str) -> None:
    """Are dates, times, telephone numbers, list numbers and names let through?"""
    assert quantities(text) == ()


def test_unit_and_currency_are_kept_when_read() -> None:
    """Does a quantity know what it is a number of?"""
    price, share, count = quantities("$12 a month for 81% of 530 pooled-house workers")
    assert (price.currency, price.noun[0], share.percent, count.noun[:2]) == (
        "$",
        "month",
        True,
        ("pooled-house", "workers"),
    )


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="0123456789.,%$ ×=in of two dozen", max_size=120))
def test_reading_numbers_never_raises_when_given_any_text(text: str) -> None:
    """Does any string get quantities in order, each an exact piece?"""
    found = quantities(text)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    assert all(text[q.span.start : q.span.end] == q.span.text for q in found)


def test_reading_numbers_is_linear_when_a_text_is_huge() -> None:
    """Does a megabyte of numbers take seconds?"""
    began = time.process_time()
    for unit in ("1,234 × ", "9", "from 4 to 5, a 3% drop. "):
        quantities(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 5
