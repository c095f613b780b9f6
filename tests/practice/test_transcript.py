"""Transcripts as programs write them: only the words of whoever answers remain, and nothing of any other text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emptychair.practice import telling
from emptychair.practice._transcript import Spoken, spoken_words

SAID = "So in May I rang her myself. She told me that the parcel was for a party."
ONE, TWO = "So in May I rang her myself.", "She told me that the parcel was for a party."


@pytest.mark.parametrize(
    ("pasted", "seconds"),
    [
        (
            f"WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.500\n<v Ana>{ONE}</v>\n\n2\n00:00:05.000 --> 00:00:09.000\n<v Ana>{TWO}</v>\n",
            8,
        ),
        (f"1\n00:00:01,000 --> 00:00:04,000\n{ONE}\n\n2\n00:00:04,000 --> 00:00:09,000\n{TWO}\n", 8),
        (f"Host  0:00\nTell me.\n\nAna Ruiz  0:03\n{ONE}\n{TWO}\n\nHost  0:13\nAnd then?\n", 10),
        (
            f"[00:00] Speaker 1: Tell me.\n[00:03] Speaker 2: {ONE}\n[00:07] Speaker 2: {TWO}\n[00:12] Speaker 1: And?",
            9,
        ),
        (f"00:00:00 Host: Tell me.\n00:00:03 Ana: {ONE}\n{TWO}\n00:00:11 Host: And?", 8),
        (f"(0:03) {ONE}\n(0:08) {TWO}", 5),
        (f"0:00:03.0 --> 0:00:06.5\nAna Ruiz\n{ONE}\n0:00:06.5 --> 0:00:11.0\nAna Ruiz\n{TWO}\n", 8),
        (f"0:01\n{ONE}\n0:06\n{TWO}\n", 5),
    ],
)
def test_transcript_of_a_program(pasted: str, seconds: int) -> None:
    """Are times, numbers, names and the other speaker taken out, and is the time that was spoken known?"""
    assert spoken_words(pasted) == Spoken(SAID, seconds)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        telling("rail-holdrege-standstill", "middling").text,
        "At 9:30 I rang her.\nAt 11:00 she came.",
        "Situation: we lost a parcel.\nResult: she stayed.",
        "9:30 was when it began.\nThat was all.",
        "12:30\n14:00",
    ],
)
def test_text_that_is_no_transcript(typed: str) -> None:
    """Does an answer with a clock time or with labels of one's own stay as it is?"""
    assert spoken_words(typed) == Spoken(typed)


@given(
    st.lists(
        st.one_of(st.text(max_size=20), st.sampled_from(["0:01", "[00:05] Ana: Hm", "00:01 --> 00:02", "Ana"]))
    ).map("\n".join)
)
def test_text_of_any_kind(text: str) -> None:
    """Does no text break it, and is something left of every one that says something?"""
    found = spoken_words(text)
    assert found.seconds >= 0
    assert found.text.strip() or not text.strip()
