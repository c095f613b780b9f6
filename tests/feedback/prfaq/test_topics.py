"""Topics of questions: what must be heard, what must not."""

import pytest

from emptychair.feedback.prfaq._topics import EXTERNAL, INTERNAL, leaning, topics


@pytest.mark.parametrize(
    ("question", "answer", "topic"),
    [
        ("Who can join?", "Groups of 6 to 15 adults.", "who"),
        ("How much is it?", "$12 a month.", "price"),
        ("I already have an app that does this. Why change?", "If it works for you, keep it.", "alternative"),
        ("Where do I sign up?", "At any branch.", "where_to_start"),
        ("Whom do I call at night?", "A dispatcher answers.", "help"),
        ("Does my employer see my messages?", "No. Nobody sees them.", "privacy"),
    ],
)
def test_topic_is_heard_when_a_customer_asks(question: str, answer: str, topic: str) -> None:
    """Is the topic found, and the question put on the customers' side?"""
    assert topic in topics(question, answer, EXTERNAL)
    assert leaning(question, answer) < 0


@pytest.mark.parametrize(
    ("question", "answer", "topic"),
    [
        ("How large is the market?", "There are 2,400 bakeries.", "tam"),
        ("What do we know from the pilot?", "The wait fell from 52 days to 4.", "evidence"),
        ("What will the big vendors do within 90 days?", "They can add a screen.", "competitors"),
        ("What could go wrong for us?", "High: a bill is false.", "risk"),
        ("On whom do we depend?", "On one bank.", "dependencies"),
        ("What do we leave out?", "Loans.", "not_building"),
        ("Which decision can we not take back?", "The mold.", "one_way_doors"),
        ("Why now?", "The law changed in January.", "why_now"),
        ("Who owns it?", "Noor Haddad, full time.", "owner"),
    ],
)
def test_topic_is_heard_when_the_room_asks(question: str, answer: str, topic: str) -> None:
    """Is the topic found, and the question put on our side?"""
    assert topic in topics(question, answer, INTERNAL)
    assert leaning(question, answer) > 0


def test_topic_is_not_heard_when_nothing_speaks_for_one() -> None:
    """Does a question about something else stay without a topic?"""
    assert topics("Is the sky blue?", "Yes.", EXTERNAL) == ()
