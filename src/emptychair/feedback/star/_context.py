"""A second look: what a sentence is depends on what the others are.

The first pass judges each sentence by its words and its neighbors' words. The second takes the first one's opinions about the whole
answer, for instance that three results came before, and corrects it. Both looks at components and at evidence are linear.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FLOOR = -6.0  # log probability below which doubt is doubt
_DOUBT = 1e-4  # the same for chances of evidence
_ENOUGH = 3.0  # sentences of a component before or after, more make no difference
_SHIFTS = (-2, -1, 1, 2)


def context(
    log_chances: NDArray[np.float64], alone: NDArray[np.float64], evidence: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Describe every sentence by the first pass over the whole answer.

    Args:
        log_chances: sentences x components, natural logarithms.
        alone: the same, judged without place and neighbors.
        evidence: sentences x kinds, chances.

    Returns:
        One row a sentence: own opinion with and without place, those of two neighbors on either side, what came before and what
        comes after (capped counts and shares), place, evidence of its own, of its neighbors and of the whole answer.

    Example:
        >>> context(np.log(np.full((3, 6), 1 / 6)), np.log(np.full((3, 6), 1 / 6)), np.zeros((3, 28))).shape
        (3, 176)
    """
    chances = np.exp(log_chances)
    n = len(chances)
    before = np.vstack([np.zeros_like(chances[:1]), np.cumsum(chances, axis=0)[:-1]])
    after = chances.sum(axis=0) - before - chances
    at = np.arange(n)[:, None]
    return beside(
        np.maximum(log_chances, FLOOR),
        np.maximum(alone, FLOOR),
        *(shifted(chances, by) for by in _SHIFTS),
        np.minimum(before, _ENOUGH) / _ENOUGH,
        np.minimum(after, _ENOUGH) / _ENOUGH,
        before / np.maximum(1, at),
        after / np.maximum(1, n - 1 - at),
        at / n,
        np.array([1 / n]),
        (n - 1 - at) / n,
        np.array([float(n < 4)]),
        evidence,
        shifted(evidence, -1),
        shifted(evidence, 1),
        evidence.mean(axis=0),
    )


def weighing(
    evidence: NDArray[np.float64], alone: NDArray[np.float64], lengths: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Describe every sentence for the second look at its evidence.

    Nothing in it says where a sentence stands or what is beside it: the same facts in another order weigh the same.

    Args:
        evidence: sentences x kinds, chances by the words of the sentence.
        alone: sentences x components, natural logarithms, by the words of the sentence.
        lengths: tokens of each sentence; long ones hold more that looks like something.

    Returns:
        One row a sentence: its own evidence, component and length, and what the whole answer is made of.
    """
    sure = np.clip(evidence, _DOUBT, 1 - _DOUBT)
    own = (np.log(sure / (1 - sure)), np.maximum(alone, FLOOR), np.log1p(lengths)[:, None])
    return beside(*own, *(it.sum(axis=0) / len(it) for it in (evidence, np.exp(alone))))


def beside(first: NDArray[np.float64], *others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put numbers of sentences side by side; a single row is the same for all of them.

    Example:
        >>> beside(np.array([[1.0], [2.0]]), np.array([3.0, 4.0]))
        array([[1., 3., 4.],
               [2., 3., 4.]])
    """
    out = np.empty((len(first), sum(it.shape[-1] for it in (first, *others))))
    at = 0
    for it in (first, *others):
        out[:, at : at + it.shape[-1]] = it
        at += it.shape[-1]
    return out


def shifted(rows: NDArray[np.float64], by: int) -> NDArray[np.float64]:
    """Give each sentence the row of the one ``by`` places further on; zeros beyond the ends."""
    out = np.zeros_like(rows)
    if abs(by) < len(rows):
        if by > 0:
            out[:-by] = rows[by:]
        else:
            out[-by:] = rows[:by]
    return out
