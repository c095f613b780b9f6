"""The price of the release against the price of the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback.consistency._claims import MORE
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_COST = Lazy(r"^.{0,80}\b(?:costs?|price|fee|fare|pay|how much)\b.{0,60}\?[*_]{0,3}\s", re.MULTILINE)
_US = Lazy(r"\b(?:we|us|our)\b")
_FOR = Lazy(r"\b(?:for|pays?|costs?|price is|at|fee of|subscription of)\s(?:only |just |about )?$")
_FREE = Lazy(
    r"\b(?:is|are|stays|remains) (?:completely |entirely |always )?free(?: of charge)? for (?:every|all|any)\w*\b"
)
_ONCE = Lazy(r"\b(?:it|which) costs (?:only |just )?$|\b(?:price is|a price of|priced at) (?:only |just )?$")
_OURS = Lazy(r"\bour price (?:of|is) (?:only |just )?$")
_PERIODS = frozenset({"month", "year", "week", "day", "hour"})


def find(facts: Facts) -> Iterator[Contradiction]:
    """Compare the first figure under "What does it cost?" with the prices above, and with "our price" below."""
    if not {"cost", "costs", "price", "fee", "fare", "pay", "much"} & facts.index.keys():
        return
    asked = next((match for match in _COST.re.finditer(facts.low) if not _US.re.search(match[0])), None)
    if asked is None:
        return
    found = [quantity for some in facts.numbers for quantity in some if quantity.currency]
    answered = next((q for q in found if asked.end() <= q.span.start < asked.end() + 90), None)
    if answered is None:
        return
    period = _period(answered.noun)
    free = _FREE.re.search(facts.low, 0, asked.start())
    if free and not re.search(r"\b(?:free|nothing|no)\b", facts.low[asked.end() : answered.span.end + 90]):
        yield Contradiction(
            "price", facts.span(*free.span()), answered.span, f"“{free[0]}” here, “{answered.span.text}” there."
        )
    known: set[float] = set()
    for quantity in found:
        above = quantity.span.start < asked.start()
        told = facts.low[max(0, quantity.span.start - 40) : quantity.span.start]
        form = (_FOR if period else _ONCE) if above else _OURS
        same = quantity.currency == answered.currency and _period(quantity.noun) == period and form.re.search(told)
        other = quantity.value != answered.value and (above or quantity.value not in known)
        if same and other and not MORE.re.search(told):
            first, second = sorted((quantity.span, answered.span))
            yield Contradiction("price", first, second, f"“{first.text}” here, “{second.text}” there.")
        known.add(quantity.value)


def _period(noun: tuple[str, ...]) -> str:
    """Name the time a price is for; without one it is paid once."""
    return noun[0] if noun and noun[0] in _PERIODS else ""
