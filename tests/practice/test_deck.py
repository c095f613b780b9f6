"""Decks: judging, points, and what people hand in as lines of letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.practice.deck import Case, Option, judged, read_letters, remarks, share, sheet

OPTIONS = st.lists(st.booleans(), min_size=2, max_size=8).filter(any)


def case(*right: bool, name: str = "ward") -> Case:
    """A case whose options are right as told."""
    return Case(name, "a hospital", "Who?", tuple(Option(f"o{n}", it, f"b{n}.", "user") for n, it in enumerate(right)))


@given(OPTIONS, st.data())
def test_judged_and_share(right: list[bool], data: st.DataObject) -> None:
    """Is every choice and every right option counted once, and is a share 1 exactly when the choice is ours?"""
    it = case(*right)
    chosen = data.draw(st.sets(st.integers(0, len(right) - 1)))
    found = judged(it, chosen)
    assert found.caught | found.extra == chosen
    assert found.caught | found.missed == it.right
    assert 0 <= share(it, chosen) <= 1
    assert (share(it, chosen) == 1) == found.exact


@given(OPTIONS)
def test_share_of_everything_and_nothing(right: list[bool]) -> None:
    """Is choosing everything worth nothing where something is wrong, and choosing nothing never worth anything?"""
    it = case(*right)
    assert share(it, range(len(right))) == (1 if all(right) else 0)
    assert share(it, ()) == 0


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("1 c payer", {2}, "payer"),
        ("1. C, payer", {2}, "payer"),
        ("  1) a and c", {0, 2}, ""),
        ("1: a/c; d", {0, 2, 3}, ""),
        ("1 a\n1 b", {1}, ""),
        ("1 ac", None, ""),
        ("1 payer", None, ""),
        ("1 e user", None, ""),  # there are four options
        ("2 a", None, ""),
        ("0 a", None, ""),
        ("a 1", None, ""),
        ("1 a bad guess", {0}, "bad guess"),
        ("", None, ""),
    ],
)
def test_read_letters(text: str, first: set[int] | None, rest: str) -> None:
    """Is a line read as people write it, and is nothing read into what is no choice?"""
    found = read_letters(text, (case(True, False, False, False),))
    assert found == ({} if first is None else {"ward": (frozenset(first), rest)})


@given(st.text(max_size=80))
def test_read_letters_of_anything(text: str) -> None:
    """Does any text give only places that there are?"""
    it = case(True, False, True)
    assert all(places <= {0, 1, 2} for places, _ in read_letters(text, (it,)).values())


def test_sheet_tells_nothing() -> None:
    """Is none of our reasons on paper?"""
    text = sheet((case(True, False), case(False, True, name="depot")))
    assert text.startswith("1. A hospital. Who?\n   a) o0")
    assert "\n\n2. " in text
    assert "b0" not in text
    assert "user" not in text


def test_remarks() -> None:
    """Are reasons given for what was missed and too much, and cases that were not judged left out?"""
    cases = (case(True, False), case(False, True, name="depot"), case(True, False, name="shop"))
    assert remarks(cases, {"ward": {0}, "depot": {0}}) == [
        "1: as we see it.",
        "2: a) o0 was too much. b0. b) o1 was missed. b1.",
    ]
