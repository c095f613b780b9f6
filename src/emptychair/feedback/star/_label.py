"""Which part of the answer each sentence plays, and what evidence it carries."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence, count_words, sentences
from emptychair.feedback.star._features import neighbor_features, place, place_features, sentence_features
from emptychair.feedback.star._model import BANDS, COMPONENTS, Band, Component, Labelled
from emptychair.feedback.star._weights import EVIDENCE, Weights, weights

_ORDER = 0.5  # how much the usual order of components counts beside the words themselves
_NEIGHBOR = 0.5


class Scan(NamedTuple):
    """What the model sees in a text: sentences, their components and the chance (0–1) of each kind of evidence."""

    sentences: tuple[Sentence, ...]
    components: tuple[Component, ...]
    evidence: NDArray[np.float32]  # sentences x EVIDENCE

    def chance(self, key: str) -> NDArray[np.float32]:
        """Give the chances of one kind of evidence, a number a sentence."""
        return self.evidence[:, EVIDENCE.index(key)]


@lru_cache(maxsize=64)
def scan(text: str) -> Scan:
    """Read a text with the shipped weights."""
    return scan_with(weights(), sentences(text))


def scan_with(model: Weights, cut: tuple[Sentence, ...]) -> Scan:
    """Read sentences with the given weights."""
    n, known = len(cut), len(COMPONENTS)
    if not n:
        return Scan(cut, (), np.zeros((0, len(EVIDENCE)), np.float32))
    alone = [_alone(model, sentence.text) for sentence in cut]
    own = np.array([it.own for it in alone])
    scores = own[:, :known] + np.array([_place(model, *place(i, n), it.length) for i, it in enumerate(alone)])
    scores[1:] += np.array([it.before for it in alone[:-1]]).reshape(-1, known)
    scores[:-1] += np.array([it.after for it in alone[1:]]).reshape(-1, known)
    edge = _edges(model)
    scores[0] += edge[0]
    scores[-1] += edge[1]
    scores -= scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    path = _decode(scores, model.start * _ORDER, model.step * _ORDER)
    evidence = 1 / (1 + np.exp(-np.clip(own[:, known:], -30, 30)))
    return Scan(cut, tuple(COMPONENTS[i] for i in path), evidence.astype(np.float32))


class _Alone(NamedTuple):
    """What one sentence says of itself, of the one after it (``before`` it stands) and of the one before it."""

    own: NDArray[np.float32]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    length: int


@lru_cache(maxsize=4096)
def _alone(model: Weights, sentence: str) -> _Alone:
    names, length = sentence_features(sentence)
    return _Alone(
        model.own.total(names) + model.bias,
        _NEIGHBOR * model.around.total(neighbor_features(names, "<")),
        _NEIGHBOR * model.around.total(neighbor_features(names, ">")),
        length,
    )


@lru_cache(maxsize=4096)
def _place(model: Weights, *where: int) -> NDArray[np.float32]:
    return model.around.total(place_features(*where))


@lru_cache(maxsize=8)
def _edges(model: Weights) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    before, after = neighbor_features(None, "<"), neighbor_features(None, ">")
    return _NEIGHBOR * model.around.total(before), _NEIGHBOR * model.around.total(after)


def _decode(scores: NDArray[np.float32], start: NDArray[np.float32], step: NDArray[np.float32]) -> list[int]:
    """Find the best path (Viterbi)."""
    best = scores[0] + start
    back = []
    for row in scores[1:]:
        paths = best[:, None] + step
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int(best.argmax())]
    for links in reversed(back):
        path.append(int(links[path[-1]]))
    return path[::-1]


def label(text: str) -> tuple[Labelled, ...]:
    """Say for each sentence whether it is situation, task, action, result, reflection or something other.

    Example:
        >>> [it.component for it in label("I rang the customer and apologized. As a result, she stayed with us.")]
        ['action', 'result']
    """
    seen = scan(text)
    return tuple(Labelled(*cut, part) for cut, part in zip(seen.sentences, seen.components, strict=True))


def shares(text: str) -> dict[Component, int]:
    """Give the share of words of each component in whole percent; they add up to 100, or to 0 for an empty text.

    Example:
        >>> sum(shares("I rang her. She stayed.").values())
        100
    """
    counts = dict.fromkeys(COMPONENTS, 0)
    for it in label(text):
        counts[it.component] += count_words(it.text)
    return _whole_percent(counts)


def _whole_percent(counts: dict[Component, int]) -> dict[Component, int]:
    total = sum(counts.values())
    if not total:
        return counts
    exact = {name: 100 * count / total for name, count in counts.items()}
    whole = {name: int(value) for name, value in exact.items()}
    # largest remainders get the missing points
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[: 100 - sum(whole.values())]:
        whole[name] += 1
    return whole


def bands(text: str) -> tuple[tuple[Band, int], ...]:
    """Set the shares beside the target bands."""
    share = shares(text)
    return tuple((band, sum(share[name] for name in band.components)) for band in BANDS)
