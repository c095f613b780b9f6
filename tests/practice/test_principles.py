"""The sixteen principles and the stories that show them."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

import pytest

from emptychair._data import data_path
from emptychair.practice import PRINCIPLES
from emptychair.practice.principles import principle_source, principle_stories, principles

STORIES = tomllib.loads(data_path("principle_stories.toml").read_text(encoding="utf-8"))["stories"]


def test_each_principle_once() -> None:
    """Are there the sixteen that the question bank knows, with words of ours and the customer's part in each?"""
    raw = tomllib.loads(data_path("principles.toml").read_text(encoding="utf-8"))
    assert list(raw) == ["source", *PRINCIPLES]
    assert all(raw[slug].keys() == {"ours", "pull"} for slug in PRINCIPLES)
    assert len({it.ours for it in principles()} | {it.pull for it in principles()}) == 32
    assert principle_source().startswith("https://www.aboutamazon.com/")


@pytest.mark.parametrize("raw", STORIES, ids=lambda raw: raw["name"])
def test_entry_of_the_stories(raw: dict[str, Any]) -> None:
    """Are five known principles offered, two or three of them shown, each with its reason?"""
    assert raw.keys() == {"name", "use", "head", "text", "order", "shown", "not_shown"}
    assert len(raw["order"]) == 5
    assert set(raw["order"]) <= PRINCIPLES.keys()
    assert sorted(raw["order"]) == sorted([*raw["shown"], *raw["not_shown"]])
    assert len(raw["shown"]) in (2, 3)
    assert 40 <= len(raw["text"].split()) <= 90
    assert all(why.endswith(".") for why in (*raw["shown"].values(), *raw["not_shown"].values()))


def test_stories_cover_the_sixteen() -> None:
    """Is each principle offered somewhere, is each shown somewhere, and is Customer Obsession not always right?"""
    shown = Counter(slug for raw in STORIES for slug in raw["shown"])
    against = Counter(slug for raw in STORIES for slug in raw["not_shown"])
    assert shown.keys() == PRINCIPLES.keys()
    assert shown["customer_obsession"]
    assert against["customer_obsession"]


@pytest.mark.parametrize("use", ["lesson", "assignment"])
def test_places_are_spread(use: str) -> None:
    """Is no place of an option right in every story?"""
    cases = principle_stories(use).cases
    assert max(Counter(place for case in cases for place in case.right).values()) < len(cases) or len(cases) < 4
