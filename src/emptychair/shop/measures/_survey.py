"""What people answer: satisfaction, effort, recommendation, and how far a sample can be trusted."""

from __future__ import annotations

import math

from emptychair.shop.measures._input import Values, between, count, numbers, quantile
from emptychair.shop.measures._values import Estimate

PSEUDO = 3
"""Answers that the adjusted Wald interval adds: three quarters to either side, the rest in the middle (Rocks 2016)."""


def csat(scores: Values, *, top: int = 2, scale: int = 5) -> float:
    """Customer satisfaction: the share whose answer is one of the ``top`` boxes of a scale from 1 to ``scale``.

    Formula: (answers from ``scale - top + 1`` up) / (answers); 0 to 1. Some vendors report the mean instead, which is
    another number: say which one you print.

    Raises:
        ValueError: no answers, answers off the scale, or more top boxes than the scale has.

    Example:
        >>> csat([5, 4, 4, 3, 1])
        0.6
    """
    count(scale, "scale", least=2)
    between(count(top, "top", least=1), "top", 1, scale)
    answers = numbers(scores, "scores", low=1, high=scale, whole=True)
    return float((answers > scale - top).mean())


def ces(scores: Values, *, scale: int = 7) -> float:
    """Customer effort score: the mean answer to "they made it easy for me", 1 (no) to ``scale`` (yes).

    Formula: sum of answers / number of answers. Vendors disagree: some turn the scale around, some report the share that
    agrees (that is ``csat(scores, top=3, scale=7)``).

    Raises:
        ValueError: no answers, or answers off the scale.

    Example:
        >>> ces([7, 6, 2])
        5.0
    """
    count(scale, "scale", least=2)
    return float(numbers(scores, "scores", low=1, high=scale, whole=True).mean())


def nps(scores: Values, *, confidence: float = 0.95) -> Estimate:
    """Net Promoter Score with its interval, in points from -100 to 100.

    Formula: 100 (p - d), where p is the share of answers 9 and 10 and d of answers 0 to 6. One answer has the variance
    p + d - (p - d)². The interval is the adjusted Wald interval: it adds three answers (three quarters of one to either
    side) before it takes the standard error, which holds its promise also for small samples and extreme scores.
    Source: Rocks 2016, Interval estimation for the Net Promoter Score, The American Statistician (arXiv 1601.07235).

    Raises:
        ValueError: no answers, answers off the scale from 0 to 10, or a confidence that is not between 0 and 1.

    Example:
        >>> score = nps([10] * 50 + [8] * 30 + [4] * 20)
        >>> round(score.value), round(score.low), round(score.high)
        (30, 14, 44)
    """
    reach = quantile(confidence)
    answers = numbers(scores, "scores", low=0, high=10, whole=True)
    promoters, detractors, asked = (answers >= 9).sum(), (answers <= 6).sum(), len(answers)
    value = float(promoters - detractors) / asked
    p, d = (promoters + PSEUDO / 4) / (asked + PSEUDO), (detractors + PSEUDO / 4) / (asked + PSEUDO)
    error = reach * math.sqrt((p + d - (p - d) ** 2) / (asked + PSEUDO))
    # The pseudo answers pull to the middle; the interval still has to hold what was counted.
    low, high = min(value, max(-1.0, p - d - error)), max(value, min(1.0, p - d + error))
    return Estimate(100 * value, 100 * float(low), 100 * float(high))


def margin_of_error(
    answers: int, *, share: float = 0.5, confidence: float = 0.95, population: int | None = None
) -> float:
    """How far the share among ``answers`` people may lie from the share among all, as a share (0.05 is five points).

    Formula: z √(p (1 - p) / n), with z = 1.96 at 95 %; for a small ``population`` N times √((N - n) / (N - 1)).
    It only knows about chance. Who was asked and who answered is not in it.

    Raises:
        ValueError: fewer than one answer, a share or confidence out of range, or a population smaller than the sample.

    Example:
        >>> round(margin_of_error(385), 3)
        0.05
    """
    size = count(answers, "answers", least=1)
    p = between(share, "share", 0, 1)
    margin = quantile(confidence) * math.sqrt(p * (1 - p) / size)
    if population is None:
        return margin
    everyone = count(population, "population", least=size)
    return margin * math.sqrt((everyone - size) / max(1, everyone - 1))


def answers_needed(
    margin: float, *, share: float = 0.5, confidence: float = 0.95, population: int | None = None
) -> int:
    """How many answers bring the margin of error down to ``margin``: the same formula, solved for n.

    Formula: n = z² p (1 - p) / margin²; in a ``population`` of N, N n / (N - 1 + n). Rounded up.

    Raises:
        ValueError: a margin, share or confidence out of range.

    Example:
        >>> answers_needed(0.05), answers_needed(0.05, population=1000)
        (385, 278)
    """
    between(margin, "margin", 0, 1, open_ends=True)
    p = between(share, "share", 0, 1)
    needed = quantile(confidence) ** 2 * p * (1 - p) / margin**2
    if population is not None:
        everyone = count(population, "population", least=1)
        needed = everyone * needed / (everyone - 1 + needed)
    return max(1, math.ceil(needed - 1e-9))
