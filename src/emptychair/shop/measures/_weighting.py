"""A survey whose answers do not look like the customers: give each answer the weight of those it stands for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from emptychair.shop.measures._input import Floats, Values, between, labels, numbers, quantile, same_length
from emptychair.shop.measures._values import Estimate

if TYPE_CHECKING:
    import pandas as pd

FEWEST = 0.02
"""The smallest chance of an answer that is believed: nobody stands for more than fifty others."""


def response_weights(asked: pd.DataFrame, answered: Values) -> Floats:
    """How many of the asked each answer stands for: 1 / (its chance of having been given).

    ``asked`` has a row for each person asked and columns with what is known about everyone, answered or not (region,
    orders, contacts, days late); ``answered`` says who did. The chances come from a logistic regression on these columns
    (scikit-learn), not below 2 %. The weights are those of the people who answered, in their order, and are scaled to
    add up to the number asked. What makes people answer and is in no column stays uncorrected.
    (Horvitz & Thompson 1952; Little 1986.)

    Raises:
        ValueError: no columns, missing values, or everybody or nobody answered.

    Example:
        >>> import pandas as pd
        >>> asked = pd.DataFrame({"region": ["north"] * 40 + ["south"] * 40})
        >>> weights = response_weights(asked, [True] * 10 + [False] * 30 + [True] * 20 + [False] * 20)
        >>> float(weights[0].round()), float(weights[-1].round())  # one in four answered in the north, one in two in the south
        (4.0, 2.0)
    """
    from sklearn.compose import make_column_selector, make_column_transformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    did = numbers(answered, "answered", low=0, high=1, whole=True).astype(bool)
    if asked.shape[1] == 0 or len(asked) != len(did):
        raise ValueError(
            f"asked has {len(asked)} rows and {asked.shape[1]} columns, answered has {len(did)} values. "
            "Hand in one row for each person asked and at least one column that is known about everyone."
        )
    if gaps := [str(name) for name in asked if asked[name].isna().any()]:
        raise ValueError(f"asked: {', '.join(gaps)} has missing values. Only columns known about everyone can be used.")
    if did.all() or not did.any():
        raise ValueError(f"{'Everybody' if did.all() else 'Nobody'} answered, so there is nothing to learn from.")
    table = make_column_transformer(
        (StandardScaler(), make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_exclude="number")),
    )
    model = make_pipeline(table, LogisticRegression(C=100.0, max_iter=1000)).fit(asked, did)
    weights: Floats = 1 / np.clip(model.predict_proba(asked)[did, 1], FEWEST, None)
    weights *= len(did) / weights.sum()
    return weights


def weighted_mean(answers: Values, weights: Values, *, confidence: float = 0.95) -> Estimate:
    """The mean among all, from answers that each stand for ``weights`` many, with its interval.

    Formula: Σ w y / Σ w; variance by linearization, n/(n - 1) Σ (w (y - mean))² / (Σ w)² (Särndal, Swensson & Wretman
    1992). For answers that are all 0 or 1 the interval is Wilson's at the number of plain answers that would be as
    sure (mean (1 - mean) / variance), so that it stays within 0 and 1.

    Raises:
        ValueError: fewer than two answers, missing values, or weights below zero or all zero.

    Example:
        >>> share = weighted_mean([1] * 40 + [0] * 10, [1] * 40 + [3] * 10)
        >>> round(share.value, 2), round(share.low, 2), round(share.high, 2)
        (0.57, 0.4, 0.73)
    """
    reach = quantile(confidence)
    y, w = numbers(answers, "answers"), numbers(weights, "weights", low=0)
    same_length(answers=y, weights=w)
    if (w > 0).sum() < 2:
        raise ValueError("At least two answers with a weight above zero are needed for an interval.")
    mean = float((w * y).sum() / w.sum())
    n = len(y)
    variance = float(n / (n - 1) * ((w * (y - mean)) ** 2).sum() / w.sum() ** 2)
    if set(np.unique(y)) <= {0.0, 1.0}:
        return _wilson(
            mean, mean * (1 - mean) / variance if variance else float(w.sum() ** 2 / (w**2).sum()), confidence
        )
    return Estimate(mean, mean - reach * math.sqrt(variance), mean + reach * math.sqrt(variance))


def post_stratify(answers: Values, groups: Values, population: Values, *, confidence: float = 0.95) -> Estimate:
    """The mean among all customers, when the groups they belong to are known and some groups answer more than others.

    Formula: Σ over groups of (share of the group in the ``population``) × (mean of its answers); variance
    Σ share² s² / n. (Holt & Smith 1979.) ``groups`` holds the group of each answer, ``population`` the group of each
    customer. Answers that are all 0 or 1 get Wilson's interval, as in :func:`weighted_mean`.

    Raises:
        ValueError: a group of the population with fewer than two answers, or answers from outside the population.

    Example:
        >>> share = post_stratify([1] * 9 + [0] * 1 + [1] * 4 + [0] * 6, ["old"] * 10 + ["new"] * 10, ["old"] * 10 + ["new"] * 90)
        >>> round(share.value, 2)  # 90 % of the old and 40 % of the new; most customers are new
        0.45
    """
    reach = quantile(confidence)
    y, of, everyone = numbers(answers, "answers"), labels(groups, "groups"), labels(population, "population")
    same_length(answers=y, groups=of)
    names, sizes = np.unique(everyone.astype(str), return_counts=True)
    of = of.astype(str)
    if strangers := sorted(set(of.tolist()) - set(names.tolist())):
        raise ValueError(f"groups: {strangers[0]!r} is not in the population. Use the same names in both.")
    share = sizes / sizes.sum()
    members = [y[of == name] for name in names]
    if few := [name for name, some in zip(names.tolist(), members, strict=True) if len(some) < 2]:
        raise ValueError(f"groups: {few[0]!r} has fewer than two answers. Merge it with a group that is like it.")
    mean = float(sum(part * some.mean() for part, some in zip(share, members, strict=True)))
    variance = float(sum(part**2 * some.var(ddof=1) / len(some) for part, some in zip(share, members, strict=True)))
    if set(np.unique(y)) <= {0.0, 1.0}:
        return _wilson(mean, mean * (1 - mean) / variance if variance else len(y), confidence)
    return Estimate(mean, mean - reach * math.sqrt(variance), mean + reach * math.sqrt(variance))


def _wilson(mean: float, size: float, confidence: float) -> Estimate:
    from statsmodels.stats.proportion import proportion_confint

    mean = between(round(mean, 12), "mean", 0, 1)
    low, high = proportion_confint(mean * size, size, alpha=1 - confidence, method="wilson")
    return Estimate(mean, min(float(low), mean), max(float(high), mean))
