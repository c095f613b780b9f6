"""BarRaiser: twelve anchored answers to rate part by part, and how a rater compares with us and with the reader.

Answers and reasons are in ``data/bar_raiser.toml``, our ratings in the corpus. Two rounds of six: the first is told before the second
begins, so that a rater can see whether looking at the reasons helped.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from emptychair._data import data_path
from emptychair.feedback import star
from emptychair.feedback.star._rubric import rubric
from emptychair.practice._agreement import LEVELS, Agreement, agreement
from emptychair.practice._corpus import DIMENSIONS, Answer, telling

__all__ = ("LEVELS", "PARTS", "ROUNDS", "Bar", "Levels", "Part", "Standing", "bars", "in_words", "parts", "standing")

ROUNDS = (1, 2)
PARTS = tuple(name for name in DIMENSIONS if name != "delivery")
"""The parts that are judged; delivery is counted."""

Levels = Mapping[str, int]
"""The levels of one answer, by part."""
_MILD, _HALO = 0.25, 0.1  # below these, a difference is not worth a word


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer and what its five levels mean."""

    name: str
    title: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An answer to rate: ours, the reader's, and our reasons where they are needed."""

    answer: Answer
    job: str
    round: int
    why: Mapping[str, str]

    @property
    def name(self) -> str:
        """What it is called where ratings are kept."""
        return f"{self.answer.scenario}.{self.answer.level}"

    @property
    def ours(self) -> dict[str, int]:
        """Our levels of the parts that are judged."""
        return {name: self.answer.ratings[name] for name in PARTS}

    @property
    def machine(self) -> dict[str, int]:
        """The levels that the reader gives."""
        return dict(zip(PARTS, _read(self.answer.text, self.answer.question), strict=True))


@cache
def _read(text: str, question: str) -> tuple[int, ...]:
    review = star.review(text, question)
    return tuple(review.criterion(name).level for name in PARTS)


@cache
def bars() -> tuple[Bar, ...]:
    """Give the answers in the order in which they are rated.

    Example:
        >>> len(bars()), bars()[0].ours["customer_insight"]
        (12, 1)
    """
    with data_path("bar_raiser.toml").open("rb") as file:
        entries = tomllib.load(file)["answers"]
    return tuple(Bar(telling(it["scenario"], it["level"]), it["job"], it["round"], it["why"]) for it in entries)


@cache
def parts() -> tuple[Part, ...]:
    """Give the parts that are judged, with the anchors of the reader's own rubric.

    Example:
        >>> parts()[3].title, parts()[3].anchors[1]
        ('Result', 'vague')
    """
    return tuple(Part(name, rubric()[name]["title"], tuple(rubric()[name]["anchors"])) for name in PARTS)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a rater stands: beside us, and the reader beside us on the same answers."""

    rater: Agreement
    machine: Agreement


def standing(ratings: Mapping[str, Levels], among: Sequence[Bar] | None = None) -> Standing:
    """Compare the ratings of a learner with ours, and the reader's with ours.

    Args:
        ratings: levels of every part, by the name of the answer.
        among: the answers to look at; all of them when left out.

    Raises:
        EmptyChairError: an answer has a level that is none.

    Example:
        >>> found = standing({bar.name: bar.ours for bar in bars()})
        >>> found.rater.kappa, found.rater.leniency, found.rater.halo
        (1.0, 0.0, 0.0)
    """
    looked_at = bars() if among is None else among
    ours = [bar.ours for bar in looked_at]
    return Standing(
        rater=agreement([ratings[bar.name] for bar in looked_at], ours),
        machine=agreement([bar.machine for bar in looked_at], ours),
    )


def in_words(found: Agreement) -> tuple[str, ...]:
    """Say what the three figures mean, and nothing that they cannot carry.

    Example:
        >>> strict = standing({bar.name: {name: max(1, n - 1) for name, n in bar.ours.items()} for bar in bars()})
        >>> in_words(strict.rater)[1]
        'You rate 0.8 of a level lower than we do.'
    """
    return (_kappa(found.kappa), _leniency(found.leniency), _halo(found.halo, found.rated // len(PARTS)))


def _kappa(value: float | None) -> str:
    if value is None:
        return "Every rating is the same; agreement says nothing then."
    shown = f"Weighted kappa {value:.2f}: "
    if value >= 0.8:
        return shown + "you could swap sheets with us."
    if value >= 0.6:
        return shown + "the order is ours, the levels not always."
    return shown + "look at the parts that differ by two levels first."


def _leniency(value: float) -> str:
    if abs(value) < _MILD:
        return "You are about as strict as we are."
    return f"You rate {abs(value):.1f} of a level {'higher' if value > 0 else 'lower'} than we do."


def _halo(value: float | None, answers: int) -> str:
    if value is None:
        return "Fewer than two parts vary in your ratings, so halo cannot be told."
    value = round(value, 2) + 0.0  # no minus before a zero
    if value > _HALO:
        return f"Halo {value:+.2f}: your parts rise and fall together more than ours, as if one impression colored the rest."
    return f"Halo {value:+.2f}: you rate each part on its own, as far as {answers} answers can tell."
