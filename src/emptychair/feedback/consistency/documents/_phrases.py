"""Phrases, and how to tell of two places: what the kinds of this package share."""

from __future__ import annotations

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

WORD = Lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UP_TO = Lazy(r"\b(?:of|for|in|at|with|on|from|to|by|that|who|which|until|per)\b")
_DETERMINERS = frozenset({"the", "a", "an", "all", "any", "your", "our", "its", "their", "every", "each"})
UNSURE = Lazy(
    r"\b(?:if|unless|until|once (?:you|the|we|it|they|an?)|after|then|first|second|trial|pilot|beta|test|plan|plans|tier"
    r"|otherwise|except|beyond|above"
    r"|over|more than|up to|extra|additional|another|during|before|(?<!or )without|would|could|might|target|goal|instead|used to)\b"
)
"""A condition, another time, another group: what is told with one of these may differ."""


def one_of(quantity: Quantity) -> bool:
    """Is it read from "one of 430 people"?"""
    return quantity.span.text[:6].lower() == "one of"


def head(phrase: str) -> str:
    """Give the stem of the noun that a phrase is about.

    Example:
        >>> head("the electrician's check of the kitchen"), head("a reserved washer"), head("")
        ('check', 'washer', '')
    """
    before = _UP_TO.re.split(phrase, maxsplit=1)[0] or phrase
    found = WORD.re.findall(before)
    return stem(found[-1]) if found else ""


def same_thing(one: str, two: str) -> bool:
    """Do two phrases have the same noun, and not two kinds of it?

    Example:
        >>> same_thing("the electrician's check", "the check"), same_thing("a used bike", "a new bike")
        (True, False)
    """
    if not head(one) or head(one) != head(two):
        return False
    kinds = [
        {stem(it) for it in WORD.re.findall(phrase) if it not in _DETERMINERS} - {head(phrase)} for phrase in (one, two)
    ]
    return not kinds[0] or not kinds[1] or bool(kinds[0] & kinds[1])


def differ(kind: str, one: Span, two: Span) -> Contradiction:
    """Tell of two places, in reading order."""
    first, second = sorted((one, two))
    return Contradiction(kind, first, second, f"“{first.text}” here, “{second.text}” there.")
