"""Topics of questions: what must be heard, what must not."""

import pytest
from feedback.prfaq.questions import EXTERNAL as ASKED_BY_CUSTOMERS
from feedback.prfaq.questions import INTERNAL as ASKED_BY_US

from emptychair.feedback.prfaq._topics import EXTERNAL, INTERNAL, leaning, topics

OUTSIDE = [(question, topic) for topic, some in ASKED_BY_CUSTOMERS.items() for question in some]
INSIDE = [(question, topic) for topic, some in ASKED_BY_US.items() for question in some]


@pytest.mark.parametrize(("question", "topic"), OUTSIDE)
def test_topic_is_heard_when_a_customer_asks(question: str, topic: str) -> None:
    """Is the topic heard from the question alone, and the question not taken for one of ours?"""
    assert topic in topics(question, "", EXTERNAL)
    assert leaning(question, "") <= 0


@pytest.mark.parametrize(("question", "topic"), INSIDE)
def test_topic_is_heard_when_the_room_asks(question: str, topic: str) -> None:
    """Is the topic heard from the question alone, and the question not taken for a customer's?"""
    assert topic in topics(question, "", INTERNAL)
    assert leaning(question, "") >= 0


def test_topics_are_all_asked_for() -> None:
    """Does the table of questions leave no topic out?"""
    assert set(ASKED_BY_CUSTOMERS) == set(EXTERNAL)
    assert set(ASKED_BY_US) == set(INTERNAL)


def test_topic_is_heard_in_the_answer_when_the_question_says_nothing() -> None:
    """Does "And the others?" take after its answer?"""
    assert topics("And the others?", "$12 a month or $120 a year, free for teachers.", EXTERNAL) == ("price",)


def test_topic_is_not_heard_when_nothing_speaks_for_one() -> None:
    """Does a question about something else stay without a topic?"""
    assert topics("Is the sky blue?", "Yes.", EXTERNAL) == ()
