"""Spaced retrieval: what a lesson asks again from the lessons before it (``data/recall/NN_lesson.toml``).

Which questions are due follows from the learner's own plan: as many days lie between two askings of a question as between
two rehearsals of a story. Without a plan the gap is a week.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest
from typing import Final

from emptychair._data import data_path
from emptychair._errors import EmptyChairError

ASKED: Final = 3
"""Questions that open a lesson."""
GAP: Final = 7
"""Days between two askings of a question where the learner has no plan."""


@dataclass(frozen=True, slots=True)
class RecallQuestion:
    """A question from a lesson, its choices, the place of the right one, and why it is right."""

    name: str
    lesson: str
    question: str
    choices: tuple[str, ...]
    right: int
    because: str


@dataclass(frozen=True, slots=True)
class Answered:
    """When a question was last answered, and whether rightly."""

    day: date
    right: bool


@cache
def recall_questions() -> tuple[RecallQuestion, ...]:
    """Give all questions, lesson by lesson."""
    found = []
    for path in sorted(data_path("recall").glob("*.toml")):
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            choices = tuple(entry.pop("choices"))
            found.append(RecallQuestion(name, path.stem, choices=choices, **entry))
    return tuple(found)


def drawn(lesson: str, answered: Mapping[str, Answered], today: date, gap: int = GAP) -> tuple[RecallQuestion, ...]:
    """Choose what a lesson opens with: first what was answered wrong or is due, longest ago first, then what is new.

    New questions are taken in turns from the lessons before, the nearest first, so that what is asked is mixed.
    What is not due yet only fills up.

    Raises:
        EmptyChairError: There is no lesson before this one.

    Example:
        >>> [it.name for it in drawn("01_customer_obsession", {}, date(2027, 3, 1))]
        ['only_stories', 'gate_first', 'brackets']
    """
    before = [it for it in recall_questions() if it.lesson < lesson]
    if not before:
        raise EmptyChairError(f"No lesson comes before {lesson!r}; there is nothing to recall.")
    known = sorted((it for it in before if it.name in answered), key=lambda it: answered[it.name].day)
    due = [it for it in known if _due(answered[it.name], today, gap)]
    return (*due, *_in_turns(it for it in before if it not in known), *(it for it in known if it not in due))[:ASKED]


def _due(last: Answered, today: date, gap: int) -> bool:
    days = (today - last.day).days
    return days >= gap or (days >= 1 and not last.right)


def _in_turns(new: Iterable[RecallQuestion]) -> tuple[RecallQuestion, ...]:
    by_lesson: dict[str, list[RecallQuestion]] = {}
    for it in new:
        by_lesson.setdefault(it.lesson, []).append(it)
    turns = zip_longest(*(by_lesson[lesson] for lesson in sorted(by_lesson, reverse=True)))
    return tuple(it for turn in turns for it in turn if it is not None)
