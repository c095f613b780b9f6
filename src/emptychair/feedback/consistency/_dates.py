"""Years, spans of time and ages that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._lexicon import pairs_of
from emptychair.feedback._model import Span
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._model import Contradiction

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|[a-z]+)(?: of)? {_MONTH})"
_NUMBER = r"(?:an?|\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_LASTED = re.compile(
    rf"\b(?:for|took|lasted) (?P<n>{_NUMBER}) (?P<unit>hour|day|week|month|year)s?,? "
    rf"(?:from|between) (?P<a>{_DAY}|{_MONTH}|[a-z]+|\d{{1,2}}) (?:to|until|till|through|and) (?P<b>{_DAY}|{_MONTH}|[a-z]+|\d{{1,2}})\b"
)
_BACKWARD = re.compile(
    rf"\b(?:from|winter of|summer of|spring of|autumn of|fall of|season of|between) (?:(?P<m1>{_MONTH}) )?(?P<y1>{_YEAR}) "
    rf"(?:to|until|till) (?:(?P<m2>{_MONTH}) )?(?P<y2>{_YEAR})\b"
)
_SINCE = re.compile(rf"\b(?:have|'ve|has been) [^.;:]{{0,60}}?\bsince (?:{_MONTH} )?({_YEAR})\b")
_MY_YEAR = re.compile(
    rf"\bmy (?:[a-z]+) (?:year|month|week|season|day)(?: there| at [^,.]{{1,30}})?,? (?:in )?({_YEAR})\b|\bin ({_YEAR}), my [a-z]+ (?:year|month|week|season)\b"
)
_FOUNDED = re.compile(
    rf"\bsince (?:our|its|the) (?:founding|foundation|opening|start|launch) in ({_YEAR})\b|\b(?:we|it|which) (?:was founded|were founded|opened only|only opened) in ({_YEAR})\b"
)
_I_THEN = re.compile(rf"\bin ({_YEAR}),? (?:i|we) [a-z]+\b")
_AGE = re.compile(
    r"\b(?:was|is|aged|am|i'm|turned) (?P<age>\d{1,3})(?: years old)?,? (?:and|who) (?P<between>[^.;]{0,60}?)\bfor (?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?) years\b"
)
_MODEL = re.compile(
    rf"\ba ({_YEAR}) (?!(?:to|and|or)\b)[a-z]+[^.;]{{0,50}}?\bbought (?:it )?(?:brand[ -]new|new) in ({_YEAR})\b"
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find times that cannot be."""
    for number in facts.having(("from", "between", "of")):
        sentence = facts.sentences[number]
        for found in _LASTED.finditer(facts.low, sentence.start, sentence.end):
            if not _fits(found):
                yield _wrong(facts, found, "that is another length of time")
        for found in _BACKWARD.finditer(facts.low, sentence.start, sentence.end):
            if _earlier(found):
                yield _wrong(facts, found, "that runs backward")
    for number in facts.having(("for",)):
        sentence = facts.sentences[number]
        for found in _AGE.finditer(facts.low, sentence.start, sentence.end):
            if (_value(found["n"]) or 0) > int(found["age"]):
                yield _wrong(facts, found, "that is longer than a life")
    for number in facts.having(("bought",)):
        sentence = facts.sentences[number]
        for found in _MODEL.finditer(facts.low, sentence.start, sentence.end):
            if int(found[2]) < int(found[1]) - 1:
                yield _wrong(facts, found, "it was not made yet")
    yield from _before_the_start(facts)


def _wrong(facts: Facts, found: re.Match[str], why: str) -> Contradiction:
    told = facts.span(*found.span())
    return Contradiction("date", told, told, f"“{told.text}”: {why}.")


def _value(word: str) -> float | None:
    if word.isdigit():
        return float(word)
    if word in ("a", "an"):
        return 1.0
    parts = [pairs_of("number_values").get(part) for part in word.split("-")]
    return sum(float(it) for it in parts if it) if all(parts) else None


