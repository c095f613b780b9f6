"""Numbers of a text that cannot both be true, and arithmetic that is off.

A false alarm costs more than a miss: what may differ for a good reason (another time, another group, a target) is let through.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from emptychair.feedback._claims import MORE, Claim, claim, clash, stem
from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity, quantities
from emptychair.feedback._text import Sentence, sentences

_TIMES = re.compile(r"[^.;:=?\n]{0,40}?(?:×| \* |\bx\b|\btimes\b|\bmultiplied by\b)\s*(?:about )?", re.IGNORECASE)
_EQUALS = re.compile(
    r"[^.;:=×*]{0,40}?(?:=|≈|\bequals\b|\bmakes\b|\bcomes to\b|\bgives\b)\s*(?:about |around |roughly |some )?",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:drop|fall|cut|reduction|decline|decrease|saving|rise|increase|gain|growth|improvement|fewer|less|lower|more|higher|faster|shorter)\b",
    re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    r"\b(?:drop|fall|cut|reduction|decline|decrease|saving|rise|increase|gain|growth|improvement) of (?:about |around )?$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"[^.;:,]{0,50}?,? out of (?:the |a total of |all )?| of (?:all )?(?:the|our|my|their|its|his|her) ", re.IGNORECASE
)
_SHARED = re.compile(r"\s?(?:%|percent|per cent)?\s?of (?:them|those|the|our|my|their|all|us)\b", re.IGNORECASE)
_COST = re.compile(
    r"^.{0,80}\b(?:costs?|price|fee|fare|pay|how much)\b.{0,60}\?[*_]{0,3}\s", re.IGNORECASE | re.MULTILINE
)
_US = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)
_FOR = re.compile(r"\b(?:for|pays?|costs?|price is|at|fee of|subscription of)\s(?:only |just |about )?$", re.IGNORECASE)
_CONVERSIONS = (60.0, 24.0, 7.0, 12.0, 52.0, 100.0, 1000.0, 3600.0)
_LATER = 400  # quantities that are compared with each other; nobody states more claims


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that disagree, or one whose arithmetic is off."""

    kind: str
    first: Span
    second: Span
    message: str


@lru_cache(maxsize=64)
def contradictions(text: str) -> tuple[Contradiction, ...]:
    """Find numbers that contradict each other.

    Example:
        >>> [c.kind for c in contradictions("12,000 households x $60 = $700,000.")]
        ['product']
        >>> contradictions("Calls fell from 50 to 40 a week, a drop of 20%.")
        ()
        >>> text = "It is open to all our 16 clinics. When a patient calls, a nurse in one of our 14 clinics answers."
        >>> [c.message for c in contradictions(text)]
        ['“16 clinics” here, “14 clinics” there.']
    """
    found = quantities(text)
    cut = sentences(text)
    starts = [sentence.start for sentence in cut]
    groups: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in found:
        groups[bisect_right(starts, quantity.span.start) - 1].append(quantity)
    out: list[Contradiction] = []
    for number, some in groups.items():
        if number >= 0:
            out += _products(text, some)
            out += _changes(text, cut[number], some)
            out += _parts(text, some)
    out += _prices(text, found)
    claims = [claim(text, cut[i], q) for i, some in groups.items() if i >= 0 for q in some[:20]]
    out += _disagreeing([it for it in claims if it][:_LATER])
    return tuple(sorted(out, key=lambda it: (it.first.start, it.second.start)))


def product_holds(factors: list[Quantity], result: Quantity) -> bool:
    """Is a product right within the places that are written, a unit conversion let through?"""
    product, loose = 1.0, 0.006
    for factor in factors:
        product *= factor.value / 100 if factor.percent else factor.value
        exact = factor.step == 0.5 and not factor.percent
        loose += 0.0 if exact or not factor.value else factor.step / factor.value
    slack = 1.05 * result.step
    scales = (1.0, *_CONVERSIONS, *(1 / it for it in _CONVERSIONS))
    return any(abs(product * scale - result.value) <= slack + loose * abs(product * scale) for scale in scales)


def chains(text: str, some: list[Quantity]) -> Iterator[tuple[list[Quantity], Quantity]]:
    """Give each ``a × b = c`` of a sentence as its factors and its result."""
    factors: list[Quantity] = []
    for left, right in zip(some, some[1:], strict=False):
        between = text[left.span.end : right.span.start]
        if _TIMES.fullmatch(between):
            factors = [*factors, right] if factors else [left, right]
        elif factors and _EQUALS.fullmatch(between):
            yield factors, right
            factors = []
        else:
            factors = []


