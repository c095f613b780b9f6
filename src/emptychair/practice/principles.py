"""The sixteen leadership principles in our words, and short stories that show some of them.

``data/principles.toml`` says what each asks and how customer obsession pulls it in; ``data/principle_stories.toml`` has the stories.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from emptychair._data import data_path
from emptychair.practice._bank import PRINCIPLES
from emptychair.practice.deck import Case, Deck, Option

__all__ = ("Principle", "principle_source", "principle_stories", "principles")


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle: what it asks in our words, and how customer obsession pulls it in."""

    slug: str
    name: str
    ours: str
    pull: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(data_path(name).read_text(encoding="utf-8"))


@cache
def principles() -> tuple[Principle, ...]:
    """Give the sixteen in their usual order.

    Example:
        >>> len(principles()), principles()[0].name
        (16, 'Customer Obsession')
    """
    told = _read("principles.toml")
    return tuple(Principle(slug, name, **told[slug]) for slug, name in PRINCIPLES.items())


def principle_source() -> str:
    """Say where the official wording is."""
    return str(_read("principles.toml")["source"])


@cache
def principle_stories(use: str = "lesson") -> Deck:
    """Give the stories of the lesson, or those of the assignment.

    Example:
        >>> [option.text for option in principle_stories().cases[0].options if option.right]
        ['Dive Deep', 'Customer Obsession', 'Earn Trust']
    """
    data = _read("principle_stories.toml")
    return Deck(
        title="PrincipleMap",
        lede="Stories come in no order, as questions do. A principle that is merely possible is not shown.",
        question=data["question"],
        many=True,
        cases=tuple(_case(raw) for raw in data["stories"] if raw["use"] == use),
    )


def _case(raw: dict[str, Any]) -> Case:
    why = {**raw["shown"], **raw["not_shown"]}
    options = [
        Option(PRINCIPLES[slug], slug in raw["shown"], why[slug], "shown" if slug in raw["shown"] else "not shown")
        for slug in raw["order"]
    ]
    return Case(raw["name"], raw["head"], raw["text"], tuple(options))
