"""Who did what to what: the acts of a sentence, as far as plain grammar shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from emptychair.feedback._lexicon import words_of
from emptychair.practice.consistency._words import bare, content, is_past

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:—]")
_WITHIN = frozenset(
    {
        "had",
        "have",
        "has",
        "then",
        "also",
        "first",
        "only",
        "never",
        "really",
        "actually",
        "just",
        "even",
        "not",
        "did",
        "didn't",
        "didn’t",
    }
    | {"hadn't", "hadn’t", "finally", "always", "myself", "herself", "himself", "soon", "therefore", "still", "all"}
)
_NOT = frozenset(["never", "not", "didn't", "didn’t", "hadn't", "hadn’t"])
_PASSIVE = frozenset(["was", "were", "been", "being", "is", "are", "be", "get"])
_ENDS = frozenset(
    ["because", "before", "after", "so", "until", "once", "when", "while", "although", "which", "who", "but", "if"]
) | {
    ",",
    ";",
    ":",
    "—",
}
_PEOPLE = frozenset(["she", "he", "they", "somebody", "someone"])
_OWN = frozenset({"i", "i'd", "i’d", "i've", "i’ve"})
_ALL = frozenset({"we", "we'd", "we’d", "we've", "we’ve"})
_LONGEST = 9  # words behind a verb that are looked at


@dataclass(frozen=True, slots=True)
class Act:
    """One act: ``who`` is ``me``, ``not me``, ``we`` or ``other``; ``verb`` and ``what`` are stems, ``subject`` is in words."""

    who: str
    subject: str
    verb: str
    what: frozenset[str]


@lru_cache(maxsize=512)  # a story is held against every reply
def acts(sentence: str) -> tuple[Act, ...]:
    """Find the acts of a sentence.

    Example:
        >>> [(it.who, it.verb) for it in acts("My manager asked her, and I wrote it down.")]
        [('other', 'ask'), ('me', 'writ')]
        >>> [(it.who, it.subject) for it in acts("The files were read by a trainee.")]
        [('other', 'a trainee')]
    """
    return tuple(_acts(_WORD.findall(sentence)))


def _acts(tokens: list[str]) -> Iterator[Act]:
    low = [it.lower() for it in tokens]
    before: tuple[str, str] | None = None
    for at, word in enumerate(low):
        denied = (at > 0 and low[at - 1] in ("didn't", "didn’t")) or low[max(0, at - 2) : at] == ["did", "not"]
        never = at > 1 and low[at - 1] == "even" and low[at - 2] in _NOT
        if not (is_past(word) or denied or never) or (word in ("had", "did") and _verb_follows(low, at)):
            continue
        who = _by(tokens, low, at) if at and low[at - 1] in _PASSIVE else _who(tokens, low, at, before)
        if who is None:
            continue
        before = who if who[0] != "not me" else ("me", who[1])
        yield Act(*who, bare(word), content(_behind(tokens, low, at)))


def _verb_follows(low: list[str], at: int) -> bool:
    """Is “had” or “did” only there to help another verb, near by?"""
    return any(is_past(it) or it in _NOT for it in low[at + 1 : at + 5])


def _who(tokens: list[str], low: list[str], at: int, before: tuple[str, str] | None) -> tuple[str, str] | None:
    """Look to the left of a verb for whoever does it."""
    left, denied = at - 1, False
    caused = next((n for n in range(at - 1, max(-1, at - 5), -1) if low[n] in ("had", "got")), None)
    if (
        caused is not None
        and caused < at - 1
        and low[caused + 1] in ("it", "them", "the", "a", "my", "our", "their", "his", "her")
    ):
        left = caused - 1  # I had it printed: it is I who acts
    while left >= 0 and (low[left] in _WITHIN or low[left].endswith("ly")):
        denied |= low[left] in _NOT
        left -= 1
    if left < 0:
        return None
    word = low[left]
    if word in _OWN:
        return ("not me" if denied else "me"), "I"
    if denied and word != "who":
        return None
    if word in _ALL:
        return "we", "we"
    if word in _PEOPLE:
        return "other", word
    if word == "and" or word == ",":
        return before
    if word in ("who", "that"):
        return _it_was(tokens, low, left)
    if word in words_of("function_words") or not word[0].isalpha() or is_past(word):
        return None
    return _named(tokens, low, left)


def _named(tokens: list[str], low: list[str], last: int) -> tuple[str, str] | None:
    """The noun that ends at ``last``, with what stands in front of it, where it can be a person or a group of people."""
    first = last
    while (
        first > 0
        and last - first < 3
        and low[first - 1] not in words_of("function_words")
        and low[first - 1][0].isalpha()
    ):
        first -= 1
    lead = low[first - 1] if first else ""
    if lead in ("i", "and", "with") or "i" in low[max(0, first - 3) : first]:
        return None  # the trainee and I
    articled = lead in ("a", "an", "the", "my", "our", "his", "her", "their", "one", "this", "that", "another", "of")
    alone = first == 0 and last == first and tokens[first][0].isupper()  # Support, or a name
    if not (articled or alone or tokens[last][0].isupper()):
        return None
    start = first - 1 if articled and lead != "of" else first
    return "other", " ".join(tokens[start : last + 1])


def _it_was(tokens: list[str], low: list[str], who: int) -> tuple[str, str] | None:
    """It was my colleague who rang her."""
    if low[:2] not in (["it", "was"], ["that", "was"]) or not who > 2:
        return None
    return ("me", "I") if low[2:who] in (["me"], ["i"]) else ("other", " ".join(tokens[2:who]))


def _by(tokens: list[str], low: list[str], at: int) -> tuple[str, str] | None:
    """The files were read by a trainee."""
    for n in range(at + 1, min(at + 4, len(low) - 1)):
        if low[n] == "by":
            if low[n + 1] in ("me", "myself"):
                return "me", "I"
            if low[n + 1] in ("a", "an", "the", "my", "our", "his", "her") and n + 2 < len(low):
                return "other", " ".join(tokens[n + 1 : n + 3])
            return ("other", tokens[n + 1]) if tokens[n + 1][0].isupper() else None
    return None


def _behind(tokens: list[str], low: list[str], at: int) -> str:
    """What stands behind a verb, up to where another thought begins; what a passive acts on stands in front."""
    passive = at and low[at - 1] in _PASSIVE
    some = tokens[max(0, at - 5) : at] if passive else []
    for n in range(at + 1, min(len(tokens), at + 1 + _LONGEST)):
        if low[n] in _ENDS or (
            low[n] == "and" and n + 1 < len(low) and (low[n + 1] in _OWN | _PEOPLE or is_past(low[n + 1]))
        ):
            break
        some.append(tokens[n])
    if at > 1 and low[at - 1] not in _PASSIVE and any(it in ("had", "got") for it in low[max(0, at - 4) : at - 1]):
        some += tokens[max(0, at - 3) : at]  # I had the shelves put back
    return " ".join(some)
