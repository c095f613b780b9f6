"""Could the sentences have been told in this order?

A story may begin with its end; it may not be a pack of cards. A small net, trained on answers of the corpus against the same
answers with their sentences shuffled, looks at what shuffling breaks: setting before outcome, names introduced before they are
used, pronouns with somebody to point at, neighbors that go together better than the text's other pairs. Answers with their result
or their lesson moved to the front are honest to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence
from emptychair.feedback._tokens import tokens
from emptychair.feedback.star._links import forward, link_signals, marks, neighborly, together
from emptychair.feedback.star._places import place_signals
from emptychair.feedback.star._portrait import stems
from emptychair.feedback.star._weights import Judge, Sequel

LEAST = 6  # sentences; fewer can be told in nearly any order
FAR = 3.0  # standard deviations; a single oddity is no proof
_POINTING = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "his", "their", "this", "that", "these", "those", "its"}
)
_LINKING = frozenset({"so", "then", "but", "and", "also", "instead", "after", "because", "still", "since"})
# The first letter stands before the look behind it, so that the search can skip from capital to capital.
_NAME = re.compile(r"[A-Z](?<=\w .)[a-z]+")
_FULL_NAME = re.compile(r"[A-Z](?<!\w.)(?:(?<=M)(?:rs?|s)\. [A-Z]\w+|(?<=D)r\. [A-Z]\w+|[a-z]+ [A-Z][a-z]+)")


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
        points=not _POINTING.isdisjoint(said),
        stems=stems(sentence),
        names=frozenset(_NAME.findall(sentence)),
        last_names=tuple(full.split()[-1] for full in _FULL_NAME.findall(sentence)),
    )


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
    told = [_told(sentence.text) for sentence in pack.cut]
    changes = float(np.abs(np.diff(chances, axis=0)).sum() / (len(told) - 1))
    agreed = _agreement(pack, chances)
    parts = [
        *neighborly(chances @ step.astype(float) @ chances.T),
        float(chances[0] @ start),
        changes,
        *neighborly(agreed[0]),
        *forward(agreed[0]),
        together(agreed[1], 2),
    ]
    places = place_signals(pack.placed, chances, pack.noticed)
    referred = [*_references(told), *_names(pack.cut, told), float(len(told))]
    links = link_signals([it.text for it in pack.cut], pack.marks(), sequel)
    return np.concatenate([parts, places, referred, links])


def _agreement(pack: Pack, chances: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For any two sentences: how well each is what the other's words expect beside it, with none between them and with one."""
    expected = pack.aside - pack.aside.mean(axis=2, keepdims=True)
    before, after, before_that, after_that = (expected[:, i] for i in range(4))
    return before @ chances.T + chances @ after.T, before_that @ chances.T + chances @ after_that.T


def _references(told: list[_Told]) -> list[float]:
    n = len(told)
    known: set[str] = set()
    old = []
    for it in told:
        old.append(len(it.stems & known) / max(1, len(it.stems)))
        known |= it.stems
    dangling = [b.first in _POINTING and not (a.names or a.points) for a, b in zip(told, told[1:], strict=False)]
    shared = _shared(told)
    return [
        *neighborly(shared),
        together(shared, 2),
        sum(it.first in _POINTING for it in told) / n,
        float(told[0].first in _POINTING or told[0].first in _LINKING),
        float(np.mean(old[1:])),
        sum(dangling) / len(dangling),
    ]


def _shared(told: list[_Told]) -> NDArray[np.float64]:
    """How much any two sentences share; a stem counts for more, the fewer sentences have it."""
    index = {stem: i for i, stem in enumerate(sorted(frozenset[str]().union(*(it.stems for it in told))))}
    has = np.zeros((len(told), len(index)))
    has[[i for i, it in enumerate(told) for _ in it.stems], [index[stem] for it in told for stem in it.stems]] = 1
    shared: NDArray[np.float64] = has / np.maximum(1, has.sum(axis=0) - 1) @ has.T
    return shared


def _names(cut: tuple[Sentence, ...], told: list[_Told]) -> list[float]:
    """Count people who are called by their last name before they are introduced in full."""
    early = introduced = 0
    for i, it in enumerate(told):
        for name in it.last_names:
            uses = [j for j, sentence in enumerate(cut) if name in sentence.text]
            introduced += len(uses) > 1
            early += len(uses) > 1 and uses[0] < i
    return [early / max(1, introduced), float(early)]


def order_odds(signals: NDArray[np.float64], judge: Judge) -> NDArray[np.float64]:
    """Weigh signals of one order or several, a row each; below zero is an order that about 1 in 100 honest answers has.

    Args:
        signals: what :func:`order_signals` gave.
        judge: a layer of hinges over the signals, and one number over those.
    """
    seen = np.clip((signals - judge.scale[0]) / judge.scale[1], -FAR, FAR)
    bent = np.maximum(0, seen @ judge.hidden[:-1] + judge.hidden[-1])
    odds: NDArray[np.float64] = bent @ judge.out[:-1] + judge.out[-1]
    return odds
