"""A PR/FAQ as the rubric sees it, and what the rubric gives back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback._text import count_words
from emptychair.feedback.consistency import Contradiction, contradictions
from emptychair.feedback.prfaq._lines import shown
from emptychair.feedback.prfaq._model import PressReleaseFAQ
from emptychair.feedback.prfaq._parse import LONGEST, parse


class Scored(NamedTuple):
    """Points earned, and the pieces that earned them."""

    points: float
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)  # no slots: the cached properties need a place
class Doc:
    """A document with everything that more than one criterion asks for."""

    text: str
    parsed: PressReleaseFAQ

    @cached_property
    def empty(self) -> bool:
        """Is there no word at all?"""
        return not any(character.isalnum() for character in self.text)

    @cached_property
    def release_end(self) -> int:
        """Where the press release ends and the first question begins."""
        asked = self.parsed.questions
        return asked[0].question.start if asked else len(self.text)

    @cached_property
    def release(self) -> str:
        """The press release."""
        return self.text[: self.release_end]

    @cached_property
    def release_words(self) -> int:
        """Words of the press release."""
        return count_words(self.release)

    @cached_property
    def faq_words(self) -> int:
        """Words of the questions and answers."""
        return self.words - self.release_words if self.parsed.questions else 0

    @cached_property
    def words(self) -> int:
        """Words of the document."""
        return count_words(self.text)

    @cached_property
    def clashes(self) -> tuple[Contradiction, ...]:
        """Numbers that contradict each other."""
        return contradictions(self.text)


@lru_cache(maxsize=32)
def read(text: str) -> Doc:
    """Read a document, no further than a reviewer would."""
    return Doc(shown(text[:LONGEST]), parse(text))


def piece(text: str, section: Span, match: re.Match[str] | None) -> tuple[Span, ...]:
    """Quote the match of a pattern inside a section, as a place in the document."""
    if match is None:
        return ()
    return (Span.of(text, section.start + match.start(), section.start + match.end()),)
