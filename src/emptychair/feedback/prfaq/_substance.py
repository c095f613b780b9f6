"""How much a passage says: numbers, names and reasons on one side, words that dodge on the other."""

from __future__ import annotations

import re
from functools import lru_cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Span
from emptychair.feedback._numbers import quantities
from emptychair.feedback._text import count_words
from emptychair.feedback.prfaq._cues import hits, pattern

_NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w'’-]{2,}")
# Words that dodge elsewhere: the month, a question of number, a limit, what one was not able to do.
_INNOCENT = re.compile(
    r"\bMay\b(?=[ ,.]+\d)|\b(?:in|by|of|since|until|from|on|last|next|this|before|after|to|early|late|mid|and|through)[ -]May\b"
    r"|\b(?:[Hh]ow|[Aa]s|so|too) (?:many|often|soon)\b|\b[Aa]t (?:the )?most\b|\b[Cc]ould(?: not|n['’]t)\b|\bGreat (?=[A-Z])"
)
_GROUP = re.compile(r"\b[a-z]+(?:[eo]rs|ists|ants|ees|ians|smiths|keepers)\b", re.IGNORECASE)
_HAVE = re.compile(r"\s(?:who|whom|whose|with|of|in|at|aged|that|which|from|on|staying|living|certified)\b")
_BEFORE = re.compile(r"([\w-]+) $")


@lru_cache(maxsize=4096)
def vague(text: str) -> int:
    """Count the words that dodge; each place counts.

    Example:
        >>> vague("It is very easy and might be significantly faster."), vague("How many came in May?")
        (4, 0)
    """
    return len(dodges(text))


def dodges(text: str) -> tuple[Span, ...]:
    """Give the places of the words that dodge or praise.

    Example:
        >>> [it.text for it in dodges("How many came? Many, and soon.")]
        ['Many', 'soon']
    """
    masked = _INNOCENT.sub(lambda match: " " * len(match[0]), text)  # as long as before, so that places stay
    return tuple(Span(*it.span(), it[0]) for it in pattern("vague_words", "praise_words").finditer(masked))


@lru_cache(maxsize=4096)
def quality(text: str) -> float:
    """Rate an answer from 0 (nothing) to 1 (specific, committed).

    Example:
        >>> quality("We take it very seriously.") < 0.3 < quality("$12 a month, because each swap costs us $3.")
        True
    """
    text = text[:3000]
    words = count_words(text)
    if words < 2:
        return 0.0
    numbers = len({round(q.value, 6) for q in quantities(text)})
    facts = min(3, numbers) + min(1, len(set(_NAME.findall(text)))) * 0.7 + min(1, hits("reasons", text)) * 0.5
    plain = 0.25 if words >= 8 and not vague(text) else 0.0
    value = 0.25 + 0.25 * facts + plain - 0.6 * min(1.0, 12 * vague(text) / words)
    return max(0.05, min(1.0, value if words >= 6 or facts >= 1 else 0.2))


def people_in(text: str) -> list[re.Match[str]]:
    """Find the nouns for groups of people.

    Example:
        >>> [m[0] for m in people_in("Riders and owners pay in orders.")]
        ['Riders', 'owners']
    """
    named = [match for match in _GROUP.finditer(text) if match[0].lower() not in words_of("not_people")]
    return sorted({m.start(): m for m in (*named, *pattern("people").finditer(text))}.values(), key=lambda m: m.start())


def segment_in(text: str) -> bool:
    """Is a group of people named that has an outline: how many, which, where?

    Example:
        >>> segment_in("for restaurants with 10 to 60 staff"), segment_in("for restaurants everywhere")
        (True, False)
    """
    for match in people_in(text):
        before = _BEFORE.search(text, max(0, match.start() - 30), match.start())
        which = before is not None and before[1].lower() not in words_of("function_words") and not vague(before[1])
        if _HAVE.match(text, match.end()) or which:
            return True
    return False
