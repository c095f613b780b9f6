"""The calendar file, read back by the library that calendars use."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from emptychair.practice import Session, calendar_ics, rehearsal_plan

TODAY, INTERVIEW = date(2027, 3, 1), date(2027, 3, 22)


def events(data: bytes) -> list[tuple[date, date, str]]:
    """Start, end and summary of every event."""
    found = Calendar.from_ical(data).walk("VEVENT")
    return [(it.decoded("dtstart"), it.decoded("dtend"), str(it["summary"])) for it in found]


def test_calendar_when_read_back() -> None:
    """Is there one all-day event a session, and one for the interview?"""
    plan = rehearsal_plan(["angry_customer", "said_no"], TODAY, INTERVIEW)
    found = events(calendar_ics(plan, INTERVIEW))
    assert [start for start, _, _ in found] == [*(it.day for it in plan), INTERVIEW]
    assert all(end - start == timedelta(days=1) for start, end, _ in found)
    assert found[-1][2] == "Interview"
    assert found[0][2] == "Rehearse: angry_customer"


def test_calendar_when_written_twice() -> None:
    """Are the bytes the same, every id different, and does each line keep to 75 octets?"""
    plan = rehearsal_plan([f"a question with a long name, number {n}" for n in range(9)], TODAY, INTERVIEW)
    data = calendar_ics(plan)
    assert data == calendar_ics(plan)
    ids = [str(it["uid"]) for it in Calendar.from_ical(data).walk("VEVENT")]
    assert len(set(ids)) == len(ids) == len(plan)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=80).filter(str.strip))
def test_calendar_of_any_title(title: str) -> None:
    """Does any title come back as it was but for blanks around it, commas, semicolons and backslashes too?"""
    (event,) = Calendar.from_ical(calendar_ics([Session(TODAY, (title,))])).walk("VEVENT")
    assert str(event["description"]) == title.strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_calendar_of_anything_that_can_be_typed(items: list[str]) -> None:
    """Is it always one event, in lines that end in CRLF and hold no control character?"""
    data = calendar_ics([Session(TODAY, tuple(items))])
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 1
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
