"""How one sentence follows another: what it opens with, and whom it points at.

Learned matrices say how well any two sentences of a text go one after the other, and which of them comes sooner. An order somebody
would tell them in is better, neighbor by neighbor, than the text's other pairs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._tokens import tokens
from emptychair.feedback.star._context import beside

_OPENINGS = (
    "so", "then", "but", "and", "also", "instead", "after", "because", "since", "still", "when", "before", "if", "even",
    "now", "later", "as", "i", "we", "he", "she", "they", "it", "that", "this", "these", "there", "what", "her", "his", "their",
    "my", "the", "a", "one", "in", "at", "by", "for", "on", "nobody",
)  # fmt: skip
_PERSON = frozenset({"he", "she", "him", "her", "his"})
_THEY = frozenset({"they", "them"})


def marks(texts: Sequence[str], alone: NDArray[np.float64], noticed: NDArray[np.float64]) -> NDArray[np.float64]:
    """Describe sentences for their neighbors, a row each; the last number is always one.

    Args:
        texts: the sentences.
        alone: log chances of their components.
        noticed: chances of their evidence.
    """
    return beside(np.exp(alone), noticed, np.array([_wording(text) for text in texts], float), np.ones(1))


def _wording(text: str) -> list[bool]:
    """What a sentence opens with, and whom and what it points at."""
    said = tokens(text)
    first = said[0] if said else ""
    return [
        *[first == word for word in _OPENINGS],
        not _PERSON.isdisjoint(said),
        not _THEY.isdisjoint(said),
        "it" in said[:3],
        "that" in said[:2],
        "#" in said,
        "the" in said,
        "a" in said,
    ]


def neighborly(pairs: NDArray[np.float64]) -> list[float]:
    """Do neighbors go together better than other sentences of the text?

    Args:
        pairs: how well any sentence is followed by any other.

    Returns:
        In standard deviations of a random order; the worst pair; the mean; how often another sentence would follow, or go before,
        better.
    """
    told = np.diagonal(pairs, 1)
    better = [share(pairs[:-1] > told[:, None]), share(pairs[:, 1:] > told)]
    return [together(pairs), float(told.min()), float(told.mean()), *better]


def together(pairs: NDArray[np.float64], apart: int = 1) -> float:
    """Do sentences so many places apart go together better than others, in standard deviations of a random order?"""
    told, others = np.diagonal(pairs, apart), pairs[_unlike(len(pairs))]
    gain = float(told.mean() - others.mean()) / (float(others.std()) + 1e-6)
    return gain * math.sqrt(len(told))


def forward(pairs: NDArray[np.float64]) -> list[float]:
    """Do pairs speak for the order they are told in: on balance, on average, how many of them?"""
    said = (pairs - pairs.T)[in_order(len(pairs))]
    speaking, balance = max(1, int(np.count_nonzero(said))), float(said.sum())
    return [
        balance / (float(np.abs(said).sum()) + 1e-6),
        balance / speaking,
        int(np.count_nonzero(said > 0)) / speaking,
    ]


@lru_cache(maxsize=128)
def in_order(n: int) -> NDArray[np.bool_]:
    """Mark the pairs of ``n`` sentences of which the first is told before the second."""
    return np.triu(np.ones((n, n), bool), 1)


@lru_cache(maxsize=128)
def _unlike(n: int) -> NDArray[np.bool_]:
    return ~np.eye(n, dtype=bool)


def share(true: NDArray[np.bool_]) -> float:
    """Give the share of what is true."""
    return int(np.count_nonzero(true)) / true.size
