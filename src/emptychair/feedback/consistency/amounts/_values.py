"""One thing told with two numbers, in places far apart: each with what it counts, under which circumstances, in which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._numbers import Quantity
from emptychair.feedback._text import words
from emptychair.feedback.consistency.base import (
    MORE,
    Contradiction,
    Facts,
    Lazy,
    stem,
)

_WHOLE = Lazy(
    r"\b(?:its|our|all|all the|the|has|have|supports?|covers?|offers?|in|one of our)(?: more than| over)? $"
    r"|^\s*with $|\b(?:tests?|trials?|pilots?|surveys?|interviews?) "
    r"(?:ran |was |took place |had |covered |included )?(?:with |of |among )?$"
)
_TOOK_PART = Lazy(r" \w+(?: \w+){0,3} (?:took part|participated|were in the (?:pilot|trial|beta|test))\b")
_CLAUSE = Lazy(r"[,;:()—?!]\s|\s(?:and|but|while|because|so that|if|when)\s")
_PAST = Lazy(r"[^e]ed$")
_PROMISES = frozenset({"save", "saves", "saving", "reduce", "reduces", "reducing", "lower", "lowers"})
_STUDIES = frozenset({"pilot", "trial", "beta", "survey", "study"})
_USUALLY = frozenset({"is", "are", "be", "being", "get", "gets", "it"})
_OF = Lazy(r" (?:of|on) (?:the |their |its |his |her |your |our |all )?([a-z-]+)")
_YEAR = Lazy(r"\b(?:19|20)\d\d\b")
_WHEN = Lazy(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun|week|holi)days?|weekends?|january|february|march|april|june|july"
    r"|august|september|october|november|december)\b"
)
_NAME = Lazy(r"(?<![.!?:*_#\"“] )(?<=[ (])[A-Z][a-z]+")
_OWNS = Lazy(r"\b(?:has|have|supports?|covers?|offers?)(?: more than| over)? $")
_CONTEXT = 70  # characters on either side in which the words around a number are looked for


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what it counts, under which circumstances, and the words around it."""

    number: int  # of its sentence
    quantity: Quantity
    kind: str
    signature: frozenset[str]
    near: frozenset[str]
    shown: str
    whole: bool = False  # "our 16 clinics": all there are
    promised: str = ""  # what a share is promised of: "save 90% of their time"
    owner: frozenset[str] = frozenset()  # who has them: "Northlake has 14 branches"
    names: frozenset[str] = frozenset()  # of places and people beside it

    @property
    def counted(self) -> bool:
        """Is it a number of things, not an amount of something?"""
        return not self.kind.startswith("~")


def kind_of(quantity: Quantity) -> str:
    """Name what a number is a number of, "" where nothing is said; amounts begin with "~"."""
    noun = quantity.noun[0] if quantity.noun else ""
    if quantity.value == 0 or not (noun or quantity.percent):
        return ""
    if quantity.percent:
        return f"~{quantity.currency}%"
    if quantity.currency or noun in words_of("measure_units"):
        return f"~{quantity.currency}{noun.rstrip('s')}"
    counted = noun.endswith("s") and not noun.endswith("ss") and quantity.value >= 10 and quantity.noun[1:2] != ("of",)
    return noun if counted else ""


def claim(facts: Facts, number: int, quantity: Quantity, kind: str) -> Claim | None:
    """Read what stands around a number; nothing where the number may well differ from others."""
    sentence, span = facts.sentences[number], quantity.span
    before = _CLAUSE.re.split(facts.low[max(sentence.start, span.start - _CONTEXT) : span.start])[-1]
    after = _CLAUSE.re.split(facts.low[span.end : min(sentence.end, span.end + _CONTEXT)])[0]
    if MORE.re.search(before) or _quoted(facts.text, span.start):
        return None  # another group; what one person says of one day
    around = words((before + " " + after).replace("-", " "))
    of = _share_of(facts, quantity)
    promised = bool(of and _PROMISES.intersection(around))
    if kind.startswith("~") and not promised and _happened(around):
        return None  # measured once; measured again it may differ
    stems = {word: stem(word) for word in around}
    whole = bool(_WHOLE.re.search(before) or _TOOK_PART.re.match(after))
    signature = _circumstances().intersection(stems.values()) | set(_YEAR.re.findall(sentence.text[:600]))
    signature |= set(_WHEN.re.findall(" ".join(around)))
    if sentence.text[:3] == "If ":
        signature |= {"if"}
    if whole:
        signature = (signature - {"took", "part"}) | _STUDIES.intersection(
            map(stem, words(sentence.text.lower()[:600]))
        )
    near = frozenset(
        short
        for word, short in stems.items()
        if len(word) > 2 and word not in words_of("function_words") and not word[0].isdigit()
    )
    shown = span.text if kind.startswith("~") else f"{span.text} {kind}"
    owned = _OWNS.re.search(before)
    owner = near.intersection(map(stem, words(before[: owned.start()].replace("-", " ")))) if owned else frozenset()
    beside = facts.text[span.start - len(before) : span.end + len(after)]
    names = frozenset(_NAME.re.findall(beside)) - {"I"}
    return Claim(number, quantity, kind, frozenset(signature), near, shown, whole, of if promised else "", owner, names)


