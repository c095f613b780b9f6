"""Does the story answer what was asked?"""

from __future__ import annotations

import pytest

from emptychair.feedback import star
from emptychair.feedback._text import sentences
from emptychair.feedback.star._relevance import beside_the_question
from emptychair.practice import answers

NO = "Tell me about a time you said no to a customer."
PRICE = "Tell me about a time you put a customer ahead of short-term revenue."
WRONG = "Tell me about a time you failed a customer."
STORY = (
    "In May a guest asked for a map of the trails. I drew one by hand and hung it at the desk. Everybody uses it today."
)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        (NO, "I told her that this could not be done."),
        (PRICE, "It meant 300 dollars less for us that month."),
        (WRONG, "I had given her the wrong one in April."),
    ],
)
def test_relevance(question: str, answered: str) -> None:
    """Is it said that the story has none of what was asked for, and not said once it has?"""
    found = beside_the_question(sentences(STORY), question)
    assert found is not None
    assert found.message.endswith("?")
    assert beside_the_question(sentences(STORY + " " + answered), question) is None


def test_relevance_in_the_review() -> None:
    """Does the learner read it first, with the score left alone?"""
    asked = star.review(STORY, NO)
    assert asked.findings[0].check == "relevance"
    assert asked.score == star.review(STORY).score


def test_relevance_is_not_doubted_where_it_is_there() -> None:
    """Do at most 2 in 100 of the better answers of the corpus hear that they miss their question?"""
    good = [a for a in answers() if a.level in ("middling", "strong")]
    doubted = [a for a in good if beside_the_question(sentences(a.text), a.question)]
    assert len(doubted) <= len(good) // 50
