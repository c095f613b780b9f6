"""Train the reader of STAR answers on ``data/corpus/star`` and write what it ships with.

python training/star.py     # weights.npz, levels.json and score.json in src/emptychair/feedback/star
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import star_levels
import star_model
import star_order
import star_pieces
import star_score
import star_whole

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import Level
from emptychair.feedback.star._score import Estimate
from emptychair.feedback.star._weights import Weights
from emptychair.practice import Answer, answers

HOME = Path(__file__).resolve().parents[1] / "src" / "emptychair" / "feedback" / "star"
FOLDS = 5


class Trained(NamedTuple):
    """All that a reader is made of."""

    weights: Weights
    levels: dict[str, Level]
    estimate: Estimate


def train(corpus: Sequence[Answer], folds: int = FOLDS, *, gates: bool = True) -> Trained:
    """Train both passes, the levels and the score; what the later stages see is cross-fitted by job.

    Args:
        corpus: the answers.
        folds: parts of the cross-fitting.
        gates: train what only gates look at as well.
    """
    pieces = star_pieces.pieces_of(corpus)
    strangers = star_model.fit_strangers(corpus, folds)
    passes = star_model.cross_passes(corpus, pieces, strangers)
    weights = star_model.fit_later(star_model.fit_first(corpus), corpus, pieces, passes)
    unseen = [Scan.after(weights, sentences(answer.text), first) for answer, first in zip(corpus, passes, strict=False)]
    if gates:
        weights = star_order.fit(corpus, unseen, star_whole.fit(corpus, weights, strangers))
    levels = star_levels.fit(corpus, unseen)
    return Trained(weights, levels, star_score.fit(corpus, unseen, levels, weights))


if __name__ == "__main__":
    everything = answers()
    found = train(everything)
    found.weights.save(HOME / "weights.npz")
    star_levels.write(found.levels, HOME / "levels.json")
    star_score.write(found.estimate, HOME / "score.json")
    size = (HOME / "weights.npz").stat().st_size
    print(f"weights.npz: {size:,} bytes; levels.json; score.json; from {len(everything)} answers")
