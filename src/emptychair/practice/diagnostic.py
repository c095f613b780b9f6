"""The Diagnostic: six anchored answers to rate, six snippets to sort, and how that compares with us.

Items and reasons are in ``data/diagnostic.toml``, our ratings in the corpus. What a learner chose fits on one line of text,
so that it can be handed in: ``ratings 2 4 5 1 3 3; kinds story opinion ...``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from statistics import fmean
from typing import TypeVar

from emptychair._data import data_path
from emptychair.practice._corpus import Answer, telling

__all__ = (
    "LEVELS",
    "Anchored",
    "Comparison",
    "Diagnostic",
    "Snippet",
    "as_line",
    "compared",
    "diagnostic",
    "read_line",
)

LEVELS = (1, 2, 3, 4, 5)
_T = TypeVar("_T")
_CLEAR = 0.5  # a mean difference below half a level is not worth a word on six answers


@dataclass(frozen=True, slots=True)
class Anchored:
    """An answer of the corpus with our rating and the reasons for it."""

    answer: Answer
    job: str
    trap: str
    why: str

    @property
    def ours(self) -> float:
        """The mean of our seven ratings."""
        return fmean(self.answer.ratings.values())


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few sentences of an interview, the kind that they are, and why."""

    name: str
    kind: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Everything that is asked."""

    question: str
    levels: tuple[str, ...]
    kinds: dict[str, str]
    answers: tuple[Anchored, ...]
    snippets: tuple[Snippet, ...]


@cache
def diagnostic() -> Diagnostic:
    """Give the items of ``data/diagnostic.toml``, in the order in which they are asked.

    Example:
        >>> [round(it.ours, 1) for it in diagnostic().answers]
        [2.0, 2.7, 4.3, 1.0, 3.3, 3.7]
        >>> list(diagnostic().kinds)
        ['story', 'pseudo-story', 'exemplification', 'opinion', 'self-description']
    """
    with data_path("diagnostic.toml").open("rb") as file:
        data = tomllib.load(file)
    return Diagnostic(
        question=data["question"],
        levels=tuple(data["levels"]),
        kinds=data["kinds"],
        answers=tuple(
            Anchored(telling(it["scenario"], it["level"]), it["job"], it["trap"], it["why"]) for it in data["answers"]
        ),
        snippets=tuple(Snippet(**it) for it in data["snippets"]),
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a learner's ratings lie beside ours.

    Attributes:
        leniency: The mean of theirs minus ours; above 0 is more generous than we are.
        near: How many are at most one level from ours.
        in_order: How many pairs of answers the learner put in our order.
        pairs: How many pairs there are.
    """

    leniency: float
    near: int
    in_order: int
    pairs: int

    @property
    def words(self) -> str:
        """The leniency in words, without more than six answers can carry."""
        if abs(self.leniency) < _CLEAR:
            return "about as high as we did"
        return f"{'higher' if self.leniency > 0 else 'lower'} than we did, by {abs(self.leniency):.1f} of a level"


def compared(theirs: Sequence[float], ours: Sequence[float]) -> Comparison:
    """Compare ratings of the same answers. Pairs that we rated alike do not count; a tie of theirs is not in order.

    Example:
        >>> compared([4, 2, 5], [3.0, 2.0, 4.5])
        Comparison(leniency=0.5, near=3, in_order=3, pairs=3)
    """
    both = list(zip(theirs, ours, strict=True))
    differing = [(a, b) for a, b in combinations(both, 2) if a[1] != b[1]]
    return Comparison(
        leniency=fmean(said - known for said, known in both),
        near=sum(abs(said - known) <= 1 for said, known in both),
        in_order=sum((a[0] - b[0]) * (a[1] - b[1]) > 0 for a, b in differing),
        pairs=len(differing),
    )


def as_line(ratings: Sequence[int], kinds: Sequence[str]) -> str:
    """Put everything that was chosen on one line.

    Example:
        >>> as_line([2, 4], ["story", "opinion"])
        'ratings 2 4; kinds story opinion'
    """
    return f"ratings {' '.join(map(str, ratings))}; kinds {' '.join(kinds)}"


def read_line(text: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Read such a line back, as a person may have typed it; what is neither a rating nor a kind is left out.

    Choices that are all alike are none: whoever gives six answers one rating has not read them.

    Example:
        >>> read_line("Ratings: 2, 4, 9; kinds: Story, opinion, poem")
        ((2, 4), ('story', 'opinion'))
        >>> read_line("ratings 3 3 3 3 3 3; kinds story opinion")
        ((), ('story', 'opinion'))
    """
    asked = diagnostic()
    head, _, tail = text.lower().partition("kinds")
    ratings = [int(it) for it in re.findall(r"(?<![\d.,-])[1-5](?![\d.-])", head)][: len(asked.answers)]
    kinds = [it for it in re.findall(r"[a-z]+(?:-[a-z]+)*", tail) if it in asked.kinds][: len(asked.snippets)]
    return _unlike(ratings), _unlike(kinds)


def _unlike(chosen: list[_T]) -> tuple[_T, ...]:
    return tuple(chosen) if len(set(chosen)) > 1 else ()
