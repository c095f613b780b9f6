"""The rehearsal plan and the mastery rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice import Attempt, mastered, rehearsal_plan

TODAY = date(2027, 3, 1)


@given(st.integers(1, 60), st.integers(1, 400))
def test_plan_of_any_length(count: int, left: int) -> None:
    """Does every item come, at equal gaps of 10–20 % of the days left, never on the day itself?"""
    items = [f"item {n}" for n in range(count)]
    plan = rehearsal_plan(items, TODAY, TODAY + timedelta(days=left))
    days = [it.day for it in plan]
    assert days == sorted(set(days))
    assert days[0] == TODAY
    assert days[-1] < TODAY + timedelta(days=left)
    for item in items:
        own = [it.day for it in plan if item in it.items]
        assert own
        gaps = {(b - a).days for a, b in zip(own, own[1:], strict=False)}
        assert len(gaps) <= 1
        if left >= 10:
            assert all(0.1 * left <= gap <= 0.2 * left for gap in gaps)
            assert len(own) >= 5
    loads = [len(it.items) for it in plan]
    assert max(loads) - min(loads) <= 1


def test_plan_when_an_item_is_named_twice() -> None:
    """Is it rehearsed once a session?"""
    assert rehearsal_plan(["a", "a"], TODAY, TODAY + timedelta(days=1))[0].items == ("a",)


@pytest.mark.parametrize(
    ("items", "left", "said"),
    [
        ([], 5, "nothing to rehearse"),
        (["a"], 0, "not after today"),
        (["a"], -3, "not after today"),
        (["a"], 4000, "Check the year"),
    ],
)
def test_plan_when_there_is_none(items: list[str], left: int, said: str) -> None:
    """Is a plan that cannot be made an error that says why?"""
    with pytest.raises(EmptyChairError, match=said):
        rehearsal_plan(items, TODAY, TODAY + timedelta(days=left))


@pytest.mark.parametrize(
    ("tries", "held"),
    [
        ("1+ 1+ 1+ 2+", True),
        ("1+ 1+ 1+ 1+", False),  # one day only
        ("1+ 2+ 3+", False),  # too few
        ("1- 2- 3- 4+ 4+ 5+ 5+", True),  # the last five count
        ("1+ 2+ 3+ 4+ 5- 6-", False),
        ("1+ 2- 3+ 4+ 5+", True),
        ("1+ 2- 3- 4+ 5+", False),
        ("", False),
    ],
)
def test_mastered(tries: str, held: bool) -> None:
    """Are four of the last five right, on two days, needed and enough, in whatever order they are told?"""
    attempts = [Attempt("it", TODAY + timedelta(days=int(it[0])), it[1] == "+") for it in tries.split()]
    assert (mastered(attempts) == {"it"}) is held
    if len({it.day for it in attempts}) == len(attempts):
        assert mastered(reversed(attempts)) == mastered(attempts)
