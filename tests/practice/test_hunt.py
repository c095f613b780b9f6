"""The weasel hunt."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.practice.hunt import judge, prey, rounds, words_of


@pytest.mark.parametrize("asked", rounds(), ids=lambda it: it.name)
def test_rounds_have_prey_and_decoys(asked: object) -> None:
    """Does each text hold eight dodges or more and a decoy, and does the mended one hold none and keep numbers?"""
    it = next(one for one in rounds() if one is asked)
    assert len(prey(it.text)) >= 8
    assert any(decoy in it.text for decoy in ("How many", "at most", "in May", "in March"))
    assert prey(it.mended) == ()
    assert sum(sign.isdigit() for sign in it.mended) > 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Refunds are significantly faster.", ["significantly"]),
        ("We are thrilled to serve you.", ["thrilled"]),
        ("Due to the fact that it rained, we closed.", ["Due to the fact that"]),
        ("Communication is key.", ["Communication is key"]),
        ("How many came in May 2027? At most 40.", []),
        ("Refunds leave within 2 hours.", []),
        ("", []),
    ],
)
def test_prey(text: str, found: list[str]) -> None:
    """Is found what dodges, praises, pads or fits any story, and nothing where a word only asks or limits?"""
    assert [it.span.text for it in prey(text)] == found


def test_judge_gives_a_reason_for_each_kind() -> None:
    """Is a mark a hit anywhere in a phrase, and does a false alarm hear why: number, innocent word, or nothing known?"""
    text = "Very soon, at most 40 riders will wait in order to board."
    words = [it.text for it in words_of(text)]
    calls = judge(text, {words.index(word) for word in ("soon", "most", "40", "riders")})
    assert [(it.kind, it.span.text) for it in calls] == [
        ("hit", "Very soon"),
        ("false alarm", "most"),
        ("false alarm", "40"),
        ("false alarm", "riders"),
        ("missed", "in order to"),
    ]
    said = {it.span.text: it.message for it in calls}
    assert "not here" in said["most"]
    assert "number" in said["40"]
    assert "nothing against" in said["riders"]


def test_hint_when_the_claim_has_no_number() -> None:
    """Does a dodge beside a number hear something else than a claim without any ground?"""
    bare, counted = (judge(text, ())[0].hint for text in ("It is often late.", "It is often late: 9 of 40 days."))
    assert "number" not in bare
    assert "says more without" in counted


@pytest.mark.parametrize(
    ("word", "ask"),
    [
        ("many", "of how many"),
        ("improved", "Compared with what"),
        ("continuously", "On how many days"),
        ("should", "yes or no"),
        ("thrilled", "What does the customer have"),
        ("scalable", "How many, how much, by when?"),
    ],
)
def test_hint_asks_for_what_the_word_dodges(word: str, ask: str) -> None:
    """Is a crowd asked for its number, a habit for its days, a promise for yes or no?"""
    (found,) = prey(f"It is {word} so.")
    assert ask in found.hint


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sets(st.integers(-2, 30)))
def test_judge_of_anything(text: str, marked: set[int]) -> None:
    """Is every finding judged once, and every mark that is none a false alarm, whatever the text?"""
    calls = Counter(it.kind for it in judge(text, marked))
    assert calls["hit"] + calls["missed"] == len(prey(text))
    assert calls["false alarm"] <= len(marked)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_words_are_places(text: str) -> None:
    """Does every word stand where its place says, after the one before, with a letter or a digit at both ends?"""
    end = 0
    for it in words_of(text):
        assert text[it.start : it.end] == it.text
        assert it.start >= end
        end = it.end
