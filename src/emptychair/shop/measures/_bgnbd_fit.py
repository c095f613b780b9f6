"""The likelihood of the BG/NBD and its greatest value."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from emptychair.shop.measures._bgnbd import BGNBD, columns
from emptychair.shop.measures._input import Floats, Values


def fit_bgnbd(frequency: Values, recency: Values, age: Values) -> BGNBD:
    """Fit the model by maximum likelihood (equation 6; SciPy's L-BFGS-B on the logarithms of the parameters).

    Hand in the three columns of :func:`purchase_summary`.

    Raises:
        ValueError: recency beyond age or without a repeat purchase, nobody who came back, or no convergence.

    Example:
        >>> model = fit_bgnbd([0, 1, 4, 0, 2, 9], [0, 10, 30, 0, 4, 37], [38, 39, 35, 30, 38, 38])
        >>> model.r > 0 and model.alpha > 0
        True
    """
    from scipy.optimize import minimize

    x, t, age_ = columns(frequency, recency, age)
    if not (x > 0).any():
        raise ValueError("frequency: nobody bought twice, so there is nothing to learn from. Take a longer window.")
    unit = float(age_.mean())  # in units of the mean age, all four parameters are near 1
    found = minimize(
        _loss, np.zeros(4), args=(_grouped(x, t / unit, age_ / unit),), jac=True, method="L-BFGS-B", bounds=[(-12.0, 12.0)] * 4,
        options={"maxiter": 500, "ftol": 1e-12, "gtol": 1e-7},
    )  # fmt: skip
    if not np.isfinite(found.fun):
        raise ValueError(f"The fit did not settle ({found.message}). Check that recency and age are in the same unit.")
    r, alpha, a, b = np.exp(found.x).tolist()
    return BGNBD(r, alpha * unit, a, b)


class _Grouped(NamedTuple):
    """Customers as the likelihood wants them: alike ones once, with how many they are."""

    x: Floats
    t: Floats
    age: Floats
    many: Floats
    levels: Floats
    level_of: npt.NDArray[np.intp]


def _grouped(x: Floats, t: Floats, age: Floats) -> _Grouped:
    import pandas as pd

    alike = pd.DataFrame({"x": x, "t": t, "age": age}).groupby(["x", "t", "age"], sort=False).size()
    rows = alike.index.to_frame(index=False).to_numpy(dtype=np.float64)
    many: Floats = alike.to_numpy().astype(np.float64)
    levels, level_of = np.unique(rows[:, 0], return_inverse=True)
    return _Grouped(rows[:, 0], rows[:, 1], rows[:, 2], many, levels, level_of)


def _loss(logs: Floats, data: _Grouped) -> tuple[float, Floats]:
    """Mean negative log likelihood and its slope in the logarithms of r, alpha, a, b."""
    from scipy.special import digamma, expit, gammaln

    r, alpha, a, b = np.exp(logs)
    n, levels, of = data.many, data.levels, data.level_of
    # Terms that depend on the number of purchases only: a few dozen values, whatever the number of customers.
    common = gammaln(r + levels) - gammaln(r) + r * np.log(alpha)
    common += gammaln(a + b) + gammaln(b + levels) - gammaln(b) - gammaln(a + b + levels)
    repeats = data.x > 0
    rate = r + data.x
    still = -rate * np.log(alpha + data.age)
    last = np.where(repeats, data.x, 1.0) - 1 + b
    gone = np.where(repeats, np.log(a) - np.log(last) - rate * np.log(alpha + data.t), -np.inf)
    total = common[of] + np.logaddexp(still, gone)
    w = np.where(repeats, expit(gone - still), 0.0)  # how likely each has left
    d_common_r = (digamma(r + levels) - digamma(r) + np.log(alpha))[of]
    d_common_a = (digamma(a + b) - digamma(a + b + levels))[of]
    d_common_b = (digamma(a + b) + digamma(b + levels) - digamma(b) - digamma(a + b + levels))[of]
    slope = np.array(
        [
            n @ (d_common_r - (1 - w) * np.log(alpha + data.age) - w * np.log(alpha + data.t)),
            n @ (r / alpha - rate * ((1 - w) / (alpha + data.age) + w / (alpha + data.t))),
            n @ (d_common_a + w / a),
            n @ (d_common_b - w / last),
        ]
    )
    size = n.sum()
    return -float(n @ total) / size, -slope * np.array([r, alpha, a, b]) / size
