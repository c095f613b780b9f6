"""What an answer shows of what interviewers dig for: one look at each sentence, and one at the answer as a whole.

The reader's chances are of single kinds of evidence, each by itself. Whether a question is worth asking depends on more: on all
chances of a sentence and of its neighbors, on the part that it plays, on the words of ``cues.toml``, and on what else the answer has.
Who weighed another way and counted before and after has hardly forgotten to say why; it is there in words that the reader does not
know. Both looks are logistic; ``make model`` trains them on what readers made of answers that were new to them (``looks.json``).
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback.star._context import shifted
from emptychair.feedback.star._label import Scan, scan

_DOUBT = 1e-4  # chances closer to 0 or 1 are no surer
_FLOOR = -6.0  # the same for log chances of a part
_ENOUGH = 2  # cues of a class; more say no more


class Looks(NamedTuple):
    """What was trained, a column a probe; biases are last rows."""

    sentence: NDArray[np.float64]
    whole: NDArray[np.float64]

    def shown(self, seen: Scan) -> NDArray[np.float64]:
        """Give the chance that a sentence shows what a probe asks for, sentences x probes."""
        return likely(sight(seen) @ self.sentence[:-1] + self.sentence[-1])

    def missing(self, shown: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the chance that nothing in an answer with such sentences shows it, a number a probe."""
        if not len(shown):
            return np.ones(self.whole.shape[1])
        return likely((outline(shown) * self.whole[:-1].T).sum(axis=1) + self.whole[-1])


def sight(seen: Scan) -> NDArray[np.float64]:
    """Describe every sentence: its evidence before and after the reader's second look, its part, its length, its neighbors, its cues."""
    evidence = [_odds(seen.evidence), _odds(seen.noticed), *(shifted(seen.evidence, by) for by in (-1, 1))]
    parts = np.maximum(seen.log_chances, _FLOOR)
    return np.hstack([*evidence, parts, np.log1p(seen.lengths)[:, None], _heard(seen)])


def outline(shown: NDArray[np.float64]) -> NDArray[np.float64]:
    """Describe an answer for every probe: its second-best sentence, the chance of none, then the best of every probe, and its length.

    Example:
        >>> outline(np.array([[0.9, 0.1], [0.2, 0.1]])).shape
        (2, 5)
    """
    n, probes = shown.shape
    second, best = np.sort(np.vstack([np.zeros(probes), shown]), axis=0)[-2:]
    none = np.log1p(-np.clip(shown, 0, 1 - _DOUBT)).sum(axis=0)
    return np.column_stack([_odds(second), none, np.tile(np.r_[_odds(best), np.log(n)], (probes, 1))])


def likely(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn log odds into chances."""
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return chances


@lru_cache(maxsize=8)
def shown(text: str) -> NDArray[np.float64]:
    """Read a text: the chance that a sentence shows what a probe asks for, sentences x probes."""
    return looks().shown(scan(text))


@cache
def looks() -> Looks:
    """Read what was trained."""
    raw = json.loads(files(__package__).joinpath("looks.json").read_text(encoding="utf-8"))
    return Looks(**{name: np.array(rows) for name, rows in raw.items()})


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    raw = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    return tuple(re.compile(rf"\b(?:{'|'.join(it['heard'])})\b") for it in raw.values())


def _heard(seen: Scan) -> NDArray[np.float64]:
    return np.array([_heard_in(it.text) for it in seen.sentences], float).reshape(-1, len(_cues()))


@lru_cache(maxsize=1024)  # with each reply, everything that was said before is read again
def _heard_in(sentence: str) -> tuple[int, ...]:
    low = sentence.lower()  # a third of the time that patterns for both kinds of letters take
    return tuple(min(_ENOUGH, len(cue.findall(low))) for cue in _cues())


def _odds(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    sure = np.clip(chances, _DOUBT, 1 - _DOUBT)
    odds: NDArray[np.float64] = np.log(sure / (1 - sure))
    return odds
