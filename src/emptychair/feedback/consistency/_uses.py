"""How often times how many: 12,870 people; at 14 trips a year this is 480,180 trips."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts, is_count
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._products import product_holds

_AT = Lazy(r"\b(?:at|with) (?:about |around |only )?$")
_MAKES = Lazy(
    r" [a-z-]+ (?:an?|per|each|every) [a-z]+(?: each)?,? (?:this|that|it|which) (?:is|makes|gives|comes to) "
    r"(?:about |around |roughly |some )?"
)
_BACK = 2  # sentences above in which the people may be counted


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find uses that are told as a rate and a total, of no number of people told just before."""
    for number in facts.having(("at", "with")):
        some = facts.numbers[number]
        for i, (rate, total) in enumerate(zip(some, some[1:], strict=False)):
            if not is_count(rate) or not is_count(total) or rate.noun[:1] != total.noun[:1]:
                continue
            at = _AT.re.search(facts.low, max(0, rate.span.start - 16), rate.span.start)
            if not at or not _MAKES.re.fullmatch(facts.low, rate.span.end, total.span.start):
                continue
            above = [it for told in facts.numbers[max(0, number - _BACK) : number] for it in told]
            people = [it for it in (*above, *some[:i]) if not it.percent and not it.currency]
            if people and not any(product_holds([one, rate], total) for one in people):
                whole = facts.span(rate.span.start, total.span.end)
                message = f"“{whole.text}”: no number before it, times {rate.span.text}, comes to that."
                yield Contradiction("product", whole, total.span, message)
