"""Cases of organizations: a source for each fact, both sides told."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from emptychair._data import data_path
from emptychair.practice.cases import Company, companies, company_deck

RAW = tomllib.loads(data_path("cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("it", companies(), ids=lambda it: it.name)
def test_entry_of_the_data_file(it: Company) -> None:
    """Does each fact carry its source and how near we came to it, and does each case end in a mechanism?"""
    assert it.facts
    assert all(fact.fact.endswith(".") and fact.source and fact.standing in RAW["standing"] for fact in it.facts)
    assert it.side in RAW["sides"]
    assert it.reading.endswith(".")
    assert it.mechanism.endswith(".")


def test_both_sides_are_told() -> None:
    """Are cases for, against and open there, of Amazon and of others, and is the settlement of 2025 among them?"""
    assert all(n >= 3 for n in Counter(it.side for it in companies()).values())
    of_amazon = [it for it in companies() if it.who.startswith("Amazon")]
    assert {it.side for it in of_amazon} == {"for", "against", "open"}
    assert len(companies()) - len(of_amazon) >= 5
    (settled,) = [it for it in companies() if "2025" in it.facts[0].fact]
    assert settled.side == "against"
    assert "admitted nothing" in settled.facts[-1].fact


def test_deck_tells_sources_first() -> None:
    """Are sources with the facts, and our reading only with the judgment?"""
    for it, case in zip(companies(), company_deck().cases, strict=True):
        assert all(fact.source in case.text for fact in it.facts)
        assert it.reading not in case.text
        assert [option.because for option in case.options if option.right] == [it.reading]
        assert it.mechanism in case.after
