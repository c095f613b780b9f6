"""Stories set against questions."""

from __future__ import annotations

import dataclasses
import time
from datetime import date

import pytest

from emptychair import EmptyChairError
from emptychair.practice import (
    PRINCIPLES,
    Story,
    answers,
    portfolio,
    principles_of,
    question,
    questions,
    story_fit,
    telling,
)

NIGHT = Story("Night noise", telling("nursing-night-noise", "strong").text, date(2026, 10, 1))
VAGUE = Story("A vague one", telling("nursing-night-noise", "weak").text, date(2019, 5, 1))
TODAY = date(2027, 1, 1)


def test_principles_that_stories_show() -> None:
    """Does every principle of the bank say what a story has to show, and does a strong story show more of them?"""
    assert set(principles_of(NIGHT)) <= set(PRINCIPLES)
    assert len(principles_of(NIGHT)) > len(principles_of(VAGUE))


@pytest.mark.parametrize("scenario", [it.scenario for it in answers() if it.level == "strong"][::40])
def test_fit_of_weak_and_strong(scenario: str) -> None:
    """Does the stronger telling of the same facts fit at least as well?"""
    weak, strong = (Story("It", telling(scenario, level).text) for level in ("weak", "strong"))
    told = questions(type="story")[::9]
    assert all(story_fit(weak, it) <= story_fit(strong, it) for it in told)


def test_fit_when_the_subject_is_missing() -> None:
    """Does a story without anybody angry answer a question about one less well, unless the learner says that it does?"""
    angry = question("angry_customer")
    calm = Story("Calm", "I rang all 40 customers, because the list was wrong. Calls fell from 40 a week to 9 a week.")
    upset = dataclasses.replace(calm, text="The customers were furious. " + calm.text)
    assert story_fit(calm, angry) < story_fit(upset, angry)
    assert story_fit(dataclasses.replace(calm, fits=frozenset({"angry_customer"})), angry) == 100


def test_portfolio_when_chosen() -> None:
    """Does it answer what can be answered, from chosen stories only, and name the rest as gaps?"""
    found = portfolio([NIGHT, VAGUE], today=TODAY)
    assert found.chosen == ("Night noise",)
    assert set(found.answered_by.values()) == {"Night noise"}
    assert set(found.answered_by) | set(found.gaps) == {it.id for it in found.questions}
    assert not set(found.answered_by) & set(found.gaps)
    assert found.story("Night noise") is NIGHT
    assert found.old == ("A vague one",)


@pytest.mark.parametrize(
    ("happened", "old"),
    [(date(2024, 1, 1), False), (date(2023, 12, 31), True), (date(2026, 12, 31), False), (date(2020, 6, 1), True)],
)
def test_portfolio_when_a_story_ages(happened: date, old: bool) -> None:
    """Is a story of more than three years flagged, to the day, and one without a date named as such?"""
    found = portfolio([dataclasses.replace(NIGHT, happened=happened), Story("Some day", VAGUE.text)], today=TODAY)
    assert (found.old == ("Night noise",)) is old
    assert found.undated == ("Some day",)


def test_portfolio_when_one_story_carries_too_much() -> None:
    """Is a story that answers most of the questions named?"""
    told = questions(type="story")[:10]
    one = Story("Always", "It was.", fits=frozenset(it.id for it in told[:9]))
    two = Story("Once", "It was too.", fits=frozenset({told[9].id}))
    found = portfolio([one, two], told, today=TODAY)
    assert found.chosen == ("Always", "Once")
    assert found.overused == ("Always",)


def test_portfolio_of_sixty_stories() -> None:
    """Is it made in less than a second for every question of the bank, once the reader has read the stories?"""
    told = [it for it in answers() if it.level in ("middling", "strong")][::10][:60]
    sixty = [Story(f"{it.scenario} {it.level}", it.text) for it in told]
    first = portfolio(sixty, questions(), today=TODAY)
    start = time.process_time()
    again = portfolio(sixty, questions(), today=TODAY)
    assert time.process_time() - start < 1
    assert again == first
    assert 1 < len(first.chosen) < 30


@pytest.mark.parametrize("stories", [[], [Story("Empty", "")]])
def test_portfolio_when_there_is_nothing(stories: list[Story]) -> None:
    """Is everything a gap, and nothing an error?"""
    found = portfolio(stories, today=TODAY)
    assert (found.chosen, found.answered_by) == ((), {})
    assert len(found.gaps) == len(found.questions)


@pytest.mark.parametrize("titles", [("One", "One"), ("", "Two"), ("  ", "Two")])
def test_portfolio_when_titles_are_not_told_apart(titles: tuple[str, str]) -> None:
    """Is it an error that names the title?"""
    with pytest.raises(EmptyChairError, match="needs a title of its own"):
        portfolio([Story(title, "It was.") for title in titles])
