"""Does the story answer what was asked?

A reader without a language model cannot tell in general. It can tell that a story for "a time you said no" has no no in it, or one
for "a time you gave up revenue" no price. Which themes it knows, and of which it is sure, stands in ``themes.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from emptychair.feedback._model import Finding
from emptychair.feedback._text import Sentence

_HINT = (
    "Answer the question that was asked in your first or second sentence; a good story for another one does not count."
)
_HEARD = 20_000  # characters; nobody comes to the point later


class Theme(NamedTuple):
    """Something that a question can ask for, and how a story shows it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    message: str
    sure: bool
    unlike: re.Pattern[str] | None  # what makes sure that it is not there

    def certain(self, heard: str) -> bool:
        """Is a story without the thing surely no answer?"""
        return self.sure or bool(self.unlike and self.unlike.search(heard))


@cache
def _themes() -> tuple[Theme, ...]:
    listed = tomllib.loads(Path(__file__).with_name("themes.toml").read_text(encoding="utf-8"))
    return tuple(
        Theme(
            _starting(it["asked"]),
            _starting(it["told"]),
            it["message"],
            it.get("sure", False),
            _starting(it["unlike"]) if "unlike" in it else None,
        )
        for it in listed.values()
    )


def _starting(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


@lru_cache(maxsize=64)
def _asked(question: str) -> tuple[Theme, ...]:
    return tuple(it for it in _themes() if it.asked.search(question))


def missing(text: str, question: str | None) -> Theme | None:
    """Give what the question asks for and the text does not have; themes that the reader is sure of come first.

    Example:
        >>> missing("I rang every guest on the list.", "Tell me about a time you said no.").message
        'The question asks for a no. Where in the story is it?'
        >>> missing("I rang every guest on the list.", None)
    """
    heard = text[:_HEARD]
    lacking = [it for it in (_asked(question) if question else ()) if not it.told.search(heard)]
    lacking = [it._replace(sure=it.certain(heard)) for it in lacking]
    return max(lacking, key=lambda theme: theme.sure, default=None)


def beside_the_question(text: str, cut: tuple[Sentence, ...], question: str | None) -> Finding | None:
    """Say so in a remark at the first sentence."""
    theme = missing(text, question)
    if theme is None or not cut:
        return None
    return Finding("relevance", "essential", cut[0].start, cut[0].end, theme.message, _HINT)
