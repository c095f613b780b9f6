"""What stands in the braces."""

from __future__ import annotations

from random import Random

import pytest
from shop.texts.test_library import LINES

from emptychair.shop.texts import CATEGORIES
from emptychair.shop.texts._decks import Dealer
from emptychair.shop.texts._slots import Slots, days_in_words


def slots(category: str = "kettles", days_late: int = 0) -> Slots:
    return Slots(Dealer(Random(1)), category, days_late, "north", 2)


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_sentence_fills(category: str) -> None:
    """Is no brace left in any sentence, in any category it is for?"""
    for line in LINES:
        if not line.categories or category in line.categories.split(","):
            filled = slots(category).fill(line.text)
            assert "{" not in filled, line
            assert "}" not in filled, line


@pytest.mark.parametrize(
    ("category", "sentence", "filled"),
    [
        ("boots", "{It} {was} late and {has} a hole.", "They were late and have a hole."),
        ("kettles", "{It} leak{s}, I like {them}.", "It leaks, I like it."),
        ("boots", "{It} leak{s}, I like {them}.", "They leak, I like them."),
        ("notebooks", "{stars}.", "Two stars."),
    ],
)
def test_agreement(category: str, sentence: str, filled: str) -> None:
    """Do boots go with plural verbs, and does a sentence begin with a capital?"""
    assert slots(category).fill(sentence) == filled


def test_fillings_when_asked_twice() -> None:
    """Does a number or a person stay the same through one text?"""
    text = slots()
    assert text.fill("{who} {sum} {late}").lower() == text.fill("{Who} {sum} {late}").lower()


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "a day"), (2, "two days"), (12, "twelve days"), (13, "13 days"), (14, "two weeks"), (30, "30 days")],
)
def test_days(days: int, words: str) -> None:
    """Are days said as customers say them?"""
    assert days_in_words(days) == words


def test_days_late_when_known() -> None:
    """Does a late parcel say how late the plan says it was?"""
    assert slots(days_late=6).fill("{late}") in ("Six days", "6 days")
