"""The planning day: an agenda, who says what about it, and what can be decided."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from emptychair._data import data_path

Decided = Mapping[str, int]
"""What was decided: the place of a choice, by item."""
AS_IT_WAS: Decided = {}
CLOSED_LOOP: Decided = {"letters": 3, "reply": 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice and the fields of ``shop.Policy`` that it sets."""

    text: str
    policy: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda; ``said`` by person, ``was`` is the place of the choice that changes nothing."""

    name: str
    title: str
    said: dict[str, str]
    choices: tuple[Choice, ...]
    was: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who sits there and what is decided."""

    lede: str
    people: dict[str, str]
    items: tuple[Item, ...]


@cache
def meeting() -> Meeting:
    """Read ``data/meeting.toml``.

    Example:
        >>> [item.name for item in meeting().items]
        ['letters', 'reply', 'carrier', 'moves', 'shelves', 'early', 'memory']
    """
    data = tomllib.loads(data_path("meeting.toml").read_text(encoding="utf-8"))
    return Meeting(data["lede"], data["people"], tuple(_item(it, data["people"]) for it in data["items"]))


def _item(raw: dict[str, Any], people: Iterable[str]) -> Item:
    return Item(
        name=raw["name"],
        title=raw["title"],
        said={who: raw[who] for who in people},
        choices=tuple(Choice(it["text"], it["policy"]) for it in raw["choices"]),
        was=raw["was"],
    )


def settled(decided: Decided) -> tuple[int, ...]:
    """Say what is chosen on each item; what was not decided stays as it was.

    Only who mends can tell customers about it: where nobody does, that decision is left out.

    Example:
        >>> settled({"letters": 3, "reply": 1}), settled({"letters": 1, "reply": 1})
        ((3, 1, 0, 0, 1, 0, 0), (1, 0, 0, 0, 1, 0, 0))
    """
    told = decided if mends(decided) else {**decided, "reply": 0}
    return tuple(told.get(item.name, item.was) for item in meeting().items)


def mends(decided: Decided) -> bool:
    """Say whether anybody would find and mend a cause."""
    (letters,) = [item for item in meeting().items if item.name == "letters"]
    return letters.choices[decided.get("letters", letters.was)].policy.get("listen") in ("always", "tuesdays")
