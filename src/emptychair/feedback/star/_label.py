"""Which part of the answer each sentence plays, and what evidence it carries."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._reading import phrases
from emptychair.feedback._text import Sentence, count_words, sentences
from emptychair.feedback.star._context import context
from emptychair.feedback.star._features import (
    neighbor_features,
    place,
    place_features,
    sentence_features,
    text_features,
)
from emptychair.feedback.star._model import BANDS, COMPONENTS, Band, Component, Labelled
from emptychair.feedback.star._order import LEAST, forest_score, order_signals
from emptychair.feedback.star._weights import EVIDENCE, WHOLE, Table, Weights, weights

_ORDER = 0.2  # how much the usual order of components counts beside the words themselves
_NEIGHBOR = 0.5
_CUES = ("cause", "loop", "goal", "alternative")
_NAMED = 0.7  # chance of what is named in so many words
_MOST = 120  # sentences; nobody tells more, and the order of a book is another question


class Scan(NamedTuple):
    """What the model sees in a text: sentences, their components and the chance (0–1) of each kind of evidence."""

    sentences: tuple[Sentence, ...]
    components: tuple[Component, ...]
    evidence: NDArray[np.float64]  # sentences x EVIDENCE
    whole: NDArray[
        np.float64
    ]  # log odds, one a question of WHOLE; zero is the border that 1 in 200 honest answers cross
    alone: NDArray[np.float64]  # log chances of the components without place and neighbors

    def chance(self, key: str) -> NDArray[np.float64]:
        """Give the chances of one kind of evidence, a number a sentence."""
        return self.evidence[:, EVIDENCE.index(key)]


@lru_cache(maxsize=64)
def scan(text: str) -> Scan:
    """Read a text with the shipped weights."""
    return scan_with(weights(), sentences(text))


def scan_with(model: Weights, cut: tuple[Sentence, ...]) -> Scan:
    """Read sentences with the given weights."""
    if not cut:
        return Scan(cut, (), np.zeros((0, len(EVIDENCE))), np.zeros(len(WHOLE)), np.zeros((0, len(COMPONENTS))))
    log_chances, alone, evidence = first_pass(model, cut)
    evidence = _cued(cut, evidence)
    scores = log_softmax(context(log_chances, evidence) @ model.second + model.second_bias)
    path = _decode(scores, model.start * _ORDER, model.step * _ORDER)
    return Scan(cut, tuple(COMPONENTS[i] for i in path), evidence, _whole(model, cut), alone)


def order_score(seen: Scan, model: Weights) -> float:
    """Say whether the sentences could have been told in this order; below zero is hardly."""
    if not LEAST <= len(seen.sentences) <= _MOST:
        return 0.0
    found = order_signals(seen.sentences, seen.alone, seen.evidence, model.start, model.step)
    return forest_score(model.trees, found)


def _cued(cut: tuple[Sentence, ...], evidence: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lift the chance of what a sentence names in so many words."""
    lifted = evidence.copy()
    for kind in _CUES:
        column, pattern = EVIDENCE.index(kind), phrases(f"cue_{kind}")
        for row, sentence in enumerate(cut):
            if lifted[row, column] < _NAMED and pattern.search(sentence.text):
                lifted[row, column] = _NAMED
    return lifted


class FirstPass(NamedTuple):
    """Log chances (sentences x components), the same ``alone`` (without place and neighbors), chances of evidence."""

    log_chances: NDArray[np.float64]
    alone: NDArray[np.float64]
    evidence: NDArray[np.float64]


def first_pass(model: Weights, cut: tuple[Sentence, ...]) -> FirstPass:
    """Judge sentences by their words, their place and their neighbors' words."""
    n, known = len(cut), len(COMPONENTS)
    alone = [_alone(model, sentence.text) for sentence in cut]
    own = np.array([it.own for it in alone], float)
    scores = own[:, :known] + np.array([_place(model, *place(i, n), it.length) for i, it in enumerate(alone)])
    scores[1:] += np.array([it.before for it in alone[:-1]]).reshape(-1, known)
    scores[:-1] += np.array([it.after for it in alone[1:]]).reshape(-1, known)
    first, last = _edges(model)
    scores[0] += first
    scores[-1] += last
    evidence = 1 / (1 + np.exp(-np.clip(own[:, known:], -30, 30)))
    return FirstPass(log_softmax(scores), log_softmax(own[:, :known]), evidence)


def _whole(model: Weights, cut: tuple[Sentence, ...]) -> NDArray[np.float64]:
    names = text_features(_alone(model, sentence.text).names for sentence in cut)
    # sorted, because floating-point sums depend on their order and sets on the hash seed
    total: NDArray[np.float64] = model.whole.total(sorted(names)) / np.sqrt(max(1, len(names))) + model.whole_bias
    return total


def log_softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn scores into logarithms of chances, row by row."""
    scores = scores - scores.max(axis=1, keepdims=True)
    result: NDArray[np.float64] = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return result


class _Alone(NamedTuple):
    """What one sentence says of itself, of the one after it (``before`` it stands) and of the one before it."""

    own: NDArray[np.float32]
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    names: tuple[str, ...]
    length: int


@lru_cache(maxsize=4096)
def _alone(model: Weights, sentence: str) -> _Alone:
    names, length = sentence_features(sentence)
    total = _joined(model).total(names)
    wide = len(model.bias)
    known = len(COMPONENTS)
    return _Alone(total[:wide] + model.bias, total[wide : wide + known], total[wide + known :], tuple(names), length)


@lru_cache(maxsize=8)
def _joined(model: Weights) -> Table:
    """Put what a feature says of its own sentence, of the next and of the one before side by side: one look-up instead of three."""
    names = list(model.own.index)
    known = frozenset(names)
    names += sorted({name[1:] for name in model.around.index if name[0] in "<>"} - known)
    wide, parts = len(model.bias), len(COMPONENTS)
    rows = np.zeros((len(names), wide + 2 * parts), np.float32)
    rows[: len(known), :wide] = model.own.rows
    for side, column in (("<", wide), (">", wide + parts)):
        for row, name in enumerate(names):
            at = model.around.index.get(side + name)
            if at is not None:
                rows[row, column : column + parts] = _NEIGHBOR * model.around.rows[at]
    return Table.of(names, rows)


@lru_cache(maxsize=4096)
def _place(model: Weights, *where: int) -> NDArray[np.float32]:
    return model.around.total(place_features(*where))


@lru_cache(maxsize=8)
def _edges(model: Weights) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    before, after = neighbor_features(None, "<"), neighbor_features(None, ">")
    return _NEIGHBOR * model.around.total(before), _NEIGHBOR * model.around.total(after)


def _decode(scores: NDArray[np.float64], start: NDArray[np.float32], step: NDArray[np.float32]) -> list[int]:
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
