"""As what somebody was there: a shift lead in the story is not the store manager in the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.practice.consistency._acts import acts
from emptychair.practice.consistency._clash import Clash
from emptychair.practice.consistency._words import listed, sentences_of

_BECAME = re.compile(r"\b(?:later|became|become|promoted|before that|since|then|today|now|used to)\b", re.IGNORECASE)

_AS = re.compile(r"\bas (?:the|a|an) ((?:[a-z-]+ )?[a-z-]+),? I\b", re.IGNORECASE)  # whatever the job


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One's own role, and that of somebody who acts in the story."""
    job = f"(?:{'|'.join(sorted(listed('jobs'), key=len, reverse=True))})"
    title = rf"((?:[a-z]+[ -]){{0,3}}?{job})\b(?!['’]s)"
    own = (
        rf"\bI (?:was|am|worked as)(?: then| still)? (?:an?|the|their|our) {title}"
        rf"|\bas (?:an?|the|their|our) {title}(?=[^.;]{{0,60}}\bI\b)|\bI ({job})(?:ed)? (?:at|in|for|with)\b"
    )
    other = rf"\b(?:my|our|the|her|his) {title}"
    return re.compile(own, re.IGNORECASE), re.compile(other, re.IGNORECASE)


def find(story: str, reply: str) -> Iterator[Clash]:
    """Find a role in the reply that is not the one of the story, or that belongs to somebody else there."""
    own, other = _patterns()
    told = {_head(role): role for role in map(_role, own.finditer(story))}
    others = {_head(it[1]): it[0] for it in other.finditer(own.sub(" ", story))} | _actors(story)
    for sentence in sentences_of(reply):
        found = own.search(sentence) or _AS.search(sentence)
        now = _head(_role(found)) if found else ""
        if not found or now in told or _BECAME.search(sentence):
            continue
        if found.re is own and told and not _BECAME.search(story):
            was = next(iter(told.values()))
            yield Clash("role", was, _role(found), f"In the story you were “{was}”, in the reply “{_role(found)}”.")
        elif now in others:
            yield Clash(
                "role",
                others[now],
                _role(found),
                f"In the story “{others[now]}” is somebody else, in the reply it is you.",
            )


def _actors(story: str) -> dict[str, str]:
    """Whoever else acts in the story, by the last word: “the curator”."""
    subjects = (it.subject for sentence in sentences_of(story) for it in acts(sentence) if it.who == "other")
    return {_head(it): it for it in subjects if it.lower().startswith(("the ", "my ", "our "))}


def _role(found: re.Match[str]) -> str:
    return next(it for it in found.groups() if it)


def _head(role: str) -> str:
    return role.lower().replace("-", " ").split()[-1].removesuffix("er")
