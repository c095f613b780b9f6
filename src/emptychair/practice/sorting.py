"""Sort things into kinds, one kind each; what was chosen fits on one line of text, so that it can be handed in.

The things are in ``data/sortings.toml``, each with its kind and why. A line reads ``1 survey, 2 behavior, 3 group``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from emptychair._data import data_path
from emptychair._errors import EmptyChairError

__all__ = ("Item", "Sorting", "read_sorted", "sorting")


@dataclass(frozen=True, slots=True)
class Item:
    """Something to sort, its kind and why; ``numbers`` are those of its text where it reports a trial."""

    text: str
    kind: str
    why: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sorting:
    """What is asked, the kinds with their meaning, and the things."""

    name: str
    question: str
    kinds: dict[str, str]
    items: tuple[Item, ...]

    def alike(self, chosen: dict[int, str]) -> list[int]:
        """The numbers of the items that were sorted as we did."""
        return [number for number, kind in sorted(chosen.items()) if self.items[number - 1].kind == kind]


@cache
def _sortings() -> dict[str, Sorting]:
    with data_path("sortings.toml").open("rb") as file:
        data = tomllib.load(file)
    return {
        name: Sorting(name, it["question"], it["kinds"], tuple(map(_item, it["items"]))) for name, it in data.items()
    }


def _item(entry: dict[str, object]) -> Item:
    numbers = entry.get("numbers", [])
    assert isinstance(numbers, list)
    return Item(str(entry["text"]), str(entry["kind"]), str(entry["why"]), tuple(numbers))


def sorting(name: str) -> Sorting:
    """Give a sorting by its name.

    Raises:
        EmptyChairError: There is none of that name.

    Example:
        >>> list(sorting("readings").kinds)
        ['works', 'unclear', 'early', 'peeked']
    """
    known = _sortings()
    if name not in known:
        raise EmptyChairError(f"data/sortings.toml has no {name!r}; it has {', '.join(known)}.")
    return known[name]


def read_sorted(text: str, asked: Sorting) -> dict[int, str]:
    """Read a line of choices as a person may have typed it: by number, the kind. The last word on a number counts.

    Choices that are all alike are none: whoever gives everything one kind has not read it.

    Example:
        >>> read_sorted("1: works; 2 = Early, 3 who knows, 9 works", sorting("readings"))
        {1: 'works', 2: 'early'}
        >>> read_sorted("1 works 2 works 3 works 4 works", sorting("readings"))
        {}
    """
    kinds = "|".join(map(re.escape, asked.kinds))
    pairs = re.findall(rf"(?<!\d)(\d{{1,2}})[\s:=.)\-–]+({kinds})\b", text.lower())
    chosen = {int(number): kind for number, kind in pairs if 1 <= int(number) <= len(asked.items)}
    return chosen if len(set(chosen.values())) > 1 else {}
