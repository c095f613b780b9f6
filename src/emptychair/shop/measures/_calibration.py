"""Whether a chance of 70 % comes true seven times in ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.measures._input import Values, between, count, numbers, same_length

if TYPE_CHECKING:
    import pandas as pd


def calibration_curve(chances: Values, happened: Values, *, bins: int = 10, confidence: float = 0.95) -> pd.DataFrame:
    """Predicted chances beside what happened, in ``bins`` of equal width from 0 to 1.

    One row for each bin that has cases: the mean ``predicted`` chance, the ``observed`` share with Wilson's interval (``low``, ``high``)
    and the number of ``cases``. Where the predicted chance lies within the interval, the guess is as honest as these cases can show.
    By scikit-learn and statsmodels.

    Raises:
        ValueError: chances outside 0 to 1, outcomes that are not yes or no, or columns of different length.

    Example:
        >>> table = calibration_curve([0.2] * 10 + [0.8] * 10, [1] * 2 + [0] * 8 + [1] * 5 + [0] * 5, bins=2)
        >>> table[["predicted", "observed", "cases"]].round(2).values.tolist()
        [[0.2, 0.2, 10.0], [0.8, 0.5, 10.0]]
    """
    import pandas as pd
    from sklearn.calibration import calibration_curve as curve
    from statsmodels.stats.proportion import proportion_confint

    p, came = numbers(chances, "chances", low=0, high=1), numbers(happened, "happened", low=0, high=1, whole=True)
    same_length(chances=p, happened=came)
    edges = np.linspace(0, 1, count(bins, "bins", least=1) + 1)  # as scikit-learn cuts them
    observed, predicted = curve(came, p, n_bins=bins, pos_label=1)
    cases = np.bincount(np.searchsorted(edges[1:-1], p), minlength=bins)
    cases = cases[cases > 0]
    alpha = 1 - between(confidence, "confidence", 0, 1, open_ends=True)
    low, high = proportion_confint(observed * cases, cases, alpha=alpha, method="wilson")
    return pd.DataFrame({"predicted": predicted, "observed": observed, "low": low, "high": high, "cases": cases})
