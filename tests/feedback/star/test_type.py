"""What kind of answer a text is."""

from __future__ import annotations

import pytest
from feedback.star import texts
from hypothesis import given
from hypothesis import strategies as st

from emptychair.feedback import star
from emptychair.feedback.star._weights import TYPES

PSEUDO = (
    "Whenever a guest calls from the room, I go up myself. I usually knock twice and wait. Most of them only want to be heard, so I listen "
    "and take notes. Then I normally offer another room, and they always thank me for it."
)
EXAMPLES = (
    "I answer about sixty emails a day for the sports club. I helped a member find a lost card last week. I explained the new app to an "
    "older couple. Another time I opened the gym early for a group. I also order the towels and keep the list of complaints."
)
OPINION = (
    "Trust is what every business stands on. A company should never promise what it cannot keep. In my view it matters more to be honest "
    "than to be quick. People forget a delay, but one must never forget that they remember a lie."
)
SELF = (
    "I am a very patient person, and people tell me that I have a calm voice. I love working with customers. My greatest strength is that "
    "I am never offended. I consider myself a team player, and I am proud of how quickly I learn."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (texts.STRONG, "story"),
        (PSEUDO, "pseudo-story"),
        (EXAMPLES, "exemplification"),
        (OPINION, "opinion"),
        (SELF, "self-description"),
    ],
)
def test_answer_type(text: str, kind: str) -> None:
    """Is each of the five types told from the others?"""
    assert star.answer_type(text) == kind


@given(st.text(max_size=300))
def test_answer_type_when_anything_is_typed(text: str) -> None:
    """Does every text get a type?"""
    assert star.answer_type(text) in TYPES


@pytest.mark.parametrize(
    ("text", "word"),
    [(PSEUDO, "usually"), (OPINION * 2, "matters"), (SELF * 2, "are like")],
    ids=["pseudo", "opinion", "self"],
)
def test_review_says_what_was_told_instead(text: str, word: str) -> None:
    """Does a gate say what the text is, where it is no story?"""
    shut = {gate.name: gate.message for gate in star.review(text).gates}
    assert word in shut["not_told"]
