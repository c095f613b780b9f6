"""A text, read once for all kinds of contradictions: sentences, their numbers, and where each word stands.

Most kinds are told by a few words ("fell", "average", "since"). A kind looks only at sentences that hold one of its words, so
that an answer without them costs next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity, folded, quantities
from emptychair.feedback._text import Sentence, sentences
from emptychair.feedback.consistency.base._lazy import Lazy

MOST = 40
"""Numbers of a sentence that are looked at: more are a table."""
_OF_THE = Lazy(
    r"(?:^|[;,:] |\. )(?:and |but )?(?:out )?of (?:the |our |all |all the |those |these |about |some |my |over )?$"
)
_WORD = re.compile(r"[a-z]+")
_PEOPLE = frozenset({"people", "children", "women", "men"})


@dataclass(frozen=True, slots=True)
class Facts:
    """``low`` is the text in small letters with straight quotes, place by place the same length."""

    text: str
    low: str
    sentences: tuple[Sentence, ...]
    numbers: tuple[tuple[Quantity, ...], ...]
    index: dict[str, list[int]]

    @classmethod
    def of(cls, text: str) -> Facts:
        """Read a text."""
        cut = sentences(text)
        low = folded(text).replace("’", "'")
        starts = [sentence.start for sentence in cut]
        groups: list[list[Quantity]] = [[] for _ in cut]
        for quantity in quantities(text):
            if cut:
                group = groups[max(0, bisect_right(starts, quantity.span.start) - 1)]
                if len(group) < MOST:
                    group.append(quantity)
        index: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(cut):
            for word in set(_WORD.findall(low, sentence.start, sentence.end)):
                index[word].append(number)
        return cls(text, low, cut, tuple(tuple(group) for group in groups), dict(index))

    def having(self, some: Iterable[str]) -> list[int]:
        """Number the sentences that hold one of the words."""
        found = [self.index[word] for word in some if word in self.index]
        return sorted(set().union(*found)) if found else []

    def hears(self, *some: str) -> bool:
        """Is one of the words anywhere in the text?"""
        return not self.index.keys().isdisjoint(some)

    def span(self, start: int, end: int) -> Span:
        """Quote a place."""
        return Span.of(self.text, start, end)

    def counted(self, number: int) -> list[Quantity]:
        """Give the numbers of a sentence that count things: no money, no shares, no units of measure."""
        return [it for it in self.numbers[number] if is_count(it)]


def is_count(quantity: Quantity) -> bool:
    """Does it count things?"""
    measured = quantity.noun[:1] and quantity.noun[0] in words_of("measure_units")
    return not (quantity.percent or quantity.currency or measured or quantity.value != int(quantity.value))


def plural(word: str) -> bool:
    """Does a word look like a noun of several things?"""
    return word in _PEOPLE or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def opens(facts: Facts, number: int, whole: Quantity) -> bool:
    """Does a number open its sentence or clause as a whole: "of the 300 callers", "out of 40"?"""
    start = max(facts.sentences[number].start, whole.span.start - 24)
    return bool(_OF_THE.re.search(facts.low[start : whole.span.start]))


def near(one: float, two: float, step: float = 0.0) -> bool:
    """Are two numbers the same within rounding?"""
    return abs(one - two) <= max(0.03 * max(abs(one), abs(two)), step)


def same_unit(one: Quantity, two: Quantity) -> bool:
    """Can two numbers be compared: same currency, both shares or neither, and no other unit?"""
    if one.currency != two.currency or one.percent != two.percent:
        return bool(one.currency and two.currency) and one.currency == two.currency
    units = [quantity.noun[0].rstrip("s") for quantity in (one, two) if quantity.noun and _is_unit(quantity.noun[0])]
    return len(set(units)) <= 1


@cache
def _units() -> frozenset[str]:
    extra = {"second", "gram", "kilo", "liter", "kilogram", "kilometer", "meter", "centimeter", "minute", "hour"}
    return frozenset(word.rstrip("s") for word in words_of("measure_units")) | extra


def _is_unit(noun: str) -> bool:
    return noun.rstrip("s") in _units()


@cache
def any_of(name: str) -> str:
    """Give a word list as alternatives for a pattern, longer ones first."""
    return "|".join(sorted(map(re.escape, words_of(name)), key=lambda word: (-len(word), word))).replace(r"\ ", " ")
