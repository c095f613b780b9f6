"""The Diagnostic's items, the comparison, and the line that is handed in."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair._data import data_path
from emptychair.practice.diagnostic import LEVELS, as_line, compared, diagnostic, read_line

RAW = tomllib.loads(data_path("diagnostic.toml").read_text(encoding="utf-8"))
KINDS = ["story", "pseudo-story", "exemplification", "opinion", "self-description"]
FULL = "ratings 2 4 5 1 3 3; kinds story pseudo-story exemplification opinion self-description story"


def test_data_file_has_what_is_asked() -> None:
    """Are there six of each, with every field, no more, and a sentence for each level and kind?"""
    assert RAW.keys() == {"question", "levels", "kinds", "answers", "snippets"}
    assert len(RAW["levels"]) == len(LEVELS)
    assert list(RAW["kinds"]) == KINDS
    assert [it.keys() for it in RAW["answers"]] == [{"scenario", "level", "job", "trap", "why"}] * 6
    assert [it.keys() for it in RAW["snippets"]] == [{"name", "kind", "text", "why"}] * 6
    assert all(
        isinstance(value, str) and value.strip() for it in RAW["answers"] + RAW["snippets"] for value in it.values()
    )
    assert all(it[key].endswith(".") for it in RAW["answers"] for key in ("trap", "why"))


def test_answers_have_clearly_different_levels_and_jobs() -> None:
    """Do our ratings reach from the bottom to the top with a gap between any two, in an order that gives nothing away?"""
    ours = [it.ours for it in diagnostic().answers]
    ranked = sorted(ours)
    assert ranked[0] < 1.5
    assert ranked[-1] > 4
    assert min(b - a for a, b in zip(ranked, ranked[1:], strict=False)) >= 0.4
    assert ours not in (ranked, ranked[::-1])
    assert len({it.answer.job for it in diagnostic().answers}) == 6
    assert {it.answer.level for it in diagnostic().answers} == {"weak", "middling", "strong"}


def test_answers_can_be_read_in_minutes() -> None:
    """Are the six together less than seven minutes of reading at 200 words a minute?"""
    assert sum(len(it.answer.text.split()) for it in diagnostic().answers) < 1200


def test_snippets_are_of_every_kind() -> None:
    """Does each kind occur, is each snippet short, and is no name used twice?"""
    snippets = diagnostic().snippets
    assert {it.kind for it in snippets} == set(KINDS)
    assert len({it.name for it in snippets}) == 6
    assert all(30 <= len(it.text.split()) <= 60 for it in snippets)
    assert all(kind not in it.text.lower() for it in snippets for kind in KINDS)


@pytest.mark.parametrize(
    ("theirs", "ours", "leniency", "near", "in_order", "words"),
    [
        ([1, 3, 5], [1.0, 3.0, 5.0], 0.0, 3, 3, "about as high as we did"),
        ([3, 4, 5], [1.0, 3.0, 5.0], 1.0, 2, 3, "higher than we did, by 1.0 of a level"),
        ([1, 1, 1], [1.0, 3.0, 5.0], -2.0, 1, 0, "lower than we did, by 2.0 of a level"),
        ([5, 3, 1], [1.0, 3.0, 5.0], 0.0, 1, 0, "about as high as we did"),
    ],
)
def test_compared(theirs: list[int], ours: list[float], leniency: float, near: int, in_order: int, words: str) -> None:
    """Are height, nearness and order told apart?"""
    found = compared(theirs, ours)
    assert (found.leniency, found.near, found.in_order, found.pairs) == (leniency, near, in_order, 3)
    assert found.words == words


def test_compared_when_ours_are_alike() -> None:
    """Is a pair that we rated alike left out, whatever the learner said?"""
    assert compared([1, 5], [3.0, 3.0]).pairs == 0


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(1, 5)), min_size=1, max_size=8), st.integers(0, 7))
def test_compared_in_any_order_of_the_answers(both: list[tuple[int, float]], turn: int) -> None:
    """Does it not matter in which order the answers came?"""
    turned = both[turn % len(both) :] + both[: turn % len(both)]
    a, b = (compared(*map(list, zip(*it, strict=True))) for it in (both, turned))
    assert (a.near, a.in_order, a.pairs) == (b.near, b.in_order, b.pairs)
    assert a.leniency == pytest.approx(b.leniency)


@given(
    st.lists(st.sampled_from(LEVELS), min_size=6, max_size=6), st.lists(st.sampled_from(KINDS), min_size=6, max_size=6)
)
def test_line_there_and_back(ratings: list[int], kinds: list[str]) -> None:
    """Is what was chosen read back from its line, unless it was all alike?"""
    read = read_line(as_line(ratings, kinds))
    assert read == (tuple(ratings) if len(set(ratings)) > 1 else (), tuple(kinds) if len(set(kinds)) > 1 else ())


@pytest.mark.parametrize(
    ("text", "ratings", "kinds"),
    [
        (FULL, 6, 6),
        (FULL.upper(), 6, 6),
        (FULL.replace(";", "\n").replace(" ", ",  "), 6, 6),
        ("2 4 5 1 3 3", 6, 0),
        ("ratings 2 4 5", 3, 0),
        ("kinds story opinion", 0, 2),
        ("ratings 2 4 5 1 3 3 2 4 5 1", 6, 0),
        ("ratings 2 4.5 -3 17 0 6 5", 2, 0),
        ("ratings 3 3 3 3 3 3; kinds story story story story story story", 0, 0),
        ("I rated them all and sorted them all.", 0, 0),
        ("", 0, 0),
    ],
)
def test_read_line_of_what_people_type(text: str, ratings: int, kinds: int) -> None:
    """How many choices are found?"""
    assert tuple(map(len, read_line(text))) == (ratings, kinds)


@given(st.text())
def test_read_line_of_anything(text: str) -> None:
    """Is nothing that a learner types an error, and nothing else than choices found?"""
    ratings, kinds = read_line(text)
    assert set(ratings) <= set(LEVELS)
    assert set(kinds) <= set(KINDS)
    assert max(len(ratings), len(kinds)) <= 6
