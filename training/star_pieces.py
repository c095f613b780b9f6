"""Answers told in part, or in another order, so that what is learned does not hang on how the corpus tells them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from emptychair.practice import Answer

FRAGMENTS, LONGEST_FRAGMENT = 2, 6
STRETCHES = 5
ABRIDGED_FROM, SHORTEST_ABRIDGED = 8, 3
# how much a sentence of such a piece counts beside one of an answer as it was told
FRAGMENT, RESULT_FIRST, ABRIDGED = 0.1, 0.15, 0.3


class Piece(NamedTuple):
    """An answer told in part or in another order, and how much it counts."""

    answer: Answer
    weight: float


def pieces_of(corpus: Sequence[Answer]) -> list[Piece]:
    """Cut fragments out of answers, abridge them, begin them with their result.

    People review two sentences as well, and a place in two is not a place in twenty; stories come shorter than the corpus tells
    them; and nobody may lose by telling the result first.
    """
    chance = random.Random(0)
    out = []
    for answer in corpus:
        n = len(answer.sentences)
        for _ in range(FRAGMENTS):
            size = chance.randint(1, min(LONGEST_FRAGMENT, n))
            start = chance.randint(0, n - size)
            out.append(Piece(told(answer, range(start, start + size)), FRAGMENT))
        if n >= ABRIDGED_FROM:
            kept = sorted(chance.sample(range(n), chance.randint(SHORTEST_ABRIDGED, n // 2 + 1)))
            out.append(Piece(told(answer, kept), ABRIDGED))
        if first := result_first(answer):
            out.append(Piece(told(answer, first), RESULT_FIRST))
    return out


def told(answer: Answer, order: Sequence[int]) -> Answer:
    """Tell some sentences of an answer, in this order."""
    return replace(
        answer,
        sentences=tuple(answer.sentences[i] for i in order),
        components=tuple(answer.components[i] for i in order),
        at={kind: tuple(new for new, old in enumerate(order) if old in places) for kind, places in answer.at.items()},
    )


def result_first(answer: Answer) -> list[int] | None:
    """Order the sentences so that the first results of a story open it; nothing where there are none, or where they do already."""
    results = [i for i, part in enumerate(answer.components) if part == "result"]
    if not results or results[0] < 2 or answer.level == "weak":
        return None
    end = results[0] + 1
    while end in results:
        end += 1
    moved = list(range(results[0], end))
    return moved + [i for i in range(len(answer.sentences)) if i not in moved]


def parts_first(parts: Sequence[str]) -> list[list[int]]:
    """Order sentences as honest people also do: the result first, or what was learned, or everything that came of it.

    Args:
        parts: the components of the sentences.
    """
    order = list(range(len(parts)))
    moved = []
    for part in ("result", "reflection"):
        at = [i for i in order if parts[i] == part]
        if at and at[0] > 1:
            end = at[0] + 1
            while end in at:
                end += 1
            moved.append([*order[at[0] : end], *order[: at[0]], *order[end:]])
            if part == "result" and end < len(parts):
                moved.append([*order[at[0] :], *order[: at[0]]])
    return moved


def stretches_moved(parts: Sequence[str], chance: random.Random) -> list[int]:
    """Order sentences as whoever tells a story from another end: one stretch or two, of one part or several, stand elsewhere.

    Args:
        parts: the components of the sentences.
        chance: what decides which.
    """
    starts = [i for i in range(1, len(parts)) if parts[i] != parts[i - 1]]
    cuts = sorted(chance.sample(starts, min(STRETCHES - 1, len(starts))))
    blocks = [list(range(a, b)) for a, b in pairwise([0, *cuts, len(parts)])]
    for _ in range(chance.choice((1, 1, 2))):
        blocks.insert(chance.randint(0, len(blocks) - 1), blocks.pop(chance.randrange(len(blocks))))
    return [i for block in blocks for i in block]
