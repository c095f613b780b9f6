"""How long a broken promise stays in people's minds."""

from __future__ import annotations

import math

import numpy as np

from emptychair.shop.measures._input import Floats, Values, between, numbers, same_length


def half_life(share: float) -> float:
    """Periods until half is gone, when ``share`` of what is left goes in each period.

    Formula: ln 2 / -ln(1 - share). In the periods that ``share`` is given for (a share per week gives weeks).

    Raises:
        ValueError: a share that is not strictly between 0 and 1.

    Example:
        >>> round(half_life(0.08), 1)  # 8 % of the lost trust comes back each week
        8.3
    """
    return math.log(2) / -math.log1p(-between(share, "share", 0, 1, open_ends=True))


def trust_half_life(trust: Values, *, toward: float, weeks: Values | None = None) -> float:
    """Weeks until half of the way back to the level ``toward`` is done.

    Formula: least squares of toward - trust = gap × 2^(-week / half-life) over the gap and the half-life (SciPy). Hand in the trust
    (any unit) measured in the weeks after the promise was broken, and the level before it; or the weeks after a gain and the level it
    fades to. ``weeks`` says when it was measured, 0, 1, 2... if left out. Infinite where trust is not on its way there.

    Raises:
        ValueError: fewer than three measurements, all in one week, or no gap to close.

    Example:
        >>> round(trust_half_life([60, 65, 68.75, 71.5, 73.6], toward=80), 1)
        2.4
    """
    from scipy.optimize import curve_fit

    level = numbers(trust, "trust")
    when = np.arange(len(level), dtype=float) if weeks is None else numbers(weeks, "weeks")
    same_length(trust=level, weeks=when)
    if len(level) < 3 or when.min() == when.max():
        raise ValueError("trust: at least three measurements in different weeks are needed.")
    gap = between(toward, "toward", -1e300, 1e300) - level
    if not gap.any():
        raise ValueError(f"trust: it is at {toward:g} all the time, so there is no gap to close.")
    start = when - when.min()

    def model(week: Floats, size: float, rate: float) -> Floats:
        closed: Floats = size * np.exp(-rate * week)
        return closed

    scale, span = float(np.abs(gap).max()), float(start.max())
    first = float(gap[np.argmin(start)]) / scale or 1.0
    # Time in spans and trust in gaps, so that the search does not depend on units.
    (_, rate), _ = curve_fit(model, start / span, gap / scale, p0=(first, 1.0), bounds=([-np.inf, -50], [np.inf, 1e4]))
    return math.log(2) / float(rate) * span if rate > 1e-6 else math.inf
