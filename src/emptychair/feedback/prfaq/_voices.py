"""Points for the voices of the release, the first steps, the call to action and the length."""

from __future__ import annotations

import re

from emptychair.feedback._numbers import quantities
from emptychair.feedback._text import count_words, sentences
from emptychair.feedback.prfaq._body import contact, orders
from emptychair.feedback.prfaq._cues import hits
from emptychair.feedback.prfaq._doc import Doc, Scored
from emptychair.feedback.prfaq._quotes import NAME, voices
from emptychair.feedback.prfaq._substance import vague

_NONE = Scored(0.0)
_TIME = re.compile(
    r"\b(?:\d+|one|two|three|four|five|ten|twenty|thirty)[ -](?:second|minute|hour|day)s?\b", re.IGNORECASE
)
_HYPE = 2


def leader_quote(doc: Doc) -> Scored:
    """Somebody with a name says why, without praise."""
    found = doc.parsed.leader_quote
    if found is None:
        return _NONE
    said, outside = voices(found.text)
    praise = hits("praise_words", said)
    named = bool(NAME.search(outside))
    own = bool(re.search(r"\b(?:I|my|we)\b", said)) and bool(
        quantities(said) or hits("reasons", said) or hits("losses", said) or hits("quote_before", said)
    )
    if praise:
        return Scored(1.0 if named and praise < _HYPE else 0.0, (found,))
    return Scored(0.5 + 0.5 * named + 2.0 * own + 0.5 * (not own and count_words(said) >= 10), (found,))


def getting_started(doc: Doc) -> Scored:
    """There, few steps, each something one does, and how long it takes."""
    found = doc.parsed.getting_started
    if found is None:
        return _NONE
    text = found.text
    steps = len(re.findall(r"^\s*(?:\d{1,2}[.)]|[-*•])\s", text, re.MULTILINE)) or len(sentences(text))
    does = orders(text) > 0 or hits("imperatives", text) > 1
    points = (
        1.0 + (steps <= 4 and count_words(text) <= 110) + does + bool(_TIME.search(text)) - 0.7 * min(2, vague(text))
    )
    return Scored(max(0.5, points), (found,))


def customer_quote(doc: Doc) -> Scored:
    """Name, job or place, before, after, one detail."""
    found = doc.parsed.customer_quote
    if found is None:
        return _NONE
    said, outside = voices(found.text)
    if count_words(said) < 5:
        return Scored(0.5, (found,))
    name = NAME.search(outside)
    role = count_words(outside) >= 7 and bool(
        hits("customer_roles", outside) or re.search(r", (?:a|an|the|who|\d\d|[a-z]+ (?:at|in|of))\b", outside)
    )
    detail = (
        bool(quantities(said))
        or len(
            re.findall(
                r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b",
                said,
            )
        )
        > 0
    )
    before, after = hits("quote_before", said) > 0, hits("quote_after", said) > 0
    points = (
        1.0 * bool(name)
        + 1.0 * role
        + 1.2 * before
        + 1.2 * after
        + 1.6 * detail
        - 0.8 * min(2, hits("praise_words", said))
        - 0.3 * min(2, vague(said))
    )
    return Scored(max(0.0, points), (found,))


def call_to_action(doc: Doc) -> Scored:
    """There, and with an address."""
    found = doc.parsed.call_to_action
    if found is None:
        return _NONE
    return Scored(1.0 + contact(found.text), (found,))


def length(doc: Doc) -> Scored:
    """250 to 500 words, as long as it is a release at all."""
    if doc.parsed.problem is None and doc.parsed.summary is None:
        return _NONE
    words = doc.release_words
    for points, low, high in ((3.0, 240, 520), (2.0, 200, 600), (1.0, 150, 700)):
        if low <= words <= high:
            return Scored(points)
    return _NONE
