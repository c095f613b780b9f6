"""What a voice does to a text."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.shop.texts._manners import clipped, foreign, loose, loud, run_on, stiff
from emptychair.shop.texts._noise import slip, without_apostrophes
from emptychair.shop.texts._voices import VOICE


@pytest.mark.parametrize(
    ("text", "stiffer"),
    [
        ("I can't, I won't.", "I cannot, I will not."),
        ("It's been a week and they're late.", "It has been a week and they are late."),
        ("I'd rather not; it's Grandma's.", "I'd rather not; it is Grandma's."),
    ],
)
def test_stiff(text: str, stiffer: str) -> None:
    """Are contractions written out, and possessives left?"""
    assert stiff(text, Random(1).random) == stiffer


@pytest.mark.parametrize(
    ("text", "looser"),
    [
        ("That is who I am.", "That is who I am."),
        ("I have a cat. I have never been late.", "I have a cat. I've never been late."),
        ("They do not call.", "They don't call."),
    ],
)
def test_loose(text: str, looser: str) -> None:
    """Are contractions closed only where people close them?"""
    assert loose(text, lambda: 0.9) == looser


def test_loud_when_one_sentence_is_shouted() -> None:
    """Is one sentence put in capitals, and does the end get louder?"""
    numbers = iter([0.9, 0.0, 0.0])
    assert loud("It leaks. I am done.", lambda: next(numbers)) == "IT LEAKS! I am done!"


@given(st.text(), st.integers(0, 2**32))
def test_manners_when_the_text_is_anything(text: str, seed: int) -> None:
    """Does no manner fail, and does the noise alter at most a letter?"""
    random = Random(seed).random
    for manner in (clipped, foreign, loose, loud, stiff):
        manner(text, random)
    run_on(text, random, 0.5)
    assert abs(len(slip(text, random)) - len(text)) <= 1
    assert without_apostrophes(text).count("'") <= text.count("'")
    for voice in VOICE.values():
        voice.spoken(text, random)


def test_slip_when_there_is_a_link() -> None:
    """Are links left alone?"""
    assert slip("visit kitchen-cash.example", Random(1).random) == "visit kitchen-cash.example"
