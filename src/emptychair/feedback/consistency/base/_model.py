"""What is found: two places of a text that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from emptychair.feedback._model import Span

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
