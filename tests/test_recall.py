"""What lessons ask again."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from emptychair import EmptyChairError
from emptychair._recall import ASKED, Answered, drawn, recall_questions

TODAY = date(2027, 3, 10)
FIRST = [it.name for it in recall_questions() if it.lesson == "00_start_here"]
LESSONS = sorted({it.lesson for it in recall_questions()})


def _days_ago(days: int, *, right: bool = True) -> Answered:
    return Answered(TODAY - timedelta(days=days), right)


def _names(answered: dict[str, Answered], gap: int = 7) -> list[str]:
    return [it.name for it in drawn("01_customer_obsession", answered, TODAY, gap)]


@pytest.mark.parametrize("asked", recall_questions(), ids=lambda it: it.name)
def test_entry_of_a_data_file(asked: object) -> None:
    """Is each a question with three or four different choices, a right one among them, and a reason?"""
    it = next(it for it in recall_questions() if it is asked)
    assert it.question.endswith("?")
    assert len(set(it.choices)) == len(it.choices) in (3, 4)
    assert it.right in range(len(it.choices))
    assert it.because.endswith(".")


def test_names_are_unique() -> None:
    """Does no lesson take the name of another's question?"""
    assert max(Counter(it.name for it in recall_questions()).values()) == 1


@pytest.mark.parametrize("lesson", LESSONS)
def test_right_places_are_spread(lesson: str) -> None:
    """Could nobody pass by always choosing the same place?"""
    places = Counter(it.right for it in recall_questions() if it.lesson == lesson)
    assert max(places.values()) <= sum(places.values()) / 2


def test_new_learner() -> None:
    """Are the first questions asked first?"""
    assert _names({}) == FIRST[:ASKED]


def test_new_questions_are_mixed() -> None:
    """Do they come from several lessons, the nearest first?"""
    lessons = [it.lesson for it in drawn("99_last", {}, TODAY)]
    assert lessons == sorted(LESSONS, reverse=True)[:ASKED] or len(LESSONS) < ASKED


@pytest.mark.parametrize(
    ("answered", "first"),
    [
        ({FIRST[4]: _days_ago(7)}, [FIRST[4]]),
        ({FIRST[4]: _days_ago(6)}, [FIRST[0]]),
        ({FIRST[4]: _days_ago(1, right=False)}, [FIRST[4]]),
        ({FIRST[4]: _days_ago(0, right=False)}, [FIRST[0]]),
        ({FIRST[4]: _days_ago(8), FIRST[5]: _days_ago(20)}, [FIRST[5], FIRST[4]]),
    ],
)
def test_what_is_due_comes_first(answered: dict[str, Answered], first: list[str]) -> None:
    """Is it the gap that counts, a miss that comes back the next day, and the oldest that goes first?"""
    assert _names(answered)[: len(first)] == first


def test_gap_of_a_short_plan() -> None:
    """Do questions come back sooner where the interview is near?"""
    assert _names({FIRST[4]: _days_ago(2)}, gap=2)[0] == FIRST[4]


def test_nothing_is_due() -> None:
    """Are there three questions even so, those answered longest ago?"""
    answered = {name: _days_ago(5 - n) for n, name in enumerate(FIRST)}
    assert _names(answered | {FIRST[0]: _days_ago(5)})[:1] == [FIRST[0]]


def test_first_lesson_has_nothing_to_recall() -> None:
    """Does it say so?"""
    with pytest.raises(EmptyChairError, match="No lesson comes before '00_start_here'"):
        drawn("00_start_here", {}, TODAY)
