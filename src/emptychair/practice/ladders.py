"""Each part of an answer shown weak, middling and strong, from unlike jobs, with our level and the reason for it.

Which sentences, and why, stands in ``data/ladders.toml``; the sentences and the levels are those of the corpus.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from emptychair._data import data_path
from emptychair.feedback.star._rubric import rubric
from emptychair.practice._corpus import DIMENSIONS, telling

__all__ = ("Ladder", "Rung", "ladders")


@dataclass(frozen=True, slots=True)
class Rung:
    """A few sentences of one answer, the level that we gave that part of the answer, and why."""

    job: str
    text: str
    level: int
    why: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """One part of an answer: what is asked of it, and three ways to do it, the weakest first."""

    name: str
    title: str
    asks: str
    rungs: tuple[Rung, ...]


@cache
def ladders() -> tuple[Ladder, ...]:
    """Give the seven parts in the order of the rubric.

    Example:
        >>> [(it.job, it.level) for it in ladders()[3].rungs]
        [('IT, bus company', 2), ('race office', 3), ('billing clerk, water', 5)]
    """
    with data_path("ladders.toml").open("rb") as file:
        entries = tomllib.load(file)
    return tuple(
        Ladder(
            name,
            rubric()[name]["title"],
            entries[name]["asks"],
            tuple(_rung(name, **it) for it in entries[name]["rungs"]),
        )
        for name in DIMENSIONS
    )


def _rung(part: str, scenario: str, told: str, job: str, sentences: list[int], why: str) -> Rung:
    answer = telling(scenario, told)
    text = " … ".join(" ".join(answer.sentences[i - 1] for i in run) for run in _runs(sentences))
    return Rung(job, text, answer.ratings[part], why)


def _runs(numbers: list[int]) -> list[list[int]]:
    """Cut a list of numbers where it leaves one out.

    Example:
        >>> _runs([2, 3, 7])
        [[2, 3], [7]]
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
