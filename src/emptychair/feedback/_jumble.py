"""Words in an order that is no English: articles before prepositions, verbs and other articles."""

from __future__ import annotations

import re
from functools import cache

from emptychair.feedback._reading import one_of

_ARTICLES = ("the", "a", "an", "our", "your", "their", "its", "my", "every")
_NO_NOUNS = (
    "of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "or", "but", "is", "are", "was", "were", "has", "have", "had",
    "the", "a", "an", "that", "which", "who", "it", "they", "we", "you", "he", "she", "if", "because", "when", "be", "been", "as",
    "than", "then", "so", "not",
)  # fmt: skip
# Such pairs a word, and how many in all: written English has one in a thousand words, shuffled three in a hundred.
_RATE, _LEAST = 0.006, 3


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_ARTICLES, re.escape)}\s+{one_of(_NO_NOUNS, re.escape)}\b", re.IGNORECASE)


def jumbled(text: str, count: int) -> bool:
    """Say whether the words of a text of ``count`` words were shuffled.

    Example:
        >>> jumbled("the of we a is bakery to the and my in waits " * 4, 48), jumbled("The bakery waits for us. " * 10, 50)
        (True, False)
    """
    pairs = sum(1 for _ in _pair().finditer(text))
    return pairs >= max(_LEAST, _RATE * count)
