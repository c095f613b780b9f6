"""A thing with two prices, wherever they are told: "$29 for a zipper" here, "a zipper is $39" there."""

from __future__ import annotations

from collections.abc import Iterator
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
    Piece,
    head,
    stem,
    twice,
)
from emptychair.feedback.consistency.offers._price import PERIODS, period

_BEFORE = Lazy(
    r"(?:^|[.;:,!?—–(]\s|\band )(?P<thing>[a-z][a-z' -]{1,40}?) (?:costs?|is|are|stays?|remains?|starts at) (?:only |just |still )?$"
)
_AMOUNT = Lazy(
    r"\b(?:the|an?) (?P<thing>(?:[a-z]+ )?(?:deposit|fee|fine|charge|bonus|refund|discount|subsidy|grant|salary|wage"
    r"|premium)) of (?:only |just )?$"
)
_AFTER = Lazy(r"^ (?:an?|per|for an?|for each|for every|for the|each) (?P<thing>[a-z]+(?:[ -][a-z]+)?)\b(?! each)")
_TO_US = Lazy(
    r"^ (?:to |us\b|for (?:returns|us))|^[^.;,]{0,30}\b(?:elsewhere|here|in our area|on average|at those|at the)\b"
)
_SMALL = frozenset({"the", "a", "an", "our", "your", "each", "every", "its", "any"})
_PRONOUNS = frozenset({"it", "that", "this", "which", "they", "one", "price", "there", "what", "who"})
_NEAR = 3.0  # times


class _Priced(NamedTuple):
    thing: str
    kinds: frozenset[str]
    quantity: Quantity


def find(document: Document) -> Iterator[Contradiction]:
    """Find things with two prices."""
    yield from twice("price", _all(document), _differ, lambda it: it.quantity.span)


def _differ(one: _Priced, two: _Priced) -> bool:
    prices = one.quantity, two.quantity
    large, small = max(it.value for it in prices), min(it.value for it in prices)
    if one.thing != two.thing or one.kinds != two.kinds or prices[0].currency != prices[1].currency:
        return False
    return period(prices[0]) == period(prices[1]) and 0.01 * large < large - small and large < _NEAR * small


def _all(document: Document) -> Iterator[_Priced]:
    """Read the prices that customers are told; what something costs the team is another matter."""
    for piece, answer in document.everything():
        if (answer and answer.ours) or UNSURE.re.search(piece.low) or MORE.re.search(piece.low[:40]):
            continue
        for it in document.within(piece):
            if it.currency and not document.said(it.span.start) and (thing := _thing(document, piece, it)):
                words = [word for word in WORD.re.findall(thing) if word not in _SMALL]
                noun = head(" ".join(words))
                if noun and words[-1] not in _PRONOUNS and not document.names & set(words):
                    yield _Priced(noun, frozenset(map(stem, words)) - {noun}, it)


def _thing(document: Document, piece: Piece, it: Quantity) -> str:
    following = document.low[it.span.end : piece.end]
    if _TO_US.re.match(following):
        return ""
    after = _AFTER.re.match(following)
    if after and after["thing"].split()[0] in PERIODS:
        return ""
    if after and following.startswith(" for"):
        return str(after["thing"])
    told = document.low[piece.start : it.span.start]
    before = _AMOUNT.re.search(told) or _BEFORE.re.search(told)
    if before:
        return str(before["thing"])
    if not after or after["thing"].split()[0] in words_of("measure_units"):
        return ""
    return str(after["thing"])
