"""Years and ages that exclude each other: from 2022 until 2019; in the job since 2019, and in the first year there in 2014."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy
from emptychair.feedback.consistency.times._lengths import MONTH, MONTHS, NUMBER, value

_LATEST = 2035  # no account that is told today ends later
_YEAR = r"(?:19|20)\d\d"
_ANY_YEAR = Lazy(rf"\b{_YEAR}\b")
_BACKWARD = Lazy(
    r"\b(?:from|winter of|summer of|spring of|autumn of|fall of|season of|between|years?, from) "
    rf"(?:(?P<m1>{MONTH}) )?(?P<y1>{_YEAR}) (?:to|until|till) (?:(?P<m2>{MONTH}) )?(?P<y2>{_YEAR})\b"
)
_WHEN_OTHER = Lazy(rf"\bin ({_YEAR}),? when [^.;:0-9]{{1,50}}? in (?!\1)({_YEAR})\b")
_TOOK = Lazy(
    rf"\bin (?P<n>{NUMBER}) (?P<unit>hour|day|week|month|year)s?\. (?:it|this|that) took (?:me |us )?(?P<m>{NUMBER}) "
    r"(?P<other>hour|day|week|month|year)s?(?=[.;,!])"
)
_AGE = Lazy(
    r"\b(?:was|is|aged|am|i'm|turned) (?P<age>\d{1,3})(?: years old)?,? (?:and|who) [^.;]{0,60}?"
    r"\bfor (?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?) years\b"
)
_YEARS_FROM = Lazy(
    rf"\b(?:with|for) (?P<n>{NUMBER}) years\b[^.;:]{{0,60}}"
    rf"\b(?:appointed|joined|founded|opened|hired|started|built|established) in (?P<y>{_YEAR})\b"
)
_SINCE = Lazy(
    rf"\b(?:have|'ve|has|had|'d) (?:been|worked|run|taught|served) [^.;:]{{0,50}}?\bsince (?:{MONTH} )?({_YEAR})\b"
)
_MY_YEAR = Lazy(
    rf"\bmy (?:[a-z]+) (?:year|month|week|season|day)(?: there| at [^,.]{{1,30}})?,? (?:in )?({_YEAR})\b"
    rf"|\bin ({_YEAR}), my [a-z]+ (?:year|month|week|season)\b"
)
_FOUNDED = Lazy(
    rf"\bsince (?:our|its|the) (?:founding|foundation|opening|start|launch) in ({_YEAR})\b"
    rf"|\b(?:we|it|which) (?:was founded|were founded|opened only|only opened) in ({_YEAR})\b"
)
_I_THEN = Lazy(rf"\bin ({_YEAR}),? (?:i|we) [a-z]+\b")
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
_DATED = Lazy(
    rf"\b(?:in|on|of|since) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<m>{MONTH})(?: \d{{1,2}})?,? (?P<y>{_YEAR})\b"
)
_CAME_OF_IT = Lazy(
    r"(?<!had )(?<!'d )(?<!been )\b(?:thanked|finished|solved|renewed|introduced|approved|signed|took (?:it|them) off|stopped|copied"
    r"|adopted|was over|came back|went live|rolled out|recalled)\b"
)
_BEGINNING = 3  # sentences at the start that say when it began


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find times that cannot be."""
    dated = bool(_ANY_YEAR.re.search(facts.low))
    for form, heard, wrong, why in _FORMS if dated else _UNDATED:
        for number in facts.having(heard):
            start = facts.sentences[max(0, number - (form is _TOOK))].start
            for found in form.re.finditer(facts.low, start, facts.sentences[number].end):
                if wrong(found):
                    told = facts.span(*found.span())
                    yield Contradiction("date", told, told, f"“{told.text}”: {why}.")
    if not dated:
        return
    yield from _before_the_start(facts, _SINCE, _MY_YEAR)
    yield from _before_the_start(facts, _FOUNDED, _I_THEN)
    yield from _outside(facts)
    yield from _thanked_before(facts)


