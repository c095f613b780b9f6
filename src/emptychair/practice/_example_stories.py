"""Eight stories to try the portfolio with (``data/stories.toml``)."""

from __future__ import annotations

import tomllib
from datetime import date

from emptychair._data import data_path
from emptychair.practice._corpus import telling
from emptychair.practice._stories import Story


def example_stories() -> tuple[Story, ...]:
    """Give the stories, as if one person had lived them all.

    Example:
        >>> [it.title for it in example_stories()][:2]
        ['Night noise', 'Robot dinosaurs']
    """
    raw = tomllib.loads(data_path("stories.toml").read_text(encoding="utf-8"))
    return tuple(
        Story(
            title,
            telling(it["scenario"], it["level"]).text,
            date.fromisoformat(f"{it['when']}-01") if "when" in it else None,
        )
        for title, it in raw.items()
    )
