"""The same quantity with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, takewhile

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity, quantities
from emptychair.practice.consistency._acts import acts
from emptychair.practice.consistency._clash import Clash
from emptychair.practice.consistency._words import content, elsewhere, is_past, same, sentences_of, stem

_NEAR, _ROUGH = 0.06, 0.15
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|maybe|perhaps|over|more than|under|less than|give or take)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(from|to|by)\s(?:about |around |nearly |roughly |almost |over )?[$€£]?$", re.IGNORECASE)
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_SPAN = re.compile(r"\b(within|after|in|over|for|took|during)\s(?:about |the |these |another )?[\w-]+$", re.IGNORECASE)
_RATE = re.compile(r"\s(?:a|an|per|each|every)\s(minute|hour|day|night|shift|week|month|year)\b", re.IGNORECASE)
_ONE = re.compile(r"\b(within|after|in|over|for|took)\s(an?)\s(minute|hour|day|night|week|month|year)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\s(?:of (?:my|our|the|his|her|their|these|those|all|all the)\s)?(?:\d+\s)?(?P<one>[^\W\d_]+)(?:[ -](?P<two>[^\W\d_]+))?"
)
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0}
_PART = re.compile(
    r"\b(?:(?:an? |one )?(half)|(an?|one|two|three) (thirds?|quarters?|fifths?))\b"
    r"(?! (?:time|hour|day|week|month|year|evening|of (?:the )?(?:\w+day|week|month|year))\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(\d{1,6}) (?:of|out of) (?:the )?(\d{1,6}) ([^\W\d_]+)")
_BOUND = re.compile(r"\b(?:every|each|under|below|at most|up to|at least)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number as it is compared: ``unit`` says of what, ``place`` whether it is an end of a change."""

    value: float
    text: str
    unit: frozenset[str]
    place: str
    rough: bool


def find(story: str, reply: str) -> Iterator[Clash]:
    """Find numbers of the reply that the story has otherwise."""
    everything = [it for sentence in sentences_of(story) for it in _amounts(sentence)]
    for told, now in product(sentences_of(story), sentences_of(reply)):
        before, after = _amounts(told), _amounts(now)
        if not before or not after or elsewhere(_without_parts(told), _without_parts(now)):
            continue
        whole, acted = same(told, now), _same_act(told, now)
        for one, other in product(before, after):
            if not (_comparable(one, other) and (whole or (acted and one.unit & other.unit))):
                continue
            known = [*before, *(it for it in everything if it.unit & other.unit)]
            if not any(_near(other, it) for it in known):
                yield Clash(
                    "number", one.text, other.text, f"The story says “{one.text}”, the reply says “{other.text}”."
                )


@lru_cache(maxsize=512)
def _without_parts(sentence: str) -> str:
    return _PART.sub("", sentence)


def _comparable(one: _Amount, other: _Amount) -> bool:
    """Are they numbers of the same thing, at the same end of a change?"""
    if not one.unit and not other.unit:
        return one.place == other.place != ""
    if one.place != other.place and ((one.place and other.place) or "to" in (one.place, other.place)):
        return False  # what came of it is not what it was
    return bool(one.unit & other.unit)


def _near(one: _Amount, other: _Amount) -> bool:
    within = _ROUGH if one.rough or other.rough else _NEAR
    return abs(one.value - other.value) <= within * max(abs(one.value), abs(other.value))


def _same_act(told: str, now: str) -> bool:
    mine = {it.verb for it in acts(told) if it.who == "me"}
    return bool(mine & {it.verb for it in acts(now) if it.who == "me"})


@lru_cache(maxsize=512)
def _amounts(sentence: str) -> tuple[_Amount, ...]:
    """Read the numbers of a sentence, fractions and “a month” among them."""
    rough = bool(_ABOUT.search(sentence))
    out = [_amount(sentence, it, rough) for it in quantities(sentence) if not _BOUND.search(sentence[: it.span.start])]
    for it in _OF.finditer(sentence):
        out += [_Amount(float(it[n]), it[n], frozenset({stem(it[3])}), "", rough) for n in (1, 2)]
    for it in _PART.finditer(sentence):
        times = {"two": 2, "three": 3}.get((it[2] or "").lower(), 1)
        value = times * _PARTS[(it[1] or it[3]).lower().removesuffix("s")]
        place = _ENDS.search(sentence[: it.start()])
        out.append(_Amount(value, it[0], frozenset("%"), place[1].lower() if place else "", rough))
    ones = [(it[0], it[1].lower(), it[3].lower()) for it in _ONE.finditer(sentence)]
    return (*out, *(_Amount(_DAYS[unit], text, frozenset({f"time {link}"}), "", rough) for text, link, unit in ones))


def _amount(sentence: str, it: Quantity, rough: bool) -> _Amount:
    before, behind = sentence[: it.span.start], sentence[it.span.end :]
    end = _ENDS.search(before)
    place = end[1].lower() if end else ""
    unit, value = _unit(sentence, it), it.value
    time = next((name for name in _DAYS if it.noun and it.noun[0].removesuffix("s") == name), None)
    if time and not _RATE.match(behind):
        kind = _SPAN.search(sentence[: it.span.end])
        unit, value = frozenset({f"time {kind[1].lower()}" if kind else "time"}), it.value * _DAYS[time]
    elif not unit and place in ("from", "to"):
        unit = frozenset() if not _of_what(before) else _of_what(before)
    return _Amount(value, it.span.text, unit, place if place != "by" or it.percent else "", rough)


def _of_what(before: str) -> frozenset[str]:
    """“Returns of boots fell from 40”: what changes stands in front."""
    subject = re.split(r"\b\w+ed\b|\b(?:fell|rose|went|grew|dropped|came|sank|ran)\b", before)[0]
    return content(subject)


def _unit(sentence: str, it: Quantity) -> frozenset[str]:
    """What a number is a number of; a number of nothing is comparable with nothing."""
    if it.currency or it.percent:
        return frozenset({it.currency or "%"})
    behind = sentence[it.span.end :]
    if _RATE.match(behind):
        return frozenset()
    if re.match(r"\sof them\b", behind):
        return frozenset({"them"})
    plain = words_of("function_words")
    named = _NAMED.match(behind)  # eleven of my 28 students; ninety squashed rolls
    first, second = (named["one"].lower(), (named["two"] or "").lower()) if named else ("", "")
    some = [first, second] if not is_past(first) else [second]
    nouns = [stem(word) for word in takewhile(lambda word: word and word not in plain and not is_past(word), some)]
    if nouns:
        return frozenset(nouns)
    group = re.search(r"\b([a-z]+) of (?:about |around )?$", sentence[: it.span.start])  # a team of five
    return frozenset({stem(group[1])}) if group and group[1] not in plain else frozenset()