def _fits(found: re.Match[str]) -> bool:
    """Is the span between two days, weekdays, months or hours about as long as it is said to be?"""
    said, unit = _value(found["n"]), found["unit"]
    if said is None:
        return True
    one, two = _place(found["a"]), _place(found["b"])
    if one is None or two is None or one[0] != two[0]:
        return True
    kind, a, b = one[0], one[1], two[1]
    if kind == "date":
        length = (b - a) % 365
        days = said * {"hour": 0, "day": 1, "week": 7, "month": 30.4, "year": 365}[unit]
        return days == 0 or unit == "year" or abs(length - days) <= max(3, 0.3 * days)
    if kind == "weekday":
        length = (b - a) % 7 + 1
        return (
            said > 1
            and unit != "day"
            or (unit == "day" and said in (length, length - 1))
            or unit in ("hour", "month", "year")
            or (unit == "week" and (length >= 5 or length == 1))
        )
    if kind == "month":
        length = (b - a) % 12 + 1
        return (
            unit in ("hour", "day", "week")
            or (unit == "year" and (said > 1 or length >= 11 or length == 1))
            or (unit == "month" and (abs(length - said) <= 1 or said > 12))
        )
    length = (b - a) % 12
    return unit != "hour" or min(abs(length - said), abs(length + 12 - said)) <= 1


@cache
def _place(word: str) -> tuple[str, float] | None:
    """Give a day of the year, a weekday, a month or an hour as a number."""
    bare = word.removeprefix("the ").replace(" of ", " ").rstrip(".")
    parts = bare.split()
    month = next(
        (i for part in parts for i, name in enumerate(_MONTHS) if part.startswith(name) and part not in ("second",)),
        None,
    )
    if len(parts) == 2 and month is not None:
        day = parts[0] if not parts[0].startswith(_MONTHS) else parts[1]
        number = _ORDINALS.index(day) + 1 if day in _ORDINALS else int("".join(c for c in day if c.isdigit())[:2] or 0)
        return ("date", month * 30.4 + number) if number else None
    if bare in _DAYS:
        return "weekday", _DAYS.index(bare)
    if month is not None and re.fullmatch(_MONTH, bare):
        return "month", month
    hour = _value(bare)
    hour = 12.0 if bare in ("noon", "midnight") else hour
    return ("hour", hour) if hour is not None and 0 < hour <= 24 else None


def _earlier(found: re.Match[str]) -> bool:
    years = int(found["y1"]), int(found["y2"])
    if years[0] != years[1]:
        return years[1] < years[0] and bool(found["m1"] or " of " in found[0])
    months = [next((i for i, name in enumerate(_MONTHS) if (found[m] or "").startswith(name)), 0) for m in ("m1", "m2")]
    return bool(found["m1"] and found["m2"]) and months[1] < months[0]


def _before_the_start(facts: Facts) -> Iterator[Contradiction]:
    """Nobody has worked there since 2019 and had the first year there in 2014."""
    for starts, acts in ((_SINCE, _MY_YEAR), (_FOUNDED, _I_THEN)):
        for number in facts.having(("since", "founded", "opened")):
            sentence = facts.sentences[number]
            start = starts.search(facts.low, sentence.start, sentence.end)
            if not start:
                continue
            since = int(start[1] or start[2] if start.re.groups > 1 else start[1])
            for act in acts.finditer(facts.low):
                year = int(next(it for it in act.groups() if it))
                if year < since:
                    yield Contradiction("date", *_ordered(facts, start, act), f"“{act[0]}”, and “{start[0]}”.")
                    return


def _ordered(facts: Facts, one: re.Match[str], two: re.Match[str]) -> tuple[Span, Span]:
    first, second = sorted((one.span(), two.span()))
    return facts.span(*first), facts.span(*second)
