"""Train the reader of STAR answers on ``data/corpus/star`` and write what it ships with.

python training/star.py     # weights.npz and levels.json in src/emptychair/feedback/star
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import star_levels
import star_model
import star_order
import star_whole
from numpy.typing import NDArray

from emptychair.feedback._text import Sentence, sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._model import Component
from emptychair.feedback.star._rubric import Level
from emptychair.feedback.star._weights import Weights
from emptychair.practice import Answer, answers

HOME = Path(__file__).resolve().parents[1] / "src" / "emptychair" / "feedback" / "star"
FOLDS = 5


class _Unseen(NamedTuple):
    """A scan whose evidence comes from a first pass that has not seen the answer."""

    sentences: tuple[Sentence, ...]
    components: tuple[Component, ...]
    evidence: NDArray[np.float64]

    chance = Scan.chance


def train(corpus: Sequence[Answer], folds: int = FOLDS, *, gates: bool = True) -> tuple[Weights, dict[str, Level]]:
    """Train both passes and the levels; what the later stages see is cross-fitted by scenario.

    Args:
        corpus: the answers.
        folds: parts of the cross-fitting.
        gates: train what only gates look at as well.
    """
    pieces = star_model.fragments(corpus)
    passes = star_model.cross_passes(corpus, pieces, folds)
    weights = star_model.fit_second(star_model.fit_first(corpus), [*corpus, *pieces], passes)
    if gates:
        whole, whole_bias = star_whole.fit(corpus)
        trees = star_order.fit(corpus, passes, weights)
        weights = replace(weights, whole=whole, whole_bias=whole_bias, trees=trees)
    scans = [
        _Unseen(cut, Scan(weights, cut).components, unseen.evidence)
        for answer, unseen in zip(corpus, passes, strict=False)
        for cut in [sentences(answer.text)]
    ]
    return weights, star_levels.fit(corpus, scans)


if __name__ == "__main__":
    everything = answers()
    weights, levels = train(everything)
    weights.save(HOME / "weights.npz")
    star_levels.write(levels, HOME / "levels.json")
    print(f"weights.npz: {(HOME / 'weights.npz').stat().st_size:,} bytes; levels.json; from {len(everything)} answers")
