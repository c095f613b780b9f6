"""Train the forest that tells a story from a pack of cards (``_order.py``)."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold, cross_val_predict

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import FirstPass
from emptychair.feedback.star._order import LEAST, forest_score, order_signals
from emptychair.feedback.star._weights import Weights
from emptychair.practice import Answer

SHUFFLES = 3
HONEST = ("middling", "strong")
LET_DOWN = 0.01
DEPTH, TREES = 3, 150


def fit(corpus: Sequence[Answer], passes: Sequence[FirstPass], model: Weights) -> dict[str, NDArray[np.float32]]:
    """Train on answers read by models that have not seen them; the trees as arrays."""
    chance = random.Random(0)
    x, y, groups, honest = [], [], [], []
    for answer, read in zip(corpus, passes, strict=False):
        cut = sentences(answer.text)
        if len(cut) < LEAST:
            continue
        for turn in range(1 + SHUFFLES):
            order = list(range(len(cut)))
            if turn:
                chance.shuffle(order)
            told = tuple(cut[i] for i in order)
            x.append(order_signals(told, read.alone[order], read.evidence[order], model.start, model.step))
            y.append(turn == 0)
            groups.append(answer.scenario)
            honest.append(turn == 0 and answer.level in HONEST)
    weights = np.where(y, SHUFFLES, 1)
    forest = GradientBoostingClassifier(n_estimators=TREES, max_depth=DEPTH, subsample=0.7, random_state=0)
    unseen = cross_val_predict(
        forest, x, y, groups=groups, cv=GroupKFold(5), method="decision_function", params={"sample_weight": weights}
    )
    border = float(np.quantile(unseen[np.array(honest)], LET_DOWN))
    caught = float(np.mean(unseen[~np.array(y)] < border))
    print(f"shuffled answers caught at {LET_DOWN:.1%} false alarms: {caught:.0%}")
    forest.fit(x, y, sample_weight=weights)
    return _arrays(forest, np.array(x), border)


def _arrays(
    forest: GradientBoostingClassifier, x: NDArray[np.float64], border: float
) -> dict[str, NDArray[np.float32]]:
    nodes = 2 ** (DEPTH + 1) - 1
    shape = (TREES, nodes)
    out = {name: np.zeros(shape, np.float32) for name in ("feature", "threshold", "left", "right", "value")}
    for t, (tree,) in enumerate(forest.estimators_):
        it = tree.tree_
        n = it.node_count
        leaf = it.children_left < 0
        own = np.arange(n)
        out["feature"][t, :n] = np.where(leaf, 0, it.feature)
        out["threshold"][t, :n] = it.threshold
        out["left"][t, :n] = np.where(leaf, own, it.children_left)
        out["right"][t, :n] = np.where(leaf, own, it.children_right)
        out["value"][t, :n] = forest.learning_rate * it.value[:, 0, 0]
    # what the trees do not say is the prior; it is found by comparison, so that no private part of the library is read
    out["depth"] = np.array([DEPTH], np.float32)
    out["bias"] = np.zeros(1, np.float32)
    out["bias"][0] = float(forest.decision_function(x[:1])[0]) - forest_score(out, x[0]) - border
    return out
