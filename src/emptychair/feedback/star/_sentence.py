"""What one sentence says by itself: of its own part, of its neighbors' parts, and of the text as a whole.

A sentence is read once. A text, and the same text with an edit, is put together from such readings, which is what makes it cheap to
try an edit before it is offered.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._reading import phrases
from emptychair.feedback.star._features import (
    SIDES,
    place_features,
    sentence_features,
    text_features,
)
from emptychair.feedback.star._model import COMPONENTS
from emptychair.feedback.star._weights import EVIDENCE, Table, Weights

_NEIGHBOR = 0.5  # how much a neighbor's word counts beside an own one
_CUES = {kind: f"cue_{kind}" for kind in ("cause", "loop", "goal", "alternative")}
_NAMED = 0.7  # chance of what is named in so many words
_NOTHING = np.zeros(len(EVIDENCE))


class Alone(NamedTuple):
    """What a sentence says of itself and of its neighbors."""

    # scores of its COMPONENTS, its EVIDENCE, its usual place; then of the COMPONENTS of those on whose SIDES it stands
    said: NDArray[np.float32]
    named: NDArray[np.float64]  # least chances of EVIDENCE, from what is named in so many words
    known: NDArray[np.intp]  # rows of its features in the joined table
    traits: Set[str]
    length: int


@lru_cache(maxsize=4096)
def alone(model: Weights, sentence: str) -> Alone:
    """Read one sentence."""
    names, length = sentence_features(sentence)
    table = _joined(model).table
    known = table.known(names)
    return Alone(table.total(known), _named(sentence), known, text_features([names]), length)


def of_whole(model: Weights, read: Sequence[Alone]) -> NDArray[np.float32]:
    """Add up what the words of at least one sentence say of the whole text, each word once."""
    said = np.zeros(len(model.whole.rows) + 1, bool)  # the last is what the table does not have
    said[_joined(model).whole[np.concatenate([it.known for it in read])]] = True
    return model.whole.total(np.flatnonzero(said[:-1]))  # in a fixed order, on which floating-point sums depend


@lru_cache(maxsize=4096)
def at_place(model: Weights, *where: int) -> NDArray[np.float32]:
    """Say what place and length alone say of a sentence's component."""
    around = model.around
    return around.total(around.known(place_features(*where)))


def _named(sentence: str) -> NDArray[np.float64]:
    if not phrases(*_CUES.values()).search(sentence):
        return _NOTHING
    return np.array([_NAMED if kind in _CUES and phrases(_CUES[kind]).search(sentence) else 0.0 for kind in EVIDENCE])


class _Joined(NamedTuple):
    table: Table
    whole: NDArray[np.intp]


@lru_cache(maxsize=8)
def _joined(model: Weights) -> _Joined:
    """Put what a feature says of its own sentence and of each neighbor side by side, and where it stands in the table of the whole
    (-1 is nowhere): one look-up instead of six."""
    own, around = model.own.index, model.around.index
    known: dict[str, dict[str, int]] = {side: {} for side in SIDES}
    for name, row in around.items():
        bare = name.lstrip("<>")
        if side := name[: len(name) - len(bare)]:
            known[side][bare] = row
    names = dict.fromkeys([*own, *chain.from_iterable(known.values()), *model.whole.index])
    index = {name: row for row, name in enumerate(names)}
    wide, parts = len(model.bias), len(COMPONENTS)
    rows = np.zeros((len(index), wide + len(SIDES) * parts), np.float32)
    rows[: len(own), :wide] = model.own.rows
    for start, it in zip(range(wide, rows.shape[1], parts), known.values(), strict=True):
        rows[[index[name] for name in it], start : start + parts] = _NEIGHBOR * model.around.rows[list(it.values())]
    return _Joined(Table(index, rows), np.array([model.whole.index.get(name, -1) for name in index], np.intp))
