"""Planner: the date of the interview in, evenly spaced rehearsals out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import traitlets

from emptychair._errors import EmptyChairError
from emptychair._progress import keep, kept
from emptychair.widgets._base import Face, module

SHELF, NAME = "plan", "rehearsals"
FEWEST, USUAL, MOST = 3, 7, 12
FARTHEST = 730  # days; whoever plans for longer has time to plan again

_FIRST = "Write down three true stories, one line each. Tell one aloud and mend its first card."
_MIDDLE = "Three questions from earlier pages without looking, then one story aloud against the clock."
_LAST = "Only the first sentence of each story, aloud. Stop after twenty minutes and sleep."


def rehearsals(first: date, interview: date, count: int = USUAL) -> tuple[date, ...]:
    """Space rehearsals evenly from the first day to the day before the interview, one a day at most.

    Gaps differ by one day where the days do not divide. Equal gaps do as well as growing ones and are easier to keep
    (Latimier, Peyre and Ramus 2021).

    Example:
        >>> [day.day for day in rehearsals(date(2027, 3, 1), date(2027, 3, 26), 7)]
        [1, 5, 9, 13, 17, 21, 25]
        >>> rehearsals(date(2027, 3, 1), date(2027, 3, 1))
        ()
    """
    days = (interview - first).days  # of which the last is the day before the interview
    gaps = min(count, days) - 1
    if gaps < 1:
        return (first,) if days > 0 else ()
    return tuple(first + timedelta((2 * i * (days - 1) + gaps) // (2 * gaps)) for i in range(gaps + 1))


def planner_view(interview: date | None, first: date, count: int, today: date) -> dict[str, Any]:
    """Work out what the face shows on a day.

    Example:
        >>> view = planner_view(date(2027, 3, 26), date(2027, 3, 1), 7, date(2027, 3, 6))
        >>> view["summary"], view["next"]
        ('7 rehearsals, one every 4 days.', 'Next: Tuesday, March 9, in 3 days.')
    """
    message = _refusal(interview, today)
    days = rehearsals(first, interview, count) if interview and not message else ()
    return {
        "interview": interview.isoformat() if interview else "",
        "count": count,
        "low": FEWEST,
        "high": MOST,
        "message": message,
        "summary": _summary(days),
        "next": _next(days, today),
        "rows": [_row(i, day, days, interview, today) for i, day in enumerate(days)] if interview else [],
    }


def _refusal(interview: date | None, today: date) -> str:
    if interview is None:
        return "Choose the day of your interview. A guess will do; you can change it."
    left = (interview - today).days
    if left < 0:
        return "That day has passed. Choose a later one."
    if left == 0:
        return "That is today. Nothing to rehearse anymore; read your first sentences once and go."
    return "That is more than two years away. Choose a nearer day." if left > FARTHEST else ""


def _summary(days: tuple[date, ...]) -> str:
    gaps = sorted({(later - day).days for day, later in zip(days, days[1:], strict=False)})
    if not gaps:
        return "One rehearsal." if days else ""
    every = "day" if gaps == [1] else f"{' or '.join(map(str, gaps))} days"
    return f"{len(days)} rehearsals, one every {every}."


def _next(days: tuple[date, ...], today: date) -> str:
    ahead = [day for day in days if day >= today]
    return f"Next: {_spoken(ahead[0])}, {_away((ahead[0] - today).days)}." if ahead else ""


def _row(i: int, day: date, days: tuple[date, ...], interview: date, today: date) -> dict[str, Any]:
    last = day == days[-1] and len(days) > 1
    before = (interview - day).days
    return {
        "day": _spoken(day),
        "before": f"{before} day{'' if before == 1 else 's'} before",
        "what": _FIRST if i == 0 else _LAST if last else _MIDDLE,
        "place": round(100 * (day - days[0]).days / (interview - days[0]).days, 2),
        "state": "past" if day < today else "next" if day == min(it for it in days if it >= today) else "",
    }


def _spoken(day: date) -> str:
    return f"{day:%A, %B} {day.day}"


def _away(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


class Planner(Face):
    """The day of the interview and how many rehearsals; the plan is kept and does not move from day to day.

    Args:
        today: The day it is; the computer's own when not given.

    Example:
        >>> Planner()
        Planner: the day of the interview in, evenly spaced rehearsals out
    """

    _esm = module("planner.js")

    interview = traitlets.Unicode("").tag(sync=True)
    count = traitlets.Int(USUAL).tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        interview, self._first, count, trouble = _kept(self._now())
        super().__init__(
            interview=interview.isoformat() if interview else "",
            count=count,
            view=planner_view(interview, self._first, count, self._now()),
            trouble=trouble,
        )
        self.observe(self._plan, names=["interview", "count"])

    def _now(self) -> date:
        return self._today or date.today()

    def _plan(self, change: Any) -> None:
        interview = _day(self.interview)
        count = min(max(self.count, FEWEST), MOST)
        if change["name"] == "interview":
            self._first = self._now()
        self.view = planner_view(interview, self._first, count, self._now())
        if interview and not self.view["message"]:
            plan = {"interview": interview.isoformat(), "first": self._first.isoformat(), "count": count}
            try:
                keep(SHELF, NAME, plan)
            except EmptyChairError as error:
                self.trouble = f"Not kept for later: {error}"

    def describe(self) -> str:
        return "Planner: the day of the interview in, evenly spaced rehearsals out"

    def static_html(self) -> str:
        return (
            "<p><strong>Planner.</strong> Run the cell and choose the day of your interview. The plan has a first rehearsal today, "
            f"a last one on the day before, and equal gaps between; {USUAL} rehearsals unless you choose otherwise.</p>"
        )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _kept(today: date) -> tuple[date | None, date, int, str]:
    try:
        plan, trouble = kept(SHELF).get(NAME), ""
    except EmptyChairError as error:
        plan, trouble = None, str(error)
    entries = plan if isinstance(plan, dict) else {}
    interview, first, count = (entries.get(name) for name in ("interview", "first", "count"))
    if not isinstance(count, int) or not FEWEST <= count <= MOST:
        count = USUAL
    return _day(interview), _day(first) or today, count, trouble
