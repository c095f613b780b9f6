"""A product and its factors: written out with a sign, a rate times a count, a share of a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, Row, Told, is_count, near, rows
from emptychair.feedback.consistency.sums._reckoning import announced, chains, product_holds

_SIGNS = Lazy(r"[×*=]|\bx\b|\btimes\b|\bmultiplied\b", re.IGNORECASE)
_EACH = Lazy(r",? ?(?:\w+ )?(?:each\b|apiece\b|a head\b|per head\b|a piece\b)")
_PER = Lazy(r" ?(?:(?:dollars|euros|pounds) )?(?:an?|per|for (?:each|every)|each|every) (?P<unit>[a-z]+)")
_OF_IT = Lazy(r" of (?:it|this|that|this market|the market|them)\b")
_RECURRING = Lazy(
    r" (?:a|an|per|each|every) (?P<small>[a-z]+),? (?:which (?:is|makes|comes to)|that is|that makes|that's|=) "
)
_AT = Lazy(r"(?: [a-z-]+){1,3} at (?:about |only )?")
_SO = Lazy(
    r"(?: [a-z]+)?(?: each| apiece| a piece),? (?:so|so that|making"
    r"|(?:so |and )?(?:that|this|which)(?: is|'s| was| makes| made| came to| cost (?:me|us)| set (?:me|us) back)) (?:about |around )?"
)
_SO_ALL = Lazy(r"(?: each)?, so (?:all )?")
_COST = Lazy(
    r"(?: of (?:them|these|those)| [a-z]+(?: [a-z]+)?) (?:costs?|makes?|comes? to|are|is|brings?(?: in)?) (?:about )?"
)
_AT_A_RATE = Lazy(r"\b(?:at|with) (?:about |around |only )?$")
_MAKES = Lazy(
    r" [a-z-]+ (?:an?|per|each|every) [a-z]+(?: each)?,? (?:this|that|it|which) (?:is|makes|gives|comes to) "
    r"(?:about |around |roughly |some )?"
)
# How many of the small unit are in the large one, as people count: work weeks and whole ones.
_SPANS = {
    ("month", "year"): (9, 12),
    ("week", "month"): (4, 5),
    ("week", "year"): (40, 53),
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "year"): (200, 366),
    ("hour", "day"): (6, 24),
    ("hour", "week"): (30, 168),
    ("minute", "hour"): (60, 60),
}
_BACK = 2  # sentences above in which the count of a price may stand
_CLOSE = 60  # characters between a share and what it comes to


def _does_not_multiply(it: Told) -> bool:
    count, each, total = it.numbers if is_count(it.one) else (it.two, it.one, it.last)
    if not is_count(count) or (total.currency and total.currency != each.currency):
        return False
    return not near(count.value * each.value, total.value, total.step)


def _not_so_often(it: Told) -> bool:
    few, many = _SPANS.get((it.words["small"], it.words["unit"]), (0, 0))
    comparable = not it.one.percent and not it.two.percent and it.one.currency == it.two.currency and it.one.value
    return bool(comparable and many) and not 0.97 * few <= it.two.value / it.one.value <= 1.03 * many


def _of_nobody(it: Told) -> bool:
    """No number of people that was told just before has so many uses."""
    if not is_count(it.one) or not is_count(it.two) or it.one.noun[:1] != it.two.noun[:1]:
        return False
    told = [one for some in it.facts.numbers[max(0, it.sentence - _BACK) : it.sentence + 1] for one in some]
    people = [one for one in told if one.span.end <= it.one.span.start and not one.percent and not one.currency]
    return bool(people) and not any(product_holds([one, it.one], it.two) for one in people)


_ROWS = (
    # Four machines at 190 each, so 570.
    Row("product", ("at",), (_AT, _SO), _does_not_multiply, "“{told}” does not come out.", whole=True),
    # $3,400 each, so 40 cabinets cost $163,000.
    Row("product", ("so",), (_SO_ALL, _COST), _does_not_multiply, "“{told}” does not come out.", whole=True),
    # $12 a month, which is $200 a year.
    Row("product", (), (_RECURRING,), _not_so_often, "“{told}” does not come out.", whole=True, after=_PER),
    # 12,870 people; at 14 trips a year this is 480,180 trips.
    Row(
        "product",
        ("at", "with"),
        (_MAKES,),
        _of_nobody,
        "“{told}”: no number before it, times {0}, comes to that.",
        whole=True,
        before=_AT_A_RATE,
    ),
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find products that do not come out."""
    for number, some in enumerate(facts.numbers):
        sentence = facts.sentences[number]
        if len(some) >= 3 and _SIGNS.re.search(facts.text, sentence.start, sentence.end):
            yield from _written_out(facts, list(some))
        following = facts.numbers[number + 1] if number + 1 < len(facts.numbers) else ()
        yield from _share_of(facts, some, (*some, *following))
        yield from _each(facts, number, some)
        yield from _rate(facts, some, following)
    yield from rows(facts, _ROWS)


