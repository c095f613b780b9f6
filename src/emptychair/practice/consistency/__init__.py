"""Does a reply fit the story? Numbers, who did it, and in which order.

A wrong accusation costs more than a miss: two places are only held against each other when they speak of the same thing, and
what may differ for a good reason (another time, another place, a part of the whole) is let through.
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency import contradictions
from emptychair.practice.consistency import _doers, _numbers, _order, _roles
from emptychair.practice.consistency._clash import Clash

__all__ = ("Clash", "clashes")


def clashes(story: str, reply: str) -> tuple[Clash, ...]:
    """Find where a reply does not fit the story.

    Example:
        >>> story = "I was a shift lead. Complaints fell from 40 a week to 9 a week within three months."
        >>> [it.kind for it in clashes(story, "Complaints fell from 60 a week to 9 a week.")]
        ['number']
        >>> [it.kind for it in clashes(story, "As the store manager I could decide that.")]
        ['role']
        >>> clashes(story, "At the other store complaints stayed at 38 a week.")
        ()
    """
    found = [clash for part in (_numbers, _roles, _doers, _order) for clash in part.find(story, reply)]
    found += [it for it in _facts(story, reply) if not any(it.told in other.told for other in found)]
    return tuple({(it.kind, it.told): it for it in found}.values())


def _facts(story: str, reply: str) -> Iterator[Clash]:
    """What the reader itself finds when it reads both as one text."""
    for it in contradictions(f"{story}\n\n{reply}"):
        if it.first.start < len(story) <= it.second.start:
            yield Clash("fact", it.first.text, it.second.text, it.message)
