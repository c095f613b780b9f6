"""What the measures give back: named values that cannot be changed."""

from __future__ import annotations

from typing import NamedTuple


class Interval(NamedTuple):
    """From ``low`` to ``high``, both ends belonging to it.

    Example:
        >>> 0.4 in Interval(0.35, 0.45)
        True
    """

    low: float
    high: float

    def __contains__(self, value: object) -> bool:
        """Say whether a number lies between the ends."""
        return isinstance(value, (int, float)) and self.low <= value <= self.high


class Estimate(NamedTuple):
    """A number measured on some, with the interval in which the number for all is expected.

    Example:
        >>> guess = Estimate(0.40, 0.35, 0.45)
        >>> guess.value, guess.interval
        (0.4, Interval(low=0.35, high=0.45))
    """

    value: float
    low: float
    high: float

    @property
    def interval(self) -> Interval:
        """The two ends alone."""
        return Interval(self.low, self.high)
