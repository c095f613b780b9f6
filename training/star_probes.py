"""Train the interviewer's looks (``emptychair.practice._shown``) on what readers make of answers that are new to them.

python training/star_probes.py     # looks.json in src/emptychair/practice, for the weights of the reader as they are
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import star_model
import star_pieces
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._weights import Weights, weights
from emptychair.practice import Answer, answers, probes
from emptychair.practice._shown import Looks, likely, outline, sight

HOME = Path(__file__).resolve().parents[1] / "src" / "emptychair" / "practice"
FOLDS = 5
SENTENCE_C, WHOLE_C = 0.02, 0.3
DIGITS = 4


def due(answer: Answer) -> frozenset[str]:
    """Name the probes whose evidence the labels do not have."""
    return frozenset(it.name for it in probes().values() if not set(it.shown) & set(answer.at))


def train(corpus: Sequence[Answer], reader: Weights | None = None, folds: int = FOLDS) -> tuple[Weights, Looks]:
    """Train the looks for a reader; without one, train that too, but for what only gates look at."""
    pieces = [] if reader else star_pieces.pieces_of(corpus)
    # what the looks learn from comes from first passes that did not know the job
    passes = star_model.cross_passes(corpus, pieces, star_model.fit_strangers(corpus, folds))
    reader = reader or star_model.fit_later(star_model.fit_first(corpus), corpus, pieces, passes)
    seen = [Scan.after(reader, sentences(it.text), first) for it, first in zip(corpus, passes, strict=False)]
    return reader, fit(corpus, seen)


def fit(corpus: Sequence[Answer], scans: Sequence[Scan], folds: int = FOLDS) -> Looks:
    """Train both looks; the second on what the first, trained on other jobs, makes of an answer."""
    x, marks = np.vstack([sight(it) for it in scans]), _marks(corpus)
    owner = np.repeat(np.arange(len(corpus)), [len(it.sentences) for it in corpus])
    jobs, shown = np.array([it.job for it in corpus])[owner], np.zeros(marks.shape)
    for others, these in GroupKFold(folds).split(x, groups=jobs):
        found = _columns(x[others], marks[others])
        shown[these] = likely(x[these] @ found[:-1] + found[-1])
    outlines = np.array([outline(shown[owner == i]) for i in range(len(corpus))])
    gone = np.array([[name in due(answer) for name in probes()] for answer in corpus])
    whole = [_column(outlines[:, k], y, WHOLE_C) for k, y in enumerate(gone.T)]
    return Looks(_columns(x, marks), np.column_stack(whole))


def _marks(corpus: Sequence[Answer]) -> NDArray[np.bool_]:
    """Say of every sentence whether it shows what a probe asks for."""
    each = [[star_model.marks_of(corpus, kind) for kind in it.shown] for it in probes().values()]
    return np.column_stack([np.any(kinds, axis=0) for kinds in each])


def _columns(x: NDArray[np.float64], marks: NDArray[np.bool_]) -> NDArray[np.float64]:
    return np.column_stack([_column(x, y, SENTENCE_C) for y in marks.T])


def _column(x: NDArray[np.float64], y: NDArray[np.bool_], c: float) -> NDArray[np.float64]:
    """Fit on standardized columns; give weights for plain ones, and the bias."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=c, max_iter=500).fit((x - mean) / spread, y)
    found = model.coef_[0] / spread
    return np.r_[found, model.intercept_[0] - mean @ found]


def write(looks: Looks, path: Path) -> None:
    """Write the file, a line a row."""
    parts = {
        name: ",\n".join(json.dumps(np.round(row, DIGITS).tolist()) for row in rows)
        for name, rows in looks._asdict().items()
    }
    path.write_text(
        "{" + ",\n".join(f'"{name}": [\n{rows}\n]' for name, rows in parts.items()) + "}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    write(train(answers(), weights())[1], HOME / "looks.json")