def _runs_backward(found: re.Match[str]) -> bool:
    years = int(found["y1"]), int(found["y2"])
    if years[0] != years[1]:  # "compared from 2022 to 2021" may be; a winter, or two years, may not
        return years[1] < years[0] and bool(found["m1"] or not found[0].startswith(("from", "between")))
    months = [MONTHS.index(found[name][:3]) for name in ("m1", "m2") if found[name]]
    return len(months) == 2 and months[1] < months[0]


def _two_lengths(found: re.Match[str]) -> bool:
    one, two = value(found["n"]), value(found["m"])
    return bool(one and two) and (one, found["unit"]) != (two, found["other"])


_Forms = tuple[tuple[Lazy, tuple[str, ...], Callable[[re.Match[str]], bool], str], ...]
_UNDATED: _Forms = (
    (_TOOK, ("took",), _two_lengths, "those are two lengths of time"),
    (_AGE, ("years",), lambda it: (value(it["n"]) or 0) > int(it["age"]), "that is longer than a life"),
)
_FORMS: _Forms = (
    *_UNDATED,
    (_BACKWARD, ("to", "until", "till"), _runs_backward, "that runs backward"),
    (_WHEN_OTHER, ("when",), lambda _: True, "those are two years"),
    (_YEARS_FROM, ("years",), lambda it: int(it["y"]) + (value(it["n"]) or 0) > _LATEST, "that is longer ago"),
)


def _before_the_start(facts: Facts, starts: Lazy, acts: Lazy) -> Iterator[Contradiction]:
    """Nobody has worked there since 2019 and had the first year there in 2014."""
    for number in facts.having(("since", "founded", "opened")):
        sentence = facts.sentences[number]
        start = starts.re.search(facts.low, sentence.start, sentence.end)
        for act in acts.re.finditer(facts.low) if start else ():
            if start and _year(act) < _year(start):
                first, second = (facts.span(*it) for it in sorted((start.span(), act.span())))
                yield Contradiction("date", first, second, f"“{first.text}”, and “{second.text}”.")
                return


def _year(found: re.Match[str]) -> int:
    return int(next(it for it in found.groups() if it))


def _outside(facts: Facts) -> Iterator[Contradiction]:
    """There in 2022, from 2019 to 2021; or before the first day."""
    if not facts.hears("there", "because"):
        return
    stays = [(it, int(it[1]), int(it[2])) for it in _TENURE.re.finditer(facts.low)]
    stays += [(it, int(it[1]), 9999) for it in _JOINED.re.finditer(facts.low)]
    there = [(facts.span(*it.span()), int(it[1])) for it in _THERE.re.finditer(facts.low)] if stays else []
    for stay, first, last in stays:
        for place, year in there:
            if not first <= year <= last:
                told = facts.span(*stay.span())
                one, two = sorted((told, place))
                yield Contradiction("date", one, two, f"“{told.text}”, and “{place.text}”.")


def _thanked_before(facts: Facts) -> Iterator[Contradiction]:
    """What came of a story is dated before its first date."""
    begun: re.Match[str] | None = None
    for number in facts.having(("in", "on", "of", "since")):
        sentence = facts.sentences[number]
        told = _DATED.re.search(facts.low, sentence.start, sentence.end)
        if begun is None:
            if told is None or number >= _BEGINNING:
                continue
            begun = told
        elif told and _when(told) < _when(begun) and _CAME_OF_IT.re.search(facts.low, sentence.start, sentence.end):
            first, second = facts.span(*begun.span()), facts.span(*told.span())
            yield Contradiction("order", first, second, f"“{second.text}” lies before “{first.text}”.")


def _when(found: re.Match[str]) -> int:
    return 12 * int(found["y"]) + MONTHS.index(found["m"][:3])
