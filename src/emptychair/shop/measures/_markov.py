"""What somebody buys next, from what others bought after the same thing: a Markov chain over categories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from emptychair.shop.measures._input import Floats, between, count, labels

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NextPurchase:
    """Chances of the next category for each last one, fitted by :func:`next_purchase`.

    Attributes:
        categories: all categories, sorted.
        matrix: a row for each last category, a column for each next one; rows add up to 1.
        first: the share of each category among all purchases, for somebody who has bought nothing yet.
    """

    categories: tuple[str, ...]
    matrix: Floats
    first: Floats

    def predict(self, last: str | None = None, *, steps: int = 1) -> pd.Series[float]:
        """Chances of the category that is bought ``steps`` purchases after ``last``, the likeliest first.

        A category that was never seen, or ``None``, gives the shares among all purchases: no better guess is known.

        Raises:
            ValueError: ``steps`` is not a whole number above zero.
        """
        import pandas as pd

        row = self.first
        if last in self.categories:
            power = np.linalg.matrix_power(self.matrix, count(steps, "steps", least=1))
            row = power[self.categories.index(last)]
        chances = pd.Series(row, index=pd.Index(self.categories, name="category"), name="chance")
        return chances.sort_values(ascending=False, kind="stable")

    def __repr__(self) -> str:
        """Short and the same on every machine, as lessons are compared with what they showed before."""
        return f"NextPurchase({len(self.categories)} categories)"


def next_purchase(
    histories: Iterable[Sequence[Any]], *, smoothing: float = 1.0, categories: Iterable[Any] | None = None
) -> NextPurchase:
    """Fit a first-order Markov chain: only the last category counts.

    Formula: (times j followed i + smoothing) / (times anything followed i + smoothing × number of categories). The smoothing
    (Laplace's, in pretended purchases) keeps what was not seen possible, and matters where little was seen. ``histories`` holds one
    sequence of categories for each customer, the oldest first; ``categories`` may name some that nobody has bought yet.

    Raises:
        ValueError: no purchases at all, a missing category, or smoothing below zero.

    Example:
        >>> chain = next_purchase([["kettles", "lamps"], ["kettles", "lamps", "toys"], ["kettles", "toys"]], smoothing=0)
        >>> chain.predict("kettles").round(2).to_dict()
        {'lamps': 0.67, 'toys': 0.33, 'kettles': 0.0}
    """
    between(smoothing, "smoothing", 0, 1e12)
    rows = [labels(history, f"history {place}", empty=True).astype(str) for place, history in enumerate(histories)]
    bought = np.concatenate(rows) if rows else np.array([], dtype=str)
    if not len(bought):
        raise ValueError("histories: there is not one purchase in them.")
    names = np.unique(np.concatenate([bought, np.array([str(name) for name in categories or ()], dtype=str)]))
    codes = np.searchsorted(names, bought)
    # A pair counts only within one history: the last purchase of one customer is not followed by the next customer's first.
    ends = np.cumsum([len(row) for row in rows])
    within = np.setdiff1d(np.arange(len(codes) - 1), ends - 1)
    size = len(names)
    pairs = np.bincount(codes[within] * size + codes[within + 1], minlength=size * size).reshape(size, size)
    first = np.bincount(codes, minlength=size) + smoothing
    first = first / first.sum()
    seen = pairs + smoothing
    total = seen.sum(axis=1, keepdims=True)
    # Without smoothing, a category that nothing ever followed says nothing about the next one.
    matrix = np.where(total > 0, seen / np.where(total > 0, total, 1), first)
    return NextPurchase(tuple(names.tolist()), matrix, first)
