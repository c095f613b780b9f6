"""Cases of whose need decides."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

import pytest

from emptychair._data import data_path
from emptychair.practice.whose import kinds_right, parts, whose_need

RAW = tomllib.loads(data_path("whose_need.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("raw", RAW["cases"], ids=lambda raw: raw["name"])
def test_entry_of_the_data_file(raw: dict[str, Any]) -> None:
    """Has each case people with different parts in it, reasons, and somebody who decides and is served?"""
    assert raw.keys() - {"after"} == {"name", "use", "head", "text", "people", "decides"}
    assert raw["use"] in ("lesson", "assignment")
    assert all(it.keys() == {"who", "part", "because"} for it in raw["people"])
    assert {it["part"] for it in raw["people"]} <= parts().keys()
    assert raw["people"][raw["decides"]]["part"] != "other"
    assert len({it["who"] for it in raw["people"]}) == len(raw["people"]) == 4
    assert len({it["part"] for it in raw["people"]}) >= 2
    assert 25 <= len(raw["text"].split()) <= 70
    assert all(it["because"].endswith((".", "”")) for it in raw["people"])


@pytest.mark.parametrize("use", ["lesson", "assignment"])
def test_answers_are_spread(use: str) -> None:
    """Does each part decide somewhere, is no place right more than half of the time, and is no letter a safe guess?"""
    cases = whose_need(use).cases
    right = [next(option for option in case.options if option.right) for case in cases]
    assert {option.word for option in right} >= {"user", "internal", "absent"}
    assert all(len(case.right) == 1 for case in cases)
    assert max(Counter(min(case.right) for case in cases).values()) <= len(cases) / 2


def test_names_are_unique() -> None:
    """Does no case of the assignment come up in the lesson?"""
    names = [case.name for use in ("lesson", "assignment") for case in whose_need(use).cases]
    assert len(set(names)) == len(names) == len(RAW["cases"])


@pytest.mark.parametrize(
    ("words", "right"), [("user", True), ("the user", True), ("user or payer", False), ("", False)]
)
def test_kinds_right(words: str, right: bool) -> None:
    """Is one word asked for, and is naming several no way around it?"""
    assert kinds_right({"flowers": (frozenset({0}), words)}) == (["flowers"] if right else [])
