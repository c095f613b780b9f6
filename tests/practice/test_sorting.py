"""Things to sort."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair.practice.sorting import read_sorted, sorting
from emptychair.shop.measures import ab_test

NAMES = ("channels", "readings")


@pytest.mark.parametrize("name", NAMES)
def test_data_file(name: str) -> None:
    """Has every kind a meaning and an item, every item a known kind and a reason, and are no two texts alike?"""
    asked = sorting(name)
    assert {it.kind for it in asked.items} == set(asked.kinds)
    assert all(len(it.text) > 60 and len(it.why) > 40 for it in asked.items)
    assert len({it.text for it in asked.items}) == len(asked.items)
    assert max(Counter(it.kind for it in asked.items).values()) <= len(asked.items) / 3 + 1


def test_trials_are_what_they_are_said_to_be() -> None:
    """Do the numbers of each trial give the kind, and the ends that its text prints?"""
    for it in sorting("readings").items:
        test = ab_test(*it.numbers)
        assert test.clear == (it.kind in ("works", "peeked"))
        if "Difference" in it.text:
            for value in (test.difference, test.low, test.high):
                assert f"{100 * value:.1f}".replace("-", "−") in it.text


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("1 works, 2 early", {1: "works", 2: "early"}),
        ("1. Works\n2) PEEKED\n3 - unclear", {1: "works", 2: "peeked", 3: "unclear"}),
        ("1 works 1 early 2 works", {1: "early", 2: "works"}),
        ("5 works, 0 early, 1 peeked, 2 works", {1: "peeked", 2: "works"}),
        ("12 works, 1 early, 2 works", {1: "early", 2: "works"}),
        ("works early", {}),
        ("1 works, 2 works", {}),
        ("1 works", {}),
        ("", {}),
    ],
)
def test_read(text: str, chosen: dict[int, str]) -> None:
    """Is a line read as a person types it, and is a line of one kind none?"""
    assert read_sorted(text, sorting("readings")) == chosen


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """Does it take anything, and give only numbers and kinds that there are?"""
    asked = sorting("channels")
    chosen = read_sorted(text, asked)
    assert set(chosen) <= set(range(1, 9))
    assert set(chosen.values()) <= set(asked.kinds)


@given(st.lists(st.sampled_from(list(sorting("channels").kinds)), min_size=8, max_size=8))
def test_what_was_written_is_read(kinds: list[str]) -> None:
    """Does a whole line come back as it was meant, unless it is all one kind?"""
    asked = sorting("channels")
    chosen = read_sorted(", ".join(f"{n} {kind}" for n, kind in enumerate(kinds, 1)), asked)
    assert chosen == (dict(enumerate(kinds, 1)) if len(set(kinds)) > 1 else {})
    right = [n for n, kind in enumerate(kinds, 1) if asked.items[n - 1].kind == kind]
    assert asked.alike(dict(enumerate(kinds, 1))) == right


def test_unknown() -> None:
    """Does the message name what there is?"""
    with pytest.raises(EmptyChairError, match=r"has no 'socks'; it has channels, readings"):
        sorting("socks")
