"""Could the sentences have been told in this order?

A story may begin with its end; it may not be a pack of cards. A small forest of decision trees, trained on answers of the corpus against
the same answers with their sentences shuffled, looks at what shuffling breaks: setting before outcome, names introduced before
they are used, pronouns with somebody to point at, neighbors that share words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence
from emptychair.feedback._tokens import tokens
from emptychair.feedback.star._links import link_signals, marks
from emptychair.feedback.star._portrait import stems
from emptychair.feedback.star._weights import EVIDENCE

LEAST = 6  # sentences; fewer can be told in nearly any order
_POINTING = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "their", "this", "that", "these", "those", "its"}
)
_LINKING = frozenset({"so", "then", "but", "and", "also", "instead", "after", "because", "still", "since"})
_PLACED = (
    "who",
    "when",
    "stake",
    "goal",
    "method",
    "finding",
    "outcome",
    "number",
    "lesson",
    "mechanism",
    "later",
    "loop",
    "own",
    "check",
)
# The first letter stands before the look behind it, so that the search can skip from capital to capital.
_NAME = re.compile(r"[A-Z](?<=\w .)[a-z]+")
_FULL_NAME = re.compile(r"[A-Z](?<!\w.)(?:(?<=M)(?:rs?|s)\. [A-Z]\w+|(?<=D)r\. [A-Z]\w+|[a-z]+ [A-Z][a-z]+)")


class _Told(NamedTuple):
    """What of a sentence others can refer to."""

    first: str
    points: bool
    stems: frozenset[str]
    names: frozenset[str]
    last_names: tuple[str, ...]


def _told(sentence: str) -> _Told:
    said = tokens(sentence)
    return _Told(
        first=said[0] if said else "",
        points=any(word in _POINTING for word in said),
        stems=stems(sentence),
        names=frozenset(_NAME.findall(sentence)),
        last_names=tuple(full.split()[-1] for full in _FULL_NAME.findall(sentence)),
    )


def order_signals(
    cut: tuple[Sentence, ...],
    alone: NDArray[np.float64],
    evidence: NDArray[np.float64],
    start: NDArray[np.float32],
    step: NDArray[np.float32],
    link: NDArray[np.float32] | NDArray[np.float64],
) -> NDArray[np.float64]:
    """Describe the order of at least two sentences.

    Args:
        cut: the sentences.
        alone: log chances of their components, judged without neighbors or place.
        evidence: chances of their evidence, by their words.
        start: usual components at the start, as log odds.
        step: usual components after one another, as log odds.
        link: usual :func:`~emptychair.feedback.star._links.marks` after one another, as log odds.
    """
    chances = np.exp(alone)
    told = [_told(sentence.text) for sentence in cut]
    n = len(cut)
    place = np.arange(n) / (n - 1)
    moves = np.einsum("ij,jk,ik->i", chances[:-1], step, chances[1:])
    return np.array(
        [
            *_moves(moves, chances, start),
            *((chances * place[:, None]).sum(axis=0) / (chances.sum(axis=0) + 1e-6)),
            *_references(told),
            *_names(cut, told),
            *(_centre(evidence[:, EVIDENCE.index(kind)], place) for kind in _PLACED),
            float(n),
            *link_signals([it.text for it in cut], marked(cut, alone, evidence), link),
        ]
    )


def marked(cut: tuple[Sentence, ...], alone: NDArray[np.float64], evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """Mark every sentence for its neighbors, a row each."""
    return np.array([marks(it.text, a, e) for it, a, e in zip(cut, alone, evidence, strict=True)])


def _moves(moves: NDArray[np.float64], chances: NDArray[np.float64], start: NDArray[np.float32]) -> list[float]:
    changes = float(np.abs(np.diff(chances, axis=0)).sum() / len(moves))
    return [float(moves.mean()), float(moves.min()), float(chances[0] @ start), changes]


def _centre(chances: NDArray[np.float64], place: NDArray[np.float64]) -> float:
    return float((chances * place).sum() / (chances.sum() + 1e-6))


def _references(told: list[_Told]) -> list[float]:
    n = len(told)
    near = float(np.mean([len(a.stems & b.stems) for a, b in zip(told, told[1:], strict=False)]))
    everything = [len(a.stems & b.stems) for i, a in enumerate(told) for b in told[i + 2 : i + 12]]
    known: set[str] = set()
    old = []
    for it in told:
        old.append(len(it.stems & known) / max(1, len(it.stems)))
        known |= it.stems
    dangling = [b.first in _POINTING and not (a.names or a.points) for a, b in zip(told, told[1:], strict=False)]
    return [
        near,
        near - float(np.mean(everything or [0])),
        sum(it.first in _POINTING for it in told) / n,
        float(told[0].first in _POINTING or told[0].first in _LINKING),
        float(np.mean(old[1:])),
        float(np.mean(dangling)),
    ]


def _names(cut: tuple[Sentence, ...], told: list[_Told]) -> list[float]:
    """Count people who are called by their last name before they are introduced in full."""
    early = introduced = 0
    for i, it in enumerate(told):
        for name in it.last_names:
            uses = [j for j, sentence in enumerate(cut) if name in sentence.text]
            introduced += len(uses) > 1
            early += len(uses) > 1 and uses[0] < i
    return [early / max(1, introduced), float(early)]


def forest_score(trees: dict[str, NDArray[np.float32]], signals: NDArray[np.float64]) -> float:
    """Add up what the trees say; below zero is an order that 1 in 100 honest answers has.

    Args:
        trees: ``feature``, ``threshold``, ``left``, ``right`` and ``value``, each trees x nodes; a leaf points to itself.
        signals: what :func:`order_signals` gave.
    """
    rows = np.arange(len(trees["feature"]))
    at = np.zeros(len(rows), int)
    for _ in range(int(trees["depth"][0])):
        smaller = signals[trees["feature"][rows, at].astype(int)] <= trees["threshold"][rows, at]
        at = np.where(smaller, trees["left"][rows, at], trees["right"][rows, at]).astype(int)
    return float(trees["value"][rows, at].sum() + trees["bias"][0])
