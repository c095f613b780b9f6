"""The authored sentences, read from the data files beside this module.

A pool is a literal block of TOML with one sentence a line: pleasant to write, and ``tomllib`` reads it in one step.
A line may begin with the categories that it is for: ``kettles| The counter is wet every morning.``
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

COMPLAINTS = (
    "late_delivery",
    "runs_small",
    "leaks",
    "arrived_damaged",
    "code_not_applied",
    "missing_part",
    "slow_refund",
    "cannot_sign_in",
    "not_as_pictured",
    "slow_service",
    "too_expensive",
    "too_much_packaging",
)
"""Themes that are bad news unless the customer says otherwise."""
PRAISE = ("good_quality", "fast_delivery", "kind_service", "good_value", "looks_good", "gift")
THEMES = COMPLAINTS + PRAISE
CATEGORIES = (
    "umbrellas",
    "raincoats",
    "boots",
    "kettles",
    "lamps",
    "bedding",
    "backpacks",
    "knives",
    "toys",
    "notebooks",
)


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences that may stand in the same place: those for every category, and those for one."""

    name: str
    general: tuple[str, ...]
    special: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, name: str, block: str) -> Pool:
        """Read a block with one sentence a line.

        Example:
            >>> Pool.of("fact", "Late again.\\nkettles| The tea is late.").special
            {'kettles': ('The tea is late.',)}
        """
        general: list[str] = []
        special: dict[str, list[str]] = {}
        for line in filter(None, map(str.strip, block.splitlines())):
            head, bar, sentence = line.partition("| ")
            if bar:
                for category in head.split(","):
                    special.setdefault(category, []).append(sentence)
            else:
                general.append(line)
        return cls(name, tuple(general), {category: tuple(found) for category, found in special.items()})


@cache
def table(folder: str, name: str) -> dict[str, Any]:
    """One data file as it is."""
    return tomllib.loads(files(__package__).joinpath(folder, f"{name}.toml").read_text(encoding="utf-8"))


@cache
def pools(folder: str, name: str) -> dict[str, Pool]:
    """The pools of one data file, by their dotted names: ``review.fact``."""
    return {
        f"{part}.{key}": Pool.of(f"{name}.{part}.{key}", block)
        for part, blocks in table(folder, name).items()
        if isinstance(blocks, dict)
        for key, block in blocks.items()
    }
