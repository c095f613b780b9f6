"""What people say of themselves: when they were there, since when, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._spans import MONTH, value

_YEAR = r"(?:19|20)\d\d"
_SEASON = rf"(?:the )?(?:{MONTH}|spring|summer|autumn|fall|winter|beginning|end)(?: of)?"
_IN = rf"\bin (?:{_SEASON} )?({_YEAR})"
_TENURE = Lazy(
    rf"\bfrom (?:{_SEASON} )?({_YEAR}) (?:to|until|till) (?:{_SEASON} )?({_YEAR}),? i (?:was|worked|ran|managed|looked|led|taught|served)\b"
)
_JOINED = Lazy(
    rf"\bi (?:joined|was hired|started (?:at|as|with|in|work)|began (?:at|as|with|work)|came to)\b[^.;:]{{0,60}}?{_IN}"
)
_THERE = Lazy(
    rf"{_IN}\b[^.;:]{{0,40}}?\b(?:because of me|while i (?:was|worked) (?:still )?there|in my (?:office|shop|ward|team) there)\b"
)
_LATELY = Lazy(rf"\b(?:last|this) (?:year|month|week|spring|summer|fall|autumn|winter|{MONTH})(?!\w)")
_LONG_SINCE = Lazy(r"\b(?:in|over|for|during) the (?:last |past )?([a-z]+|\d{1,2}) years since (?:then|that)\b")
_SETTING = 2  # sentences at the start that say when it was
_ROLE = r"(?:a|an|the) ((?:[a-z'-]+ ){0,3}?[a-z'-]+)(?= (?:at|in|for|of|on|with|and|here|there|by|who|i|i'm|myself)\b|[,.;])"
_PRESENT = Lazy(rf"\bi(?: am|'m| have been|'ve been) {_ROLE}")
_ONLY = Lazy(rf"\b(?:as|since|because) i(?: am|'m) (?:only|just) {_ROLE}")
_NOT_THE = Lazy(r"\b(?:as|since|because) i was (?:a|an|the) [^.;:]{0,50}\bnot the ([a-z]{5,})\b")
_STEM = 5  # letters by which a teacher and "I teach" are told to be the same


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find lives that nobody can have led."""
    yield from _outside(facts)
    yield from _longer_ago(facts)
    yield from _somebody_else(facts)


def _outside(facts: Facts) -> Iterator[Contradiction]:
    """There in 2022, from 2019 to 2021; or before the first day."""
    if facts.index.keys().isdisjoint(("there", "because")):
        return
    there = [(facts.span(*it.span()), int(it[1])) for it in _THERE.re.finditer(facts.low)]
    stays = [(it, int(it[1]), int(it[2])) for it in _TENURE.re.finditer(facts.low)]
    stays += [(it, int(it[1]), 9999) for it in _JOINED.re.finditer(facts.low)]
    for stay, first, last in stays:
        for place, year in there:
            if not first <= year <= last:
                told = facts.span(*stay.span())
                one, two = sorted((told, place))
                yield Contradiction("date", one, two, f"“{told.text}”, and “{place.text}”.")


def _longer_ago(facts: Facts) -> Iterator[Contradiction]:
    """It was last November, and ten years have passed since then."""
    end = facts.sentences[min(_SETTING, len(facts.sentences)) - 1].end if facts.sentences else 0
    lately = _LATELY.re.search(facts.low, 0, end)
    for number in facts.having(("years",)) if lately else ():
        sentence = facts.sentences[number]
        since = _LONG_SINCE.re.search(facts.low, sentence.start, sentence.end)
        if lately and since and (value(since[1]) or 0) >= 2:
            one, two = facts.span(*lately.span()), facts.span(*since.span())
            yield Contradiction("date", one, two, f"“{one.text}”, and “{two.text}”.")


def _somebody_else(facts: Facts) -> Iterator[Contradiction]:
    """A pharmacist who is only the driver; one who taught the course and was not its teacher."""
    for number in facts.having(("only", "just", "not")):
        sentence = facts.sentences[number]
        low = facts.low[: sentence.start]
        only = _ONLY.re.search(facts.low, sentence.start, sentence.end)
        claimed = next(_PRESENT.re.finditer(low), None) if only else None
        if only and claimed and not _shared(only[1], claimed[1]):
            yield _told(facts, claimed, only)
        denied = _NOT_THE.re.search(facts.low, sentence.start, sentence.end)
        if denied:
            stem = re.escape(denied[1][:_STEM])
            role = re.compile(rf"\bi (?:(?:am|was|have been) (?:a|an|the) (?:[a-z'-]+ ){{0,2}}?)?{stem}[a-z]*")
            if acted := role.search(low):
                yield _told(facts, acted, denied)


def _shared(one: str, two: str) -> bool:
    """Do two roles have a word in common?"""
    return not {word[:_STEM] for word in one.split()}.isdisjoint(word[:_STEM] for word in two.split())


def _told(facts: Facts, one: re.Match[str], two: re.Match[str]) -> Contradiction:
    first, second = facts.span(*one.span()), facts.span(*two.span())
    return Contradiction("self", first, second, f"“{first.text}”, and “{second.text}”.")
