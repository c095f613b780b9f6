"""Train what the text as a whole is asked: is somebody served in it (``topic``), does it tell of something that happened (``account``)?

``topic`` sets the answers of the corpus against ``off_topic`` and ``padded`` texts of ``data/corpus/negatives.toml``; ``account`` sets
its stories against all other negatives and against answers whose words were shuffled. A bias is set so that 1 in 200 honest
answers, read by a model that has not seen their job, falls below zero.
"""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from emptychair._data import data_path
from emptychair.feedback._text import sentences
from emptychair.feedback.star._features import sentence_features, text_features
from emptychair.feedback.star._weights import WHOLE, Table
from emptychair.practice import Answer

ELSEWHERE = ("off_topic", "padded")  # classes of negatives that are about something else; the others are no accounts
HONEST = ("middling", "strong")
LET_DOWN = 0.005  # share of honest answers below the border
SHUFFLED = 150
ROWS = 9_000
FOLDS = 9
C = {"topic": 3.0, "account": 20.0}


def negatives() -> list[dict[str, str]]:
    """Texts that only look like answers."""
    with data_path("corpus/negatives.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)["negative"]
    return found


def fit(corpus: Sequence[Answer]) -> tuple[Table, NDArray[np.float32]]:
    """Train on these answers; a table of weights and the biases."""
    bad = negatives()
    named = [_names(answer.text) for answer in corpus]
    elsewhere = [_names(it["text"]) for it in bad if it["class"] in ELSEWHERE]
    no_account = [_names(it["text"]) for it in bad if it["class"] not in ELSEWHERE] + _shuffled(corpus)
    seen = Counter(name for names in [*named, *elsewhere, *no_account] for name in names)
    vocabulary = sorted(name for name, count in seen.items() if count > 1)
    index = {name: i for i, name in enumerate(vocabulary)}
    stories = [i for i, answer in enumerate(corpus) if answer.type == "story"]
    weights, bias = np.zeros((len(vocabulary), len(WHOLE))), np.zeros(len(WHOLE))
    for k, (kept, against) in enumerate(((range(len(corpus)), elsewhere), (stories, no_account))):
        good = [corpus[i] for i in kept]
        x = _matrix([named[i] for i in kept] + against, index)
        y = np.r_[np.ones(len(good)), np.zeros(len(against))]
        model = LogisticRegression(C=C[WHOLE[k]], class_weight="balanced", max_iter=500)
        groups = [answer.job for answer in good] + [str(i % FOLDS) for i in range(len(against))]
        unseen = cross_val_predict(model, x, y, groups=groups, cv=GroupKFold(FOLDS), method="decision_function")
        honest = [score for score, answer in zip(unseen, good, strict=False) if answer.level in HONEST]
        model.fit(x, y)
        weights[:, k], bias[k] = model.coef_[0], model.intercept_[0] - np.quantile(honest, LET_DOWN)
    strongest = np.sort(np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:ROWS])
    return Table.of([vocabulary[i] for i in strongest], weights[strongest].astype(np.float32)), bias.astype(np.float32)


def _names(text: str) -> set[str]:
    return text_features([sentence_features(sentence.text)[0] for sentence in sentences(text)])


def _matrix(texts: Sequence[set[str]], index: dict[str, int]) -> sp.csr_matrix:
    rows, columns, values = [], [], []
    for row, names in enumerate(texts):
        found = sorted(index[name] for name in names if name in index)
        rows += [row] * len(found)
        columns += found
        values += [1 / np.sqrt(max(1, len(names)))] * len(found)
    return sp.csr_matrix((values, (rows, columns)), shape=(len(texts), len(index)))


def _shuffled(corpus: Sequence[Answer]) -> list[set[str]]:
    chance = random.Random(0)
    out = []
    for answer in chance.sample(list(corpus), min(SHUFFLED, len(corpus))):
        words = answer.text.split()
        chance.shuffle(words)
        out.append(_names(" ".join(words)))
    return out
