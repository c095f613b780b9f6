"""A text as the checks get it."""

from __future__ import annotations

import pytest

from emptychair.feedback._reading import Reading, phrases


def test_reading_when_parts_are_known() -> None:
    """Are the sentences of a part found?"""
    reading = Reading.of("star", "We lost it. I rang her. She stayed.", ("situation", "action", "result"))
    assert [s.text for s in reading.of_part("action", "result")] == ["I rang her.", "She stayed."]
    assert reading.of_part("task") == []


def test_reading_when_parts_do_not_fit() -> None:
    """Is a part too many an error and not a shift by one?"""
    with pytest.raises(ValueError, match="zip"):
        Reading.of("star", "I rang her.", ("action", "result")).of_part("action")


def test_reading_counts_words() -> None:
    """Are numbers words?"""
    assert Reading.of("prose", "I rang 40 people.").words == 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You know, it was sort\n of fine.", ["You know", "sort\n of"]),
        ("UM.", ["UM"]),
        ("The umbrella, an error, a term.", []),
        ("um-um", ["um", "um"]),
        ("_um_", []),
    ],
)
def test_phrases_in_a_text(text: str, found: list[str]) -> None:
    """Are phrases found over line ends and in any case, and never inside a word?"""
    assert phrases("fillers").findall(text) == found


def test_phrases_when_one_begins_another() -> None:
    """Does the longer phrase win?"""
    assert phrases("weasel_words").findall("seamlessly") == ["seamlessly"]
    assert phrases("happy_endings").findall("It was a success") == ["It was a success"]


def test_phrases_with_a_curly_apostrophe() -> None:
    """Does a curly apostrophe match a straight one?"""
    assert phrases("platitudes").findall("It’s all about trust.") == ["It’s all about"]
