"""A number with what it counts, the circumstances it holds under, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback._text import Sentence, words

MORE = re.compile(
    r"\b(?:another|more|other|further|additional|each|every|extra|least|most|about half|old|next|first|last|remaining|rest)\s*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:its|our|all|all the|the|has|have|supports?|covers?|offers?|in|one of our)(?: more than| over)? $"
    r"|^\s*with $|\b(?:tests?|trials?|pilots?|surveys?|interviews?) (?:with|of|among) $",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:()—?!]\s|\s(?:and|but|while|because|so that|if|when)\s")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what it counts, under which circumstances, and the words around it."""

    quantity: Quantity
    kind: str
    signature: frozenset[str]
    near: frozenset[str]
    shown: str
    whole: bool = False  # "our 16 clinics": all there are


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    low = word.lower()
    for suffix in ("ing", "ed", "es", "s", "e"):
        if low.endswith(suffix) and len(low) > len(suffix) + 2:
            low = low[: -len(suffix)]
            break
    return low[:6]


def claim(text: str, sentence: Sentence, quantity: Quantity) -> Claim | None:
    before = _CLAUSE.split(text[max(sentence.start, quantity.span.start - 70) : quantity.span.start])[-1]
    after = _CLAUSE.split(text[quantity.span.end : min(sentence.end, quantity.span.end + 70)])[0]
    if quantity.value == 0 or MORE.search(before) or (not quantity.noun and not quantity.percent):
        return None
    noun = quantity.noun[0] if quantity.noun else ""
    told = {stem(word) for word in words(before + " " + after)}
    signature = frozenset(told & _circumstances()) | frozenset(re.findall(r"\b(?:19|20)\d\d\b", sentence.text[:600]))
    if _quoted(text, quantity.span.start):
        return None  # what one person says of one day
    near = frozenset(
        stem(w)
        for w in words(before + " " + after)
        if len(w) > 2 and w.lower() not in words_of("function_words") and not w[0].isdigit()
    )
    if quantity.percent or quantity.currency or noun in words_of("measure_units"):
        if any(w.endswith("ed") or w in words_of("irregular_past") for w in words((before + " " + after).lower())):
            return None  # measured once; measured again it may differ
        kind = f"{quantity.currency}{'%' if quantity.percent else ''}{'' if quantity.percent else noun.rstrip('s')}"
        return Claim(quantity, "~" + kind, signature, near, quantity.span.text)
    if not noun.endswith("s") or noun.endswith("ss") or quantity.value < 10 or quantity.noun[1:2] == ("of",):
        return None
    return Claim(quantity, noun, signature, near, f"{quantity.span.text} {noun}", bool(_WHOLE.search(before)))


def _quoted(text: str, at: int) -> bool:
    """Does a place stand inside quotation marks that open and close within its line?"""
    left = text.rfind("\n", 0, at) + 1
    before = text[max(left, at - 800) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


@cache
def _circumstances() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of("circumstances"))


def clash(one: Claim, two: Claim, *, counted: bool) -> bool:
    large, small = max(one.quantity.value, two.quantity.value), min(one.quantity.value, two.quantity.value)
    if large - small <= max(0.06 * large, one.quantity.step + two.quantity.step) or one.signature != two.signature:
        return False
    if counted and large > 5 * small:
        return False  # ten rows of a test are not the rows of a table
    if abs(one.quantity.span.start - two.quantity.span.start) < 40:
        return False  # in one breath: a range, a list, a comparison
    unit = stem(one.kind.strip("~$€£%"))
    shared = (one.near & two.near) - {unit}
    fewest = min(len(one.near - {unit}), len(two.near - {unit}))
    if counted:
        return (len(shared) >= 2 and 5 * len(shared) >= 2 * fewest) or (one.whole and two.whole)
    if "%" in one.kind:
        return len(shared) >= 3 and 5 * len(shared) >= 4 * fewest
    return len(shared) >= 2 and 4 * len(shared) >= 3 * fewest
