"""Ask every kind.

A false alarm costs more than a miss: what may differ for a good reason (another time, another group, a target) is let through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from emptychair.feedback.consistency import (
    _after,
    _averages,
    _calendar,
    _changes,
    _dates,
    _each,
    _forms,
    _fractions,
    _groups,
    _later,
    _lives,
    _most,
    _names,
    _pairs,
    _parts,
    _prices,
    _products,
    _shares,
    _spans,
    _sums,
    _turns,
    _uses,
    _values,
)
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents import KINDS as OF_DOCUMENTS

KINDS: tuple[Callable[[Facts], Iterator[Contradiction]], ...] = (
    _products.find,
    _uses.find,
    _sums.find,
    _changes.find,
    _fractions.find,
    _parts.find,
    _shares.find,
    _averages.find,
    _groups.find,
    _values.find,
    _prices.find,
    _spans.find,
    _dates.find,
    _lives.find,
    _names.find,
    _forms.find,
    _pairs.find,
    _most.find,
    _turns.find,
    _later.find,
    _calendar.find,
    _each.find,
    _after.find,
    *OF_DOCUMENTS,
)


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
    found = {(it.first, it.second): it for find in KINDS for it in find(facts)}
    return tuple(sorted(found.values(), key=lambda it: (it.first.start, it.second.start)))