def _products(text: str, some: list[Quantity]) -> Iterator[Contradiction]:
    for factors, result in chains(text, some):
        if not product_holds(factors, result):
            whole = Span.of(text, factors[0].span.start, result.span.end)
            yield Contradiction("product", whole, result.span, f"“{whole.text}” does not come out.")


def _changes(text: str, sentence: Sentence, some: list[Quantity]) -> Iterator[Contradiction]:
    """From A to B, a drop of P percent."""
    percents = [q for q in some if q.percent]
    plain = [q for q in some if not q.percent]
    if (
        len(percents) != 1
        or len(plain) != 2
        or plain[0].currency != plain[1].currency
        or not all(q.value for q in plain)
    ):
        return
    if (
        plain[0].noun[:1]
        and plain[1].noun[:1]
        and stem(plain[0].noun[0]) != stem(plain[1].noun[0])
        and not _from_to(text, plain)
    ):
        return
    (percent,) = percents
    said = _CHANGE.search(text[percent.span.end : min(percent.span.end + 14, sentence.end)]) or _CHANGE_BEFORE.search(
        text[sentence.start : percent.span.start]
    )
    if not said or not (_from_to(text, plain) or _CHANGE_BEFORE.search(text[sentence.start : percent.span.start])):
        return
    one, two = plain[0].value, plain[1].value
    real = [100 * abs(one - two) / base for base in (one, two)]
    if min(abs(percent.value - it) for it in real) > 1.5 + percent.step:
        message = f"From {plain[0].span.text} to {plain[1].span.text} is not {percent.span.text}."
        yield Contradiction("change", Span.of(text, plain[0].span.start, plain[1].span.end), percent.span, message)


def _prices(text: str, found: tuple[Quantity, ...]) -> Iterator[Contradiction]:
    """The price in the release against the first figure under "What does it cost?"."""
    asked = next((match for match in _COST.finditer(text) if not _US.search(match[0])), None)
    if asked is None:
        return
    answered = next((q for q in found if asked.end() <= q.span.start < asked.end() + 90 and q.currency), None)
    if answered is None or not answered.noun:
        return
    for quantity in found:
        if quantity.span.start >= asked.start():
            return
        told = text[max(0, quantity.span.start - 40) : quantity.span.start]
        same = quantity.currency == answered.currency and quantity.noun[:1] == answered.noun[:1] and _FOR.search(told)
        if same and quantity.value != answered.value and not MORE.search(told):
            yield Contradiction(
                "price",
                quantity.span,
                answered.span,
                f"“{quantity.span.text} a {quantity.noun[0]}” here, “{answered.span.text}” there.",
            )


def _from_to(text: str, plain: list[Quantity]) -> bool:
    between = text[plain[0].span.end : plain[1].span.start]
    return (
        text[: plain[0].span.start].rstrip().endswith("from")
        and bool(re.search(r"\bto\s*$", between))
        and len(between) < 40
    )


def _parts(text: str, some: list[Quantity]) -> Iterator[Contradiction]:
    """A part is not larger than its whole."""
    for share in some:
        if share.percent and share.value > 100 and _SHARED.match(text, share.span.end):
            yield Contradiction("part", share.span, share.span, f"“{share.span.text}” is more than all of them.")
    for left, right in zip(some, some[1:], strict=False):
        if left.percent or right.percent or left.currency != right.currency or left.value <= right.value:
            continue
        if right.value > 1 and _OUT_OF.fullmatch(text[left.span.end : right.span.start]):
            yield Contradiction(
                "part", left.span, right.span, f"“{left.span.text}” cannot be out of “{right.span.text}”."
            )


def _disagreeing(claims: list[Claim]) -> Iterator[Contradiction]:
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        kinds[one.kind].append(one)
    for kind, some in kinds.items():
        for i, one in enumerate(some):
            for two in some[i + 1 :]:
                if clash(one, two, counted=not kind.startswith("~")):
                    yield Contradiction(
                        "value", one.quantity.span, two.quantity.span, f"“{one.shown}” here, “{two.shown}” there."
                    )
