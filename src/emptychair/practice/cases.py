"""Organizations and what is on record about how they treat customers: ``data/cases.toml``, a source for each fact."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from emptychair._data import data_path
from emptychair.practice.deck import Case, Deck, Option

__all__ = ("Company", "Fact", "companies", "company_deck")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something on record, where it is from, and how near we came to the source."""

    fact: str
    source: str
    standing: str


@dataclass(frozen=True, slots=True)
class Company:
    """An organization: facts, what we read in them, and the mechanism that helps or would have helped."""

    name: str
    who: str
    side: str
    facts: tuple[Fact, ...]
    reading: str
    mechanism: str


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(data_path("cases.toml").read_text(encoding="utf-8"))


@cache
def companies() -> tuple[Company, ...]:
    """Give every case in the order of the file.

    Example:
        >>> cancel = next(it for it in companies() if it.name == "cancel_flow")
        >>> cancel.side, cancel.facts[0].standing
        ('against', 'news')
    """
    return tuple(Company(**{**raw, "facts": tuple(Fact(**it) for it in raw["facts"])}) for raw in _data()["cases"])


@cache
def company_deck() -> Deck:
    """Give the cases to judge: facts with their sources before, our reading after.

    Example:
        >>> company_deck().cases[0].head
        'Amazon, customer service: the cord'
    """
    return Deck(
        title="Cases",
        lede="Facts with their sources. Judge what they show, not what you have heard.",
        question=_data()["question"],
        many=False,
        cases=tuple(_case(it) for it in companies()),
    )


def _case(company: Company) -> Case:
    told = "\n".join(f"{it.fact} ({it.source}; {_data()['standing'][it.standing]})" for it in company.facts)
    sides = zip(_data()["choices"], _data()["sides"], strict=True)
    options = [
        Option(text, True, company.reading, "our reading") if side == company.side else Option(text, False, "", "")
        for text, side in sides
    ]
    return Case(company.name, company.who, told, tuple(options), f"What to watch: {company.mechanism}")
