"""Where sentences stand, against where such sentences usually stand: the setting first, then what was done, then what came of it."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback.star._links import in_order, share
from emptychair.feedback.star._weights import EVIDENCE

_CENTERED = (
    "who", "when", "stake", "goal", "method", "finding", "outcome", "number", "lesson", "mechanism", "later", "loop", "own", "check",
)  # fmt: skip
_AT = [EVIDENCE.index(kind) for kind in _CENTERED]


def place_signals(
    placed: NDArray[np.float64], chances: NDArray[np.float64], noticed: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Describe where the sentences of a text stand.

    Args:
        placed: where each would usually stand, by its words.
        chances: of their components.
        noticed: chances of their evidence.
    """
    n = len(placed)
    place = np.arange(n) / (n - 1)
    likely = chances.argmax(axis=1).tolist()
    weights = np.concatenate([chances, noticed[:, _AT]], axis=1)
    runs = _runs(likely)
    told = [*_rising(placed, likely, place), runs / n, runs / len(set(likely))]
    return np.concatenate([place @ weights / (weights.sum(axis=0) + 1e-6), told])


def _rising(placed: NDArray[np.float64], likely: list[int], place: NDArray[np.float64]) -> list[float]:
    """Do sentences that usually stand late stand late here, on the whole and among those of one component?"""
    n = len(placed)
    spread = float(placed.std()) + 1e-6
    ranks = placed.argsort(kind="stable").argsort()
    pairs, part = in_order(n), np.array(likely)
    later = np.sign(placed[None, :] - placed[:, None])[pairs]
    alike = (part[:, None] == part[None, :])[pairs]
    same = int(np.count_nonzero(alike))
    moves = np.diff(placed)
    return [
        float(((placed - placed.mean()) * (place - 0.5)).mean() / spread / place.std()),
        float(((ranks / (n - 1) - 0.5) * (place - 0.5)).mean() / place.var()),
        float(placed[0]),
        float(placed[-1]),
        float(np.abs(moves).mean() / spread),
        float(later[alike].sum()) / max(1, same),
        float(later[~alike].sum()) / max(1, len(alike) - same),
        (_runs(likely) - len(set(likely))) / n,
        share(moves > 0),
    ]


def _runs(likely: list[int]) -> int:
    """Count the stretches of one component."""
    return sum(1 for _ in groupby(likely))
