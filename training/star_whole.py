"""Train what a text as a whole is asked (``DOUBTS`` and ``TYPES`` of ``_weights.py``).

First the words: a multinomial logistic regression tells ``KINDS`` of text apart. Then, on what that says of texts of *other* jobs and on
the text's portrait (``_portrait.py``), one logistic regression for each doubt, answers against the kinds that raise it, and one for the
type of the answer. The bias of a doubt is set so that few honest answers, read by a model that has not seen their job, fall below zero.

Portraits, too, are drawn by sentence models that have not seen the job. Drawn by the model that learned from the answer, they show an
answer surer of itself than any new one can be, and honest strangers are refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import scipy.sparse as sp
import star_texts
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from star_pieces import FRAGMENT, pieces_of
from star_texts import Text

from emptychair.feedback._text import sentences
from emptychair.feedback.star._features import sentence_features, text_features
from emptychair.feedback.star._label import UNLIKELY, Scan
from emptychair.feedback.star._portrait import portrait
from emptychair.feedback.star._weights import DOUBTS, KINDS, TYPES, Table, Weights
from emptychair.practice import Answer

AGAINST = {
    "topic": ("off topic",),
    "focus": ("off topic", "padded"),
    "own": ("no own act",),
    "told": ("pseudo-story", "opinion", "self-description"),
    "account": ("no account",),
}
HONEST = ("story", "exemplification")
WELL = ("middling", "strong")
LET_DOWN = 0.008  # share of honest answers below the border of one doubt
AGAINST_WEIGHT = 5.0  # a negative counts so much, because there are fewer
ROWS, FOLDS = 9_000, 9
WORDS_C, DOUBTS_C = 20.0, 0.1


def fit(corpus: Sequence[Answer], model: Weights, strangers: Mapping[str, Weights]) -> Weights:
    """Train on these answers and on what is none.

    Args:
        corpus: the answers.
        model: reads sentences already.
        strangers: for every job, a model that has not seen it.
    """
    texts = _texts(corpus)
    groups = [it.job for it in texts]
    counts = np.array([it.weight for it in texts])
    kinds = np.array([KINDS.index(it.kind) for it in texts])
    well = np.array([it.well for it in texts])
    table, bias, words = _by_words(texts, kinds, counts, groups)
    model = replace(model, whole=table, whole_bias=bias)
    drawn = np.array([_drawn(strangers.get(it.job, model), it.text) for it in texts])
    x = np.hstack([np.maximum(words, UNLIKELY), drawn])
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - mean) / spread
    rows, biases, refused = [], [], np.zeros(len(texts), bool)
    honest = np.isin(kinds, [KINDS.index(kind) for kind in HONEST])
    for doubt in DOUBTS:
        kept = honest | np.isin(kinds, [KINDS.index(kind) for kind in AGAINST[doubt]])
        weight = counts * np.where(honest, 1.0, AGAINST_WEIGHT)
        judge = LogisticRegression(C=DOUBTS_C, max_iter=500)
        unseen = _unseen(judge, z[kept], honest[kept], groups, kept, weight, "decision_function")
        voices = counts[kept] == star_texts.VOICE
        border = min(float(np.quantile(some, LET_DOWN)) for some in (unseen[well[kept]], unseen[voices]))
        refused[kept] |= unseen < border
        print(f"{doubt}: {np.mean(unseen[~honest[kept]] < border):.0%} of {np.sum(~honest & kept)} caught")
        judge.fit(z[kept], honest[kept], sample_weight=weight[kept])
        rows.append(judge.coef_[0])
        biases.append(judge.intercept_[0] - border)
    for name, some in (("voices", counts == star_texts.VOICE), ("the corpus", counts == 1)):
        print(f"well told, of {name}: {np.sum(refused & some & well)} of {np.sum(some & well)} raise a doubt")
    typed = kinds < len(TYPES)
    judge = LogisticRegression(C=DOUBTS_C, max_iter=500).fit(z[typed], kinds[typed], sample_weight=counts[typed])
    judged = (np.vstack([*rows, judge.coef_]) / spread).T
    judged_bias = np.hstack([*biases, judge.intercept_]) - mean @ judged
    return replace(model, judge=judged.astype(np.float32), judge_bias=judged_bias.astype(np.float32))


def _drawn(model: Weights, text: str) -> NDArray[np.float64]:
    seen = Scan(model, sentences(text))
    return portrait([it.text for it in seen.sentences], seen.alone, seen.noticed)


def _texts(corpus: Sequence[Answer]) -> list[Text]:
    """Answers first, as they are; then pieces of stories and stories in another voice; then what is no answer."""
    pieces = [piece.answer for piece in pieces_of(corpus) if piece.weight != FRAGMENT and piece.answer.type == "story"]
    voices = [answer for answer in star_texts.elliptics(corpus) if answer.type == "story"]
    return [
        *(Text(it.text, it.type, it.job, 1.0, it.level in WELL) for it in corpus),
        *(Text(it.text, "story", it.job, 0.5, it.level in WELL) for it in [*pieces, *voices]),
        *star_texts.voices(),
        *star_texts.no_answers(corpus),
    ]


def _by_words(
    texts: Sequence[Text], kinds: NDArray[np.int64], counts: NDArray[np.float64], groups: Sequence[str]
) -> tuple[Table, NDArray[np.float32], NDArray[np.float64]]:
    """Tell kinds apart by words: a table, its bias, and the log chances that models of other jobs give."""
    named = [_names(it.text) for it in texts]
    seen = Counter(name for names in named for name in names)
    vocabulary = sorted(name for name, count in seen.items() if count > 1)
    x = _matrix(named, {name: i for i, name in enumerate(vocabulary)})
    model = LogisticRegression(C=WORDS_C, max_iter=300)
    everything = np.ones(len(texts), bool)
    unseen = _unseen(model, x, kinds, groups, everything, counts, "predict_log_proba")
    model.fit(x, kinds, sample_weight=counts)
    strongest = np.sort(np.argsort(-np.abs(model.coef_).max(axis=0), kind="stable")[:ROWS])
    table = Table.of([vocabulary[i] for i in strongest], model.coef_[:, strongest].T.astype(np.float32))
    return table, model.intercept_.astype(np.float32), unseen


def _unseen(
    model: LogisticRegression,
    x: Any,
    y: NDArray[Any],
    groups: Sequence[str],
    kept: NDArray[np.bool_],
    counts: NDArray[np.float64],
    method: str,
) -> NDArray[np.float64]:
    """Read each text with a model that has not seen its job."""
    jobs = [job for job, keep in zip(groups, kept, strict=True) if keep]
    found: NDArray[np.float64] = cross_val_predict(
        model, x, y, groups=jobs, cv=GroupKFold(FOLDS), method=method, params={"sample_weight": counts[kept]}
    )
    return found


def _names(text: str) -> set[str]:
    return text_features([sentence_features(sentence.text)[0] for sentence in sentences(text)])


def _matrix(texts: Sequence[set[str]], index: dict[str, int]) -> sp.csr_matrix:
    rows, columns, values = [], [], []
    for row, names in enumerate(texts):
        found = sorted(index[name] for name in names if name in index)
        rows += [row] * len(found)
        columns += found
        values += [1 / np.sqrt(max(1, len(names)))] * len(found)
    return sp.csr_matrix((values, (rows, columns)), shape=(len(texts), len(index)))
