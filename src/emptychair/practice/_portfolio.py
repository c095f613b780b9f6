"""The story portfolio: which stories to take along, what they do not answer, and which carry too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from emptychair._errors import EmptyChairError
from emptychair.practice._bank import PRINCIPLES, TOLD, Question
from emptychair.practice._bank import questions as bank
from emptychair.practice._cover import Cover, fewest_rows
from emptychair.practice._stories import Story, fit_table, principles_of

LEAST = 60
"""The fit from which a story answers a question; the reader's pass mark."""
YEARS = 3
"""Older stories are flagged: interviewers ask for something recent (third-party advice)."""
_HEAVY = 1 / 3  # of the questions; one story that answers more is used too often


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Stories set against questions. All names are titles of stories and ids of questions.

    ``fit`` has a row for every story and a column for every question. ``chosen`` are the fewest stories that answer all that can
    be answered, ``answered_by`` says which of them is best for each question, ``gaps`` are the questions that no story answers.
    ``fewest`` is a number below which no choice can be; it is smaller than the choice only where there was no time to make sure.
    """

    stories: tuple[Story, ...]
    questions: tuple[Question, ...]
    fit: tuple[tuple[int, ...], ...]
    chosen: tuple[str, ...]
    fewest: int
    answered_by: dict[str, str]
    gaps: tuple[str, ...]
    overused: tuple[str, ...]
    old: tuple[str, ...]
    undated: tuple[str, ...]
    principles: dict[str, tuple[str, ...]]

    def story(self, title: str) -> Story:
        """Find a story by its title.

        Raises:
            KeyError: there is none.
        """
        return {it.title: it for it in self.stories}[title]


def portfolio(
    stories: Sequence[Story],
    questions: Sequence[Question] | None = None,
    *,
    least: int = LEAST,
    today: date | None = None,
) -> Portfolio:
    """Set stories against questions and choose the fewest that answer them.

    Args:
        stories: the learner's stories, each with its own title.
        questions: what has to be answered; without it, every question of the bank that asks for a story.
        least: the fit from which a story answers a question.
        today: the day from which age is counted.

    Raises:
        EmptyChairError: two stories have the same title, or one has none.

    Example:
        >>> from emptychair.practice import telling
        >>> mine = [Story("Night noise", telling("nursing-night-noise", "strong").text, date(2026, 1, 5))]
        >>> portfolio(mine, today=date(2027, 1, 1)).chosen
        ('Night noise',)
    """
    titles = [it.title for it in stories]
    twice = [title for title, count in Counter(titles).items() if count > 1 or not title.strip()]
    if twice:
        raise EmptyChairError(
            f"Every story needs a title of its own; {twice[0]!r} is empty or given twice. Rename one."
        )
    asked = tuple(it for it in bank() if it.type in TOLD) if questions is None else tuple(questions)
    fit = fit_table(stories, asked)
    chosen, fewest = _choose(fit, least)
    best = {it.id: max(chosen, key=lambda row: fit[row][column], default=None) for column, it in enumerate(asked)}
    answered = {
        it.id: titles[row]
        for column, it in enumerate(asked)
        if (row := best[it.id]) is not None and fit[row][column] >= least
    }
    return Portfolio(
        stories=tuple(stories),
        questions=asked,
        fit=fit,
        chosen=tuple(titles[row] for row in chosen),
        fewest=fewest,
        answered_by=answered,
        gaps=tuple(it.id for it in asked if it.id not in answered),
        overused=_overused(answered, len(chosen)),
        old=tuple(it.title for it in stories if it.happened and is_old(it.happened, today or date.today())),
        undated=tuple(it.title for it in stories if it.happened is None),
        principles={name: tuple(it.title for it in stories if name in principles_of(it)) for name in PRINCIPLES},
    )


def _choose(fit: tuple[tuple[int, ...], ...], least: int) -> Cover:
    import numpy as np

    return fewest_rows(np.array(fit, dtype=int), least) if fit and fit[0] else Cover((), 0)


def _overused(answered: dict[str, str], chosen: int) -> tuple[str, ...]:
    """Titles that carry more than a third of the questions, and half as much again as their fair share."""
    if chosen < 2:
        return ()
    most = max(_HEAVY, 1.5 / chosen) * len(answered)
    return tuple(title for title, count in Counter(answered.values()).most_common() if count > most)


def is_old(happened: date, today: date) -> bool:
    """Is it more than three years ago?

    Example:
        >>> is_old(date(2024, 2, 29), date(2027, 2, 28)), is_old(date(2024, 2, 29), date(2027, 3, 2))
        (False, True)
    """
    return (today.year - happened.year, today.month, today.day) > (YEARS, happened.month, happened.day)
