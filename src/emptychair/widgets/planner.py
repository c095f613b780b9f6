"""Planner: the day of the interview and some stories in, evenly spaced rehearsals out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair.practice import Session, calendar_ics, rehearsal_plan
from emptychair.widgets._base import Face, module, recalled, remember

SHELF, NAME = "plan", "rehearsals"
STORIES = "My first story\nMy second story\nMy third story"
MOST, LONGEST = 12, 80  # stories, and signs of a title; more is no plan anymore
SHOWN = 7


def titles(text: str) -> tuple[str, ...]:
    """Read one title a line; blank lines and doubles are left out.

    Example:
        >>> titles("The bee truck\\n\\n  Row F \\nRow F")
        ('The bee truck', 'Row F')
    """
    lines = (" ".join(line.split())[:LONGEST] for line in text.splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))[:MOST]


def planner_view(interview: date | None, first: date, stories: Sequence[str], today: date) -> dict[str, Any]:
    """Work out what the face shows on a day: a sentence where there is nothing to plan, else what comes next.

    Example:
        >>> view = planner_view(date(2027, 3, 26), date(2027, 3, 1), ["Row F", "The bee truck"], date(2027, 3, 6))
        >>> view["summary"]
        '13 rehearsals, each story every 4 days. 3 are behind you.'
        >>> view["rows"][0]
        {'day': 'Saturday, March 6', 'away': 'today', 'items': 'The bee truck'}
    """
    plan, message = _planned(interview, first, stories, today)
    ahead = [it for it in plan if it.day >= today]
    return {
        "message": message,
        "summary": _summary(plan, len(plan) - len(ahead)),
        "rows": [
            {"day": _spoken(it.day), "away": _away((it.day - today).days), "items": ", ".join(it.items)}
            for it in ahead[:SHOWN]
        ],
        "more": f"and {len(ahead) - SHOWN} more, the last one on {_spoken(ahead[-1].day)}."
        if len(ahead) > SHOWN
        else "",
        "marks": [_mark(it.day, first, interview, today) for it in plan] if interview else [],
        "ends": [_short(first), _short(interview)] if plan and interview else [],
    }


def _planned(
    interview: date | None, first: date, stories: Sequence[str], today: date
) -> tuple[tuple[Session, ...], str]:
    if interview is None:
        return (), "Choose the day of your interview. A guess will do; you can change it."
    try:
        rehearsal_plan(stories, today, interview)  # a kept plan whose day has come is refused like a new one
        return rehearsal_plan(stories, first, interview), ""
    except EmptyChairError as error:
        return (), str(error)


def _summary(plan: Sequence[Session], past: int) -> str:
    if not plan:
        return ""
    again = [it.day for it in plan if plan[0].items[0] in it.items]
    gap = (again[1] - again[0]).days if len(again) > 1 else 0
    each = f"each story every {gap} days" if gap > 1 else "each story every day" if gap else "each story once"
    one = len(plan) == 1
    behind = f" {past} {'is' if past == 1 else 'are'} behind you." if past else ""
    return f"{len(plan)} rehearsal{'' if one else 's'}, {each}.{behind}"


def _mark(day: date, first: date, interview: date, today: date) -> dict[str, Any]:
    return {"place": round(100 * (day - first).days / (interview - first).days, 2), "past": day < today}


def _spoken(day: date) -> str:
    return f"{day:%A, %B} {day.day}"


def _short(day: date) -> str:
    return f"{day:%b} {day.day}"


def _away(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


class Planner(Face):
    """The day of the interview and the stories; the plan is kept and does not move from day to day.

    Args:
        today: The day it is; the computer's own when not given.

    Example:
        >>> Planner()
        Planner: the day of the interview in, evenly spaced rehearsals out
    """

    _esm = module("planner.js")

    interview = traitlets.Unicode("").tag(sync=True)
    stories = traitlets.Unicode(STORIES).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        plan, trouble = recalled(SHELF, NAME)
        plan = plan if isinstance(plan, dict) else {}
        self._first = day_of(plan.get("first")) or self._now()
        interview, stories = day_of(plan.get("interview")), plan.get("stories")
        super().__init__(
            interview=interview.isoformat() if interview else "",
            stories=stories if isinstance(stories, str) else STORIES,
            trouble=trouble,
        )
        self.view = planner_view(interview, self._first, titles(self.stories), self._now())
        self.observe(self._plan, names=["interview", "stories"])
        self.on_msg(lambda _face, _wish, _buffers: self.send({"ics": self.calendar()}))

    def _now(self) -> date:
        return self._today or date.today()

    def _plan(self, change: Any) -> None:
        if change["name"] == "interview":
            self._first = self._now()
        self.view = planner_view(day_of(self.interview), self._first, titles(self.stories), self._now())
        if self.view["message"]:
            return
        plan = {"interview": self.interview, "first": self._first.isoformat(), "stories": self.stories}
        self.trouble = remember(SHELF, NAME, plan)

    def calendar(self) -> str:
        """Give the plan as the text of an ``.ics`` file; the empty string where there is no plan."""
        interview = day_of(self.interview)
        plan, _ = _planned(interview, self._first, titles(self.stories), self._now())
        return calendar_ics(plan, interview).decode() if plan else ""

    def describe(self) -> str:
        return "Planner: the day of the interview in, evenly spaced rehearsals out"

    def static_html(self) -> str:
        return (
            "<p><strong>Planner.</strong> Run the cell, choose the day of your interview and name your stories. "
            "Each story comes back at equal gaps until the day before.</p>"
        )


def day_of(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
