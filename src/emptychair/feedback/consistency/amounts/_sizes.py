"""A group that is counted twice: "the eight couples ... all eleven of them"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, differ, is_count

_ALL = Lazy(r"\ball (?:of the |the )?$")
_OF_THEM = Lazy(r" of (?:them|us|these|those)\b")
_THE = Lazy(r"\b(?P<all>all (?:of )?(?:the |our |my |its |their )?)$|\b(?:the|these|those|our|its) $")
_WHICH = Lazy(
    r"s (?:(?:of|who|that|which|without|I|we|she|he|they|you)\b|(?:in|at|on|from|with) (?:our|its|a|[A-Z]"
    r"|the (?!fall|spring|summer|winter|autumn|morning|week|month|year|first|same)))"
)
_HAS = Lazy(
    r"\b(?:runs?|has|have|owns?|operates?|our|its|serves?|employs?|built|opened|all|all the|there are|there were) $"
)
_MADE = Lazy(
    r" (?:[\w-]+ ){1,4}(?:were|are|have been|has been) (?:built|opened|established|installed|founded|set up)\b"
)
_BACK = 2  # sentences in which a group is remembered
_PLACES = 100  # sentences with "all" that are looked at; each looks at everything above it
_LEAST, _MOST = 2, 5000  # sizes of groups that are told this way
_LEAST, _MOST = 2, 5000  # sizes of groups that are told this way


class _Told(NamedTuple):
    """A group as it is told: how, and whether the text says that this is all of it."""

    quantity: Quantity
    how: str
    introduced: bool


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find groups that grow while they are told of."""
    for number in facts.having(("all",))[:_PLACES]:
        yield from _all_of_them(facts, number)
    if sum(map(len, facts.numbers)) > 1:
        yield from _the_group(facts)


def _all_of_them(facts: Facts, number: int) -> Iterator[Contradiction]:
    """All eleven of them, of eight."""
    for i, it in enumerate(facts.numbers[number]):
        told = facts.low[max(0, it.span.start - 12) : it.span.start]
        if not is_count(it) or not _ALL.re.search(told) or not (_OF_THEM.re.match(facts.low, it.span.end) or _acts(it)):
            continue
        recent = [q for some in facts.numbers[max(0, number - _BACK) : number] for q in some]
        before = [q for q in (*recent, *facts.numbers[number][:i]) if is_count(q)]
        if any(" of " in q.span.text for q in recent):
            continue  # "nine of 24" is read as a share; the nine may be among them
        known = {q.value for some in facts.numbers[: number + 1] for q in some if q is not it}
        if before[-1:] and before[-1].value < max(q.value for q in before):
            continue  # "twelve boxes; five were wrong; all 60 of them": who they are is open
        if before and it.value > sum(q.value for q in before) + _LEAST and it.value not in known:
            yield differ("value", max(before, key=lambda q: q.value).span, it.span)


def _acts(quantity: Quantity) -> bool:
    """Do they do something at once: "all sixty told me"?"""
    word = quantity.noun[0] if quantity.noun else ""
    return word in words_of("irregular_past") or word.endswith("ed")


def _the_group(facts: Facts) -> Iterator[Contradiction]:
    """Three stations are built; the four stations will help. All 14 schools, of 17."""
    groups: dict[str, list[_Told]] = defaultdict(list)
    for some in facts.numbers:
        for it in some:
            if is_count(it) and it.noun and _LEAST <= it.value <= _MOST:
                noun = (
                    it.noun[0]
                    if it.noun[0].endswith("s")
                    else it.noun[1]
                    if it.noun[1:] and it.noun[1].endswith("s")
                    else ""
                )
                if len(noun) > 3 and not noun.endswith("ss"):
                    groups[noun].append(_Told(it, _how(facts, it), _introduced(facts, it)))
    for some_told in groups.values():
        yield from _grown(some_told)


def _how(facts: Facts, it: Quantity) -> str:
    """Is the group told as known, "the", or as a whole, "all"? One that is narrowed, "the 14 schools in Kansas", is neither."""
    told = _THE.re.search(facts.low, max(0, it.span.start - 18), it.span.start)
    if not told or _WHICH.re.search(facts.text, it.span.end, it.span.end + 40):
        return ""
    return "all" if told["all"] else "the"


def _introduced(facts: Facts, it: Quantity) -> bool:
    """Is this all there are: "runs 17 schools", "three stations were built"?"""
    before = _HAS.re.search(facts.low, max(0, it.span.start - 18), it.span.start)
    return bool(before or _MADE.re.match(facts.low, it.span.end)) and not facts.low.startswith(" of", it.span.end)


def _grown(told: list[_Told]) -> Iterator[Contradiction]:
    for i, (it, how, _) in enumerate(told):
        before = {q.value for q, _, _ in told[:i]}
        after = {q.value for q, _, _ in told[i + 1 :]}
        if len(before) != 1 or not how or it.value in before | after:
            continue
        if told[0][2] and (it.value > min(before) or how == "all"):
            yield differ("value", told[i - 1][0].span, it.span)
