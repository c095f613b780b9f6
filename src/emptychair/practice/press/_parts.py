"""The parts of a PR/FAQ: what each is for and how much room it may take (``parts.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from emptychair.practice.press._draft import REST


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its title, its duty in a sentence, the words it may take, and a skeleton with blanks."""

    name: str
    title: str
    duty: str
    low: int
    high: int
    skeleton: str


def _load() -> tuple[Part, ...]:
    entries = tomllib.loads(Path(__file__).with_name("parts.toml").read_text(encoding="utf-8"))
    return tuple(Part(name, **entry) for name, entry in entries.items())


PARTS: Final = _load()
"""The parts in the order of the page."""

FAQ: Final = ("external_faq", "internal_faq")
RELEASE: Final = tuple(it.name for it in PARTS if it.name not in FAQ)
_BY_NAME: Final = {it.name: it for it in PARTS}


def part(name: str) -> Part:
    """Give a part by its name.

    Raises:
        KeyError: There is no such part; ``rest`` is none.

    Example:
        >>> part("heading").high
        12
    """
    return _BY_NAME[name]


def title_of(name: str) -> str:
    """Give the title of a part, or of what belongs to none."""
    return "Not placed yet" if name == REST else part(name).title
