"""Forms of a template that nobody filled in: letters for numbers, choices left open, instructions left standing.

What they look like stands in ``unfilled.toml``, each kind with texts that must and must not be told.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from emptychair.feedback._numbers import folded

_UNIT = (
    r"%|percent\b|per cent\b|(?:days?|weeks?|months?|years?|hours?|minutes?|times|customers|clients|users|people|complaints"
    r"|calls|orders|dollars|euros|pounds|points)\b"
)
_SLOT = (
    r"(?:company|client|customer|product|project|manager|team|job|role|department|employer|colleague|city|country|tool)"
)
_ENOUGH = 40  # finds of one kind; a template of a megabyte is a template


@cache
def kinds() -> dict[str, dict[str, Any]]:
    """Read ``unfilled.toml``."""
    return tomllib.loads(Path(__file__).with_name("unfilled.toml").read_text(encoding="utf-8"))


class _Kind(NamedTuple):
    """``heard``: one of these is in every text that has it; seeing that there is none costs next to nothing."""

    pattern: re.Pattern[str]
    heard: tuple[str, ...]
    least: int
    as_written: bool


@cache
def _kinds() -> dict[str, _Kind]:
    return {
        name: _Kind(
            re.compile(kind["pattern"].replace("{unit}", _UNIT).replace("{slot}", _SLOT), re.MULTILINE),
            tuple(kind.get("heard", ())),
            kind["least"],
            kind.get("as_written", False),
        )
        for name, kind in kinds().items()
    }


def unfilled(text: str) -> list[str]:
    """Give what is left of a template, by kind.

    Example:
        >>> unfilled("Calls fell by X percent within N weeks. Our plan B cost $9.")
        ['X percent', 'N weeks']
    """
    return [it for _, found in by_kind(text) for it in found]


def by_kind(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give what is left of a template with the kind it is of; a kind of which there is too little is left out."""
    low = folded(text)
    for name, kind in _kinds().items():
        if kind.heard and not any(word in low for word in kind.heard):
            continue
        spans = [it.span() for it in islice(kind.pattern.finditer(text if kind.as_written else low), _ENOUGH)]
        found = [text[slice(*span)].strip() for span in spans]
        if len(set(found)) >= kind.least:
            yield name, found
