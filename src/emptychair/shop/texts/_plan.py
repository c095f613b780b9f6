"""The rows of a plan, checked once and read quickly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from emptychair.shop.texts._library import CATEGORIES, COMPLAINTS, THEMES
from emptychair.shop.texts._voices import VOICE, Voice


class Row(NamedTuple):
    """What one text is to be about."""

    category: str
    themes: tuple[str, ...]
    sentiments: tuple[int, ...]
    sarcastic: bool
    voice: str
    days_late: int
    region: str
    rating: int = 3
    spam: bool = False
    channel: str = ""

    @property
    def manner(self) -> Voice:
        """The voice itself."""
        return VOICE[self.voice]


def natural(theme: str) -> int:
    """The sentiment that a theme has unless the customer says otherwise: complaints -1, praise +1."""
    return -1 if theme in COMPLAINTS else 1


_KNOWN = {"category": CATEGORIES, "voice": tuple(VOICE), "channel": ("phone", "chat", "email")}


def rows(plan: pd.DataFrame, optional: tuple[str, ...]) -> Iterator[Row]:
    """Read a plan; a name that nobody wrote texts for is an error that lists the names there are."""
    for column, known in _KNOWN.items():
        if column in plan and (strange := set(plan[column].unique()) - set(known)):
            raise ValueError(f"plan: {column} {sorted(map(str, strange))} is not among {', '.join(known)}")
    if strange := {theme for themes in plan["themes"] for theme in themes} - set(THEMES):
        raise ValueError(f"plan: theme {sorted(strange)} is not among {', '.join(THEMES)}")
    names = ["category", "themes", "sentiments", "sarcastic", "voice", "days_late", "region"]
    names += [name for name in optional if name in plan]
    for values in zip(*(plan[name].tolist() for name in names), strict=True):
        yield Row(**dict(zip(names, values, strict=True)))
