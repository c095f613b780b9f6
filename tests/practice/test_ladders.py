"""The seven parts side by side."""

from __future__ import annotations

import pytest

from emptychair.practice import answers
from emptychair.practice.bar_raiser import bars
from emptychair.practice.ladders import Ladder, _runs, ladders


def test_every_part_has_its_ladder() -> None:
    """Are there seven, in the order of the rubric?"""
    assert [it.title for it in ladders()] == [
        "Situation and task",
        "Own action",
        "Customer insight",
        "Result",
        "Mechanism, loop closed",
        "Reflection",
        "Delivery",
    ]


@pytest.mark.parametrize("ladder", ladders(), ids=lambda it: it.name)
def test_a_ladder_goes_up(ladder: Ladder) -> None:
    """Is each part shown weak, middling and strong, from three unlike jobs, each with its reason?"""
    low, middle, high = ladder.rungs
    assert low.level <= 2
    assert middle.level == 3
    assert high.level == 5
    assert len({it.job for it in ladder.rungs}) == 3
    assert all(it.why.endswith(".") and it.text for it in ladder.rungs)
    assert len({it.text for it in ladder.rungs}) == 3
    assert ladder.asks.endswith((".", "?"))


def test_jobs_are_many() -> None:
    """Do the ladders take in more than a dozen jobs?"""
    assert len({rung.job for ladder in ladders() for rung in ladder.rungs}) >= 12


def test_nothing_of_the_rating_is_given_away() -> None:
    """Is no answer that is rated later shown here with its level?"""
    rated = {bar.answer.text for bar in bars()}
    owners = {
        answer.text
        for ladder in ladders()
        for rung in ladder.rungs
        for answer in answers()
        if all(piece in answer.text for piece in rung.text.split(" … "))
    }
    assert not rated & owners


@pytest.mark.parametrize(
    ("numbers", "runs"), [([1], [[1]]), ([1, 2, 3], [[1, 2, 3]]), ([1, 3, 4], [[1], [3, 4]]), ([], [])]
)
def test_runs_of_sentences(numbers: list[int], runs: list[list[int]]) -> None:
    """Is a list cut where it leaves a sentence out?"""
    assert _runs(numbers) == runs
