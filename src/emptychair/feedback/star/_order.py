"""Could the sentences have been told in this order?

A story may begin with its end, or in its middle; it may not be a pack of cards. A small net, trained on answers against the same
answers with their sentences shuffled, looks at what shuffling breaks: setting before outcome, and neighbors that go together better
than the text's other pairs (``_pairs.py``). Answers of which whole stretches were moved are honest to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence
from emptychair.feedback.star._links import forward, marks, neighborly, together
from emptychair.feedback.star._pairs import pair_signals, shares
from emptychair.feedback.star._places import place_signals
from emptychair.feedback.star._portrait import stems
from emptychair.feedback.star._weights import Judge, Sequel

LEAST = 6  # sentences; fewer can be told in nearly any order
FAR = 3.0  # standard deviations; a single oddity is no proof
# The first letter stands before the look behind it, so that the search can skip from capital to capital.
_NAME = re.compile(r"[A-Z](?<=\w .)[a-z]+")


class Pack(NamedTuple):
    """At least two sentences in some order, and what each says without a look at the others."""

    cut: tuple[Sentence, ...]
    alone: NDArray[np.float64]  # log chances of components
    noticed: NDArray[np.float64]  # chances of evidence
    placed: NDArray[np.float64]  # where such a sentence usually stands, 0 at the start
    aside: NDArray[np.float64]  # what it says of the components of its neighbors, sentences x SIDES x COMPONENTS

    def dealt(self, order: Sequence[int]) -> Pack:
        """Put the sentences in another order."""
        at = list(order)
        return Pack(tuple(self.cut[i] for i in at), *(it[at] for it in self[1:]))

    def marks(self) -> NDArray[np.float64]:
        """Mark every sentence for the others, a row each."""
        return marks([it.text for it in self.cut], self.alone, self.noticed)


def order_signals(
    pack: Pack, start: NDArray[np.float32], step: NDArray[np.float32], sequel: Sequel
) -> NDArray[np.float64]:
    """Describe the order of a pack.

    Args:
        pack: the sentences.
        start: usual components at the start, as log odds.
        step: usual components after one another, as log odds.
        sequel: what usually follows what.
    """
    chances = np.exp(pack.alone)
    agreed = _agreement(pack, chances)
    steps = chances @ step.astype(float) @ chances.T
    pairs = _pairs(pack, (agreed[0], steps, chances @ chances.T), sequel)
    near = order_odds(pairs, sequel.near)
    return np.array(
        [
            *neighborly(steps),
            float(chances[0] @ start),
            float(np.abs(np.diff(chances, axis=0)).sum() / (len(chances) - 1)),
            *neighborly(agreed[0]),
            *forward(agreed[0]),
            together(agreed[1], 2),
            *place_signals(pack.placed, chances, pack.noticed),
            float(len(chances)),
            *neighborly(near),
            together(near, 2),
            *forward(near),
            *forward(pairs @ sequel.sooner.astype(float)),
        ]
    )


def pairs_of(pack: Pack, step: NDArray[np.float32], sequel: Sequel) -> NDArray[np.float64]:
    """Describe any two sentences of a pack, the second as what follows the first: sentences x sentences x signals."""
    chances = np.exp(pack.alone)
    return _pairs(
        pack, (_agreement(pack, chances)[0], chances @ step.astype(float) @ chances.T, chances @ chances.T), sequel
    )


def _pairs(pack: Pack, others: Sequence[NDArray[np.float64]], sequel: Sequel) -> NDArray[np.float64]:
    texts = [it.text for it in pack.cut]
    marked = pack.marks()
    learned = [marked @ matrix @ marked.T for matrix in (sequel.link, sequel.before)]
    names = [frozenset(_NAME.findall(text)) for text in texts]
    return pair_signals(texts, names, pack.placed, shares([stems(text) for text in texts]), (*learned, *others))


def _agreement(pack: Pack, chances: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For any two sentences: how well each is what the other's words expect beside it, with none between them and with one."""
    expected = pack.aside - pack.aside.mean(axis=2, keepdims=True)
    before, after, before_that, after_that = (expected[:, i] for i in range(4))
    return before @ chances.T + chances @ after.T, before_that @ chances.T + chances @ after_that.T


def order_odds(signals: NDArray[np.float64], judge: Judge) -> NDArray[np.float64]:
    """Weigh signals, a row each; of an order, below zero is what few honest answers have.

    Args:
        signals: what :func:`order_signals` or :func:`pairs_of` gave.
        judge: a layer of hinges over the signals, and one number over those.
    """
    seen = np.clip((signals - judge.scale[0]) / judge.scale[1], -FAR, FAR)
    bent = np.maximum(0, seen @ judge.hidden[:-1] + judge.hidden[-1])
    odds: NDArray[np.float64] = bent @ judge.out[:-1] + judge.out[-1]
    return odds
