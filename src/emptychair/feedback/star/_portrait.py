"""A text as a whole, in a few numbers: what it shows, who is in it, whether it hangs together.

It looks at what sentences say by themselves (the second look at evidence is trained on answers only and would make sense of anything).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._tokens import tokens
from emptychair.feedback.star._weights import EVIDENCE

_VOICES = (
    frozenset({"i", "me", "my", "myself"}),
    frozenset({"we", "us", "our"}),
    frozenset({"he", "she", "him", "her", "his", "they", "them", "their"}),
    frozenset({"you", "your"}),
    frozenset({"would", "will", "could"}),
    frozenset({"always", "usually", "often", "whenever", "normally"}),
    frozenset({"is", "are", "has", "have", "do", "does"}),
    frozenset({"#"}),
)
_SEEN = 0.4  # chance from which a customer is in a sentence
_RARE = 0.01


def portrait(texts: Sequence[str], alone: NDArray[np.float64], noticed: NDArray[np.float64]) -> NDArray[np.float64]:
    """Describe a text of at least one sentence.

    Args:
        texts: its sentences.
        alone: log chances of their components, sentences x components.
        noticed: chances of their evidence by their words, sentences x EVIDENCE.
    """
    said = [tokens(text) for text in texts]
    counts = Counter(chain.from_iterable(said))
    total = max(1, counts.total())
    serving = words_of("served")
    served = np.array([not serving.isdisjoint(sentence) for sentence in said], float)
    groups = (*_VOICES, words_of("work"), words_of("private"), serving)
    rates = [sum(map(counts.__getitem__, counts.keys() & group)) / total for group in groups]
    customers = np.maximum(served, noticed[:, EVIDENCE.index("customer")])
    return np.hstack(
        [
            np.log(noticed.mean(axis=0) + _RARE),
            1 - np.exp(-1.5 * noticed.sum(axis=0)),
            np.exp(alone).mean(axis=0),
            np.sqrt(rates),
            served.mean(),
            1 - np.exp(-served.sum()),
            _longest_gap(customers > _SEEN, [len(sentence) for sentence in said]) / total,
            *_cohesion([stems(text) for text in texts]),
            np.log(total),
            np.log(len(texts)),
            total / len(texts) / 20,
            len(counts) / total**0.8,
        ]
    )


@lru_cache(maxsize=1024)
def telling(text: str) -> tuple[str, ...]:
    """Give the words that carry meaning.

    Example:
        >>> telling("The parcels were late again.")
        ('parcels', 'late')
    """
    function = words_of("function_words")
    return tuple(word for word in tokens(text) if word not in function and len(word) > 2 and word.isalpha())


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that carry meaning.

    Example:
        >>> sorted(stems("The parcels were late again."))
        ['late', 'parce']
    """
    return frozenset(word[:5] for word in telling(text))


def _longest_gap(there: NDArray[np.bool_], lengths: list[int]) -> int:
    longest = run = 0
    for seen, length in zip(there, lengths, strict=True):
        run = 0 if seen else run + length
        longest = max(longest, run)
    return longest


def _cohesion(told: list[frozenset[str]]) -> list[float]:
    """How much of a sentence comes again in others, how many sentences share nothing, what neighbors share."""
    uses = Counter(chain.from_iterable(told))
    again = [sum(uses[stem] > 1 for stem in sentence) / max(1, len(sentence)) for sentence in told]
    near = [len(a & b) for a, b in zip(told, told[1:], strict=False)]
    return [float(np.mean(again)), again.count(0) / len(again), float(np.mean(near or [0]))]
