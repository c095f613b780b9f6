"""The rehearsal plan as a calendar file (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from emptychair.practice._schedule import Session
from emptychair.practice.press._draft import plain


def calendar_ics(plan: Sequence[Session], interview: date | None = None) -> bytes:
    """Give the plan as an ``.ics`` file: one all-day event a session, and the interview itself.

    Importing it again replaces the events instead of doubling them: their ids follow from day and items.

    Example:
        >>> calendar_ics([Session(date(2027, 3, 1), ("repair",))]).splitlines()[0]
        b'BEGIN:VCALENDAR'
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Empty Chair//rehearsal calendar//EN")
    calendar.add("version", "2.0")
    for session in plan:
        items = tuple(map(plain, session.items))
        calendar.add_component(_event(session.day, "Rehearse: " + _listed(items), "\n".join(items)))
    if interview:
        calendar.add_component(_event(interview, "Interview", ""))
    written: bytes = calendar.to_ical()
    return written


def _event(day: date, summary: str, description: str):  # type: ignore[no-untyped-def]  # an icalendar.Event, imported inside
    from icalendar import Event

    event = Event()
    # not the time of writing: the same plan gives the same bytes
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add(
        "uid",
        hashlib.sha256(f"{day}\n{summary}\n{description}".encode()).hexdigest()[:32] + "@emptychair",
    )
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    if description:
        event.add("description", description)
    event.add("transp", "TRANSPARENT")  # a rehearsal does not make the day busy
    return event


def _listed(items: tuple[str, ...]) -> str:
    return ", ".join(items[:3]) + (f" and {len(items) - 3} more" if len(items) > 3 else "")
