"""What the release says and an answer says again, with another number in it: a sentence, a range, digits that changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import (
    MORE,
    UNSURE,
    WORD,
    Contradiction,
    Document,
    Lazy,
    differ,
    is_count,
    plural,
    stem,
    twice,
)

_YEAR = Lazy(r"\b20\d\d\b")
_WITHOUT = Lazy(
    r"\b(?:instead of|against|compared with|control|without it|with an?|from|than|target|goal|stop|other|others|another|each"
    r"|only|least|most|half|third)\b"
)
_SHARED = 3  # stems
_MOST_OF = 0.6  # of the stems of the shorter sentence
_NEAR = 4.0  # times
_LONG = 300  # characters of a sentence that is compared
_RANGE = Lazy(
    r"\b(?P<who>[a-z]+) (?:aged|ages|of age) (?P<a>\d{1,4}) (?:to|and|through) (?P<b>\d{1,4})\b"
    r"|\b(?P<with>[a-z]+ (?:with|of)) (?P<c>\d{1,4}) to (?P<d>\d{1,4}) (?P<noun>[a-z]{4,})\b"
)
_LEAST = 100  # among smaller numbers it happens by chance


class _Said(NamedTuple):
    quantity: Quantity
    kind: str
    stems: frozenset[str]
    years: frozenset[str]
    values: frozenset[float]
    released: bool


def find(document: Document) -> Iterator[Contradiction]:
    """Find numbers that differ in sentences that otherwise say the same."""
    kinds: dict[str, list[_Said]] = defaultdict(list)
    for piece, answer in document.everything():
        if piece.end - piece.start > _LONG or document.said(piece.start + 1):
            continue
        for it in document.within(piece):
            kind = _kind(it)
            if kind.startswith("~") and _measured(piece.low):
                continue  # measured once; measured again it may differ
            if (
                kind
                and it.value
                and not _WITHOUT.re.search(piece.low)
                and not MORE.re.search(document.low[max(piece.start, it.span.start - 20) : it.span.start])
            ):
                years = frozenset(_YEAR.re.findall(piece.low))
                values = frozenset(q.value for q in document.within(piece))
                kinds[kind].append(_Said(it, kind, _stems(piece.low), years, values, answer is None))
    for some in kinds.values():
        told = [it for it in some if it.released]
        for one in told:
            for two in some:
                if not two.released and _same(one, two):
                    yield differ("value", one.quantity.span, two.quantity.span)
                    return


def _measured(low: str) -> bool:
    return any(word.endswith("ed") or word in words_of("irregular_past") for word in WORD.re.findall(low))


def _kind(it: Quantity) -> str:
    if it.percent or it.currency:
        return ""
    if is_count(it):
        noun = next((word for word in it.noun if plural(word)), "")
        return stem(noun)
    return f"~{it.noun[0].rstrip('s')}" if it.noun else ""


@lru_cache(maxsize=1024)
def _stems(low: str) -> frozenset[str]:
    return frozenset(
        stem(word) for word in WORD.re.findall(low) if len(word) > 2 and word not in words_of("function_words")
    )


def _same(one: _Said, two: _Said) -> bool:
    large, small = max(one.quantity.value, two.quantity.value), min(one.quantity.value, two.quantity.value)
    if large - small <= 0.06 * large or large > _NEAR * small or one.years != two.years:
        return False
    if one.quantity.value in two.values or two.quantity.value in one.values:
        return False
    noun = {one.kind.strip("~")}
    shared = (one.stems & two.stems) - noun
    fewest = min(len(one.stems - noun), len(two.stems - noun))
    return len(shared) >= _SHARED and len(shared) >= _MOST_OF * fewest


def swapped(document: Document) -> Iterator[Contradiction]:
    """Find numbers of the same things that differ in the order of their digits only: 48,000 homes, 84,000 homes."""
    large = [it for it in document.numbers if is_count(it) and it.value >= _LEAST and any(map(plural, it.noun))]
    yield from twice("value", large, _digits_differ, lambda it: it.span)


def _digits_differ(one: Quantity, two: Quantity) -> bool:
    digits = one.value != two.value and sorted(f"{one.value:.0f}") == sorted(f"{two.value:.0f}")
    return digits and _kind(one) == _kind(two)


def ranges(document: Document) -> Iterator[Contradiction]:
    """Find a range that is another one elsewhere: children aged 2 to 11 here, aged 4 to 14 there."""
    told = [
        (stem(it["who"] or it["with"]), it["noun"], it["a"] or it["c"], it["b"] or it["d"], document.found(piece, it))
        for piece, _ in document.everything()
        if not UNSURE.re.search(piece.low) and not document.said(piece.start + 1)
        for it in _RANGE.re.finditer(piece.low)
    ]
    yield from twice("value", told, lambda a, b: a[:2] == b[:2] and a[2:4] != b[2:4], lambda it: it[-1])
