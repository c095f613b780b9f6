"""Train what follows what: by the marks of two sentences (``_links.py``), and by all that is known of the two (``_pairs.py``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from star_net import Net, fit_net

from emptychair.feedback.star._order import Pack
from emptychair.feedback.star._weights import Judge, Sequel

PAIRS = 3  # pairs that are not neighbors beside each that is
SEQUEL_C, SOONER_C = 0.01, 0.05
NEAR = Net(12, 1.0, 6, 1)
_EMPTY = Judge(np.zeros((2, 0)), np.zeros((1, 0)), np.zeros(1))
NOTHING = Sequel(np.zeros((0, 0)), np.zeros((0, 0)), _EMPTY, np.zeros(0))


def fit_pairs(tables: Sequence[NDArray[np.float64]], weights: Sequence[int]) -> tuple[Judge, NDArray[np.float64]]:
    """Train, on all that is known of two sentences, neighbors against other pairs of the same text, and sooner against later."""
    draw = np.random.default_rng(0)
    near = [(*pair, w) for it, w in zip(tables, weights, strict=True) for pair in _neighbors(it, draw)]
    x, right, weight = (np.array(side) for side in zip(*near, strict=True))
    apart = [(it[a, b] - it[b, a], w) for it, w in zip(tables, weights, strict=True) for a, b in _sooner(len(it), draw)]
    turned, counts = (np.array(side) for side in zip(*apart, strict=True))
    spread = turned.std(axis=0) + 1e-9
    y = (
        np.arange(len(turned)) % 2
    )  # what speaks for one order speaks against the other, so every second pair is turned around
    model = LogisticRegression(C=SOONER_C, max_iter=200, fit_intercept=False)
    model.fit(turned / spread * np.where(y, 1, -1)[:, None], y, sample_weight=counts)
    return fit_net(x, right, weight, NEAR), model.coef_[0] / spread


def _neighbors(table: NDArray[np.float64], draw: np.random.Generator) -> Iterator[tuple[NDArray[np.float64], bool]]:
    for i in range(len(table) - 1):
        yield table[i, i + 1], True
        yield from ((table[a, b], False) for a, b in draw.integers(len(table), size=(PAIRS, 2)) if b not in (a, a + 1))


def _sooner(n: int, draw: np.random.Generator) -> Iterator[tuple[int, int]]:
    return ((int(a), int(b)) for a, b in draw.integers(n, size=(2 * n, 2)) if a < b)


def fit_marks(packs: Sequence[Pack]) -> Sequel:
    """Train what follows what, over every pair of marks: neighbors against other pairs of the same text, and sooner against later."""
    draw = np.random.default_rng(0)
    marked = [pack.marks() for pack in packs]
    near = [pair for rows in marked for pair in _near(rows, draw)]
    apart = [pair for rows in marked for pair in _apart(rows, draw)]
    return NOTHING._replace(link=_fit_link(near), before=_fit_before(apart))


def _near(rows: NDArray[np.float64], draw: np.random.Generator) -> list[tuple[NDArray[np.float64], ...]]:
    out = []
    for i in range(len(rows) - 1):
        out.append((rows[i], rows[i + 1], np.ones(1)))
        pairs = draw.integers(len(rows), size=(PAIRS, 2))
        out += [(rows[a], rows[b], np.zeros(1)) for a, b in pairs if b not in (a, a + 1)]
    return out


def _apart(rows: NDArray[np.float64], draw: np.random.Generator) -> list[tuple[NDArray[np.float64], ...]]:
    return [(rows[a], rows[b]) for a, b in _sooner(len(rows), draw)]


def _fit_link(pairs: Sequence[tuple[NDArray[np.float64], ...]]) -> NDArray[np.float32]:
    one, two, y = (np.array(side, np.float32) for side in zip(*pairs, strict=True))
    x = (one[:, :, None] * two[:, None, :]).reshape(len(one), -1)
    found = LogisticRegression(C=SEQUEL_C, max_iter=60).fit(x, y.ravel())
    return found.coef_[0].reshape(one.shape[1], -1).astype(np.float32)  # type: ignore[no-any-return]


def _fit_before(pairs: Sequence[tuple[NDArray[np.float64], ...]]) -> NDArray[np.float32]:
    """What speaks for one order speaks against the other, so every second pair is turned around."""
    one, two = (np.array(side, np.float32) for side in zip(*pairs, strict=True))
    size = one.shape[1]
    first, second = np.triu_indices(size, 1)
    x = one[:, first] * two[:, second] - two[:, first] * one[:, second]
    y = np.arange(len(x)) % 2
    x[y == 0] *= -1
    found = LogisticRegression(C=SEQUEL_C, max_iter=60, fit_intercept=False).fit(x, y)
    before = np.zeros((size, size), np.float32)
    before[first, second] = found.coef_[0]
    return before - before.T
