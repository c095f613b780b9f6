"""Train the estimate behind the score: what each kind of evidence says of the mean of the six levels that are judged.

One convex problem with fixed signs and three terms. Ratings of the corpus: least squares. Pairs of one story told twice, in another
order and in other words: their estimates should not differ; without them the same fit puts its weight on evidence that a retelling
loses. Tellings of one scenario, of which one is better: its score should be higher by a margin, and what falls short counts squared;
without them a short strong answer loses to a long middling one, in which more looks like something. Every kind of evidence keeps a
share of what it is worth for its own level, so that nobody adds an act or a number in vain.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import lsq_linear
from star_texts import TOLD_TWICE

from emptychair._data import data_path
from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import TRAINED, Level, kinds_of, rubric
from emptychair.feedback.star._score import Estimate, all_signals, delivered
from emptychair.feedback.star._weights import EVIDENCE, Weights
from emptychair.practice import Answer

RIDGE = 60.0
TWICE = 200.0  # how much a pair counts beside a rating
BETTER = 40.0  # how much a better telling counts that is not ahead
MARGIN = 12.0  # points by which it should be
KEPT = 0.1  # of the weight of evidence in its own level
_ROUNDS = 20  # of finding out which tellings are not ahead; a handful is enough


def fit(corpus: Sequence[Answer], scans: Sequence[Scan], levels: Mapping[str, Level], model: Weights) -> Estimate:
    """Train on answers read by models that have not seen them, and on pairs of texts that no model of sentences has seen.

    Args:
        corpus: the answers.
        scans: what was seen in them.
        levels: the levels of the six dimensions, already trained.
        model: reads the pairs.
    """
    x = np.array([all_signals(seen) for seen in scans])
    y = np.array([np.mean([answer.ratings[name] for name in TRAINED]) for answer in corpus])
    read = [[all_signals(Scan(model, sentences(text))) for text in pair] for pair in told_twice()]
    apart = np.array([one - two for one, two in read])
    ahead, least = in_order(corpus, x)
    n = x.shape[1]
    low, high = _bounds(levels)
    rows = np.vstack([x, np.sqrt(TWICE) * apart, np.sqrt(RIDGE) * np.eye(n), np.sqrt(BETTER) * ahead])
    wide = np.c_[rows, np.arange(len(rows)) < len(x)]  # only ratings see the intercept
    aims = np.r_[y, np.zeros(len(apart) + n), np.sqrt(BETTER) * least]
    others = np.ones(len(rows) - len(ahead), bool)
    behind = np.zeros(len(ahead), bool)
    for _ in range(_ROUNDS):
        counted = np.r_[others, behind]
        found = lsq_linear(wide[counted], aims[counted], bounds=(np.r_[low, -np.inf], np.r_[high, np.inf])).x
        before, behind = behind, ahead @ found[:n] < least
        if np.array_equal(before, behind):
            break
    weights = [round(float(weight), 4) for weight in found]
    pairs = zip(weights[: n - 1 : 2], weights[1 : n - 1 : 2], strict=True)
    return Estimate(dict(zip(EVIDENCE, pairs, strict=True)), setting=weights[n - 1], intercept=weights[n])


def in_order(corpus: Sequence[Answer], x: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Set each telling of a scenario against the next better one: how their signals differ, and how their estimates should.

    Delivery is counted and not estimated, so a telling that loses by its length has to win more by what it says.
    """
    at = {(answer.scenario, answer.level): i for i, answer in enumerate(corpus)}
    pairs = [
        (at[scenario, better], i)
        for (scenario, level), i in at.items()
        for better in [dict(pairwise(("weak", "middling", "strong"))).get(level)]
        if (scenario, better) in at
    ]
    better, worse = np.array(pairs, int).reshape(-1, 2).T
    counted = np.array([delivered(answer.text) for answer in corpus])
    levels = MARGIN / 25 * (len(TRAINED) + 1)
    return x[better] - x[worse], (levels - counted[better] + counted[worse]) / len(TRAINED)


def told_twice() -> list[tuple[str, str]]:
    """Give the stories that strangers told twice."""
    found = []
    for name in TOLD_TWICE:
        with data_path(f"corpus/{name}.toml").open("rb") as file:
            found += [(it["text"], it["retold"]) for it in tomllib.load(file)["answer"] if "retold" in it]
    return found


def _bounds(levels: Mapping[str, Level]) -> tuple[np.ndarray, np.ndarray]:
    """Bound every weight by its sign and by a share of what it has in the levels."""
    floor = np.zeros(2 * len(EVIDENCE) + 1)
    for name, level in levels.items():
        for i, kind in enumerate(kinds_of(name)):
            at = 2 * EVIDENCE.index(kind)
            floor[at : at + 2] += level.weights[2 * i : 2 * i + 2]
        if name == "situation_task":
            floor[-1] = level.weights[-1]
    floor *= KEPT / len(TRAINED)
    helpful = {kind for name in TRAINED for kind in rubric()[name]["shows"]}
    helps = np.array([*(kind in helpful for kind in EVIDENCE for _ in range(2)), False])
    # a hair between the bounds where both are zero: the solver wants an interval
    return np.where(helps, np.maximum(floor, 0), -np.inf), np.where(helps, np.inf, np.minimum(floor, 0) + 1e-9)


def write(trained: Estimate, path: Path) -> None:
    """Write the file, readable and diffable."""
    path.write_text(json.dumps(asdict(trained), indent=1) + "\n", encoding="utf-8")
