"""The score: an estimate of the mean of the seven levels, from everything that the text shows at once.

Levels are read one by one, each from its own evidence, and a word put otherwise can tip one. The score does not add up what has been
tipped. One regression over all 28 kinds of evidence estimates the mean of the six dimensions that are judged; it was trained on the
ratings of the corpus and, beside them, on stories that were told twice, which should be worth the same, and on stories that were told
well and better, which should not (``training/star_score.py``). So it leans on evidence that survives a retelling and that a long
telling does not have merely by being long. Signs are those of the rubric: what should help can never hurt.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._text import count_words
from emptychair.feedback.checks.fillers import per_minute
from emptychair.feedback.star._label import Scan
from emptychair.feedback.star._rubric import TRAINED, crowded, delivery_value, there
from emptychair.feedback.star._weights import EVIDENCE

_LOWEST, _HIGHEST = 1.0, 5.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the two numbers of each kind of evidence are worth, in levels, and what a crowding setting costs."""

    kinds: dict[str, Sequence[float]]
    setting: float
    intercept: float

    def level(self, signals: NDArray[np.float64]) -> float:
        """Give the mean level, 1.0 to 5.0, of the dimensions that are judged."""
        weights = [*(weight for kind in EVIDENCE for weight in self.kinds[kind]), self.setting]
        return float(np.clip(np.dot(weights, signals) + self.intercept, _LOWEST, _HIGHEST))


@cache
def estimate() -> Estimate:
    """Read the trained estimate."""
    return Estimate(**json.loads(Path(__file__).with_name("score.json").read_text(encoding="utf-8")))


def all_signals(seen: Scan) -> NDArray[np.float64]:
    """Give two numbers for every kind of evidence, and how crowded the text is by its setting."""
    return np.array([*(number for kind in EVIDENCE for number in there(seen, kind)), crowded(seen)])


def score(seen: Scan, text: str, by: Estimate | None = None) -> int:
    """Estimate the points of a text, 0 to 100: seven levels with equal weights, all ones 0, all fives 100.

    Args:
        seen: the text, read.
        text: the text.
        by: another estimate than the shipped one.
    """
    judged = (by or estimate()).level(all_signals(seen)) * len(TRAINED)
    return round(25 * ((judged + delivered(text)) / (len(TRAINED) + 1) - 1))


def delivered(text: str) -> float:
    """Give the value of length and fillers, which are counted and not estimated."""
    words = count_words(text)
    return delivery_value(words, per_minute(text, words))
