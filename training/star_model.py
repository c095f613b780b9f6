"""Train the sentence model of ``emptychair.feedback.star``.

First pass: one linear model a component (multinomial logistic regression over a sentence, its place and its neighbors), one for each
kind of evidence (logistic regression over the sentence alone), one for the place where such a sentence usually stands (ridge). Later
looks: logistic regressions over what the first pass, trained on *other* jobs, thinks of the whole answer (``_context.py``), for
components and then for evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold
from star_pieces import Piece
from star_texts import elliptics

from emptychair.feedback._text import sentences
from emptychair.feedback.star._context import context, weighing
from emptychair.feedback.star._features import SIDES, neighbor_features, place, place_features, sentence_features, size
from emptychair.feedback.star._label import FirstPass, Scan, first_pass
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._weights import DOUBTS, EVIDENCE, KINDS, TYPES, Table, Weights
from emptychair.practice import Answer

NEIGHBOR = 0.5  # a neighbor's words count half: tuned once on the first 180 answers, flat between 0.3 and 0.7
OWN_ROWS, AROUND_ROWS = 22_000, 20_000  # features kept, by largest weight: keeps the file below 1 MB
SEEN_AT_LEAST = 2
SECOND_C, THIRD_C = 0.02, 0.03
PLACE_RIDGE = 30.0


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
    out = []
    for i, (own, length) in enumerate(read):
        around = place_features(*place(i, len(read)), size(length))
        for side, by in SIDES.items():
            if 0 <= i + by < len(read):
                around += neighbor_features(read[i + by][0], side)
        out.append((own, around))
    return out


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


def components_of(corpus: Sequence[Answer]) -> NDArray[np.int64]:
    """Give the component of every sentence, as a number."""
    return np.array([COMPONENTS.index(c) for answer in corpus for c in answer.components])  # type: ignore[arg-type]


def marks_of(corpus: Sequence[Answer], kind: str) -> NDArray[np.bool_]:
    """Say of every sentence whether it carries one kind of evidence."""
    return np.array([i in answer.at.get(kind, ()) for answer in corpus for i in range(len(answer.sentences))])


def places_of(corpus: Sequence[Answer]) -> NDArray[np.float64]:
    """Say of every sentence where it stands in its answer, from 0 to 1."""
    return np.hstack([np.linspace(0, 1, n) if (n := len(answer.sentences)) > 1 else [0.5] for answer in corpus])


def fit_first(corpus: Sequence[Answer]) -> Weights:
    """Train the first pass; the later looks and what gates need are left empty."""
    every = [*corpus, *elliptics(corpus)]
    made = design(every)
    both = sp.hstack([made.own, made.around]).tocsr()
    model = LogisticRegression(C=1.0, max_iter=300).fit(both, components_of(every))
    split, known = len(made.own_names), len(COMPONENTS)
    own = np.zeros((split, known + len(EVIDENCE) + 1))
    bias = np.zeros(known + len(EVIDENCE) + 1)
    own[:, :known], bias[:known] = model.coef_[:, :split].T, model.intercept_
    for k, kind in enumerate(EVIDENCE, start=known):
        found = LogisticRegression(C=1.0, max_iter=300).fit(made.own, marks_of(every, kind))
        own[:, k], bias[k] = found.coef_[0], found.intercept_[0]
    placed = Ridge(alpha=PLACE_RIDGE, solver="sparse_cg", tol=1e-6).fit(made.own, places_of(every))
    own[:, -1], bias[-1] = placed.coef_, placed.intercept_
    start, step = transitions(corpus)
    return Weights(
        own=_table(made.own_names, own, OWN_ROWS),
        around=_table(made.around_names, model.coef_[:, split:].T, AROUND_ROWS),
        whole=Table.of([], np.zeros((0, len(KINDS)), np.float32)),
        whole_bias=np.zeros(len(KINDS), np.float32),
        judge=np.zeros((0, len(DOUBTS) + len(TYPES)), np.float32),
        judge_bias=np.zeros(len(DOUBTS) + len(TYPES), np.float32),
        link=np.zeros((0, 0), np.float32),
        before=np.zeros((0, 0), np.float32),
        near_scale=np.zeros((2, 0), np.float32),
        near_hidden=np.zeros((1, 0), np.float32),
        near_out=np.zeros(1, np.float32),
        sooner=np.zeros(0, np.float32),
        scale=np.zeros((2, 0), np.float32),
        hidden=np.zeros((1, 0), np.float32),
        out=np.zeros(1, np.float32),
        bias=bias.astype(np.float32),
        second=np.zeros((0, known), np.float32),
        second_bias=np.zeros(known, np.float32),
        third=np.zeros((0, len(EVIDENCE)), np.float32),
        third_bias=np.zeros(len(EVIDENCE), np.float32),
        start=start,
        step=step,
    )


def fit_strangers(corpus: Sequence[Answer], folds: int) -> dict[str, Weights]:
    """For every job, train a first pass on other jobs: what it makes of an answer is what will be made of a new one."""
    jobs = [answer.job for answer in corpus]
    found: dict[str, Weights] = {}
    for train, test in GroupKFold(folds).split(jobs, groups=jobs):
        model = fit_first([corpus[i] for i in train])
        found |= {jobs[i]: model for i in test}
    return found


def cross_passes(
    corpus: Sequence[Answer], pieces: Sequence[Piece], strangers: Mapping[str, Weights]
) -> list[FirstPass]:
    """Read every answer, then every piece, with a first pass that has not seen its job."""
    everything = [*corpus, *(piece.answer for piece in pieces)]
    return [first_pass(strangers[answer.job], sentences(answer.text)) for answer in everything]


def fit_later(
    first: Weights, corpus: Sequence[Answer], pieces: Sequence[Piece], passes: Sequence[FirstPass]
) -> Weights:
    """Train the second look at components and the third, at evidence, and put all together."""
    pairs = [(answer, 1.0) for answer in corpus] + list(pieces)
    everything = [answer for answer, _ in pairs]
    counts = np.array([weight for answer, weight in pairs for _ in answer.sentences])
    x = np.vstack([context(it.log_chances, it.alone, it.noticed) for it in passes])
    second, second_bias = _scaled(x, [components_of(everything)], counts, SECOND_C)
    model = replace(first, second=second, second_bias=second_bias)
    scans = [Scan.after(model, sentences(answer.text), p) for answer, p in zip(everything, passes, strict=True)]
    x = np.vstack([weighing(seen.noticed, seen.alone, seen.lengths) for seen in scans])
    # evidence is weighed without a look at places, so pieces are as good as answers
    third, third_bias = _scaled(x, [marks_of(everything, kind) for kind in EVIDENCE], np.ones(len(x)), THIRD_C)
    return replace(model, third=third, third_bias=third_bias)


def _scaled(
    x: NDArray[np.float64], targets: Sequence[NDArray[Any]], counts: NDArray[np.float64], c: float
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Fit on standardized columns; give weights and biases for plain ones."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - mean) / spread
    models = [LogisticRegression(C=c, max_iter=1000).fit(z, y, sample_weight=counts) for y in targets]
    weights = (np.vstack([model.coef_ for model in models]) / spread).T
    bias = np.hstack([model.intercept_ for model in models]) - mean @ weights
    return weights.astype(np.float32), bias.astype(np.float32)


def transitions(corpus: Sequence[Answer]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Log odds of components at the start and after one another, against how common they are."""
    n = len(COMPONENTS)
    start, step, common = np.ones(n), np.ones((n, n)), np.ones(n)
    for answer in corpus:
        path = [COMPONENTS.index(c) for c in answer.components]  # type: ignore[arg-type]
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
