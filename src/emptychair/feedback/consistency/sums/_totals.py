"""The sums of an answer: parts in one sentence, what they add up to and what is left in the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Answer, Contradiction, Document, Lazy, Piece, differ

_TOTAL = Lazy(
    r"(?:^|[.;,] )(?:and )?(?:together|in all|altogether|in total|all in all),? (?:(?:this|that|it|they) )?(?:is|are|makes?"
    r"|comes? to|costs?)? ?(?:about )?$"
    r"|\badds? up to (?:about )?$|\bthe (?:sum|total) is (?:about )?$"
)
_THAT_IS = Lazy(r"^(?:that is|that's|that makes|this is|this makes) (?:about )?$")
_TOTAL_AFTER = Lazy(
    r"^(?: an? [a-z]+)?,? (?:altogether|in all|in total|together|all told)\b(?!,? (?:(?:this|that|it|they) )?"
    r"(?:(?:is|are|makes?|comes? to|costs?) )?(?:about )?[$€£]?\d)"  # the word is that of the next number
)
_LEFT = Lazy(r"(?:^|[,;] )(?:and )?(?:that|this|which|so that) leaves (?:us )?(?:about )?$")
_IS_LEFT = Lazy(r"^ (?:is|are|remains?) (?:left|over)\b(?! of\b)")
_OF_WHOLE = Lazy(r"^of (?:the |each )?[$€£]")
_WE_KEEP = Lazy(r"\b(?:we keep|leaves(?: us)?|is left|for us) (?:about )?$")
_KEEP = Lazy(r"^of (?:the )?(?:[$€£] ?)?[\d.,]+ we keep (?:about )?$")
_LEAST = 3  # numbers behind the whole that is shared out
_MOST = 9  # numbers; more are not tried
_SKIPPED = 1  # of the parts at most; one may be told only in passing
_LESS = Lazy(r"\b(?:less|minus|of which|instead of|against)\b")


def find(document: Document) -> Iterator[Contradiction]:
    """Find totals and remainders that nothing of the answer comes to."""
    if document.facts.hears("together", "altogether", "adds", "makes", "sum", "total", "leaves", "all", "is", "s"):
        for answer in document.answers:
            yield from _checked(document, answer)


def _checked(document: Document, answer: Answer) -> Iterator[Contradiction]:
    asked = answer.pieces[0].start if answer.pieces else answer.at
    above = [it for it in document.numbers if answer.at <= it.span.start < asked]
    last: tuple[Quantity, ...] = ()
    for piece in answer.pieces:
        some = document.within(piece)
        yield from _shared_out(document, piece, some)
        for i, it in enumerate(some):
            how = _how(document, piece, it, last if i == 0 else ())
            parts = [*above, *some[:i]]
            if how == "sum" and not it.currency:
                parts = [*last, *some[:i]]
            if how and _wrong(it, parts, how):
                yield differ("sum", document.span(parts[0].span.start, parts[-1].span.end), it.span)
                return
        above += some
        last = some or last


def _shared_out(document: Document, piece: Piece, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """Find "of €3 the baker gets €2.40, payment takes €0.15 and we keep €0.85"."""
    told = len(some) > _LEAST and _OF_WHOLE.re.match(piece.low) and all(it.currency == some[0].currency for it in some)
    last = some[-1] if some else None
    if told and last and _WE_KEEP.re.search(document.low, max(piece.start, last.span.start - 20), last.span.start):
        rest = sum(it.value for it in some[1:])
        if abs(rest - some[0].value) > 0.005 * some[0].value + last.step:
            yield differ("sum", some[0].span, last.span)


def _how(document: Document, piece: Piece, it: Quantity, last: tuple[Quantity, ...]) -> str:
    """Is a number told as a sum, or as what is left?"""
    told = document.low[max(piece.start, it.span.start - 40) : it.span.start]
    if it.percent:
        return ""
    if _TOTAL.re.search(told) or _TOTAL_AFTER.re.match(document.low[it.span.end : it.span.end + 30]):
        return "sum"
    left = _IS_LEFT.re.match(document.low[it.span.end : it.span.end + 20]) and not told.endswith(("of ", "of the "))
    if it.currency and (left or _LEFT.re.search(told) or _KEEP.re.search(document.low[piece.start : it.span.start])):
        return "rest"
    listed = len(last) > 2 and all(one.currency == it.currency for one in last)
    less = _LESS.re.search(document.low, last[0].span.start, last[-1].span.end) if last else None
    return "sum" if it.currency and listed and not less and _THAT_IS.re.search(told) else ""


def _wrong(total: Quantity, parts: list[Quantity], how: str) -> bool:
    money = [it for it in parts if it.currency == total.currency and not it.percent]
    loose = any(not it.currency and it.value != int(it.value) for it in parts) and bool(total.currency)
    if loose or any(it.percent for it in parts) or not 2 + (how == "sum") <= len(money) <= _MOST:
        return False
    if not total.currency:
        money = [it for it in money if it.span.text[:1].isdigit()]
        alike = all(not it.noun or it.noun == money[-1].noun for it in money[1:])
        if len(money) < _LEAST or not (alike or total.noun[:1] == money[0].noun[:1]):
            return False
    if how == "rest" and _only_costs([it.value for it in money]):
        return False
    near = max(0.005 * total.value, total.step)
    factors = {it.value for it in parts if not it.currency} if total.currency else set()
    times = {1.0, *factors, *(1 / it for it in factors if it)}
    readings = [money]
    if (
        total.currency
    ):  # where it is said once, the numbers behind it may do without: 819 euros a night, wages 430, rent 90
        readings.append([it for it in parts if it.currency in (total.currency, "")][-_MOST:])
    reached = (one for some in readings for one in _reachable([it.value for it in some], how))
    return not any(abs(one * factor - total.value) <= near for one in reached for factor in times)


def _reachable(values: list[float], how: str) -> Iterator[float]:
    """Give what the numbers come to in any fair reading: a sum of the last ones, or what is left when some are taken off."""
    for start in range(len(values)):
        some = values[start:]
        if how == "sum":
            yield from _nearly_all(some)
            continue
        for whole in (some[0], max(some)):
            rest = list(some)
            rest.remove(whole)
            yield from (abs(whole - it) for it in _nearly_all(rest))
        # what comes in is told first, in several parts, and then what goes out
        if max(some) == max(values):
            yield from (abs(2 * sum(some[:cut]) - sum(some)) for cut in range(2, len(some)))
    if how == "rest":  # of two that were told, such as a total and the sum of its costs
        yield from (abs(one - two) for one, two in combinations(values, 2))


def _only_costs(values: list[float]) -> bool:
    """Are the numbers parts and their sum, so that what is left is left of something that stands elsewhere?"""
    *parts, whole = values
    sums = (sum(parts[start:]) for start in range(len(parts) - 1))
    return any(abs(one - whole) <= 0.005 * whole for one in sums)


def _nearly_all(values: list[float]) -> Iterator[float]:
    for size in range(max(1, len(values) - _SKIPPED), len(values) + 1):
        yield from map(sum, combinations(values, size))
