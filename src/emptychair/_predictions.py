"""The predictions of ``data/predictions/NN_lesson.toml``: what is asked, what is so, and what is told afterwards."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from emptychair._data import data_path
from emptychair._errors import EmptyChairError


@dataclass(frozen=True, slots=True)
class Prediction:
    """A number to guess (``unit``, ``low``, ``high``, ``start``), or one of ``choices``.

    Attributes:
        truth: The number, or the place of the right choice; None when the lesson hands it over.
        reveal: What is told once the learner has committed.
        source: Where the truth comes from; empty when the kit measured it itself.
    """

    name: str
    lesson: str
    question: str
    reveal: str
    unit: str = ""
    low: float = 0
    high: float = 100
    start: float = 50
    step: float = 1
    choices: tuple[str, ...] = ()
    truth: float | None = None
    source: str = ""

    def said(self, value: float) -> str:
        """Put an answer into words.

        Example:
            >>> prediction("stories_told").said(40.0), prediction("toledo_weakest").said(2)
            ('40 %', 'Result')
        """
        if self.choices:
            return self.choices[int(value)]
        return f"{value:,.10g} {self.unit}".strip()

    def allows(self, value: object) -> bool:
        """Say whether a value can be an answer."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        if self.choices:
            return value in range(len(self.choices))
        return self.low <= value <= self.high


@cache
def _predictions() -> dict[str, Prediction]:
    found: dict[str, Prediction] = {}
    for path in sorted(data_path("predictions").glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {name: _prediction(name, path.stem, entry) for name, entry in entries.items()}
    return found


def _prediction(name: str, lesson: str, entry: dict[str, object]) -> Prediction:
    choices = entry.pop("choices", ())
    assert isinstance(choices, list | tuple)
    return Prediction(name, lesson, choices=tuple(choices), **entry)  # type: ignore[arg-type]  # the test of the data files checks them


def prediction(name: str) -> Prediction:
    """Give a prediction by its id.

    Raises:
        EmptyChairError: There is none of that name.
    """
    known = _predictions()
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.3) or sorted(known)[:3]
        raise EmptyChairError(f"data/predictions has no {name!r}. Did you mean {', '.join(near)}?")
    return known[name]


def predictions_of(lesson: str) -> tuple[Prediction, ...]:
    """Give the predictions of a lesson in the order in which it asks them.

    Example:
        >>> [it.name for it in predictions_of("06_star_answers")]
        ['stories_told', 'toledo_weakest', 'follow_ups']
    """
    return tuple(it for it in _predictions().values() if it.lesson == lesson)
