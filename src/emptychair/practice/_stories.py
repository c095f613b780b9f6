"""The learner's own stories, and how well each answers a question."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from emptychair.feedback import star
from emptychair.practice._bank import PRINCIPLES, Question

_SHOWN = 0.6  # chance from which a kind of evidence counts as there
_WITHOUT_WORDS = 0.5  # what is left of a principle whose subject is not mentioned
_FLOOR = 0.3  # part of the score that does not depend on the question


@dataclass(frozen=True, slots=True)
class Story:
    """One true story of the learner. ``fits`` are ids of questions that it answers whatever the reader thinks."""

    title: str
    text: str
    happened: date | None = None
    fits: frozenset[str] = frozenset()


@cache
def _wanted() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("principles.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def _flat(text: str) -> str:
    return " " + " ".join(re.sub(r"[^\w$€£%'’]+", " ", text.lower()).replace("’", "'").replace("%", " %").split())


def _mentions(text: str, beginnings: Sequence[str]) -> bool:
    """Does a word of the text begin like this? A beginning that ends in a space is a whole word."""
    flat = _flat(text) + " "
    return any(f" {it}" in flat for it in beginnings)


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[int, dict[str, float]]:
    """Give the reader's score, and for each principle the share (0–1) of what it asks for."""
    chances = star.evidence(text)
    shown = {kind for kind, some in chances.items() if max(some, default=0.0) >= _SHOWN}
    shares = {}
    for principle in PRINCIPLES:
        wanted = _wanted()[principle]
        share = len(shown & set(wanted["shows"])) / len(wanted["shows"])
        named = "words" not in wanted or _mentions(text, wanted["words"])
        shares[principle] = share if named else share * _WITHOUT_WORDS
    return star.review(text).score, shares


def story_fit(story: Story, question: Question) -> int:
    """Say how well a story answers a question, 0 to 100: the reader's score, less what the question looks at and the story lacks.

    Example:
        >>> from emptychair.practice import question, telling
        >>> strong, weak = (Story("Night noise", telling("nursing-night-noise", it).text) for it in ("strong", "weak"))
        >>> story_fit(strong, question("unspoken_need")) > 60 > story_fit(weak, question("unspoken_need"))
        True
    """
    if question.id in story.fits:
        return 100
    score, shares = _read(story.text)
    if question.subject and not _mentions(story.text, question.subject):
        return round(score * _FLOOR)
    weights = [2, *(1 for _ in question.principles[1:])]  # the main principle counts double
    share = sum(w * shares[name] for w, name in zip(weights, question.principles, strict=True)) / sum(weights)
    return round(score * (_FLOOR + (1 - _FLOOR) * share))


def principles_of(story: Story, least: float = 0.75) -> tuple[str, ...]:
    """Name the principles of which a story shows at least this share, the best shown first.

    Example:
        >>> principles_of(Story("Nothing", "It was fine."))
        ()
    """
    _, shares = _read(story.text)
    return tuple(name for name in sorted(shares, key=lambda name: -shares[name]) if shares[name] >= least)


def fit_table(stories: Sequence[Story], questions: Sequence[Question]) -> tuple[tuple[int, ...], ...]:
    """Set stories (rows) against questions (columns)."""
    return tuple(tuple(story_fit(story, question) for question in questions) for story in stories)
