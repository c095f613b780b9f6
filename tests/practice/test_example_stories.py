"""The stories to try the portfolio with."""

from __future__ import annotations

import tomllib

from emptychair._data import data_path
from emptychair.practice import example_stories


def test_entries_of_the_data_file() -> None:
    """Does each entry name a telling, at a level, and a month where it has one?"""
    raw = tomllib.loads(data_path("stories.toml").read_text(encoding="utf-8"))
    assert all({"scenario", "level"} <= it.keys() <= {"scenario", "level", "when"} for it in raw.values())
    assert [it.title for it in example_stories()] == list(raw)


def test_stories_show_every_case() -> None:
    """Is there a story of each level, one without a date, and one told twice?"""
    raw = tomllib.loads(data_path("stories.toml").read_text(encoding="utf-8"))
    assert {it["level"] for it in raw.values()} == {"weak", "middling", "strong"}
    assert sum("when" not in it for it in raw.values()) == 1
    scenarios = [it["scenario"] for it in raw.values()]
    assert len(scenarios) == len(set(scenarios)) + 1
