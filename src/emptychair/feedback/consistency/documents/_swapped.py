"""A number whose digits changed places on the way from the release to an answer: 48,000 homes, 84,000 homes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._claims import stem
from emptychair.feedback.consistency._facts import Facts, is_count
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency.documents._definite import plural
from emptychair.feedback.consistency.documents._document import read
from emptychair.feedback.consistency.documents._phrases import differ

_LEAST = 100  # among smaller numbers it happens by chance


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find numbers of the same things that differ in the order of their digits only."""
    document = read(facts.text)
    if document is None:
        return
    alike: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for it in document.numbers:
        noun = next((stem(word) for word in it.noun if plural(word)), "")
        if noun and is_count(it) and it.value >= _LEAST:
            alike["".join(sorted(f"{it.value:.0f}")), noun].append(it)
    for some in alike.values():
        other = next((it for it in some if it.value != some[0].value), None)
        if other:
            yield differ("value", some[0].span, other.span)
