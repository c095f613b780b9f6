"""Rewrite: weak answers, sheets of facts, gains, and what was invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.feedback import star
from emptychair.practice.rewrite import Rewrite, gain, invented, rewrites, told

FERRY = rewrites()["ferry_dogs"].sheet


@pytest.mark.parametrize("task", rewrites().values(), ids=lambda it: it.name)
def test_a_task(task: Rewrite) -> None:
    """Is the weak text weak, does ours gain a lot with the sheet alone, and is the sheet enough for it?"""
    assert star.review(task.weak, task.question).score < 30
    assert star.review(task.ours, task.question).verdict == "inclined"
    assert gain(task.ours, task.weak, task.question) >= 45
    assert [it.text for it in invented(task.ours, task.sheet)] == []
    assert len(task.facts) >= 10
    assert sum(told(task.ours, fact) for fact in task.facts) >= len(task.facts) - 2
    assert not any(told(task.weak, fact) for fact in task.facts)
    assert 210 <= len(task.ours.split()) <= 420


def test_tasks_come_from_unlike_jobs() -> None:
    """Are there three, with three questions and three jobs?"""
    assert len({it.job for it in rewrites().values()}) == len({it.question for it in rewrites().values()}) == 3


@pytest.mark.parametrize(
    "text",
    [
        "46 passengers were turned away in June.",
        "forty-six passengers",
        "In August 5 passengers were turned away.",
        "41 fewer passengers were turned away.",  # 46 - 5
        "89 percent fewer passengers",  # (46 - 5) / 46
        "17 of 20 had never seen the rule.",
        "85 percent of them had never seen the rule.",
        "about 40 passengers in Lincolnville",
        "about 50 passengers",
        "$38 each",
        "since July 10, 2023",
        "The summer was long. Nobody was hurt.",
        "I was third in line, and may have marched off.",
        "",
    ],
)
def test_what_is_on_the_sheet(text: str) -> None:
    """Are facts, what follows from them by arithmetic, and texts without a number let through?"""
    assert [it.text for it in invented(text, FERRY)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 passengers were turned away.", ["12"]),
        ("eleven passengers", ["eleven"]),
        ("45 passengers were turned away in June.", ["45"]),
        ("about 30 passengers", ["30"]),
        ("60 percent fewer passengers", ["60 percent"]),
        ("$99 each", ["$99"]),
        ("In September I was there.", ["September"]),
        ("on a Monday in 2019", ["Monday", "2019"]),
        ("since July 12", ["July 12"]),
        ("since September 12", ["September 12"]),
    ],
)
def test_what_is_not_on_the_sheet(text: str, found: list[str]) -> None:
    """Is each number and date that was made up pointed out, once, where it stands?"""
    spans = invented(text, FERRY)
    assert [it.text for it in spans] == found
    assert all(text[it.start : it.end] == it.text for it in spans)


def test_a_share_of_the_sheet_may_be_taken_apart() -> None:
    """May "9 of 312" be told as nine payslips?"""
    sheet = "In February, 9 of 312 payslips did not match."
    assert invented("Nine payslips out of 312 were wrong.", sheet) == ()
    assert [it.text for it in invented("Eight payslips out of 300 were wrong.", sheet)] == ["Eight", "300"]


def test_an_empty_sheet() -> None:
    """Is a sheet without facts refused, since everything would be invented?"""
    with pytest.raises(EmptyChairError, match="sheet of facts is empty"):
        invented("12 passengers", " \n")


@given(st.text(max_size=80), st.text(min_size=1, max_size=80))
def test_any_text_against_any_sheet(text: str, sheet: str) -> None:
    """Are spans places of the text, in order, and is a text that is the sheet never accused?"""
    if sheet.strip():
        spans = invented(text, sheet)
        assert all(text[it.start : it.end] == it.text for it in spans)
        assert list(spans) == sorted(spans)
        assert invented(sheet, sheet) == ()


def test_gain_has_both_signs() -> None:
    """Is a worse text a loss, and the same text nothing?"""
    task = rewrites()["ferry_dogs"]
    assert gain(task.weak, task.weak) == 0
    assert gain(task.weak, task.ours) == -gain(task.ours, task.weak)


@pytest.mark.parametrize(
    ("text", "fact", "there"),
    [
        ("I asked 20 of the people we had turned away.", "You asked 20 of those who were turned away.", True),
        ("People complained.", "You asked 20 of those who were turned away.", False),
        ("", "You asked.", False),
        ("Anything at all.", "", False),
    ],
)
def test_told(text: str, fact: str, there: bool) -> None:
    """Does a fact count as told when most of its words are there?"""
    assert told(text, fact) is there
