"""Did the fix work: how many orders to watch, and what the two halves say."""

from __future__ import annotations

import math
from typing import NamedTuple

from emptychair.shop.measures._input import between, count


class ABTest(NamedTuple):
    """Two shares compared: ``difference`` is the second less the first, in shares (0.01 is one point).

    Example:
        >>> ABTest(-0.012, -0.019, -0.005, 0.0007).clear
        True
    """

    difference: float
    low: float
    high: float
    p_value: float

    @property
    def clear(self) -> bool:
        """Whether zero lies outside the interval."""
        return not self.low <= 0 <= self.high


def sample_size(before: float, after: float, *, power: float = 0.8, significance: float = 0.05) -> int:
    """How many in *each* half, so that a change of the share from ``before`` to ``after`` is seen.

    "Seen" is: with the chance ``power``, a two-sided test at ``significance`` finds it. The rule of thumb is
    16 p (1 - p) / δ² with p halfway between; here statsmodels' formula for two proportions, rounded up.

    Raises:
        ValueError: shares not strictly between 0 and 1, no difference, or a power not above the significance.

    Example:
        >>> sample_size(0.05, 0.04)
        6745
    """
    from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

    between(before, "before", 0, 1, open_ends=True)
    between(after, "after", 0, 1, open_ends=True)
    between(significance, "significance", 0, 1, open_ends=True)
    between(power, "power", significance, 1, open_ends=True)
    if before == after:
        raise ValueError("before and after are the same share; no sample is large enough to see a change of nothing.")
    needed = samplesize_proportions_2indep_onetail(
        after - before, before, power, alpha=significance, alternative="two-sided"
    )
    return max(2, math.ceil(float(needed)))


def ab_test(events_a: int, size_a: int, events_b: int, size_b: int, *, confidence: float = 0.95) -> ABTest:
    """Compare two shares: ``events_a`` of ``size_a`` in the half left alone, ``events_b`` of ``size_b`` in the other.

    Formula: difference of the shares, b less a; interval and two-sided p-value by Agresti and Caffo (The American
    Statistician, 2000), which adds one event and one non-event to each half, so that it holds its promise for rare
    events too. By statsmodels. Interval and p-value always agree. Decide the sizes before you look; looking every day
    and stopping at the first good one finds effects that are not there.

    Raises:
        ValueError: counts that are not whole, more events than there are orders, or a confidence out of range.

    Example:
        >>> result = ab_test(250, 5000, 180, 5000)
        >>> round(result.difference, 4), round(result.low, 3), round(result.high, 3), round(result.p_value, 4)
        (-0.014, -0.022, -0.006, 0.0006)
    """
    import numpy as np
    from statsmodels.stats.proportion import confint_proportions_2indep, test_proportions_2indep

    n_a, n_b = count(size_a, "size_a", least=1), count(size_b, "size_b", least=1)
    a = int(between(count(events_a, "events_a"), "events_a", 0, n_a))
    b = int(between(count(events_b, "events_b"), "events_b", 0, n_b))
    alpha = 1 - between(confidence, "confidence", 0, 1, open_ends=True)
    method = "agresti-caffo"
    low, high = confint_proportions_2indep(b, n_b, a, n_a, method=method, compare="diff", alpha=alpha)
    with np.errstate(divide="ignore", invalid="ignore"):  # statsmodels also works out ratios that nobody asked for
        test = test_proportions_2indep(b, n_b, a, n_a, method=method, compare="diff")
    return ABTest(b / n_b - a / n_a, max(-1.0, float(low)), min(1.0, float(high)), float(test.pvalue))
