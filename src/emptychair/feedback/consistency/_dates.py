"""Years and ages that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._spans import MONTH, MONTHS, NUMBER, value

_LATEST = 2035  # no account that is told today ends later
_YEAR = r"(?:19|20)\d\d"
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
_MODEL = Lazy(
    rf"\ba ({_YEAR}) (?!(?:to|and|or)\b)[a-z]+[^.;]{{0,50}}?\bbought (?:it )?(?:brand[ -]new|new) in ({_YEAR})\b"
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


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find times that cannot be."""
    for form, heard, wrong, why in (
        (_BACKWARD, ("to", "until", "till"), _runs_backward, "that runs backward"),
        (_WHEN_OTHER, ("when",), lambda _: True, "those are two years"),
        (_TOOK, ("in",), _two_lengths, "those are two lengths of time"),
        (_AGE, ("for",), lambda it: (value(it["n"]) or 0) > int(it["age"]), "that is longer than a life"),
        (_YEARS_FROM, ("years",), lambda it: int(it["y"]) + (value(it["n"]) or 0) > _LATEST, "that is longer ago"),
        (_MODEL, ("bought",), lambda it: int(it[2]) < int(it[1]) - 1, "it was not made yet"),
    ):
        for number in facts.having(heard):
            end = facts.sentences[min(number + (form is _TOOK), len(facts.sentences) - 1)].end
            for found in form.re.finditer(facts.low, facts.sentences[number].start, end):
                if wrong(found):
                    told = facts.span(*found.span())
                    yield Contradiction("date", told, told, f"“{told.text}”: {why}.")
    yield from _before_the_start(facts, _SINCE, _MY_YEAR)
    yield from _before_the_start(facts, _FOUNDED, _I_THEN)


def _runs_backward(found: re.Match[str]) -> bool:
    years = int(found["y1"]), int(found["y2"])
    if years[0] != years[1]:  # "compared from 2022 to 2021" may be; a winter, or two years, may not
        return years[1] < years[0] and bool(found["m1"] or not found[0].startswith(("from", "between")))
    months = [MONTHS.index(found[name][:3]) for name in ("m1", "m2") if found[name]]
    return len(months) == 2 and months[1] < months[0]


def _two_lengths(found: re.Match[str]) -> bool:
    one, two = value(found["n"]), value(found["m"])
    return bool(one and two) and (one, found["unit"]) != (two, found["other"])


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
