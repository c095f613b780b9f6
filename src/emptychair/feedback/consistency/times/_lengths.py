"""Lengths of time that do not fit their ends: for six weeks, from May 1 to May 8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._lexicon import pairs_of
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)\b(?:\.(?= \d))?"
)
NUMBER = r"(?:an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
)
_DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|[a-z]+)(?: of)? {MONTH})"
_END = rf"(?:{_DAY}|{MONTH}|[a-z]+|\d{{1,2}})"
_LASTED = Lazy(
    rf"\b(?:for|took|lasted) (?P<n>{NUMBER}) (?P<unit>hour|day|week|month|year)s?,? "
    rf"(?:from|between) (?P<a>{_END}) (?:to|until|till|through|and) (?P<b>{_END})(?!\w)"
)
_VERBS = re.compile(r"\bma(?:y|rch)\b")  # in small letters: nobody's month
_IN_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4}


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find spans that are too long or too short for their ends."""
    for number in facts.having(("from", "between")):
        sentence = facts.sentences[number]
        for found in _LASTED.re.finditer(facts.low, sentence.start, sentence.end):
            told = facts.span(*found.span())
            said, one, two = value(found["n"]), _place(found["a"]), _place(found["b"])
            if not said or not one or not two or one[0] != two[0] or _VERBS.search(told.text):
                continue
            if not _FITS[one[0]](said, found["unit"], two[1] - one[1]):
                yield Contradiction("date", told, told, f"“{told.text}”: that is another length of time.")


def value(word: str) -> float | None:
    """Read a small number, in digits or in words; "a" is one."""
    if word.isdigit():
        return float(word)
    if word in ("a", "an"):
        return 1.0
    parts = [pairs_of("number_values").get(part) for part in word.split("-")]
    return sum(float(it) for it in parts if it) if all(parts) else None


@cache
def _place(word: str) -> tuple[str, float] | None:
    """Give a day of the year, a weekday, a month or an hour as a number."""
    bare = word.removeprefix("the ").replace(" of ", " ").rstrip(".")
    if bare in _DAYS:
        return "weekday", _DAYS.index(bare)
    parts = [part for part in bare.split() if not part.startswith(MONTHS)]
    named = [part for part in bare.split() if part.startswith(MONTHS)]
    if named and re.fullmatch(MONTH, named[0]):
        month = float(MONTHS.index(named[0][:3]))
        day = _day(parts[0]) if len(parts) == 1 else 0
        return ("date", month * 30.4 + day) if day else None if parts else ("month", month)
    hour = 12.0 if bare in ("noon", "midnight") else value(bare)
    return ("hour", hour) if hour and hour <= 24 else None


def _day(word: str) -> int:
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int("".join(c for c in word if c.isdigit()) or 0)


def _days_fit(said: float, unit: str, between: float) -> bool:
    days = said * _IN_DAYS.get(unit, 0)
    return not days or abs(between % 365 - days) <= max(3, 0.3 * days)


def _weekdays_fit(said: float, unit: str, between: float) -> bool:
    """From Monday to Wednesday are three days, or two; a week is five at least, or seven; two weeks may be said so."""
    length = between % 7 + 1
    if unit == "day":
        return said in (length, length - 1)
    return unit != "week" or said > 1 or length >= 5 or length == 1


def _months_fit(said: float, unit: str, between: float) -> bool:
    length = between % 12 + 1
    if unit == "year":
        return said > 1 or length >= 11 or length == 1
    return unit != "month" or said > 12 or abs(length - said) <= 1


def _hours_fit(said: float, unit: str, between: float) -> bool:
    """Nine until eleven are two hours, or fourteen."""
    length = between % 12
    return unit != "hour" or min(abs(length - said), abs(length + 12 - said)) <= 1


_FITS = {"date": _days_fit, "weekday": _weekdays_fit, "month": _months_fit, "hour": _hours_fit}
