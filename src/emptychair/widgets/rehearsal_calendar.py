"""RehearsalCalendar: the stories of the portfolio on the days up to the interview, and which of them hold by now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

import traitlets

from emptychair.practice import Attempt, calendar_ics
from emptychair.widgets import planner, story_portfolio
from emptychair.widgets._base import Face, module, recalled, remember
from emptychair.widgets._calendar_view import calendar_view, planned

SHELF, NAME = "rehearsed", "attempts"
MOST = 2_000  # attempts; the oldest go first, and only the last five of an item count


class RehearsalCalendar(Face):
    """The rehearsals to come, a mark for each that was held, and what is mastered. It shares its plan with the Planner.

    Args:
        stories: titles to rehearse; without them those of the Planner, or of the portfolio where the Planner has none.
        today: the day it is; the computer's own when not given.

    Example:
        >>> RehearsalCalendar(["Night noise", "Fuel cards"])
        RehearsalCalendar: 2 stories to rehearse at equal gaps up to the interview
    """

    _esm = module("rehearsal_calendar.js", "save_file.js")

    interview = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, stories: Sequence[str] = (), today: date | None = None) -> None:
        self._today = today
        self._given = planner.titles("\n".join(stories))
        kept_plan, trouble = recalled(planner.SHELF, planner.NAME)
        self._plan = kept_plan if isinstance(kept_plan, dict) else {}
        self._first = planner.day_of(self._plan.get("first")) or self._now()
        attempts, other = recalled(SHELF, NAME)
        self._attempts = attempts_from(attempts)
        interview = planner.day_of(self._plan.get("interview"))
        super().__init__(interview=interview.isoformat() if interview else "", trouble=trouble or other)
        self.view = self._look()
        self.observe(self._move, names=["interview"])
        self.on_msg(lambda _face, wish, _buffers: self._act(wish))

    @property
    def items(self) -> tuple[str, ...]:
        """What is rehearsed: what the lesson names, else what the Planner has, else the portfolio."""
        written = str(self._plan.get("stories") or planner.STORIES)
        if self._given or written != planner.STORIES:
            return self._given or planner.titles(written)
        rows, _ = recalled(story_portfolio.SHELF, story_portfolio.NAME)
        return planner.titles("\n".join(it.title for it in story_portfolio.stories_from(rows))) or planner.titles(
            written
        )

    def _now(self) -> date:
        return self._today or date.today()

    def _look(self) -> dict[str, Any]:
        return calendar_view(self.items, self._first, planner.day_of(self.interview), self._now(), self._attempts)

    def _move(self, _change: object) -> None:
        """Another day of the interview is another plan, from today on."""
        self._first = self._now()
        self.view = self._look()
        if not self.view["message"]:
            plan = {
                "interview": self.interview,
                "first": self._first.isoformat(),
                "stories": self._plan.get("stories") or "\n".join(self.items),
            }
            self._plan = plan
            self.trouble = remember(planner.SHELF, planner.NAME, plan)

    def _act(self, wish: dict[str, Any]) -> None:
        if wish.get("act") == "ics":
            self.send({"file": {"name": "rehearsals.ics", "type": "text/calendar", "text": self.calendar()}})
        elif wish.get("act") == "held" and wish.get("item") in self.items and isinstance(wish.get("right"), bool):
            self._attempts = (*self._attempts, Attempt(wish["item"], self._now(), wish["right"]))[-MOST:]
            self._keep()
        elif wish.get("act") == "undo":
            last = next((it for it in reversed(self._attempts) if it.item == wish.get("item")), None)
            if last and last.day == self._now():
                at = len(self._attempts) - 1 - self._attempts[::-1].index(last)
                self._attempts = (*self._attempts[:at], *self._attempts[at + 1 :])
                self._keep()

    def _keep(self) -> None:
        rows = [{"item": it.item, "day": it.day.isoformat(), "right": it.right} for it in self._attempts]
        self.trouble = remember(SHELF, NAME, rows)
        self.view = self._look()

    def calendar(self) -> str:
        """Give the plan as the text of an ``.ics`` file; the empty string where there is no plan."""
        interview = planner.day_of(self.interview)
        plan, _ = planned(self.items, self._first, interview, self._now())
        return calendar_ics(plan, interview).decode() if plan else ""

    def describe(self) -> str:
        count = len(self._given)
        named = f"{count} {'story' if count == 1 else 'stories'}" if count else "stories"
        return f"RehearsalCalendar: {named} to rehearse at equal gaps up to the interview"

    def static_html(self) -> str:
        named = "".join(f"<li>{escape(it)}</li>" for it in self._given)
        return (
            "<p><strong>RehearsalCalendar.</strong> Run the cell and choose the day of your interview. Each story comes back at "
            f"equal gaps; a story that held four times out of five, on two days, is mastered.</p>{f'<ul>{named}</ul>' if named else ''}"
        )


def attempts_from(rows: object) -> tuple[Attempt, ...]:
    """Read what was kept; an edited file may say anything."""
    found = []
    for row in rows if isinstance(rows, list) else []:
        day = planner.day_of(row.get("day")) if isinstance(row, dict) else None
        if day and isinstance(row.get("item"), str) and isinstance(row.get("right"), bool):
            found.append(Attempt(row["item"], day, row["right"]))
    return tuple(found)
