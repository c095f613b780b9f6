"""Phrase lists as patterns: ``*`` ends a stem, ``~`` stands for up to four words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._reading import one_of
from emptychair.feedback._text import words

_GAP = r"(?:\W+\w+){0,4}?\W+"


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """Compile lists of ``lexicon/prfaq.toml``; gaps are bounded, so the cost stays linear.

    Example:
        >>> bool(pattern("says").search("she said"))
        True
    """
    listed = frozenset[str]().union(*map(words_of, names))
    return re.compile(rf"(?<![\w-]){one_of(listed, _phrase)}(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    body = re.escape(phrase).replace("'", "['’]").replace(r"\ \~\ ", _GAP)
    return body.replace(r"\*", r"[\w'’]{0,14}").replace(r"\ ", r"\s+")


@lru_cache(maxsize=8192)
def hits(name: str, text: str) -> int:
    """Count the different phrases of a list that stand in a text; each counts once."""
    return len({match[0].lower() for match in pattern(name).finditer(text)})


def stems(text: str) -> frozenset[str]:
    """Give the content words, cut to their first five letters, that two passages may share.

    Example:
        >>> sorted(stems("The riders waited for a ride."))
        ['ride', 'rider', 'waite']
    """
    return frozenset(stem for stem in map(stem_of, words(text)) if stem)


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """Cut a content word to its first five letters; other words give nothing."""
    low = word.lower()
    if len(low) < 3 or not low[0].isalpha() or low in _common():
        return ""
    return (low[:-1] if low[-1] == "s" and len(low) > 3 else low)[:5]


@cache
def _common() -> frozenset[str]:
    return words_of("common_words") | words_of("function_words")
