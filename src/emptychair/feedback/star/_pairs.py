"""Any two sentences of a text beside each other: what speaks for one of them following the other.

What they share, what each expects beside it, whom a pronoun can mean, what is called "a" first and "the" later. None of it asks where
in the text they stand, so it holds whichever part of a story is told first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._tokens import tokens

_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "those", "these", "both"})
_IT = frozenset({"it", "this", "that", "its"})
_NEW, _KNOWN = frozenset({"a", "an", "one", "another"}), frozenset({"the", "that", "this", "those", "these"})
_ARTICLES = _NEW | _KNOWN
_OPENING = 4  # words
_STEM = 5  # letters
_MOST = 3  # things in common; more make no difference


class Shares(NamedTuple):
    """How much any two sentences have in common; a stem counts for more, the fewer sentences have it."""

    weighed: NDArray[np.float64]
    rare: NDArray[np.float64]  # stems that only these two have
    relative: NDArray[np.float64]  # to how much each says


def shares(stems: Sequence[frozenset[str]]) -> Shares:
    """Compare the stems of sentences."""
    has, _ = _table(stems, stems)
    uses = has.sum(axis=0)
    weighed = has * np.where(uses > 1, 1 / np.maximum(1, uses - 1), 0) @ has.T
    said = np.sqrt(np.maximum(1, has.sum(axis=1)))
    twice = has[:, uses == 2]
    return Shares(weighed, np.minimum(_MOST, twice @ twice.T), weighed / said[:, None] / said)


def pair_signals(
    texts: Sequence[str],
    names: Sequence[frozenset[str]],
    placed: NDArray[np.float64],
    shared: Shares,
    others: Sequence[NDArray[np.float64]],
) -> NDArray[np.float64]:
    """Describe any two sentences, the second as what follows the first: sentences x sentences x signals.

    Args:
        texts: the sentences.
        names: the names in each.
        placed: where each would usually stand.
        shared: what they have in common.
        others: what else is known of any two, a matrix each.
    """
    said = [tokens(text) for text in texts]
    left, right = _people(said, names)
    later = placed - placed[:, None]
    introduced = _common(*_called(said))
    common = [introduced, introduced.T, _common(names, names)]
    sharing = shared.weighed > 0
    it_opens = np.array([not _IT.isdisjoint(words[:1]) for words in said])
    plain = [*others, *shared, sharing, later, np.abs(later), *common, sharing * it_opens]
    return np.concatenate([np.stack(plain, axis=-1), left[:, None] * right], axis=-1)


def _people(
    said: Sequence[tuple[str, ...]], names: Sequence[frozenset[str]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Who is in the first sentence, beside who is meant in the second; what goes together is multiplied."""
    groups = (_HE, _SHE, _THEY, _HE | words_of("men"), _SHE | words_of("women"))
    he, she, they, man, woman = np.array([[not group.isdisjoint(words) for words in said] for group in groups], float)
    named = np.array([bool(some) for some in names], float)
    first = [words[0] if words else "" for words in said]
    opens = np.array([[word in group for word in first] for group in (_HE | _SHE, _IT, _THEY)], float)
    it_early = np.array([not _IT.isdisjoint(words[:_OPENING]) for words in said], float)
    either, anyone, every = np.maximum(he, she), np.maximum(np.maximum(man, woman), named), np.ones(len(said))
    pairs = (
        (man, he), (1 - np.maximum(man, named), he), (woman, she), (1 - np.maximum(woman, named), she), (they, they),
        (named, opens[0]), (1 - anyone, opens[0]), (1 - either, opens[0]), (named, either),
        (every, opens[1]), (every, it_early), (every, opens[2]),
    )  # fmt: skip
    left, right = zip(*pairs, strict=True)
    return np.stack(left, axis=-1), np.stack(right, axis=-1)


def _called(said: Sequence[tuple[str, ...]]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """What each sentence calls "a", and what it calls "the"."""
    after = [[(a, b[:_STEM]) for a, b in zip(words, words[1:], strict=False) if a in _ARTICLES] for words in said]
    new, known = (
        [frozenset(word for article, word in its if article in some) for its in after] for some in (_NEW, _KNOWN)
    )
    return new, known


def _common(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> NDArray[np.float64]:
    one, two = _table(first, second)
    both: NDArray[np.float64] = np.minimum(_MOST, one @ two.T)
    return both


def _table(
    first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mark what is in which, a row each and a column for everything in either."""
    index = {it: i for i, it in enumerate(sorted(frozenset[str]().union(*first, *second)))}
    tables = []
    for some in (first, second):
        has = np.zeros((len(some), len(index)))
        has[[i for i, its in enumerate(some) for _ in its], [index[it] for its in some for it in its]] = 1
        tables.append(has)
    return tables[0], tables[1]
