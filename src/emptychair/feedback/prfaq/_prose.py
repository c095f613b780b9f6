"""Points for the writing. They are earned by a document, not by a sentence: a short text gets its share of them."""

from __future__ import annotations

import re
from functools import lru_cache

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import dates, quantities
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import count_words, sentences
from emptychair.feedback.checks import undefined_acronym
from emptychair.feedback.prfaq._cues import hits
from emptychair.feedback.prfaq._doc import Doc, Scored
from emptychair.feedback.prfaq._substance import vague

ENOUGH = 500  # words from which a document earns all of them
_LINE = re.compile(r"\bif\b[^.]{5,120}\bwe\b", re.IGNORECASE)


LIMIT = 30
"""Words; a sentence stays under it."""


@lru_cache(maxsize=64)
def long_share(text: str) -> float:
    """Give the share of sentences with thirty words or more.

    Example:
        >>> long_share("Short. " * 19 + "word " * 31 + ".")
        0.05
    """
    cut = sentences(text)
    return sum(count_words(sentence.text) >= LIMIT for sentence in cut) / max(1, len(cut))


@lru_cache(maxsize=64)
def counted_numbers(text: str) -> int:
    """Count the numbers of a text; the same one again counts once, a date is one.

    Example:
        >>> counted_numbers("On May 3, 2027 we had 40 calls, then 9, then 40.")
        4
    """
    said = {(quantity.value, quantity.percent, quantity.currency, quantity.noun[:1]) for quantity in quantities(text)}
    return len(said) + len(dates(text))


def _share(doc: Doc) -> float:
    return min(1.0, doc.words / ENOUGH)


def short_sentences(doc: Doc) -> Scored:
    """At least 95 percent under thirty words."""
    short = 1.0 - long_share(doc.text)
    points = 4.0 if short >= 0.95 else 3.0 if short >= 0.9 else 2.0 if short >= 0.85 else 1.0 if short >= 0.75 else 0.0
    return Scored(points * _share(doc))


def weasels(doc: Doc) -> Scored:
    """At most one dodging word in a hundred."""
    per_hundred = 100 * vague(doc.text) / max(1, doc.words)
    return Scored(max(0.0, min(4.0, 5.2 - 1.3 * per_hundred)) * _share(doc))


def numbers(doc: Doc) -> Scored:
    """At least one number in 75 words, and no two that disagree."""
    rate = 75 * counted_numbers(doc.text) / max(1, doc.words)
    points = 4.0 * min(1.0, rate) if rate >= 0.25 else 0.0
    return Scored(max(0.0, points - (2.0 if doc.clashes else 0.0)) * _share(doc))


def acronyms(doc: Doc) -> Scored:
    """No acronym without its words."""
    clean = not list(undefined_acronym.CHECK(Reading("prfaq", doc.text, ())))
    return Scored(1.0 * clean * _share(doc))


def so_what(doc: Doc) -> Scored:
    """A decision, a line or an owner: anywhere in the questions for one point, at the end for two."""
    asked = doc.parsed.questions
    if not asked:
        return Scored(0.0)
    inside = doc.text[doc.release_end :]
    last = [q for q in asked[-2:] if q.answer]
    at_end = [
        q
        for q in last
        if q.answer
        and (set(q.topics) & {"measures", "owner"} or hits("decisions", q.answer.text[:1500]) > 1)
        and any(c.isdigit() for c in q.answer.text)
    ]
    line = _LINE.search(inside)
    ends = bool(at_end) and hits("decisions", at_end[-1].answer.text[:1500] if at_end[-1].answer else "") > 0
    shown = tuple(q.question for q in at_end[-1:]) or (
        (Span.of(doc.text, doc.release_end + line.start(), doc.release_end + line.end()),) if line else ()
    )
    return Scored(1.0 * bool(line) + 1.0 * ends, shown)