def _written_out(facts: Facts, some: list[Quantity]) -> Iterator[Contradiction]:
    for factors, result in chains(facts.text, some):
        if not product_holds(factors, result):
            yield _off(facts, factors[0], result)


def _off(facts: Facts, first: Quantity, result: Quantity) -> Contradiction:
    whole = facts.span(first.span.start, result.span.end)
    return Contradiction("product", whole, result.span, f"“{whole.text}” does not come out.")


def _share_of(facts: Facts, some: tuple[Quantity, ...], after: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """A market of $130 billion; 0.1% of it is $1.3 billion. The three stand in two neighboring sentences."""
    for i, share in enumerate(after[:-1]):
        part = after[i + 1]
        if not share.percent or not part.currency or not _OF_IT.re.match(facts.low, share.span.end):
            continue
        wholes = [it for it in after[:i] if it.currency == part.currency]
        close = part.span.start - share.span.end < _CLOSE
        if close and some and wholes and not any(product_holds([it, share], part, converted=False) for it in wholes):
            yield _off(facts, share, part)


def _each(facts: Facts, number: int, some: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """24 pupils for 35 euros each, which came to 2,600.

    A count that the price was made of ("three visits at $45, $135 each") is spent; how many they are may be told above.
    """
    for i, each in enumerate(some):
        if not _EACH.re.match(facts.low, each.span.end, min(facts.sentences[number].end, each.span.end + 24)):
            continue
        counts = [it for it in some if not it.currency and not it.percent and (it in some[:i] or each.currency)]
        others = [it for it in some if it not in (each, *counts) and it.currency == each.currency and not it.percent]
        totals = [it for it in others if announced(facts, it)]
        counts = [it for it in counts if not any(product_holds([it, one], each, converted=False) for one in some[:i])]
        above = [it for told in facts.numbers[max(0, number - _BACK) : number] for it in told if not it.currency]
        if totals and counts and not any(product_holds([one, each], it) for one in above + counts for it in others):
            yield _off(facts, min(counts[-1], each, key=lambda it: it.span.start), totals[0])


def _rate(facts: Facts, some: tuple[Quantity, ...], following: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """$29 per dial; with 10,000 dials we make $390,000. Rate, count and total in one sentence or two."""
    for rate in some:
        unit = _PER.re.match(facts.low, rate.span.end, rate.span.end + 30) if rate.currency else None
        if not unit:
            continue
        told = (*some, *following)
        paid = [it for it in told if it.currency == rate.currency]
        counts = [
            it for it in told if not it.currency and it.noun and it.noun[0].rstrip("s") == unit["unit"].rstrip("s")
        ]
        totals = [it for it in paid if it is not rate and announced(facts, it)]
        if len(counts) != 1 or not totals or totals[0].span.start < max(counts[0].span.start, rate.span.start):
            continue
        if not any(product_holds([one, counts[0]], it) for one in paid for it in paid if it is not one):
            yield _off(facts, min(rate, counts[0], key=lambda it: it.span.start), totals[0])
