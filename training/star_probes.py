"""Train the interviewer's looks (``emptychair.practice._shown``) on what readers make of answers that are new to them.

python training/star_probes.py     # looks.json in src/emptychair/practice, for the weights of the reader as they are

Labels say what is there in full (``shown`` in ``probes.toml``) or in part (``partly``): of neither kind is a gap. They are a codebook's;
the stories of ``data/corpus/judged.toml`` were judged as an interviewer would, and each of them counts more than an answer.

The second look sees every answer twice: as a reader makes it who is new to it, and as the one does who learned from it. Learners meet
the course's own examples, too, and of those the reader is surer than of anything that is new.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import star_model
import star_pieces
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from emptychair._data import data_path
from emptychair.feedback._text import sentences
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._weights import Weights, weights
from emptychair.practice import Answer, answers, probes
from emptychair.practice._shown import Looks, likely, outline, sight

HOME = Path(__file__).resolve().parents[1] / "src" / "emptychair" / "practice"
FOLDS = 5
SENTENCE_C, WHOLE_C = 0.02, 0.3
JUDGED = 2.0  # how much a judged story counts
DIGITS = 4


class Case(NamedTuple):
    """An answer to learn from: which sentences show what (sentences x probes), and what nothing in it shows."""

    job: str
    seen: Scan
    marks: NDArray[np.bool_]
    gone: NDArray[np.bool_]
    weight: float = 1.0


def due(answer: Answer) -> frozenset[str]:
    """Name the probes whose evidence the labels have neither in full nor in part."""
    return frozenset(it.name for it in probes().values() if not {*it.shown, *it.partly} & set(answer.at))


def train(corpus: Sequence[Answer], reader: Weights | None = None, folds: int = FOLDS) -> tuple[Weights, Looks]:
    """Train the looks for a reader; without one, train that too, but for what only gates look at."""
    pieces = [] if reader else star_pieces.pieces_of(corpus)
    # what the looks learn from comes from first passes that did not know the job
    passes = star_model.cross_passes(corpus, pieces, star_model.fit_strangers(corpus, folds))
    reader = reader or star_model.fit_later(star_model.fit_first(corpus), corpus, pieces, passes)
    new = [Scan.after(reader, sentences(it.text), first) for it, first in zip(corpus, passes, strict=False)]
    known = [_labeled(it, Scan(reader, sentences(it.text))) for it in corpus]
    return reader, fit([*map(_labeled, corpus, new), *(_judged(it, reader) for it in judged())], known, folds)


def judged(path: str = "corpus/judged.toml") -> list[dict[str, Any]]:
    """Read stories that were judged as an interviewer would."""
    stories: list[dict[str, Any]] = tomllib.loads(data_path(path).read_text(encoding="utf-8"))["story"]
    return stories


def _labeled(answer: Answer, seen: Scan) -> Case:
    told, kinds = range(len(answer.sentences)), [{*it.shown, *it.partly} for it in probes().values()]
    marks = [[any(i in answer.at.get(kind, ()) for kind in of) for of in kinds] for i in told]
    return Case(answer.job, seen, np.array(marks), np.array([name in due(answer) for name in probes()]))


def _judged(story: dict[str, Any], reader: Weights) -> Case:
    cut = sentences(story["text"])
    words = {**story.get("there", {}), **story.get("partly", {})}
    marks = [[name in words and _meet(it.text, words[name]) for name in probes()] for it in cut]
    gone = np.array([name not in words for name in probes()])
    return Case(story["id"], Scan(reader, cut), np.array(marks), gone, JUDGED)


def _meet(sentence: str, words: str) -> bool:
    """Does a sentence have the words, or one whole sentence of them?"""
    pieces = [it.text for it in sentences(words)]
    return any(piece.rstrip(".") in sentence for piece in pieces)


def fit(cases: Sequence[Case], known: Sequence[Case] = (), folds: int = FOLDS) -> Looks:
    """Train both looks; the second on what the first, trained on other jobs, makes of an answer, and on what is known by heart."""
    x, marks = np.vstack([sight(it.seen) for it in cases]), np.vstack([it.marks for it in cases])
    owner = np.repeat(np.arange(len(cases)), [len(it.marks) for it in cases])
    weight = np.array([it.weight for it in cases])[owner]
    jobs, shown = np.array([it.job for it in cases])[owner], np.zeros(marks.shape)
    for others, these in GroupKFold(folds).split(x, groups=jobs):
        shown[these] = _shown(x[these], _columns(x[others], marks[others], weight[others]))
    sentence = _columns(x, marks, weight)
    every = [*(shown[owner == i] for i in range(len(cases))), *(_shown(sight(it.seen), sentence) for it in known)]
    outlines, gone = np.array([outline(it) for it in every]), np.array([it.gone for it in (*cases, *known)])
    weight = np.array([it.weight for it in (*cases, *known)])
    whole = [_column(outlines[:, k], y, weight, WHOLE_C) for k, y in enumerate(gone.T)]
    return Looks(sentence, np.column_stack(whole))


def _shown(x: NDArray[np.float64], found: NDArray[np.float64]) -> NDArray[np.float64]:
    return likely(x @ found[:-1] + found[-1])


def _columns(x: NDArray[np.float64], marks: NDArray[np.bool_], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack([_column(x, y, weight, SENTENCE_C) for y in marks.T])


def _column(x: NDArray[np.float64], y: NDArray[np.bool_], weight: NDArray[np.float64], c: float) -> NDArray[np.float64]:
    """Fit on standardized columns; give weights for plain ones, and the bias."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=c, max_iter=500).fit((x - mean) / spread, y, sample_weight=weight)
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
