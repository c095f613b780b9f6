"""Train what tells a story from a pack of cards: what follows what (``_links.py``), and the judge of an order (``_order.py``)."""

from __future__ import annotations

import random
import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier
from star_pieces import parts_first
from star_texts import voices

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._order import FAR, LEAST, Pack, order_odds, order_signals
from emptychair.feedback.star._weights import Judge, Sequel, Weights
from emptychair.practice import Answer

SHUFFLES, PAIRS = 8, 3  # shuffled copies of an answer; pairs that are not neighbors beside each that is
HONEST = ("middling", "strong")
LET_DOWN = 0.012
FOLDS = 4
SEQUEL_C = 0.01
NETS, HINGES, DECAY, EPOCHS = 6, 16, 3.0, 25
PACE = {"learning_rate_init": 0.002, "batch_size": 256}


class Story(NamedTuple):
    """A story that is told in an order, whose it is, and whether few like it may be refused."""

    pack: Pack
    parts: Sequence[str]
    job: str
    well: bool


def fit(corpus: Sequence[Answer], scans: Sequence[Scan], model: Weights) -> Weights:
    """Train on answers read by models that have not seen them, and on other voices."""
    told = [
        Story(seen.pack, answer.components, answer.job, answer.level in HONEST)
        for answer, seen in zip(corpus, scans, strict=True)
        if answer.type == "story"
    ]
    told += [Story((seen := Scan(model, sentences(it.text))).pack, seen.components, it.job, True) for it in voices()]
    told = [it for it in told if len(it.parts) >= LEAST]
    x, y, of, plain = [], [], [], []
    chance = random.Random(0)
    for train, test in GroupKFold(FOLDS).split(told, groups=[it.job for it in told]):
        sequel = fit_sequel([told[i].pack for i in train])
        for story in (told[i] for i in test):
            for order, honest in _orders(story.parts, chance):
                x.append(order_signals(story.pack.dealt(order), model.start, model.step, sequel))
                y.append(honest)
                of.append(story.job)
                plain.append(story.well and honest and order == sorted(order))
    signals, right, kept = np.array(x), np.array(y), np.array(plain)
    unseen = np.zeros(len(right))
    for train, test in GroupKFold(FOLDS).split(signals, groups=of):
        unseen[test] = order_odds(signals[test], fit_judge(signals[train], right[train]))
    border = float(np.quantile(unseen[kept], LET_DOWN))
    caught, moved = np.mean(unseen[~right] < border), np.mean(unseen[right & ~kept] < border)
    print(f"order: {caught:.1%} of shuffled answers caught at {LET_DOWN:.1%} false alarms, {moved:.1%} of all others")
    judge = fit_judge(signals, right)
    judge.out[-1] -= border
    sequel = fit_sequel([it.pack for it in told])
    return replace(
        model, **{name: it.astype(np.float32) for name, it in (*sequel._asdict().items(), *judge._asdict().items())}
    )


def fit_judge(signals: NDArray[np.float64], right: NDArray[np.bool_]) -> Judge:
    """Train several small nets and put them beside each other, which is one net that says their mean."""
    scale = np.array([signals.mean(axis=0), signals.std(axis=0) + 1e-9])
    seen = np.clip((signals - scale[0]) / scale[1], -FAR, FAR)
    again = np.repeat(np.arange(len(right)), np.where(right, SHUFFLES // 2, 1))  # as many in order as shuffled
    nets = [
        MLPClassifier((HINGES,), alpha=DECAY, max_iter=EPOCHS, n_iter_no_change=EPOCHS, random_state=seed, **PACE)
        for seed in range(NETS)
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # they are stopped early on purpose
        for net in nets:
            net.fit(seen[again], right[again])
    hidden = np.hstack([np.vstack([net.coefs_[0], net.intercepts_[0]]) for net in nets])
    out = np.hstack([*(net.coefs_[1][:, 0] for net in nets), sum(net.intercepts_[1][0] for net in nets)]) / NETS
    return Judge(scale, hidden, out)


def _orders(parts: Sequence[str], chance: random.Random) -> list[tuple[list[int], bool]]:
    """As it was told, with parts of it moved to the front, and shuffled."""
    n = len(parts)
    out = [(list(range(n)), True)]
    out += [(order, True) for order in parts_first(parts)]
    for _ in range(SHUFFLES):
        pack = list(range(n))
        chance.shuffle(pack)
        out.append((pack, False))
    return out


def fit_sequel(packs: Sequence[Pack]) -> Sequel:
    """Train what follows what, over every pair of marks: neighbors against other pairs of the same text, and sooner against later."""
    draw = np.random.default_rng(0)
    marked = [pack.marks() for pack in packs]
    near = [pair for rows in marked for pair in _near(rows, draw)]
    apart = [pair for rows in marked for pair in _apart(rows, draw)]
    return Sequel(_fit_link(near), _fit_before(apart))


def _near(rows: NDArray[np.float64], draw: np.random.Generator) -> list[tuple[NDArray[np.float64], ...]]:
    out = []
    for i in range(len(rows) - 1):
        out.append((rows[i], rows[i + 1], np.ones(1)))
        pairs = draw.integers(len(rows), size=(PAIRS, 2))
        out += [(rows[a], rows[b], np.zeros(1)) for a, b in pairs if b not in (a, a + 1)]
    return out


def _apart(rows: NDArray[np.float64], draw: np.random.Generator) -> list[tuple[NDArray[np.float64], ...]]:
    return [(rows[a], rows[b]) for a, b in draw.integers(len(rows), size=(2 * len(rows), 2)) if a < b]


def _fit_link(pairs: Sequence[tuple[NDArray[np.float64], ...]]) -> NDArray[np.float32]:
    one, two, y = (np.array(side, np.float32) for side in zip(*pairs, strict=True))
    x = (one[:, :, None] * two[:, None, :]).reshape(len(one), -1)
    found = LogisticRegression(C=SEQUEL_C, max_iter=60).fit(x, y.ravel())
    return found.coef_[0].reshape(one.shape[1], -1).astype(np.float32)  # type: ignore[no-any-return]


def _fit_before(pairs: Sequence[tuple[NDArray[np.float64], ...]]) -> NDArray[np.float32]:
    """What speaks for one order speaks against the other, so every second pair is turned around."""
    one, two = (np.array(side, np.float32) for side in zip(*pairs, strict=True))
    size = one.shape[1]
    first, second = np.triu_indices(size, 1)
    x = one[:, first] * two[:, second] - two[:, first] * one[:, second]
    y = np.arange(len(x)) % 2
    x[y == 0] *= -1
    found = LogisticRegression(C=SEQUEL_C, max_iter=60, fit_intercept=False).fit(x, y)
    before = np.zeros((size, size), np.float32)
    before[first, second] = found.coef_[0]
    return before - before.T
