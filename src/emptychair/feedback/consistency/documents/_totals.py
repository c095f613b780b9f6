"""Sums of an answer: parts in one sentence, what they add up to and what is left in the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._document import Answer, Document, differ, read

_TOTAL = Lazy(
    r"(?:^|[.;,] )(?:and )?(?:together|in all|altogether|in total|all in all),? (?:(?:this|that|it|they) )?(?:is|are|makes?|comes? to|costs?)? ?(?:about )?$"
    r"|\b(?:adds? up to|totals) (?:about )?$"
)
_TOTAL_AFTER = Lazy(r"^(?: an? [a-z]+)?,? (?:altogether|in all|in total|together|all told)\b")
_LEFT = Lazy(r"(?:^|[,;] )(?:and )?(?:that|this|which|so that) leaves (?:us )?(?:about )?$")
_MOST = 8  # numbers; more are not tried
_LEAST = 3


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find totals and remainders that nothing of the answer comes to."""
    words = ("together", "altogether", "adds", "makes", "comes", "total", "leaves", "all", "is", "that's")
    document = read(facts.text) if not facts.index.keys().isdisjoint(words) else None
    for answer in document.answers if document else ():
        if document:
            yield from _checked(document, answer)


def _checked(document: Document, answer: Answer) -> Iterator[Contradiction]:
    parts: list[Quantity] = []
    for piece in answer.pieces:
        some = document.within(piece)
        for it in some:
            told = document.low[max(piece.start, it.span.start - 40) : it.span.start]
            after = document.low[it.span.end : it.span.end + 30]
            sums = _TOTAL.re.search(told) or _TOTAL_AFTER.re.match(after)
            money = [one for one in parts if one.currency == it.currency]
            if not it.currency or not (sums or _LEFT.re.search(told)) or len(money) < _LEAST - bool(_LEFT.re.search(told)):
                parts.append(it)
                continue
            if len(money) <= _MOST and not any(one.percent for one in (*parts, *some)) and not _comes_out(it, money, [one.value for one in parts if not one.currency]):
                yield differ("sum", document.span(money[0].span.start, money[-1].span.end), it.span)
                return
            parts.append(it)


def _comes_out(total: Quantity, money: list[Quantity], factors: list[float]) -> bool:
    """Can the total be reached by adding and taking away some of the parts, all of them so many times?"""
    near = max(0.015 * total.value, total.step)
    signs = product((0, 1, -1), repeat=len(money))
    sums = [abs(sum(sign * it.value for sign, it in zip(some, money, strict=True))) for some in signs]
    times = {1.0, *factors, *(1 / it for it in factors if it)}
    return any(abs(it * factor - total.value) <= near for it in sums for factor in times)
