"""How good is the reader of STAR answers? Figures on scenarios that the measured model has not seen."""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import cohen_kappa_score, f1_score
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import star as training

from emptychair._data import data_path
from emptychair.feedback._model import Gate
from emptychair.feedback._text import count_words, sentences
from emptychair.feedback.star._features import place
from emptychair.feedback.star._gates import Seen, gates
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._rubric import TRAINED, delivery_of, levels, signals
from emptychair.feedback.star._score import estimate, score
from emptychair.feedback.star._weights import DOUBTS, TYPES, weights
from emptychair.practice import Answer, answers
from emptychair.practice._corpus import COMPONENT

OUTER, INNER = 4, 3
PASS = 60
RESAMPLES = 300


@dataclass(frozen=True, slots=True)
class Read:
    """What a model made of one answer."""

    answer: Answer
    components: tuple[str, ...]
    levels: dict[str, int]
    score: int  # without gates
    points: int  # with them
    gates: tuple[str, ...]
    type: str
    passes_shuffled: bool  # its sentences shuffled once


def _fold(task: tuple[list[Answer], list[Answer]]) -> list[Read]:
    train, test = task
    trained = training.train(train, INNER)
    return [_read(answer, trained) for answer in test]


def _read(answer: Answer, by: training.Trained) -> Read:
    seen = Scan(by.weights, sentences(answer.text))
    graded = {name: by.levels[name].level(signals(seen, name)) for name in TRAINED}
    pack = list(answer.sentences)
    random.Random(answer.scenario).shuffle(pack)
    text = " ".join(pack)
    worth, shut = _points(answer.text, seen, answer.question, by)
    return Read(
        answer,
        seen.components,
        {**graded, "delivery": delivery_of(answer.text)},
        worth,
        min([worth, *(gate.cap for gate in shut)]),
        tuple(gate.name for gate in shut),
        TYPES[int(seen.whole[len(DOUBTS) :].argmax())],
        _passes(text, Scan(by.weights, sentences(text)), answer.question, by),
    )


def _points(text: str, seen: Scan, question: str, by: training.Trained) -> tuple[int, tuple[Gate, ...]]:
    worth = score(seen, text, by.estimate)
    return worth, gates(Seen(text, seen, question), worth)


def _passes(text: str, seen: Scan, question: str, by: training.Trained) -> bool:
    worth, shut = _points(text, seen, question, by)
    return min([worth, *(gate.cap for gate in shut)]) >= PASS


def unseen_reads() -> list[Read]:
    """Read every answer by a reader trained from scratch on the other scenarios (labels, levels, cuts and gates)."""
    corpus = list(answers())
    groups = [answer.scenario for answer in corpus]
    tasks = [
        ([corpus[i] for i in train], [corpus[i] for i in test])
        for train, test in GroupKFold(OUTER).split(groups, groups=groups)
    ]
    with ProcessPoolExecutor(2) as pool:
        return [read for reads in pool.map(_fold, tasks) for read in reads]


def shipped_reads(corpus: Sequence[Answer]) -> list[Read]:
    """Read answers with what is shipped; only for answers that it was not trained on."""
    return [_read(answer, training.Trained(weights(), levels(), estimate())) for answer in corpus]


def interval(reads: Sequence[Read], figure: Callable[[Sequence[Read]], float]) -> tuple[float, float, float]:
    """Give a figure and its 95 % interval by resampling scenarios."""
    by_scenario: dict[str, list[Read]] = {}
    for read in reads:
        by_scenario.setdefault(read.answer.scenario, []).append(read)
    groups, chance = list(by_scenario.values()), np.random.default_rng(0)
    drawn = [
        figure([read for i in chance.integers(len(groups), size=len(groups)) for read in groups[i]])
        for _ in range(RESAMPLES)
    ]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return figure(reads), float(low), float(high)


def macro_f1(reads: Sequence[Read], labels: Sequence[str] = COMPONENTS) -> float:
    """Mean F1 of the components over all sentences."""
    truth = [c for read in reads for c in read.answer.components]
    said = [c for read in reads for c in read.components]
    return float(f1_score(truth, said, labels=list(labels), average="macro"))


def four_class_f1(reads: Sequence[Read]) -> float:
    """Mean F1 over situation, task, action and result, on the sentences that are one of them."""
    four = COMPONENTS[:4]
    pairs = [p for read in reads for p in zip(read.answer.components, read.components, strict=True) if p[0] in four]
    return float(f1_score([a for a, _ in pairs], [b for _, b in pairs], labels=list(four), average="macro"))


def one_f1(name: str) -> Callable[[Sequence[Read]], float]:
    """F1 of one component."""
    return lambda reads: macro_f1(reads, [name])


def kappa(name: str) -> Callable[[Sequence[Read]], float]:
    """Quadratic weighted kappa of one dimension."""

    def figure(reads: Sequence[Read]) -> float:
        truth, said = [r.answer.ratings[name] for r in reads], [r.levels[name] for r in reads]
        return float(cohen_kappa_score(truth, said, weights="quadratic", labels=[1, 2, 3, 4, 5]))

    return figure


