"""The press release as North Star: every piece of work serves a promise to customers, or drifts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from emptychair._data import data_path
from emptychair._errors import EmptyChairError

NONE = ""
"""What an item is linked to that serves no promise."""


class Promise(NamedTuple):
    """A sentence of the release that customers may hold us to."""

    name: str
    text: str


class Item(NamedTuple):
    """A piece of work: what it costs in days, and where we know it, the promise it serves and why."""

    name: str
    title: str
    days: float
    serves: str = NONE
    why: str = ""


class Case(NamedTuple):
    """A release, its promises and its backlog."""

    product: str
    promises: tuple[Promise, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the effort goes: days by promise in their order, days that serve none, promises that nobody works on."""

    days: dict[str, float]
    adrift: float
    orphans: tuple[str, ...]

    @property
    def drift(self) -> float:
        """Share of the effort that serves no promise; 0 where there is no effort."""
        total = self.adrift + sum(self.days.values())
        return self.adrift / total if total else 0.0


def trace(promises: Iterable[Promise], items: Iterable[Item], links: Mapping[str, str]) -> Trace:
    """Follow every item to its promise.

    Args:
        promises: What customers were promised.
        items: The backlog.
        links: From the name of an item to the name of a promise, or to ``""`` where it serves none. An item that is
            not linked yet counts as serving none.

    Raises:
        EmptyChairError: A link leads to a promise that there is not.

    Example:
        >>> found = trace([Promise("fast", "In two hours."), Promise("human", "A person calls.")],
        ...               [Item("feed", "Read scans", 6), Item("logo", "New logo", 2)], {"feed": "fast", "logo": ""})
        >>> found.days, found.drift, found.orphans
        ({'fast': 6, 'human': 0}, 0.25, ('human',))
    """
    days: dict[str, float] = {it.name: 0 for it in promises}
    adrift = 0.0
    for item in items:
        to = links.get(item.name, NONE)
        if to and to not in days:
            raise EmptyChairError(f"{item.name!r} is linked to {to!r}, and no promise is called that.")
        if to:
            days[to] += item.days
        else:
            adrift += item.days
    return Trace(days, adrift, tuple(name for name, spent in days.items() if not spent))


@cache
def case() -> Case:
    """Read ``data/north_star.toml``.

    Example:
        >>> len(case().promises), len(case().items)
        (5, 12)
    """
    entry = tomllib.loads(data_path("north_star.toml").read_text(encoding="utf-8"))
    return Case(
        entry["product"],
        tuple(Promise(name, text) for name, text in entry["promises"].items()),
        tuple(Item(name, **item) for name, item in entry["items"].items()),
    )
