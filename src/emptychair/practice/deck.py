"""A deck: short cases to judge one at a time, each choice with the reason why it is right or not.

Three decks of the course are made of it: who is the customer, which principles a story shows, who was put first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

__all__ = ("Case", "Deck", "Judged", "Option", "judged", "read_letters", "share")

LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen, whether that is right, why, and the word that the reason stands under."""

    text: str
    right: bool
    because: str
    word: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what is told, what can be chosen, and what is said when it has been judged."""

    name: str
    head: str
    text: str
    options: tuple[Option, ...]
    after: str = ""

    @property
    def right(self) -> frozenset[int]:
        """Places of the right options."""
        return frozenset(place for place, option in enumerate(self.options) if option.right)


@dataclass(frozen=True, slots=True)
class Deck:
    """Cases with one question for all of them.

    ``many`` says whether several options may be right, ``by_word`` whether misses are counted by the options' words: where every
    case has people of its own, the part they play is what can be missed twice.
    """

    title: str
    lede: str
    question: str
    many: bool
    cases: tuple[Case, ...]
    by_word: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """How a choice lies beside ours: places that were caught, missed, and chosen without ground."""

    caught: frozenset[int]
    missed: frozenset[int]
    extra: frozenset[int]

    @property
    def exact(self) -> bool:
        """Whether nothing is missing and nothing too much."""
        return not self.missed and not self.extra


def judged(case: Case, chosen: Collection[int]) -> Judged:
    """Compare a choice with ours.

    Example:
        >>> yes, no = Option("Ana", True, "She uses it.", "user"), Option("Ben", False, "He passes by.", "nobody")
        >>> judged(Case("x", "", "", (yes, no)), {0, 1})
        Judged(caught=frozenset({0}), missed=frozenset(), extra=frozenset({1}))
    """
    said = frozenset(chosen)
    return Judged(said & case.right, case.right - said, said - case.right)


def share(case: Case, chosen: Collection[int]) -> float:
    """What a choice is worth, 0 to 1: the share of right options chosen, minus the share of wrong ones chosen.

    Choosing everything is worth nothing, and neither is choosing nothing.

    Example:
        >>> yes, no = Option("Ana", True, "", ""), Option("Ben", False, "", "")
        >>> [share(Case("x", "", "", (yes, no, no)), chosen) for chosen in ((0,), (0, 1), (0, 1, 2), ())]
        [1.0, 0.5, 0.0, 0.0]
    """
    found, wrong = judged(case, chosen), len(case.options) - len(case.right)
    caught = len(found.caught) / len(case.right)
    return max(0.0, caught - (len(found.extra) / wrong if wrong else 0.0))


def read_letters(text: str, cases: Sequence[Case]) -> dict[str, tuple[frozenset[int], str]]:
    """Read what was handed in, one line a case: its number, letters of options, and words that may follow.

    Returns for each case that has letters their places and the rest of the line in lower case. Where a number comes twice,
    the last line counts.

    Example:
        >>> options = (Option("Ana", True, "", "user"), Option("Ben", False, "", "payer"))
        >>> cases = (Case("ward", "", "", options), Case("canteen", "", "", options))
        >>> read_letters("1 a, b\\n2: B user", cases)
        {'ward': (frozenset({0, 1}), ''), 'canteen': (frozenset({1}), 'user')}
    """
    found: dict[str, tuple[frozenset[int], str]] = {}
    for number, letters, rest in re.findall(
        r"^\W*(\d+)\W*((?:[a-h]\b(?:[ \t,;+&/]|and\b)*)+)(.*)$", text.lower(), re.M
    ):
        place = int(number) - 1
        if place not in range(len(cases)):
            continue
        case = cases[place]
        chosen = {LETTERS.index(it) for it in re.findall(r"\b[a-h]\b", letters)}
        if chosen and chosen <= set(range(len(case.options))):
            found[case.name] = frozenset(chosen), " ".join(re.findall(r"[a-z]+", rest))
    return found


def sheet(cases: Sequence[Case]) -> str:
    """Put cases on paper: numbered, with lettered options and nothing of our judgment.

    Example:
        >>> print(sheet((Case("ward", "a hospital", "Who?", (Option("Ana", True, "", ""),)),)))
        1. A hospital. Who?
           a) Ana
    """
    return "\n\n".join(
        "\n".join(
            [
                f"{n}. {case.head[:1].upper()}{case.head[1:]}. {case.text}",
                *(f"   {letter}) {option.text}" for letter, option in zip(LETTERS, case.options, strict=False)),
            ]
        )
        for n, case in enumerate(cases, 1)
    )


def remarks(cases: Sequence[Case], said: Mapping[str, Collection[int]]) -> list[str]:
    """Say for each case that was judged how it lies beside ours, and why.

    Example:
        >>> options = (Option("Ana", True, "She uses it.", ""), Option("Ben", False, "He passes by.", ""))
        >>> remarks((Case("ward", "", "", options),), {"ward": {1}})
        ['1: a) Ana was missed. She uses it. b) Ben was too much. He passes by.']
    """
    lines = []
    for n, case in enumerate(cases, 1):
        if case.name not in said:
            continue
        found = judged(case, said[case.name])
        parts = [
            f"{LETTERS[place]}) {case.options[place].text} was {word}. {case.options[place].because}"
            for place, word in sorted(
                [(it, "missed") for it in found.missed] + [(it, "too much") for it in found.extra]
            )
        ]
        lines.append(f"{n}: {' '.join(parts) or 'as we see it.'}")
    return lines
