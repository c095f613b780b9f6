"""Does the story answer what was asked?"""

from __future__ import annotations

import pytest
from feedback.star import texts

from emptychair.feedback import star
from emptychair.feedback.star._relevance import _themes, missing
from emptychair.practice import answers

NO = "Tell me about a time you said no to a customer."
PRICE = "Tell me about a time you put a customer ahead of short-term revenue."
WRONG = "Tell me about a time you failed a customer."
BOSS = "Describe a time when you disagreed with your manager about what was right for a customer."
SKILL = "Tell me about a time you learned a new technical skill in order to serve your users."
PUPIL = "Tell me about a time you mentored somebody on your team."
ANGER = "Tell me about the angriest customer you have had."
FIRED = "Tell me about a time you had to let a member of your team go."
LATE = "Tell me about a time you missed a deadline. How did you tell your stakeholders?"
MOTIVES = "Why do you want to work here?"
QUARREL = "Describe a conflict and how you resolved it."
COLLEAGUE = "Tell me about a difficult coworker."
BARGAIN = "Tell me about a negotiation you are proud of."
HIRED = "Tell me about the best person you have hired."
SPEECH = "Tell me about a presentation that went badly."
RIVAL = "When did a competitor surprise you?"
POSTED = "When has a customer complained about you where everybody could read it?"
GAMBLE = "Tell me about a bold bet that failed."
ALLOWED = "Tell me about a time you acted without your manager's approval."
OVERRULED = "Tell me about a time you were overruled."
PEERS = "Tell me about a time you helped a colleague who was struggling."
SILENT = "Tell me about a customer you could not reach."
ROBOT = "Tell me about something you automated."
STOPPED = "Describe a project that you had to stop."
BREACH = "Describe a security incident."
DARK = "Tell me about a decision you made with incomplete information."
TONGUE = "Tell me about working with people from a different culture."
STORY = (
    "In May a guest asked for a map of the trails. I drew one by hand and hung it at the desk. Everybody uses it today."
)


ANSWERED = (
    (NO, "I told her that this could not be done."),
    (PRICE, "It meant 300 dollars less for us that month."),
    (WRONG, "I had given her the wrong one in April."),
    (BOSS, "My manager wanted a printed one, and I told her that I did not agree."),
    (SKILL, "I had never drawn a map before and read a book about it that night."),
    (PUPIL, "Our new colleague drew the next one, and I taught him how."),
    (ANGER, "He had shouted at me the day before."),
    (FIRED, "I told him that his results were too poor and that his contract was not renewed."),
    (LATE, "It was late all the same, and I told the office on Monday."),
    (MOTIVES, "I want to learn how you do this for a million guests."),
    (QUARREL, "My neighbor at the desk and I argued about it for a week."),
    (COLLEAGUE, "My colleague hid it from me."),
    (BARGAIN, "In return for the wall I gave them a discount of 40 dollars."),
    (HIRED, "Of nine applicants I took the one who asked most."),
    (SPEECH, "In the evening I spoke to sixty of them, with three slides."),
    (RIVAL, "The hotel next door had none."),
    (POSTED, "She had put a review of one star on it."),
    (GAMBLE, "It was a risk, and it was wrong."),
    (ALLOWED, "I had not asked my manager, and told her a week later."),
    (OVERRULED, "The manager took it down."),
    (PEERS, "The night shift had asked me for it, and I taught them how."),
    (SILENT, "He never answered, so I knocked at his door."),
    (ROBOT, "A script prints one for each guest."),
    (STOPPED, "In June I stopped it, because of the printed one."),
    (BREACH, "Somebody had stolen the old one with the codes of the safe."),
    (DARK, "Nobody could say which trails were open, so I guessed."),
    (TONGUE, "She came from a village in Portugal and I had it translated."),
)


@pytest.mark.parametrize(("question", "answered"), ANSWERED)
def test_relevance(question: str, answered: str) -> None:
    """Is it said that the story has none of what was asked for, and not said once it has?"""
    found = missing(STORY, question)
    assert found is not None
    assert found.message.endswith("?")
    assert missing(STORY + " " + answered, question) is None


def test_relevance_in_the_review() -> None:
    """Does the learner read it first, and does a story that is long enough to have come to the point stay below the pass mark?"""
    for story in (STORY, texts.STRONG):
        asked = star.review(story, PUPIL)
        assert asked.findings[0].check == "relevance"
        assert [it.severity for it in asked.findings].count("essential") == 1  # one thing comes first
        assert ("wrong_question" in {gate.name for gate in asked.gates}) == (story is texts.STRONG)


def test_relevance_of_which_the_reader_is_not_sure() -> None:
    """Is there only a remark where a story can show the thing in too many ways?"""
    asked = star.review(STORY, ANGER)
    assert asked.findings[0].check == "relevance"
    assert asked.score == star.review(STORY).score


def test_relevance_of_the_opposite() -> None:
    """Is the reader sure that there was no anger where the customer smiled, and silent where the smile followed it?"""
    gentle = missing(STORY + " She smiled at me.", ANGER)
    assert gentle is not None
    assert gentle.sure
    assert missing(STORY + " She smiled at me. Before, she had shouted.", ANGER) is None


def test_every_theme_is_tried() -> None:
    """Would the removal of any theme be noticed?"""
    tried = {
        it for it in _themes() for question, _ in ANSWERED if it.asked.search(question) and not it.told.search(STORY)
    }
    assert tried == set(_themes())


@pytest.mark.parametrize(
    "question",
    [
        None,
        "",
        "How have you put customers first?",
        "Tell me about a customer you still think about.",
        "Tell me about a time you listened to a complaint that others were dismissing.",
    ],
)
def test_relevance_of_a_general_question(question: str | None) -> None:
    """Does every story answer a question that asks for nothing in particular?"""
    assert missing(STORY, question) is None


def test_relevance_is_not_doubted_where_it_is_there() -> None:
    """Are at most 2 in 100 of the better answers of the corpus told that they miss their question, and none refused for it?"""
    good = [a for a in answers() if a.level in ("middling", "strong")]
    doubted = [theme for a in good if (theme := missing(a.text, a.question))]
    assert len(doubted) <= len(good) // 50
    assert not [theme for theme in doubted if theme.sure]


def test_relevance_is_doubted_of_other_stories() -> None:
    """Is at least every fourth of the strong answers refused as an answer to a question for a no?"""
    other = [a for a in answers() if a.level == "strong" and missing("", a.question) is None]
    refused = [a for a in other if (theme := missing(a.text, NO)) and theme.sure]
    assert len(refused) >= len(other) / 4
