"""Train how much each kind of evidence counts for each of the six dimensions that are not counted.

The evidence of every answer comes from a model that has not seen its scenario, so that the weights learn how good the evidence is on new
texts, not on old ones. Least squares with fixed signs, then cuts for the highest kappa.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import lsq_linear
from sklearn.metrics import cohen_kappa_score

from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import TRAINED, Level, bounds, signals
from emptychair.practice import Answer

RIDGE = 0.5


def fit(corpus: Sequence[Answer], scans: Sequence[Scan]) -> dict[str, Level]:
    """Train the six dimensions that are not counted."""
    return {name: _fit_one(name, corpus, scans) for name in TRAINED}


def _fit_one(name: str, corpus: Sequence[Answer], scans: Sequence[Scan]) -> Level:
    x = np.array([signals(seen, name) for seen in scans])
    y = np.array([answer.ratings[name] for answer in corpus], float)
    low, high = bounds(name)
    n = x.shape[1]
    # a constant column for the intercept; rows of the ridge below
    wide = np.vstack([np.c_[x, np.ones(len(x))], np.c_[np.sqrt(RIDGE) * np.eye(n), np.zeros(n)]])
    found = lsq_linear(wide, np.r_[y, np.zeros(n)], bounds=(np.r_[low, -np.inf], np.r_[high, np.inf]))
    weights, intercept = found.x[:-1], float(found.x[-1])
    raw = x @ weights + intercept
    return Level(
        weights=tuple(round(float(w), 4) for w in weights),
        intercept=round(intercept, 4),
        cuts=best_cuts(raw, y.astype(int)),
    )


def best_cuts(raw: NDArray[np.float64], rated: NDArray[np.int64]) -> tuple[float, float, float, float]:
    """Move one cut at a time to where quadratic weighted kappa is highest."""
    cuts = [1.5, 2.5, 3.5, 4.5]
    for _ in range(4):
        for j in range(4):
            tries = [
                v
                for v in np.arange(0.8, 5.2, 0.05)
                if (j == 0 or v > cuts[j - 1] + 0.1) and (j == 3 or v < cuts[j + 1] - 0.1)
            ]
            kappas = [_kappa(raw, rated, [*cuts[:j], v, *cuts[j + 1 :]]) for v in tries]
            best = max(kappas)
            # the middle of the plateau generalizes better than its edge
            plateau = [v for v, k in zip(tries, kappas, strict=True) if k > best - 0.002]
            cuts[j] = float(np.median(plateau))
    return tuple(round(c, 3) for c in cuts)  # type: ignore[return-value]


def _kappa(raw: NDArray[np.float64], rated: NDArray[np.int64], cuts: Sequence[float]) -> float:
    return float(cohen_kappa_score(rated, 1 + np.searchsorted(cuts, raw), weights="quadratic"))


def write(trained: dict[str, Level], path: Path) -> None:
    """Write the file, readable and diffable."""
    rows = {name: asdict(level) for name, level in trained.items()}
    path.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
