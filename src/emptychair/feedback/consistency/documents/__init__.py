"""What a document says in its release and again, otherwise, in its answers. One kind of thing a module.

These kinds look only at documents with questions and answers: a story that somebody tells has no second place to compare with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents import (
    _again,
    _cost,
    _definite,
    _doing,
    _free,
    _groups,
    _included,
    _launch,
    _leaders,
    _needs,
    _percent,
    _promise,
    _ranges,
    _reach,
    _reckoned,
    _shares,
    _swapped,
    _terms,
    _things,
    _totals,
    _turned,
)

KINDS: tuple[Callable[[Facts], Iterator[Contradiction]], ...] = (
    _cost.find,
    _reckoned.find,
    _things.find,
    _free.find,
    _included.find,
    _needs.find,
    _launch.find,
    _leaders.find,
    _reach.find,
    _terms.find,
    _doing.find,
    _promise.find,
    _groups.find,
    _definite.find,
    _swapped.find,
    _ranges.find,
    _percent.find,
    _shares.find,
    _turned.find,
    _totals.find,
    _again.find,
)
