"""Which questions come: those wished for, new ones first, unlike ones in a row."""

from __future__ import annotations

import pytest

from emptychair import EmptyChairError
from emptychair.practice import mock_questions, questions
from emptychair.practice._bank import TOLD


@pytest.mark.parametrize("principles", [(), ("frugality",), ("earn_trust", "dive_deep")])
@pytest.mark.parametrize("difficulty", [None, 2, 3])
@pytest.mark.parametrize("views", [True, False])
def test_wishes_are_met(principles: tuple[str, ...], difficulty: int | None, views: bool) -> None:
    """Does every question look at a principle that was wished for, at the difficulty, and is it a story where it has to be?"""
    found = mock_questions(5, principles=principles, difficulty=difficulty, views=views)
    assert 1 <= len(found) <= 5
    assert len({it.id for it in found}) == len(found)
    assert all(not principles or set(principles) & set(it.principles) for it in found)
    assert all(difficulty in (None, it.difficulty) for it in found)
    assert all(views or it.type in TOLD for it in found)


def test_everything_comes_before_anything_comes_again() -> None:
    """Over many interviews, is every fitting question asked once before one is asked twice?"""
    before: list[str] = []
    fitting = {it.id for it in questions(principle="frugality")}
    while len(before) < len(fitting):
        before += [it.id for it in mock_questions(2, principles=["frugality"], before=before)]
    assert set(before) == fitting
    assert len(set(before[: len(fitting)])) == len(fitting)


def test_same_wishes_and_same_past() -> None:
    """Are the questions the same then, and others after one more interview?"""
    first = mock_questions(3)
    assert mock_questions(3) == first
    assert not set(first) & set(mock_questions(3, before=[it.id for it in first]))


def test_questions_in_a_row_are_unlike() -> None:
    """Is no kind asked twice where there are enough kinds?"""
    found = mock_questions(5)
    assert len({it.kind or it.principles[0] for it in found}) == 5


def test_wishes_that_nothing_meets() -> None:
    """Is it said what was wished for, and what to do?"""
    with pytest.raises(EmptyChairError, match=r"difficulty 1 for Frugality\. Choose another"):
        mock_questions(2, principles=["frugality"], difficulty=1)
    with pytest.raises(EmptyChairError, match="Did you mean frugality"):
        mock_questions(2, principles=["frugalty"])
