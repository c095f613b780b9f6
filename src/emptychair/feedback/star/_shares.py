"""How much of an answer each component takes, beside what it should take."""

from __future__ import annotations

from emptychair.feedback._text import count_words
from emptychair.feedback.star._label import label
from emptychair.feedback.star._model import BANDS, COMPONENTS, Band, Component


def shares(text: str) -> dict[Component, int]:
    """Give the share of words of each component in whole percent; they add up to 100, or to 0 for an empty text.

    Example:
        >>> sum(shares("I rang her. She stayed.").values())
        100
    """
    counts = dict.fromkeys(COMPONENTS, 0)
    for it in label(text):
        counts[it.component] += count_words(it.text)
    return _whole_percent(counts)


def _whole_percent(counts: dict[Component, int]) -> dict[Component, int]:
    total = sum(counts.values())
    if not total:
        return counts
    exact = {name: 100 * count / total for name, count in counts.items()}
    whole = {name: int(value) for name, value in exact.items()}
    # largest remainders get the missing points
    for name in sorted(exact, key=lambda name: whole[name] - exact[name])[: 100 - sum(whole.values())]:
        whole[name] += 1
    return whole


def bands(text: str) -> tuple[tuple[Band, int], ...]:
    """Set the shares beside the target bands."""
    share = shares(text)
    return tuple((band, sum(share[name] for name in band.components)) for band in BANDS)
