"""What the face of the rehearsal calendar shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.practice import Attempt, Session, mastered, rehearsal_plan
from emptychair.practice._schedule import DAYS, MASTERED, OUT_OF

WEEKS = 6  # shown; the calendar file has all


def planned(items: Sequence[str], first: date, interview: date | None, today: date) -> tuple[tuple[Session, ...], str]:
    """Give the plan, or a sentence that says why there is none."""
    if interview is None:
        return (), "Choose the day of your interview. A guess will do; you can change it."
    try:
        rehearsal_plan(items, today, interview)  # a kept plan whose day has come is refused like a new one
        return rehearsal_plan(items, min(first, today), interview), ""
    except EmptyChairError as error:
        return (), str(error)


def calendar_view(
    items: Sequence[str], first: date, interview: date | None, today: date, attempts: Sequence[Attempt]
) -> dict[str, Any]:
    """Work out what the face shows on a day.

    Example:
        >>> view = calendar_view(["Row F"], date(2027, 3, 1), date(2027, 3, 15), date(2027, 3, 3), [])
        >>> view["today"], view["next"]
        ([{'item': 'Row F', 'marks': [], 'held': None, 'state': 'not rehearsed yet'}], 'The next rehearsal is today.')
    """
    plan, message = planned(items, first, interview, today)
    due = {it.day: it.items for it in plan}
    ahead = [it for it in plan if it.day > today]
    held = mastered(attempts)
    told = {(it.item, it.day) for it in attempts}
    left = any((it, today) not in told for it in due.get(today, ()))
    return {
        "message": message,
        "summary": f"{len(held & {*items})} of {len(items)} mastered. Mastered is {MASTERED} of the last {OUT_OF} held, "
        f"on at least {DAYS} days.",
        "today": [_item(it, attempts, held, today) for it in due.get(today, ())],
        "others": [_item(it, attempts, held, today) for it in items if it not in due.get(today, ())],
        "next": f"The next rehearsal is {'today' if left else f'on {_spoken(ahead[0].day)}'}." if left or ahead else "",
        "weeks": _weeks(due, today, interview, told) if plan and interview else [],
        "more": _more(ahead, today),
    }


def _item(item: str, attempts: Sequence[Attempt], held: frozenset[str], today: date) -> dict[str, Any]:
    tries = [it for it in sorted(attempts, key=lambda it: it.day) if it.item == item]
    last = tries[-OUT_OF:]
    right = sum(it.right for it in last)
    state = "mastered" if item in held else f"{right} of {len(last)} held" if last else "not rehearsed yet"
    now = [it.right for it in tries if it.day == today]
    return {"item": item, "marks": [it.right for it in last], "held": now[-1] if now else None, "state": state}


def _weeks(
    due: dict[date, tuple[str, ...]], today: date, interview: date, told: set[tuple[str, date]]
) -> list[dict[str, Any]]:
    """Whole weeks from the one that today is in, up to the interview."""
    monday = today - timedelta(today.weekday())
    count = min(WEEKS, (interview - monday).days // 7 + 1)
    done = {day for _, day in told if all((it, day) in told for it in due.get(day, ()))}
    days = [[monday + timedelta(7 * week + n) for n in range(7)] for week in range(count)]
    return [
        {"head": f"{it[0]:%b} {it[0].day}", "days": [_day(day, due, today, interview, done) for day in it]}
        for it in days
    ]


def _day(day: date, due: dict[date, tuple[str, ...]], today: date, interview: date, done: set[date]) -> dict[str, Any]:
    items = due.get(day, ())
    words = ["today"] * (day == today) + ["interview"] * (day == interview) + ["rehearsed"] * (day in done)
    return {"day": day.day, "spoken": _spoken(day), "items": list(items), "words": words, "past": day < today}


def _more(ahead: Sequence[Session], today: date) -> str:
    monday = today - timedelta(today.weekday())
    later = [it for it in ahead if (it.day - monday).days >= 7 * WEEKS]
    return f"And {len(later)} more later, the last one on {_spoken(later[-1].day)}." if later else ""


def _spoken(day: date) -> str:
    return f"{day:%A, %B} {day.day}"
