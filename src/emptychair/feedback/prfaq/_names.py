"""Who launches, and what: names that the other parts of the parser lean on."""

from __future__ import annotations

import re
from collections import Counter

from emptychair.feedback.prfaq._blocks import Block
from emptychair.feedback.prfaq._cues import pattern
from emptychair.feedback.prfaq._head import Head

_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_BORING = frozenset(
    {
        "The",
        "A",
        "An",
        "Today",
        "It",
        "We",
        "They",
        "In",
        "From",
        "With",
        "For",
        "This",
        "Each",
        "When",
        "No",
        "Its",
        "Our",
    }
)


def product_names(text: str, top: Head, body: tuple[Block, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Name who launches and what: the capitalized words on either side of the launching verb."""
    told = [block for block in body if block.end > top.prose][:1]
    tail = text[max(told[0].start, top.prose) : told[0].end][:500] if told else ""
    counted = Counter(match[0] for match in _CAPITALS.finditer(text))
    company: set[str] = set()
    product: set[str] = set()
    verbs = [verb for verb in pattern("launch_verbs").finditer(tail) if verb[0].lower() not in ("today", "from today")]
    launch = verbs[0] if verbs else None
    for match in _CAPITALS.finditer(tail):
        words = [word for word in match[0].split() if word not in _BORING and len(word) > 2]
        if launch is None:
            break
        if match.end() <= launch.start() and match.start() < 80:
            company.update(words)
        elif (
            launch.end() <= match.start() < launch.end() + 70
            and not product
            and (len(words) > 1 or counted[match[0]] > 1)
        ):
            product.update(words)
    if not product:
        often = [
            name
            for name, count in counted.most_common()
            if count > 2 and " " in name and not _BORING & set(name.split())
        ]
        product.update(word for word in (often[0].split() if often else ()) if word not in company)
    return frozenset(company - product), frozenset(product)
