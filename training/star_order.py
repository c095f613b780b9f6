"""Train what tells a story from a pack of cards: the links between sentences (``_links.py``) and the forest (``_order.py``)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from star_pieces import result_first

from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._order import LEAST, forest_score, marked, order_signals
from emptychair.feedback.star._weights import Weights
from emptychair.practice import Answer

SHUFFLES, PAIRS = 8, 3  # shuffled copies of an answer; pairs that are not neighbors beside each that is
HONEST = ("middling", "strong")
LET_DOWN = 0.008
DEPTH, TREES, FOLDS = 3, 250, 4
LINK_C = 0.01


def fit(corpus: Sequence[Answer], scans: Sequence[Scan], model: Weights) -> Weights:
    """Train on answers read by models that have not seen them."""
    told = [
        (answer, seen)
        for answer, seen in zip(corpus, scans, strict=True)
        if len(seen.sentences) >= LEAST and answer.level in HONEST
    ]
    groups = [answer.scenario for answer, _ in told]
    x, y, of, plain = [], [], [], []
    chance = random.Random(0)
    for train, test in GroupKFold(FOLDS).split(told, groups=groups):
        link = fit_link([told[i][1] for i in train])
        for i in test:
            for order, honest in _orders(told[i][0], chance):
                x.append(_signals(told[i][1], order, model, link))
                y.append(honest)
                of.append(groups[i])
                plain.append(honest and order == sorted(order))
    weights = np.where(y, SHUFFLES / 2, 1)
    forest = GradientBoostingClassifier(
        n_estimators=TREES, max_depth=DEPTH, subsample=0.7, max_features=0.4, random_state=0
    )
    unseen = cross_val_predict(
        forest, x, y, groups=of, cv=GroupKFold(5), method="decision_function", params={"sample_weight": weights}
    )
    border = float(np.quantile(unseen[np.array(plain)], LET_DOWN))
    caught = float(np.mean(unseen[~np.array(y)] < border))
    moved = float(np.mean(unseen[np.array(y) & ~np.array(plain)] < border))
    print(f"order: {caught:.0%} of shuffled answers caught at {LET_DOWN:.1%} false alarms, {moved:.1%} of moved ones")
    forest.fit(x, y, sample_weight=weights)
    link = fit_link([seen for _, seen in told]).astype(np.float32)
    return replace(model, link=link, trees=_arrays(forest, np.array(x), border))


def _orders(answer: Answer, chance: random.Random) -> list[tuple[list[int], bool]]:
    """As it was told, with the result or a lesson first, and shuffled."""
    n = len(answer.sentences)
    out = [(list(range(n)), True)]
    if first := result_first(answer):
        out.append((first, True))
    lesson = [i for i, part in enumerate(answer.components) if part == "reflection"]
    if lesson and lesson[0] > 1:
        out.append(([lesson[0], *(i for i in range(n) if i != lesson[0])], True))
    for _ in range(SHUFFLES):
        pack = list(range(n))
        chance.shuffle(pack)
        out.append((pack, False))
    return out


def _signals(seen: Scan, order: list[int], model: Weights, link: NDArray[np.float64]) -> NDArray[np.float64]:
    cut = tuple(seen.sentences[i] for i in order)
    return order_signals(cut, seen.alone[order], seen.noticed[order], model.start, model.step, link)


def fit_link(scans: Sequence[Scan]) -> NDArray[np.float64]:
    """Neighbors against other pairs of the same answer, over every pair of marks."""
    draw = np.random.default_rng(0)
    before, after, y = [], [], []
    for seen in scans:
        rows = marked(seen.sentences, seen.alone, seen.noticed)
        n = len(rows)
        for i in range(n - 1):
            pairs = [(i, i + 1), *((int(a), int(b)) for a, b in draw.integers(n, size=(PAIRS, 2)))]
            for a, b in pairs[:1] + [(a, b) for a, b in pairs[1:] if b not in (a, a + 1)]:
                before.append(rows[a])
                after.append(rows[b])
                y.append(b == a + 1)
    one, two = np.array(before, np.float32), np.array(after, np.float32)
    x = (one[:, :, None] * two[:, None, :]).reshape(len(one), -1)
    found = LogisticRegression(C=LINK_C, max_iter=60).fit(x, y)
    return np.asarray(found.coef_[0].reshape(one.shape[1], -1), float)


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
