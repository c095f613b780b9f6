"""What the models see of a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emptychair.feedback._tokens import NUMBER, shape, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I didn't ring.", "I did not ring."),
        ("I can't", "I cannot"),
        ("I won’t", "I will not"),
        ("We've, they're, I'll, I'm", "We have, they are, I will, I am"),
        ("She’d paid", "She'd paid"),
        ("forty-two calls", "42 calls"),
        ("1,200 of 3.5", "9 of 7"),
        ("twenty one", "21"),
        ("organise, organised, organisation", "organize, organized, organization"),
        ("colour favourite", "color favorite"),
        ("travelled cancelling", "traveled canceling"),
        ("40 percent", "40 %"),
        ("HER Parcel", "her parcel"),
        ("“yes” – no", '"yes" — no'),
    ],
)
def test_tokens_of_two_spellings(one: str, other: str) -> None:
    """Can the way something is spelled not change what the models see?"""
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("our promise", "or promize"), ("rise", "rize"), ("I did", "I did not"), ("call", "cal"), ("$5", "5")],
)
def test_tokens_of_two_meanings(one: str, other: str) -> None:
    """Is what is not the same kept apart?"""
    assert tokens(one) != tokens(other)


def test_tokens_of_a_bare_negation() -> None:
    """Is "n't" without its verb a plain "not" and no empty token?"""
    assert tokens("n't") == ("not",)


def test_tokens_of_numbers_in_a_row() -> None:
    """Do numbers that stand together count once?"""
    assert tokens("one hundred and 5 000, by 3 and noon") == (NUMBER, "by", NUMBER, "and", "noon")


@given(st.text(st.characters(exclude_categories=())))
@settings(max_examples=150, deadline=None)
def test_tokens_of_any_text(text: str) -> None:
    """Is no token empty or with white space, and has each a shape?"""
    for token in tokens(text):
        assert token
        assert not any(c.isspace() for c in token)
        assert shape(token)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("because", "because"),
        ("rang", "~ed"),
        ("called", "~ed"),
        ("calling", "~ing"),
        ("parcels", "~s"),
        ("slowly", "~ly"),
        ("station", "~tion"),
        ("payment", "~ment"),
        ("dog", "~"),
        ("bed", "~"),
        ("#", "#"),
        ("$", "$"),
    ],
)
def test_shape_of_a_word(token: str, expected: str) -> None:
    """Do function words stay, and content words become their ending?"""
    assert shape(token) == expected