def triads(reads: Sequence[Read]) -> tuple[int, int]:
    """How many scenarios are in order, of how many told three times."""
    by_scenario: dict[str, dict[str, int]] = {}
    for read in reads:
        by_scenario.setdefault(read.answer.scenario, {})[read.answer.level] = read.score
    whole = [it for it in by_scenario.values() if {"weak", "middling", "strong"} <= set(it)]
    return sum(it["weak"] < it["middling"] < it["strong"] for it in whole), len(whole)


def refused(reads: Sequence[Read]) -> tuple[int, int]:
    """How many strong answers stay below the pass mark, by score or by a gate, of how many."""
    strong = [read for read in reads if read.answer.level == "strong"]
    return sum(read.points < PASS for read in strong), len(strong)


def gated(reads: Sequence[Read]) -> Counter[str]:
    """Which gates close on middling and strong answers."""
    return Counter(name for read in reads if read.answer.level in ("middling", "strong") for name in read.gates)


def pass_shuffled(reads: Sequence[Read]) -> tuple[int, int]:
    """How many strong answers still pass when their sentences are shuffled, of how many."""
    strong = [read for read in reads if read.answer.level == "strong"]
    return sum(read.passes_shuffled for read in strong), len(strong)


def types_right(reads: Sequence[Read]) -> float:
    """Share of answers whose type is the one its writer gave it."""
    return float(np.mean([read.type == read.answer.type for read in reads]))


def types_f1(reads: Sequence[Read]) -> float:
    """Mean F1 of the types."""
    truth, said = [r.answer.type for r in reads], [r.type for r in reads]
    return float(f1_score(truth, said, labels=list(TYPES), average="macro", zero_division=0))


def second_rater() -> dict[str, float]:
    """Agreement of a second, blind rater with the labels and ratings of the corpus."""
    rows = list(csv.DictReader(data_path("corpus/second_rater.csv").open(encoding="utf-8")))
    first = {(a.scenario, a.level): a for a in answers()}
    pairs = [(first[row["scenario"], row["level"]], row) for row in rows]
    pairs = [(a, row) for a, row in pairs if len(a.components) == len(row["components"])]
    truth = [c for a, _ in pairs for c in a.components]
    said = [COMPONENT[letter] for _, row in pairs for letter in row["components"]]
    out = {"macro-F1 of components": float(f1_score(truth, said, average="macro")), "answers": len(pairs)}
    for name in TRAINED:
        ratings = [a.ratings[name] for a, _ in pairs], [int(row[name]) for _, row in pairs]
        out[name] = float(cohen_kappa_score(*ratings, weights="quadratic"))
    return out


_MARKERS = (
    (
        "reflection",
        re.compile(r"\b(?:learned|lesson|looking back|hindsight|next time|differently|should have)\b", re.I),
    ),
    (
        "result",
        re.compile(r"\b(?:as a result|result|outcome|led to|increased|decreased|dropped|rose|fell|%|percent)\b", re.I),
    ),
    ("task", re.compile(r"\b(?:my task|my job was|responsible|goal|needed to|had to|asked me to|was asked)\b", re.I)),
    ("situation", re.compile(r"\b(?:when i was|at the time|i was working|there was|had been|we had)\b", re.I)),
    ("action", re.compile(r"\bI\b|\b[Ww]e\b")),
)


def baselines(reads: Sequence[Read]) -> dict[str, float]:
    """Macro-F1 of two simple readers on the same unseen sentences: place in the answer only, and marker words only."""
    place_rows = [
        np.eye(6)[np.minimum(place(i, len(read.answer.sentences)), 5)].ravel()
        for read in reads
        for i in range(len(read.answer.sentences))
    ]
    truth = [c for read in reads for c in read.answer.components]
    groups = [read.answer.scenario for read in reads for _ in read.answer.sentences]
    said = np.empty(len(truth), dtype=object)
    x, y = np.array(place_rows), np.array(truth)
    for train, test in GroupKFold(OUTER).split(x, groups=groups):
        said[test] = LogisticRegression(max_iter=500, class_weight="balanced").fit(x[train], y[train]).predict(x[test])
    marked = [
        next((name for name, pattern in _MARKERS if pattern.search(s)), "other")
        for r in reads
        for s in r.answer.sentences
    ]
    return {
        "position only": float(f1_score(truth, list(said), average="macro")),
        "marker words": float(f1_score(truth, marked, average="macro")),
    }


def word_count_kappa(reads: Sequence[Read]) -> float:
    """Mean kappa of a reader that rates every dimension by the number of words (fifths of the corpus)."""
    words = np.array([count_words(r.answer.text) for r in reads])
    fifths = 1 + np.searchsorted(np.quantile(words, [0.2, 0.4, 0.6, 0.8]), words)
    ratings = [[r.answer.ratings[name] for r in reads] for name in TRAINED]
    return float(np.mean([cohen_kappa_score(row, fifths, weights="quadratic") for row in ratings]))
