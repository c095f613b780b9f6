"""The rubric: twenty criteria, 100 points. Words and points stand in ``rubric.toml``, the counting in the modules beside."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from emptychair.feedback.prfaq import _asked, _prose, _release, _voices
from emptychair.feedback.prfaq._doc import Doc, Scored, read

CRITERIA: tuple[tuple[str, Callable[[Doc], Scored]], ...] = (
    ("heading", _release.heading),
    ("subheading", _release.subheading),
    ("dateline", _release.dateline),
    ("summary", _release.summary),
    ("problem", _release.problem),
    ("solution", _release.solution),
    ("leader_quote", _voices.leader_quote),
    ("getting_started", _voices.getting_started),
    ("customer_quote", _voices.customer_quote),
    ("call_to_action", _voices.call_to_action),
    ("length", _voices.length),
    ("external_faq", _asked.external_faq),
    ("internal_faq", _asked.internal_faq),
    ("risk", _asked.risk),
    ("tam", _asked.tam),
    ("sentences", _prose.short_sentences),
    ("weasels", _prose.weasels),
    ("numbers", _prose.numbers),
    ("acronyms", _prose.acronyms),
    ("so_what", _prose.so_what),
)


@cache
def rubric() -> dict[str, dict[str, Any]]:
    """Read ``rubric.toml``."""
    return tomllib.loads(Path(__file__).with_name("rubric.toml").read_text(encoding="utf-8"))


WRITING = frozenset({"sentences", "weasels", "numbers", "acronyms"})
"""Criteria that look at the whole text; one sentence more does not move them."""


@lru_cache(maxsize=64)
def scored(text: str) -> dict[str, Scored]:
    """Give the points of every criterion, whole numbers, none above what the criterion is worth."""
    return {name: points(name, text) for name, _ in CRITERIA}


@lru_cache(maxsize=1024)
def points(name: str, text: str) -> Scored:
    """Give the points of one criterion."""
    doc = read(text)
    if doc.empty:
        return Scored(0.0)
    found = dict(CRITERIA)[name](doc)
    return Scored(float(min(rubric()[name]["points"], int(found.points + 0.5))), found.evidence)


def standing(text: str) -> float:
    """Add up the points of release and questions."""
    return sum(points(name, text).points for name, _ in CRITERIA if name not in WRITING)
