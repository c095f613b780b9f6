"""Phrase lists as patterns: ``*`` ends a stem, ``~`` stands for up to four words."""

from __future__ import annotations

import re
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._text import words

_GAP = r"(?:\W+\w+){0,4}?\W+"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Compile a list of ``lexicon/prfaq.toml``; gaps are bounded, so the cost stays linear.

    Example:
        >>> bool(pattern("says").search("she said"))
        True
    """
    listed = sorted(words_of(name), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_phrase, listed))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    body = re.escape(phrase).replace(r"\ \~\ ", _GAP).replace(r"\*", r"\w{0,14}").replace(r"\ ", r"\s+")
    return body.replace("'", "['’]")


def hits(name: str, text: str) -> int:
    """Count the different phrases of a list that stand in a text; each counts once."""
    return len({match[0].lower() for match in pattern(name).finditer(text)})


def stems(text: str) -> frozenset[str]:
    """Give the content words, cut to their first five letters, that two passages may share.

    Example:
        >>> sorted(stems("The riders waited for a ride."))
        ['ride', 'rider', 'waite']
    """
    skip = words_of("common_words") | words_of("function_words")
    found = (word.lower() for word in words(text) if len(word) > 2 and word[0].isalpha())
    return frozenset(
        (word[:-1] if word[-1] == "s" and len(word) > 3 else word)[:5] for word in found if word not in skip
    )
