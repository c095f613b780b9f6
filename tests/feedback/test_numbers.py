"""Quantities: what is one, what is none, and which cannot both be true."""

import time

import pytest
from feedback.prfaq.documents import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback.consistency import contradictions
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
        ("10k users, 1.5M calls, $2 billion", [10_000, 1_500_000, 2_000_000_000]),
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


FAR = " Nothing of this changes before the winter, and people who know the trade agree with it. "
MUST = [
    ("12,000 households x $60 = $700,000.", "product"),
    ("18,910 × 2 × $2,400 = $95.8 million", "product"),
    ("Calls fell from 50 to 40 a week, a drop of 35%.", "change"),
    ("With it they pumped for 154 hours and the others for 190, a saving of 27%.", "change"),
    ("That could mean 3,500 treatments a year, out of 2,415 missed.", "part"),
    (f"It is open to all our 16 clinics.{FAR}A nurse in one of our 14 clinics answers.", "value"),
    (f"We interviewed 320 parents in March.{FAR}We interviewed 250 parents in March.", "value"),
    (f"A car arrives within 20 minutes.{FAR}Cars usually arrive in about 30 minutes.", "value"),
    (f"Families pay $12 a month and swap.{FAR}\n\n**What does it cost?**\n$15 a month, with repairs.", "price"),
]
MUST_NOT = [
    "12,000 households x $60 = $720,000.",
    "18,910 × 2 × $2,400 = $90.8 million paid out",
    "412 adjusters × 3.2 × 46 weeks = 60,646 a year.",
    "Calls fell from 50 to 40 a week, a drop of 20%.",
    "The median wait fell from 52 to 14 minutes.",
    f"It has 16 clinics.{FAR}The trial took place at three clinics.",
    f"The wait is 52 minutes today.{FAR}The target is 20 minutes.",
    f"In 2025 we had 40 stores.{FAR}In 2027 we have 60 stores.",
    f"The plan costs $12 a month.{FAR}The other plan costs $30 a year.",
    "Buildings with 5 to 40 apartments, in 15 minutes each.",
    "104 of 120 teams took part; 12 of them left.",
]


@pytest.mark.parametrize(("text", "kind"), MUST)
def test_contradiction_is_found_when_numbers_cannot_both_be_true(text: str, kind: str) -> None:
    """Is each kind of contradiction seen, with places that are in the text?"""
    found = contradictions(text)
    assert [it.kind for it in found] == [kind]
    assert text[found[0].second.start : found[0].second.end] == found[0].second.text


@pytest.mark.parametrize("text", MUST_NOT)
def test_contradiction_is_not_found_when_numbers_agree_or_differ_for_a_reason(text: str) -> None:
    """Is another time, group, target or unit let through?"""
    assert contradictions(text) == ()


def test_contradiction_is_not_found_when_a_strong_document_is_read() -> None:
    """Is no strong document accused?"""
    accused = {
        case.name: contradictions(case.text)
        for case in corpus()
        if case.meta["level"] == "strong" and contradictions(case.text)
    }
    assert accused == {}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="0123456789.,%$ ×=in of from to a drop", max_size=120))
def test_reading_numbers_never_raises_when_given_any_text(text: str) -> None:
    """Does any string get quantities in order, each an exact piece?"""
    found = quantities(text)
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
    assert all(text[q.span.start : q.span.end] == q.span.text for q in found)
    assert contradictions(text) == contradictions(text)


def test_reading_numbers_is_linear_when_a_text_is_huge() -> None:
    """Does a megabyte of numbers take seconds?"""
    began = time.process_time()
    for unit in ("1,234 × ", "9", "from 4 to 5, a 3% drop. "):
        contradictions(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 9
