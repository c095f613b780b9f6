"""Seven dimensions, each on a level from 1 to 5, from the evidence that the sentence model sees.

What evidence speaks for which dimension stands in ``rubric.toml``; how much it counts in ``levels.json`` (trained on the
corpus by ``training/star_levels.py``, signs fixed beforehand: evidence that should help can never hurt).
"""

from __future__ import annotations

import json
import math
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import count_words
from emptychair.feedback.checks.fillers import per_minute
from emptychair.feedback.star._label import Scan

_CAPS = {"own": 5, "we": 4}  # how many sentences of one kind of evidence count; more of the same adds nothing
_CAP = 2
TRAINED = ("situation_task", "own_action", "customer_insight", "result", "mechanism", "reflection")
DIMENSIONS = (*TRAINED, "delivery")
_SETTING_LIMIT = 0.3  # share of words; beyond it the setting crowds out the rest
_MUCH, _ANY = 1.5, 4.0  # how soon the two signals level off


@cache
def rubric() -> dict[str, dict[str, Any]]:
    """Read ``rubric.toml``."""
    return tomllib.loads(Path(__file__).with_name("rubric.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Level:
    """Weights of the signals of one dimension, and the cuts between its five levels."""

    weights: tuple[float, ...]
    intercept: float
    cuts: tuple[float, float, float, float]

    def raw(self, signals: NDArray[np.float64]) -> float:
        """Add up the weighted signals."""
        return float(np.dot(self.weights, signals)) + self.intercept

    def level(self, signals: NDArray[np.float64]) -> int:
        """Give the level, 1 to 5."""
        raw = self.raw(signals)
        return 1 + sum(raw >= cut for cut in self.cuts)


@cache
def levels() -> dict[str, Level]:
    """Read the trained levels."""
    raw = json.loads(Path(__file__).with_name("levels.json").read_text(encoding="utf-8"))
    return {
        name: Level(**{**it, "weights": tuple(it["weights"]), "cuts": tuple(it["cuts"])}) for name, it in raw.items()
    }


@cache
def kinds_of(dimension: str) -> tuple[str, ...]:
    """Name the kinds of evidence that a dimension looks at, helpful ones first."""
    entry = rubric()[dimension]
    return (*entry["shows"], *entry["spoils"])


def there(seen: Scan, kind: str) -> tuple[float, float]:
    """Say how much there is of one kind of evidence, and whether there is any.

    Both rise with the sum of its chances and level off, so that a sentence cut in two, or a word put otherwise, moves them a little
    only.
    """
    total, most = seen.amounts[kind], _CAPS.get(kind, _CAP)
    return most * (1 - math.exp(-_MUCH * total / most)), 1 - math.exp(-_ANY * total)


def crowded(seen: Scan) -> float:
    """Give the share of words beyond its fair share that the setting takes, by what they say and not by where they stand."""
    setting = float(seen.part("situation", "task") @ seen.lengths / max(1.0, seen.lengths.sum()))
    return max(0.0, setting - _SETTING_LIMIT)


def signals(seen: Scan, dimension: str) -> NDArray[np.float64]:
    """Give two numbers for each kind of evidence that a dimension looks at; for situation and task, how crowded it is as well."""
    out = [number for kind in kinds_of(dimension) for number in there(seen, kind)]
    return np.array([*out, crowded(seen)] if dimension == "situation_task" else out)


def bounds(dimension: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lower and upper bounds of the signal weights: helpful evidence never lowers a level, spoiling never lifts it."""
    entry = rubric()[dimension]
    helpful, spoiling = 2 * len(entry["shows"]), 2 * len(entry["spoils"]) + (dimension == "situation_task")
    low = np.r_[np.zeros(helpful), np.full(spoiling, -np.inf)]
    high = np.r_[np.full(helpful, np.inf), np.zeros(spoiling)]
    return low, high


def delivery(words: int, fillers_a_minute: float) -> int:
    """Give the level for length and fillers (codebook, last row; third-party consensus of 90–180 seconds).

    Example:
        >>> delivery(300, 2), delivery(300, 9), delivery(60, 0)
        (5, 3, 1)
    """
    bands = ((210, 420), (170, 490), (140, 560), (100, 650))
    level = 1 + sum(low <= words <= high for low, high in bands)
    return max(1, level - sum(fillers_a_minute > limit for limit in (5, 8, 12)))


def delivery_value(words: int, fillers_a_minute: float) -> float:
    """Give the value behind the level: the same bands without steps, so that one word more is never worth a level of points.

    Example:
        >>> delivery_value(300, 2), delivery_value(210, 2), delivery_value(300, 10)
        (5.0, 4.5, 3.0)
    """
    length = float(np.interp(words, (85, 120, 155, 190, 230, 400, 455, 525, 605, 695), (1, 2, 3, 4, 5, 5, 4, 3, 2, 1)))
    return max(1.0, length - float(np.interp(fillers_a_minute, (3.5, 6.5, 10, 14), (0, 1, 2, 3))))


def grade(seen: Scan, text: str) -> dict[str, int]:
    """Give every dimension its level."""
    out = {name: levels()[name].level(signals(seen, name)) for name in TRAINED}
    return {**out, "delivery": delivery_of(text)}


def delivery_of(text: str) -> int:
    """Count words and fillers, and give the level."""
    words = count_words(text)
    return delivery(words, per_minute(text, words))
