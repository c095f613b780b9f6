"""What is found, and the two shapes that most kinds have: numbers in a row, and a thing told in two places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base._facts import Facts
from emptychair.feedback.consistency.base._lazy import Lazy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that disagree, or one whose arithmetic is off."""

    kind: str
    first: Span
    second: Span
    message: str


def differ(kind: str, one: Span, two: Span) -> Contradiction:
    """Tell of two places, in reading order."""
    first, second = sorted((one, two))
    return Contradiction(kind, first, second, f"“{first.text}” here, “{second.text}” there.")


def twice(
    kind: str, told: Iterable[T], clash: Callable[[T, T], bool], place: Callable[[T], Span]
) -> Iterator[Contradiction]:
    """Find the first two of what is told, in reading order, that exclude each other.

    Args:
        kind: of the contradiction.
        told: what the text says of things of one kind.
        clash: do two of them speak of the same thing, and differ?
        place: where one of them stands.
    """
    some = list(told)
    for i, one in enumerate(some):
        for two in some[i + 1 :]:
            if clash(one, two):
                yield differ(kind, place(one), place(two))
                return


_BEFORE = 160  # characters in front of the first number that are looked at


class Told(NamedTuple):
    """A row that was found: its numbers, where it stands, and the words that have a name in its patterns."""

    facts: Facts
    sentence: int
    numbers: tuple[Quantity, ...]
    words: dict[str, str]

    @property
    def one(self) -> Quantity:
        """The first number."""
        return self.numbers[0]

    @property
    def two(self) -> Quantity:
        """The second."""
        return self.numbers[1]

    @property
    def last(self) -> Quantity:
        """The last."""
        return self.numbers[-1]


class Row(NamedTuple):
    """Numbers with what stands ``between`` one and the next, in sentences that hold a word of ``heard`` (none: in all).

    ``says`` is the message: {0} and {1} are the numbers, {told} is all of it, other names are groups of the patterns. ``whole`` quotes
    all of it as the first place; the second is the number at ``mark``.
    """

    kind: str
    heard: tuple[str, ...]
    between: tuple[Lazy, ...]
    wrong: Callable[[Told], object]
    says: str
    whole: bool = False
    before: Lazy | None = None
    after: Lazy | None = None
    mark: int = -1


def rows(facts: Facts, some: tuple[Row, ...]) -> Iterator[Contradiction]:
    """Find rows that are wrong."""
    for row in some:
        for number in facts.having(row.heard) if row.heard else range(len(facts.numbers)):
            yield from _of_sentence(facts, number, row)


def _of_sentence(facts: Facts, number: int, row: Row) -> Iterator[Contradiction]:
    some, length = facts.numbers[number], len(row.between) + 1
    for at in range(len(some) - length + 1):
        numbers = some[at : at + length]
        words = _words(facts, number, numbers, row)
        if words is None or not row.wrong(Told(facts, number, numbers, words)):
            continue
        told = facts.span(numbers[0].span.start, numbers[-1].span.end)
        says = row.says.format(*(it.span.text for it in numbers), told=told.text, **words)
        yield Contradiction(row.kind, told if row.whole else numbers[0].span, numbers[row.mark].span, says)


def _words(facts: Facts, number: int, numbers: tuple[Quantity, ...], row: Row) -> dict[str, str] | None:
    """Match all patterns of a row; give the words of their groups, or nothing."""
    found: list[re.Match[str] | None] = []
    for form, one, two in zip(row.between, numbers, numbers[1:], strict=False):
        found.append(form.re.fullmatch(facts.low, one.span.end, two.span.start))
        if found[-1] is None:
            return None
    sentence = facts.sentences[number]
    if row.before:
        start = max(sentence.start, numbers[0].span.start - _BEFORE)
        found.append(row.before.re.search(facts.low, start, numbers[0].span.start))
    if row.after:
        found.append(row.after.re.match(facts.low, numbers[-1].span.end, sentence.end))
    words: dict[str, str] = {}
    for it in found:
        if it is None:
            return None
        words |= {name: word for name, word in it.groupdict().items() if word is not None}
    return words
