"""Train the sentence model of ``emptychair.feedback.star``.

First pass: one linear model a component (multinomial logistic regression over a sentence, its place and its neighbors), one for each
kind of evidence (logistic regression over the sentence alone). Second pass: multinomial logistic regression over what the
first pass, trained on *other* scenarios, thinks of the whole answer (``_context.py``).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from emptychair.feedback._text import sentences
from emptychair.feedback.star._context import context
from emptychair.feedback.star._features import neighbor_features, place, place_features, sentence_features
from emptychair.feedback.star._label import FirstPass, first_pass
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._weights import EVIDENCE, WHOLE, Table, Weights
from emptychair.practice import Answer

NEIGHBOR = 0.5  # a neighbor's words count half: tuned once on the first 180 answers, flat between 0.3 and 0.7
OWN_ROWS, AROUND_ROWS = 14_000, 9_000  # features kept, by largest weight: keeps the file below 1 MB
SEEN_AT_LEAST = 2
SECOND_C = 0.1
FRAGMENTS, LONGEST_FRAGMENT = 2, 6


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


def components_of(corpus: Sequence[Answer]) -> NDArray[np.int64]:
    """Give the component of every sentence, as a number."""
    return np.array([COMPONENTS.index(c) for answer in corpus for c in answer.components])  # type: ignore[arg-type]


def fit_first(corpus: Sequence[Answer]) -> Weights:
    """Train the first pass; the second and what gates need are left empty."""
    made = design(corpus)
    both = sp.hstack([made.own, made.around]).tocsr()
    model = LogisticRegression(C=1.0, max_iter=300).fit(both, components_of(corpus))
    split, known = len(made.own_names), len(COMPONENTS)
    own = np.zeros((split, known + len(EVIDENCE)))
    bias = np.zeros(known + len(EVIDENCE))
    own[:, :known], bias[:known] = model.coef_[:, :split].T, model.intercept_
    for k, kind in enumerate(EVIDENCE, start=known):
        marks = np.array([i in answer.at.get(kind, ()) for answer in corpus for i in range(len(answer.sentences))])
        found = LogisticRegression(C=1.0, max_iter=300).fit(made.own, marks)
        own[:, k], bias[k] = found.coef_[0], found.intercept_[0]
    start, step = transitions(corpus)
    return Weights(
        own=_table(made.own_names, own, OWN_ROWS),
        around=_table(made.around_names, model.coef_[:, split:].T, AROUND_ROWS),
        whole=Table.of([], np.zeros((0, len(WHOLE)), np.float32)),
        whole_bias=np.zeros(len(WHOLE), np.float32),
        trees={},
        bias=bias.astype(np.float32),
        second=np.zeros((context(np.zeros((1, known)), np.zeros((1, len(EVIDENCE)))).shape[1], known), np.float32),
        second_bias=np.zeros(known, np.float32),
        start=start,
        step=step,
    )


def fragments(corpus: Sequence[Answer]) -> list[Answer]:
    """Cut short pieces out of answers: people review two sentences as well, and a place in two is not a place in twenty."""
    chance = random.Random(0)
    out = []
    for answer in corpus:
        for _ in range(FRAGMENTS):
            size = chance.randint(1, min(LONGEST_FRAGMENT, len(answer.sentences)))
            start = chance.randint(0, len(answer.sentences) - size)
            kept = slice(start, start + size)
            out.append(replace(answer, sentences=answer.sentences[kept], components=answer.components[kept], at={}))
    return out


def cross_passes(corpus: Sequence[Answer], pieces: Sequence[Answer], folds: int) -> list[FirstPass]:
    """Read every answer, then every piece, with a first pass that has not seen its scenario."""
    found: dict[int, FirstPass] = {}
    groups = [answer.scenario for answer in corpus]
    everything = [*corpus, *pieces]
    for train, test in GroupKFold(folds).split(groups, groups=groups):
        model = fit_first([corpus[i] for i in train])
        unseen = {groups[i] for i in test}
        for i, answer in enumerate(everything):
            if answer.scenario in unseen:
                found[i] = first_pass(model, sentences(answer.text))
    return [found[i] for i in range(len(everything))]


def fit_second(first: Weights, corpus: Sequence[Answer], passes: Sequence[FirstPass]) -> Weights:
    """Train the second pass and put the two together."""
    rows = np.vstack([context(each.log_chances, each.evidence) for each in passes])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=SECOND_C, max_iter=1000).fit((rows - mean) / spread, components_of(corpus))
    second = (model.coef_ / spread).T
    return replace(
        first, second=second.astype(np.float32), second_bias=(model.intercept_ - mean @ second).astype(np.float32)
    )


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
