"""Train the sentence model of ``emptychair.feedback.star`` from ``data/corpus`` and write its weights.

    python training/star_model.py            # writes src/emptychair/feedback/star/weights.npz

One linear model a component (multinomial logistic regression over a sentence, its place and its neighbors), one for
each kind of evidence (logistic regression over the sentence alone), and component transitions for the decoder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from emptychair.feedback.star._features import neighbor_features, place, place_features, sentence_features
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._weights import EVIDENCE, Table, Weights
from emptychair.practice import Answer, answers

OUT = Path(__file__).resolve().parents[1] / "src" / "emptychair" / "feedback" / "star" / "weights.npz"
NEIGHBOR = 0.5  # a neighbor's words count half: tuned once on the first 180 answers, flat between 0.3 and 0.7
OWN_ROWS, AROUND_ROWS = 14_000, 9_000  # features kept, by largest weight: keeps the file below 1 MB
SEEN_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class Design:
    """Sentences of many answers as two sparse matrices over ``own`` and ``around`` features."""

    own_names: list[str]
    around_names: list[str]
    own: sp.csr_matrix
    around: sp.csr_matrix


def rows_of(answer: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """Name the own and the surrounding features of each sentence of one answer."""
    read = [sentence_features(sentence) for sentence in answer]
    return [
        (
            own,
            place_features(*place(i, len(read)), length)
            + neighbor_features(read[i - 1][0] if i else None, "<")
            + neighbor_features(read[i + 1][0] if i + 1 < len(read) else None, ">"),
        )
        for i, (own, length) in enumerate(read)
    ]


def design(corpus: Sequence[Answer]) -> Design:
    """Build the matrices; features seen once only are left out."""
    rows = [row for answer in corpus for row in rows_of(answer.sentences)]
    own_names = _vocabulary(own for own, _ in rows)
    around_names = _vocabulary(around for _, around in rows)
    return Design(
        own_names,
        around_names,
        _matrix([own for own, _ in rows], own_names, lambda _: 1.0),
        _matrix([around for _, around in rows], around_names, lambda name: NEIGHBOR if name[0] in "<>" else 1.0),
    )


def _vocabulary(rows: Iterable[list[str]]) -> list[str]:
    seen = Counter(name for names in rows for name in names)
    return sorted(name for name, count in seen.items() if count >= SEEN_AT_LEAST)


def _matrix(rows: list[list[str]], names: list[str], value: Callable[[str], float]) -> sp.csr_matrix:
    index = {name: i for i, name in enumerate(names)}
    at = [(r, index[name], value(name)) for r, row in enumerate(rows) for name in row if name in index]
    r, c, v = zip(*at, strict=True)
    return sp.csr_matrix((v, (r, c)), shape=(len(rows), len(names)))


def fit(corpus: Sequence[Answer]) -> Weights:
    """Train on these answers."""
    made = design(corpus)
    target = np.array([COMPONENTS.index(c) for answer in corpus for c in answer.components])
    both = sp.hstack([made.own, made.around]).tocsr()
    model = LogisticRegression(C=1.0, max_iter=400).fit(both, target)
    split = len(made.own_names)
    own = np.zeros((split, len(COMPONENTS) + len(EVIDENCE)))
    own[:, : len(COMPONENTS)] = model.coef_[:, :split].T
    bias = np.zeros(len(COMPONENTS) + len(EVIDENCE))
    bias[: len(COMPONENTS)] = model.intercept_
    _fit_evidence(corpus, made, own, bias)
    start, step = transitions(corpus)
    return Weights(
        own=_table(made.own_names, own, OWN_ROWS),
        around=_table(made.around_names, model.coef_[:, split:].T, AROUND_ROWS),
        bias=bias.astype(np.float32),
        start=start,
        step=step,
    )


def _fit_evidence(corpus: Sequence[Answer], made: Design, own: NDArray[np.float64], bias: NDArray[np.float64]) -> None:
    for k, key in enumerate(EVIDENCE, start=len(COMPONENTS)):
        marks = np.array([i in answer.at.get(key, ()) for answer in corpus for i in range(len(answer.sentences))])
        if marks.sum() < 5:
            bias[k] = -9.0
            continue
        model = LogisticRegression(C=1.0, max_iter=400).fit(made.own, marks)
        own[:, k], bias[k] = model.coef_[0], model.intercept_[0]


def transitions(corpus: Sequence[Answer]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Log odds of components at the start and after one another, against how common they are."""
    n = len(COMPONENTS)
    start, step, common = np.ones(n), np.ones((n, n)), np.ones(n)
    for answer in corpus:
        path = [COMPONENTS.index(c) for c in answer.components]
        start[path[0]] += 1
        for a, b in pairwise(path):
            step[a, b] += 1
        for a in path:
            common[a] += 1
    prior = np.log(common / common.sum())
    return (
        (np.log(start / start.sum()) - prior).astype(np.float32),
        (np.log(step / step.sum(1, keepdims=True)) - prior).astype(np.float32),
    )


def _table(names: list[str], weights: NDArray[np.float64], keep: int) -> Table:
    strongest = np.sort(np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:keep])
    return Table.of([names[i] for i in strongest], weights[strongest].astype(np.float32))


if __name__ == "__main__":
    fit(answers()).save(OUT)
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes from {len(answers())} answers")
