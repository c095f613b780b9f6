"""Rewrite: a weak answer, a sheet of facts, and what the reader thinks of the answer told anew.

The sheet is there so that nothing has to be invented; a number or a date that is not on it is pointed out. What follows from the
sheet by arithmetic (a difference, a sum, a share of two numbers that belong together) is not invented.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations

from emptychair._data import data_path
from emptychair._errors import EmptyChairError
from emptychair._questions import question_text
from emptychair.feedback import star
from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Span
from emptychair.feedback._numbers import DATE, Quantity, quantities
from emptychair.feedback._text import words

__all__ = ("Rewrite", "gain", "invented", "rewrites", "told")

_TOLD = 0.6  # share of a fact's words from which it counts as told
_ROUGH = 0.1  # how far "about" reaches
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|over|under|more than|less than|some) [$€£]?$", re.IGNORECASE
)
_DIGITS, _PARTS = re.compile(r"\d+"), re.compile(r" (?:in|of|out of)(?: every)? ")
_WHEN = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A weak answer to tell anew: the question, the facts that may be used, and one way that is ours."""

    name: str
    job: str
    question: str
    weak: str
    facts: tuple[str, ...]
    ours: str

    @property
    def sheet(self) -> str:
        """Everything that may be told."""
        return "\n".join((*self.facts, self.weak))


@cache
def rewrites() -> dict[str, Rewrite]:
    """Give the tasks of ``data/rewrites.toml`` by name.

    Example:
        >>> rewrites()["ferry_dogs"].job
        'ferry terminal'
    """
    with data_path("rewrites.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {
        name: Rewrite(
            name,
            it["job"],
            question_text(it["question"]),
            it["weak"],
            tuple(it["facts"]),
            it["ours"].strip(),
        )
        for name, it in entries.items()
    }


def gain(text: str, weak: str, question: str | None = None) -> int:
    """Give the points of score that a text has gained on the weak one; below 0 it is the worse of the two.

    Example:
        >>> gain("We were nice.", "We were nice.")
        0
    """
    return star.review(text, question).score - star.review(weak, question).score


def told(text: str, fact: str) -> bool:
    """Say whether a fact seems to be told in a text: most of its words are there, in whatever form.

    Example:
        >>> told("I asked 20 of them.", "You asked 20 of those."), told("I asked them.", "The rule stood on the ticket.")
        (True, False)
    """
    asked = _stems(fact)
    return bool(asked) and len(asked & _stems(text)) >= _TOLD * len(asked)


def invented(text: str, sheet: str) -> tuple[Span, ...]:
    """Find numbers, dates, months, weekdays and years of a text that are not on the sheet and do not follow from it.

    Raises:
        EmptyChairError: the sheet is empty.

    Example:
        >>> sheet = "In June, 46 passengers were turned away. In August, 5 passengers were turned away."
        >>> [it.text for it in invented("It fell from 46 to 5, 41 fewer, and in July to 12.", sheet)]
        ['July', '12']
    """
    if not sheet.strip():
        raise EmptyChairError("The sheet of facts is empty, so every number would count as invented.")
    known = [it.value for line in sheet.split("\n") for it in _counted(line)]
    numbers = [it.span for it in quantities(text) if not _known(text, it, known) and not _follows(it, sheet)]
    return tuple(sorted({*_dates(text, sheet), *numbers}))


def _dates(text: str, sheet: str) -> Iterator[Span]:
    said, digits = {it[0] for it in _WHEN.finditer(sheet)}, {*_DIGITS.findall(sheet)}
    # "In August 5 passengers" looks like a date, so the numbers of a date are looked up one by one
    wrong = [it.span() for it in DATE.finditer(text) if not digits.issuperset(_DIGITS.findall(it[0]))]
    alone = [it.span() for it in _WHEN.finditer(text) if it[0] not in said]
    outside = [(a, b) for a, b in alone if not any(start <= a and b <= end for start, end in wrong)]
    yield from (Span.of(text, *it) for it in (*wrong, *outside))


def _counted(line: str) -> Iterator[Quantity]:
    """Give the quantities of a fact; "9 of 312" is read as a share and counts as its two numbers as well."""
    for it in quantities(line):
        yield it
        if it.percent and (parts := _PARTS.split(it.span.text, maxsplit=1))[1:]:
            yield from (replace(found, noun=it.noun) for part in parts for found in quantities(part))


def _known(text: str, said: Quantity, known: list[float]) -> bool:
    reach = _ROUGH if _ABOUT.search(text[: said.span.start]) else 0.0
    return any(_near(said.value, it, reach * abs(it)) for it in known)


def _follows(said: Quantity, sheet: str) -> bool:
    """Is it the difference, the sum or the share of two numbers of one kind, or the share of two numbers of one fact?"""
    return any(percent == said.percent and _near(said.value, value, said.step) for percent, value in _derived(sheet))


@cache
def _derived(sheet: str) -> tuple[tuple[bool, float], ...]:
    return tuple(sorted({*_from_pairs(sheet)}))


def _from_pairs(sheet: str) -> Iterator[tuple[bool, float]]:
    placed = [(line, it) for line, fact in enumerate(sheet.split("\n")) for it in _counted(fact)]
    for (here, a), (there, b) in permutations(placed, 2):
        if _one_kind(a, b):
            yield a.percent, abs(a.value - b.value)
            yield a.percent, a.value + b.value
        if (here == there or _one_kind(a, b)) and 0 < a.value <= b.value and not (a.percent or b.percent):
            yield True, 100 * a.value / b.value
            yield True, 100 - 100 * a.value / b.value


def _one_kind(a: Quantity, b: Quantity) -> bool:
    if (a.currency, a.percent) != (b.currency, b.percent):
        return False
    return bool(a.currency or a.percent) or not {*a.noun[:1]}.isdisjoint(b.noun[:1])


def _near(one: float, other: float, within: float) -> bool:
    return abs(one - other) <= max(within, 1e-9)


def _stems(text: str) -> frozenset[str]:
    plain = words_of("function_words")
    return frozenset(word.lower()[:5] for word in words(text) if word.lower() not in plain and word.lower() != "your")
