"""What is said of any two sentences of a text."""

from __future__ import annotations

import random

import numpy as np
import pytest
from feedback.star import texts
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan, scan
from emptychair.feedback.star._links import neighborly
from emptychair.feedback.star._order import order_odds, pairs_of
from emptychair.feedback.star._pairs import pair_signals, shares
from emptychair.feedback.star._weights import weights

SIGNALS = 27


def signals(text: str) -> np.ndarray:
    """Describe the pairs of a text of which nothing else is known."""
    cut = [it.text for it in sentences(text)]
    stems = [frozenset(word[:5] for word in it.lower().split()) for it in cut]
    return pair_signals(cut, [frozenset() for _ in cut], np.zeros(len(cut)), shares(stems), ())


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("A woman rang. She wept.", "She wept. A woman rang."),
        ("A parcel came. The parcel was wet.", "The parcel was wet. A parcel came."),
        ("They came late. They left early.", "They came late. I left early."),
        ("The parcel was wet. It leaked on the parcel.", "The parcel was wet. Rain leaked on the parcel."),
    ],
)
def test_who_is_meant_and_what_was_introduced_is_seen(told: str, turned: str) -> None:
    """Does a pair look different when it is turned around, or when nobody is pointed at?"""
    assert (signals(told)[0, 1] != signals(turned)[0, 1]).any()


def test_shared_words_count_for_more_the_rarer_they_are() -> None:
    """Is a word that two sentences alone have worth more than one that all have?"""
    found = shares([frozenset({"a", "b"}), frozenset({"a", "b"}), frozenset({"a"})])
    assert found.weighed[0, 1] > found.weighed[0, 2] > 0
    assert (found.rare[0, 1], found.rare[0, 2]) == (1, 0)


@given(st.permutations(range(len(texts.ALL))))
@settings(max_examples=25)
def test_pairs_do_not_ask_where_they_stand(order: list[int]) -> None:
    """Are two sentences the same to each other, wherever both are told?"""
    model = weights()
    pack = scan(texts.STRONG).pack
    here = pairs_of(pack, model.step, model.sequel)
    there = pairs_of(pack.dealt(order), model.step, model.sequel)
    assert here.shape[-1] == SIGNALS
    assert there == pytest.approx(here[np.ix_(order, order)])


def test_neighbors_go_together_better_in_a_story_than_in_a_pack() -> None:
    """Does every strong answer of our own lose by being shuffled, on average?"""
    model = weights()
    pack = Scan(model, sentences(texts.STRONG)).pack
    near = order_odds(pairs_of(pack, model.step, model.sequel), model.sequel.near)
    chance = random.Random(0)
    shuffled = [chance.sample(range(len(near)), len(near)) for _ in range(40)]
    assert neighborly(near)[0] > np.mean([neighborly(near[np.ix_(order, order)])[0] for order in shuffled])
