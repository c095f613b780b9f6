"""Who is the customer here: cases in which payer, user, colleague and whoever is not in the room want different things.

Cases and reasons are in ``data/whose_need.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from emptychair._data import data_path
from emptychair.practice.deck import Case, Deck, Option

__all__ = ("kinds_right", "parts", "whose_need")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(data_path("whose_need.toml").read_text(encoding="utf-8"))


def parts() -> dict[str, str]:
    """The parts that people play, in words.

    Example:
        >>> list(parts())
        ['user', 'payer', 'internal', 'absent', 'other']
    """
    return dict(_data()["parts"])


@cache
def whose_need(use: str = "lesson") -> Deck:
    """Give the cases of the lesson, or those of the assignment.

    Example:
        >>> [case.name for case in whose_need().cases][:3]
        ['night-ward', 'school-bus', 'month-end']
    """
    return Deck(
        title="WhoIsTheCustomer",
        lede="Several people want something. One of them has the need that should decide. Choose, then read why.",
        question=_data()["question"],
        many=False,
        cases=tuple(_case(raw) for raw in _data()["cases"] if raw["use"] == use),
        by_word=True,
    )


def _case(raw: dict[str, Any]) -> Case:
    people = [
        Option(it["who"], place == raw["decides"], it["because"], it["part"]) for place, it in enumerate(raw["people"])
    ]
    return Case(raw["name"], raw["head"], raw["text"], tuple(people), raw.get("after", ""))


def kinds_right(said: Mapping[str, tuple[frozenset[int], str]], use: str = "assignment") -> list[str]:
    """Name the cases whose line says which part the deciding person plays, in one word of :func:`parts`.

    Example:
        >>> kinds_right({"shift-list": (frozenset({2}), "internal"), "flowers": (frozenset({2}), "user or payer")})
        ['shift-list']
    """
    right = {case.name: option.word for case in whose_need(use).cases for option in case.options if option.right}
    named = {name: set(words.split()) & set(parts()) for name, (_, words) in said.items()}
    return [name for name, words in named.items() if words == {right[name]}]
