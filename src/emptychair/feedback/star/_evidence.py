"""What each sentence shows, for those who ask about single kinds of evidence and not about levels."""

from __future__ import annotations

from emptychair.feedback.star._label import scan
from emptychair.feedback.star._weights import EVIDENCE


def evidence(text: str) -> dict[str, tuple[float, ...]]:
    """Give the chance (0–1) of each kind of evidence, a number for every sentence of ``label(text)``.

    The kinds (``own``, ``reason``, ``number``...) are defined in ``data/corpus/codebook.md``.

    Example:
        >>> shown = evidence("I rang her because the parcel was late. It was fine.")
        >>> [round(chance) for chance in shown["own"]]
        [1, 0]
    """
    seen = scan(text)
    return {kind: tuple(float(chance) for chance in seen.chance(kind)) for kind in EVIDENCE}
