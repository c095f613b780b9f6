"""Kano: which features must be there, which are better the more there is, and which delight.

Kano, Seraku, Takahashi & Tsuji 1984 (in Japanese); the table and the two coefficients after Berger et al. 1993, Center for Quality
of Management Journal 2(4).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from emptychair.shop.measures._input import Values, labels, same_length

ANSWERS = ("like", "expect", "neutral", "tolerate", "dislike")
CLASSES = ("must-be", "one-dimensional", "attractive", "indifferent", "reverse", "questionable")
"""In the order that settles a draw: what hurts when it is missing comes first."""

_LETTER = {name[0].upper(): name for name in CLASSES} | {"Q": "questionable"}
# One row for each answer to "if it were there", one column for each answer to "if it were not there".
_TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")


class Kano(NamedTuple):
    """What many people's answers make of one feature.

    ``better`` (0 to 1) is how much satisfaction grows when it is there, ``worse`` (-1 to 0) how much falls when it is not.
    """

    category: str
    better: float
    worse: float
    counts: dict[str, int]


def kano_class(functional: str | int, dysfunctional: str | int) -> str:
    """The class of one person's two answers: how would you feel if it were there, and if it were not.

    Answers are ``like``, ``expect``, ``neutral``, ``tolerate``, ``dislike`` or 1 to 5 in that order.

    Raises:
        ValueError: an answer that is none of them.

    Example:
        >>> kano_class("expect", "dislike")
        'must-be'
        >>> kano_class(1, 3)
        'attractive'
    """
    return _LETTER[_TABLE[_index(functional, "functional")][_index(dysfunctional, "dysfunctional")]]


def kano(functional: Values, dysfunctional: Values) -> Kano:
    """Classify a feature by the answers of many.

    Formula: better = (A + O) / (A + O + M + I), worse = -(O + M) / (A + O + M + I), with the numbers of people to whom it
    is attractive, one-dimensional, must-be, indifferent; not a number where nobody is one of these. The category is the most
    frequent class; in a draw must-be goes before one-dimensional, attractive, indifferent.

    Raises:
        ValueError: no answers, answers that are not of the scale, or two columns of different length.

    Example:
        >>> result = kano(["expect", "expect", "like"], ["dislike", "dislike", "neutral"])
        >>> result.category, round(result.better, 2), round(result.worse, 2)
        ('must-be', 0.33, -0.67)
    """
    there, missing = labels(functional, "functional"), labels(dysfunctional, "dysfunctional")
    same_length(functional=there, dysfunctional=missing)
    found = [kano_class(a, b) for a, b in zip(there.tolist(), missing.tolist(), strict=True)]
    counts = {name: found.count(name) for name in CLASSES}
    must, one, attractive, indifferent = (counts[name] for name in CLASSES[:4])
    base = must + one + attractive + indifferent
    better = (attractive + one) / base if base else math.nan
    worse = -(one + must) / base if base else math.nan
    return Kano(max(CLASSES, key=lambda name: counts[name]), better, worse, counts)


def _index(answer: object, name: str) -> int:
    if isinstance(answer, str) and answer.strip().lower() in ANSWERS:
        return ANSWERS.index(answer.strip().lower())
    if isinstance(answer, (int, float)) and answer in range(1, 6):
        return int(answer) - 1
    raise ValueError(f"{name}: {answer!r} is not an answer. Use {', '.join(ANSWERS)}, or 1 to 5 in that order.")
