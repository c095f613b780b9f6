"""Words and phrases: what is the same word, what is the same thing, and what says that a number may well differ."""

from __future__ import annotations

import re
from functools import lru_cache

from emptychair.feedback.consistency.base._lazy import Lazy

WORD = Lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UP_TO = Lazy(r"\b(?:of|for|in|at|with|on|from|to|by|that|who|which|until|per)\b")
_DETERMINERS = frozenset({"the", "a", "an", "all", "any", "your", "our", "its", "their", "every", "each"})
MORE = Lazy(
    r"\b(?:another|more|other|further|additional|each|every|extra|least|most|about half|old|next|first"
    r"|(?:the|these|our|in|for|over) last|remaining|rest)\s*$",
    re.IGNORECASE,
)
"""In front of a number: it is of others."""
UNSURE = Lazy(
    r"\b(?:if|unless|until|once (?:you|the|we|it|they|an?)|after|then|first|second|trial|pilot|beta|test|plan|plans|tier"
    r"|otherwise|except|beyond|above"
    r"|over|more than|up to|extra|additional|another|during|before|(?<!or )without|would|could|might|target|goal|instead|used to)\b"
)
"""A condition, another time, another group: what is told with one of these may differ."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Cut a word down to what its forms have in common.

    Example:
        >>> stem("settings"), stem("set"), stem("prices")
        ('settin', 'set', 'pric')
    """
    low = word.lower()
    for suffix in ("ing", "ed", "es", "s", "e"):
        if low.endswith(suffix) and len(low) > len(suffix) + 2:
            low = low[: -len(suffix)]
            if suffix == "ing" and low[-1] == low[-2] != "s":
                low = low[:-1]  # setting, set
            break
    return low[:6]


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
