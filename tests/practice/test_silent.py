"""The silent reading."""

from __future__ import annotations

import pytest

from emptychair.feedback.prfaq._gates import GATES
from emptychair.practice.silent import WORDS_A_MINUTE, compare, sitting


def test_reasons_are_gates_of_the_reader() -> None:
    """Can every reason be compared, and can every gate of these documents be given as one?"""
    names = {name for name, _ in GATES}
    assert set(sitting().reasons) <= names
    for it in sitting().documents:
        assert {gate.name for gate in compare(it.draft, ()).missed} <= set(sitting().reasons)
        assert it.beyond.endswith(".")


@pytest.mark.parametrize("it", sitting().documents, ids=lambda it: it.name)
def test_minutes_follow_the_words(it: object) -> None:
    """Is the time what a room takes for so many words, and never none?"""
    document = next(one for one in sitting().documents if one is it)
    assert 0 < document.words <= document.minutes * WORDS_A_MINUTE < document.words + WORDS_A_MINUTE


def test_compare_sorts_reasons() -> None:
    """Is a gate that was named told apart from one that was not, and from a reason that is no gate?"""
    hospital = sitting().documents[0].draft
    found = compare(hospital, {"contradiction", "no_customer"})
    assert [it.name for it in found.alike] == ["contradiction"]
    assert (found.missed, found.own, found.ours) == ((), ("no_customer",), "again")
