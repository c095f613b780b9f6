"""Ask every kind.

A false alarm costs more than a miss: what may differ for a good reason (another time, another group, a target) is let through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from emptychair.feedback._model import Finding
from emptychair.feedback.consistency import amounts, changes, offers, shares, statements, sums, times
from emptychair.feedback.consistency.base import Contradiction, Document, Facts, read

KINDS: tuple[Callable[[Facts], Iterator[Contradiction]], ...] = (
    *sums.KINDS,
    *changes.KINDS,
    *shares.KINDS,
    *amounts.KINDS,
    *times.KINDS,
    *statements.KINDS,
)
OF_DOCUMENTS: tuple[Callable[[Document], Iterator[Contradiction]], ...] = (
    *offers.OF_DOCUMENTS,
    *times.OF_DOCUMENTS,
    *statements.OF_DOCUMENTS,
    *amounts.OF_DOCUMENTS,
    *shares.OF_DOCUMENTS,
    *changes.OF_DOCUMENTS,
    *sums.OF_DOCUMENTS,
)
"""These look only at documents with questions and answers: a story has no second place to compare with."""


@lru_cache(maxsize=64)
def contradictions(text: str) -> tuple[Contradiction, ...]:
    """Find what contradicts itself.

    Example:
        >>> [c.kind for c in contradictions("12,000 households x $60 = $700,000.")]
        ['product']
        >>> contradictions("Calls fell from 50 to 40 a week, a drop of 20%.")
        ()
        >>> text = "It is open to all our 16 clinics. When a patient calls, a nurse in one of our 14 clinics answers."
        >>> [c.message for c in contradictions(text)]
        ['“16 clinics” here, “14 clinics” there.']
    """
    facts = Facts.of(text)
    document = read(facts)
    told = [it for find in KINDS for it in find(facts)]
    told += [it for find in OF_DOCUMENTS for it in find(document)] if document else []
    found = {(it.first, it.second): it for it in told}
    return tuple(sorted(found.values(), key=lambda it: (it.first.start, it.second.start)))


def remarks(found: Iterable[Contradiction]) -> tuple[Finding, ...]:
    """Tell of contradictions as the findings of a review, each at its second place.

    Example:
        >>> [it.message for it in remarks(contradictions("12,000 households x $60 = $700,000."))]
        ['“12,000 households x $60 = $700,000” does not come out.']
    """
    hint = "A reader who finds one stops believing the rest."
    return tuple(
        Finding("contradiction", "essential", it.second.start, it.second.end, it.message, hint) for it in found
    )
