"""Word lists, each in a data file that names its source (``lexicon/*.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_SHELF = Path(__file__).parent / "lexicon"


@cache
def _book() -> dict[str, dict[str, str]]:
    book: dict[str, dict[str, str]] = {}
    for file in _SHELF.glob("*.toml"):
        for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            book[name] = entry.get("pairs") or dict.fromkeys(entry["words"], "")
    return book


@cache
def words_of(name: str) -> frozenset[str]:
    """Give the words of one list.

    Example:
        >>> "dr" in words_of("abbreviations")
        True
    """
    return frozenset(_book()[name])


def pairs_of(name: str) -> dict[str, str]:
    """Give a list whose entries have a twin, as a dictionary.

    Example:
        >>> pairs_of("wordy")["in order to"]
        'to'
    """
    return _book()[name]
