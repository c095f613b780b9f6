"""What a report says: levels, length, pace, fillers, follow-ups, and three things to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from emptychair.practice import Mock, mock_report, questions, telling
from emptychair.practice._mock_report import clock
from emptychair.practice._mock_sheet import scored

DAY = date(2027, 3, 1)
STRONG, MIDDLING, WEAK = (telling("rail-holdrege-standstill", level).text for level in ("strong", "middling", "weak"))
VIEW = questions(type="opinion")[0].id


def ended(text: str, seconds: int = 0, *, spoken: bool = False, asked: str = "angry_customer", reply: str = "") -> Mock:
    """An interview of one question with the same reply to every follow-up."""
    mock = Mock(DAY, (asked,)).say(text, seconds, spoken=spoken)
    while mock.phase == "follow_up":
        mock = mock.say(reply)
    return mock


def test_tellings_in_order() -> None:
    """Does the stronger telling score more, and is its first thing to do another one?"""
    reports = [mock_report(ended(text)) for text in (WEAK, MIDDLING, STRONG)]
    scores = [it.score or 0 for it in reports]
    assert scores == sorted(scores)
    assert len({it.next[0] for it in reports}) == 3
    assert "no act of your own" in reports[0].next[0]


@pytest.mark.parametrize("text", ["", "x", WEAK, MIDDLING, STRONG, "🙂 " * 40])
@pytest.mark.parametrize("asked", ["angry_customer", VIEW])
def test_there_are_three_things_to_do(text: str, asked: str) -> None:
    """Are there always three different things, or one where nothing was said?"""
    found = mock_report(ended(text, asked=asked)).next
    assert len(set(found)) == len(found) == (3 if text else 1)


@pytest.mark.parametrize(
    ("words", "seconds", "pace", "length"),
    [(280, 120, 140, "within"), (280, 60, 280, "under"), (300, 200, 90, "over"), (200, 90, 133, "within")],
)
def test_pace_of_a_spoken_answer(words: int, seconds: int, pace: int, length: str) -> None:
    """Do time and words give the pace, and the clock the length?"""
    (it,) = mock_report(ended("word " * words, seconds, spoken=True)).answers
    assert (it.pace, it.length, it.seconds) == (pace, length, seconds)


@pytest.mark.parametrize(("seconds", "told"), [(100, "Slow down"), (155, ""), (220, "Speed up")])
def test_pace_that_is_worth_a_word(seconds: int, told: str) -> None:
    """Is a pace outside 130 to 160 words a minute one of the things to do, and one inside it none?"""
    things = " ".join(mock_report(ended(STRONG, seconds, spoken=True)).next)
    assert ("words a minute" in things) is bool(told)
    assert told in things


def test_clock_that_was_hardly_started_gives_no_pace() -> None:
    """Is a text pasted after three seconds on the clock not told that it was spoken at 5,600 words a minute?"""
    (it,) = mock_report(ended("word " * 280, 3, spoken=True)).answers
    assert (it.pace, it.spoken, it.seconds, it.length) == (None, False, 120, "within")


def test_typed_answer_has_no_pace() -> None:
    """Is its length that of saying it, however long the typing took?"""
    (it,) = mock_report(ended("word " * 280, 1_000)).answers
    assert (it.pace, it.seconds, it.length, it.over_time) == (None, 120, "within", True)


def test_fillers_are_counted_against_the_clock() -> None:
    """Are ten fillers in a minute ten a minute, and five when one took two minutes?"""
    text = "I rang her, um, and she came back. " * 10
    fast, slow = (mock_report(ended(text, seconds, spoken=True)).answers[0].fillers for seconds in (60, 120))
    assert fast == pytest.approx(10, abs=0.6)
    assert slow == pytest.approx(5, abs=0.6)


def test_clash_comes_first() -> None:
    """Is a reply that contradicts the story the first thing to see to?"""
    report = mock_report(
        ended(MIDDLING, reply="There were about 240 people on a train that stood still outside Holdrege.")
    )
    assert "186" in report.next[0]
    assert not report.answers[0].follow_ups.asked[0].survived


def test_replies_that_lift_the_answer() -> None:
    """Does the answer with its replies read better, where they supply what was missing?"""
    reply = (
        "I decided against waiting, because he could die. "
        "At the other train, where nothing was changed, complaints stayed at 41 a month."
    )
    (it,) = mock_report(ended(MIDDLING, reply=reply)).answers
    assert it.review is not None
    assert (it.with_replies or 0) > it.review.score
    assert "say those things at once" in scored(it)


def test_replies_that_only_fill_time() -> None:
    """Is nobody told to say at once what no follow-up was answered by, even where more words lift the score?"""
    (it,) = mock_report(
        ended(WEAK, reply="Well, it was a long evening, and the weather was bad as well. " * 12)
    ).answers
    told_late = replace(it, with_replies=100)
    assert it.follow_ups.survived == 0
    assert "at once" not in scored(told_late)


def test_view_has_no_levels() -> None:
    """Is an opinion judged by its follow-ups alone?"""
    report = mock_report(ended("I think that it matters, since customers decide.", asked=VIEW))
    assert (report.score, report.answers[0].review, report.answers[0].with_replies) == (None, None, None)
    assert report.probes >= 1


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59, "0:59"), (60, "1:00"), (605, "10:05")])
def test_clock(seconds: int, said: str) -> None:
    """Is it written as on a clock?"""
    assert clock(seconds) == said
