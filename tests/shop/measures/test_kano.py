"""Kano."""

from __future__ import annotations

import math
from itertools import product

import pytest

from emptychair.shop.measures import kano, kano_class

WORDS = ("like", "expect", "neutral", "tolerate", "dislike")


@pytest.mark.parametrize(("there", "missing"), list(product(range(1, 6), repeat=2)))
def test_kano_class_when_derived(there: int, missing: int) -> None:
    """Do all 25 cells follow from what they mean?"""
    liked, hated = there == 1, missing == 5
    if there == missing and there in (1, 5):
        expected = "questionable"
    elif missing == 1 or there == 5:
        expected = "reverse"
    else:
        expected = {(1, 1): "one-dimensional", (1, 0): "attractive", (0, 1): "must-be", (0, 0): "indifferent"}[
            liked, hated
        ]
    assert kano_class(there, missing) == kano_class(WORDS[there - 1], WORDS[missing - 1].upper()) == expected


def test_kano_when_counted_by_hand() -> None:
    """Are the coefficients those of the formula?"""
    pairs = [("expect", "dislike")] * 4 + [("like", "dislike")] + [("like", "neutral")] * 2
    pairs += [("neutral", "expect")] * 2 + [("dislike", "like")]
    found = kano(*zip(*pairs, strict=True))
    assert list(found.counts.values()) == [4, 1, 2, 2, 1, 0]
    assert found.category == "must-be"
    assert found.better == pytest.approx(3 / 9)
    assert found.worse == pytest.approx(-5 / 9)


def test_kano_when_it_is_a_draw() -> None:
    """Does what hurts when missing win a draw?"""
    assert kano(["like", "expect"], ["neutral", "dislike"]).category == "must-be"


def test_kano_when_nobody_wants_it() -> None:
    """Are there no coefficients when everybody would rather not have it?"""
    found = kano(["dislike"], ["like"])
    assert found.category == "reverse"
    assert math.isnan(found.better)


@pytest.mark.parametrize("answer", ["love", 0, 6, 2.5, None])
def test_kano_class_when_the_answer_is_off_the_scale(answer: str) -> None:
    """Does the error list the answers there are?"""
    with pytest.raises(ValueError, match="tolerate"):
        kano_class(answer, 1)