def _share_of(facts: Facts, quantity: Quantity) -> str:
    found = _OF.re.match(facts.low, quantity.span.end) if quantity.percent else None
    return found[1] if found else ""


def _happened(around: list[str]) -> bool:
    """Is it told in the past, and not as what is done each time ("photos are deleted")?"""
    past = (i for i, word in enumerate(around) if _PAST.re.search(word) or word in words_of("irregular_past"))
    return any(not i or around[i - 1] not in _USUALLY for i in past)


def _quoted(text: str, at: int) -> bool:
    """Does a place stand inside quotation marks that open and close within its line?"""
    left = text.rfind("\n", 0, at) + 1
    before = text[max(left, at - 800) : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


@cache
def _circumstances() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of("circumstances"))


_LATER = 400  # numbers of one kind that are compared with each other; nobody states more claims
_BREATH = 40  # characters; closer together it is a range, a list, a comparison


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find claims about the same thing whose numbers differ."""
    kinds: dict[str, list[tuple[int, Quantity]]] = defaultdict(list)
    for number, some in enumerate(facts.numbers):
        for quantity in some:
            kinds[kind_of(quantity)].append((number, quantity))
    for kind, told in kinds.items():
        if kind and len({quantity.value for _, quantity in told}) > 1:
            claims = [it for number, quantity in told[:_LATER] if (it := claim(facts, number, quantity, kind))]
            yield from _disagreeing(facts, claims)


def _disagreeing(facts: Facts, claims: list[Claim]) -> Iterator[Contradiction]:
    for i, one in enumerate(claims):
        for two in claims[i + 1 :]:
            if clash(one, two) and not _compared(facts, one, two):
                message = f"“{one.shown}” here, “{two.shown}” there."
                yield Contradiction("value", one.quantity.span, two.quantity.span, message)


def _compared(facts: Facts, one: Claim, two: Claim) -> bool:
    """Does one of the sentences name both numbers, as in "23 a month, against 14"?"""
    values = [{q.value for q in facts.numbers[it.number]} for it in (one, two)]
    return two.quantity.value in values[0] or one.quantity.value in values[1]


def clash(one: Claim, two: Claim) -> bool:
    """Do two claims of a kind speak of the same thing, under the same circumstances, with different numbers?"""
    large, small = max(one.quantity.value, two.quantity.value), min(one.quantity.value, two.quantity.value)
    if large - small <= max(0.06 * large, one.quantity.step + two.quantity.step):
        return False
    if one.promised and one.promised == two.promised:
        return True
    if one.signature != two.signature:
        return False
    if one.counted and large > 5 * small:
        return False  # ten rows of a test are not the rows of a table
    if abs(one.quantity.span.start - two.quantity.span.start) < _BREATH:
        return False
    unit = {stem(one.kind.strip("~$€£%"))}
    shared = (one.near & two.near) - unit
    fewest = min(len(one.near - unit), len(two.near - unit))
    if one.counted:
        if one.owner != two.owner or (one.names and two.names and not one.names & two.names):
            return False  # what one has is not what another has
        return (len(shared) >= 2 and 5 * len(shared) >= 2 * fewest) or (one.whole and two.whole)
    if "%" in one.kind:
        return len(shared) >= 3 and 5 * len(shared) >= 4 * fewest
    return len(shared) >= 2 and 4 * len(shared) >= 3 * fewest
