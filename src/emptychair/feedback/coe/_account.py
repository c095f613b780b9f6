"""Impact and timeline: how many, for how long, what it cost them; and when what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from emptychair.feedback._numbers import DATE, quantities
from emptychair.feedback._reading import phrases
from emptychair.feedback.coe._parse import Item

_UNITS = "minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|shifts?|weekends?"
_COUNTS = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|a"
_TIMED = re.compile(
    "|".join(
        (
            DATE.pattern,
            r"\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:noon|midnight)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
            r"\b(?:week|day|hour|minute) \d{1,3}\b",
            rf"^(?:T\+)?\d{{1,3}} (?:{_UNITS})|\b(?:{_COUNTS}) (?:{_UNITS}) (?:later|after|before)\b",
        )
    ),
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"\b(?:{_COUNTS}) (?:{_UNITS})\b|\b(?:from|between|since)\b.{{1,30}}\b(?:to|until|till|and)\b"
    r"|\b(?:in|during|of) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\bweeks? \d+\s?(?:to|through|until|and|[-–])\s?(?:week )?\d+\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:week|day) (\d{1,3})\b", re.IGNORECASE)
_FEBRUARY, _DECEMBER = (datetime(2000, month, 1).toordinal() for month in (2, 12))


class Impact(NamedTuple):
    """Whether it is said who was hit, how many, for how long, and a second number: what it cost them or us."""

    who: bool
    number: bool
    time: bool
    cost: bool


def impact(text: str) -> Impact:
    """Read what an impact says.

    Example:
        >>> impact("315 of 2,000 customers got a kettle that leaked, from week 37 to week 55; 189 of them called.")
        Impact(who=True, number=True, time=True, cost=True)
        >>> any(impact("Things went wrong for a while."))
        False
    """
    counted = [it for it in quantities(text) if not _LONG.match(it.span.text + text[it.span.end : it.span.end + 12])]
    who = bool(phrases("coe_served").search(text))
    return Impact(
        who, who and bool(counted), bool(_LONG.search(text) or DATE.search(text)), len({it.value for it in counted}) > 1
    )


class Timeline(NamedTuple):
    """How many entries have a time, whether somebody sees it in one, whether it ends, and the first that is out of order."""

    timed: int
    noticed: bool
    ended: bool
    astray: Item | None


def timeline(items: Sequence[Item]) -> Timeline:
    """Read the entries of a timeline.

    Example:
        >>> entries = ("Week 37: new batch.", "Week 39: first contacts.", "Week 38: batch stopped.")
        >>> seen = timeline([Item(it, 0, len(it)) for it in entries])
        >>> seen.timed, seen.noticed, seen.ended, seen.astray.text
        (3, True, True, 'Week 38: batch stopped.')
    """
    timed = [it for it in items if _TIMED.search(it.text)]
    whole = "\n".join(it.text for it in items)
    return Timeline(
        len({it.text.lower() for it in timed}),
        bool(phrases("coe_noticed").search(whole)),
        bool(phrases("coe_ended").search(whole)),
        _astray(timed),
    )


def _astray(items: Sequence[Item]) -> Item | None:
    """The first entry that is before the one above it, where both can be compared."""
    for read in (_count, _dated, _undated):
        last: float | None = None
        for item in items:
            now = read(item.text)
            if now is not None and last is not None and now < last:
                return item
            last = now if now is not None else last
    return None


def _count(text: str) -> float | None:
    found = _NUMBERED.search(text[:40])
    return float(found[1]) if found else None


def _dated(text: str) -> float | None:
    return _read(text, ("%Y-%m-%d", "%B %d, %Y", "%b %d, %Y"), "")


def _undated(text: str) -> float | None:
    """A day without a year; around the turn of a year nothing can be compared. 2000 was a leap year."""
    day = _read(text, ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y"), " 2000")
    return day if day and _FEBRUARY <= day < _DECEMBER else None


def _read(text: str, forms: Sequence[str], year: str) -> float | None:
    found = DATE.search(text[:30])
    for form in forms if found else ():
        try:
            return float(datetime.strptime(f"{found[0]}{year}", form).toordinal())  # type: ignore[index]  # found, or no forms
        except ValueError:
            continue
    return None
