"""What became of a mock interview: each answer judged, and three things to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean

from emptychair.feedback import Review, star
from emptychair.feedback._text import count_words
from emptychair.feedback.checks.fillers import HARMLESS, PACE, per_minute
from emptychair.practice._bank import TOLD, Question, question
from emptychair.practice._interview import Report
from emptychair.practice._mock import LONGEST, Given, Mock
from emptychair.practice._probes import probes

BAND = (90, 180)
"""Seconds of an answer around the usual advice of two minutes (third-party guides agree; Amazon publishes no length)."""
PACE_BAND = (130, 160)
"""Words a minute of ordinary speech (Griffiths 1990; Tauroza and Allison 1990)."""
_FASTEST = 300  # words a minute that nobody speaks: the clock was not running, and the text was pasted
THINGS = 3
_GOOD = 4  # level from which a part needs no work


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer with all that can be said about it.

    ``review`` is of the answer alone and ``with_replies`` the score of answer and replies together; both are ``None`` where a view
    was wanted, because the levels are levels of stories. ``pace`` (words a minute) is ``None`` for a typed answer, whose
    ``seconds`` are those that it would take to say.
    """

    question: Question
    answer: str
    seconds: int
    spoken: bool
    over_time: bool
    words: int
    pace: int | None
    fillers: float
    review: Review | None
    with_replies: int | None
    follow_ups: Report

    @property
    def length(self) -> str:
        """Say where the answer is: ``under``, ``within`` or ``over`` the band that is usually advised."""
        low, high = BAND
        return "under" if self.seconds < low else "over" if self.seconds > high else "within"


@dataclass(frozen=True, slots=True)
class MockReport:
    """All answers, the mean score of the stories among them, and what to do next."""

    began: str
    answers: tuple[Judged, ...]
    score: int | None
    next: tuple[str, ...]

    @property
    def probes(self) -> int:
        """How many follow-ups were asked."""
        return sum(len(it.follow_ups.asked) for it in self.answers)

    @property
    def survived(self) -> int:
        """How many of them the stories survived."""
        return sum(it.follow_ups.survived for it in self.answers)


def mock_report(mock: Mock) -> MockReport:
    """Judge what was said so far.

    Example:
        >>> from datetime import date
        >>> report = mock_report(Mock(date(2027, 3, 1), ("angry_customer",)).say("I rang her."))
        >>> report.answers[0].length, len(report.next)
        ('under', 3)
    """
    answers = tuple(_judged(it) for it in mock.given)
    scores = [it.review.score for it in answers if it.review]
    told = [(n, it) for n, it in enumerate(answers, 1) if it.answer]
    things = tuple(dict.fromkeys(_things(told)))[:THINGS] if told else ("Answer a question: nothing was said yet.",)
    return MockReport(
        f"{mock.began:%B} {mock.began.day}, {mock.began.year}", answers, round(mean(scores)) if scores else None, things
    )


def _judged(given: Given) -> Judged:
    asked, answer = question(given.question), given.talk.answer
    words = count_words(answer)
    spoken = given.spoken and words * 60 <= _FASTEST * given.seconds
    seconds = given.seconds if spoken else round(words * 60 / PACE)
    pace = round(words * 60 / seconds) if spoken and seconds else None
    story = asked.type in TOLD
    return Judged(
        question=asked,
        answer=answer,
        seconds=seconds,
        spoken=spoken,
        over_time=given.seconds > LONGEST["answer"][given.spoken],
        words=words,
        pace=pace,
        fillers=round(per_minute(answer, words) * (pace or PACE) / PACE, 1),
        review=star.review(answer, asked.text) if story else None,
        with_replies=star.review(given.talk.told, asked.text).score if story else None,
        follow_ups=given.talk.report(),
    )


def _things(answers: list[tuple[int, Judged]]) -> Iterator[str]:
    """What is worth most first: what is untrue or stops everything, then the weakest parts, then how it is said, then more of it."""
    for n, it in answers:
        for clash in (clash for asked in it.follow_ups.asked for clash in asked.clashes):
            yield f"{clash.message} Decide which is so, and tell it like that every time."
        for gate in it.review.gates if it.review else ():
            yield f"Question {n}: {gate.message}"
    yield from _weakest(answers)
    yield from _delivery(answers)
    for n, it in answers:
        for name in it.follow_ups.open:
            yield f"Question {n}: nothing shows {probes()[name].title} yet. Find one sentence for it."
    yield f"Tell the answer to question {answers[0][0]} again in two days, aloud, without notes."
    yield "Take another interview with questions that are one step more difficult."
    yield "Let somebody who hires people rate one of these answers, and compare."


def _weakest(answers: list[tuple[int, Judged]]) -> Iterator[str]:
    """The parts with the lowest mean level, each with the step that its lowest answer needs."""
    parts = [(n, part) for n, it in answers if it.review for part in it.review.criteria if part.next_step]
    means = {name: mean(part.level for _, part in parts if part.name == name) for name in {p.name for _, p in parts}}
    for name in sorted((it for it in means if means[it] < _GOOD), key=lambda it: (means[it], it)):
        n, part = min(((n, part) for n, part in parts if part.name == name), key=lambda pair: pair[1].level)
        yield f"{part.title}, level {part.level} in question {n}: {part.next_step}"


def _delivery(answers: list[tuple[int, Judged]]) -> Iterator[str]:
    for n, it in answers:
        if it.fillers > HARMLESS:
            yield f"Question {n}: {it.fillers:.0f} fillers a minute. Five do no harm; pause where the next one would stand."
        if it.pace and not PACE_BAND[0] <= it.pace <= PACE_BAND[1]:
            yield f"Question {n}: {it.pace} words a minute. {'Slow down' if it.pace > PACE_BAND[1] else 'Speed up'} to 130 to 160."
        if it.length != "within":
            yield f"Question {n}: {clock(it.seconds)} is {it.length} the band. Aim for two minutes, about 280 words."


def clock(seconds: int) -> str:
    """Write seconds as on a clock.

    Example:
        >>> clock(113)
        '1:53'
    """
    return f"{seconds // 60}:{seconds % 60:02d}"
