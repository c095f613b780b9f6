"""Words as they are compared: without endings, without what every sentence has."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from emptychair.feedback import star
from emptychair.feedback._lexicon import words_of
from emptychair.feedback._text import words

_SHARED, _SHARE = 2, 0.6  # words two pieces have in common, and what part of the shorter one that is


@cache
def _lists() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """Give a list of ``words.toml``."""
    return frozenset(_lists()[name])


@lru_cache(maxsize=64)
def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text into its sentences."""
    return tuple(it.text for it in star.label(text))


def stem(word: str) -> str:
    """Cut endings, so that “call”, “calls” and “called” are one word.

    Example:
        >>> stem("called") == stem("calls") == stem("Call")
        True
    """
    low = word.lower()
    ending = next((it for it in ("ing", "ed", "es", "s", "e") if low.endswith(it) and len(low) > len(it) + 2), "")
    return low.removesuffix(ending)[:6]


def bare(verb: str) -> str:
    """Give a verb without its time.

    Example:
        >>> bare("rang"), bare("asked")
        ('ring', 'ask')
    """
    low = verb.lower()
    return stem(_lists()["past"].get(low, low))


def is_light(verb: str) -> bool:
    """Is it a verb that everybody does?"""
    return verb in _light()


@cache
def _light() -> frozenset[str]:
    return frozenset(map(stem, listed("light")))


@cache
def _plain() -> frozenset[str]:
    return words_of("function_words") | words_of("number_words") | listed("fractions")


def is_past(word: str) -> bool:
    """Can the word be a verb in its past form?

    Example:
        >>> [is_past(it) for it in ("rang", "asked", "bed", "need")]
        [True, True, False, False]
    """
    low = word.lower()
    return low in _lists()["past"] or (len(low) > 4 and low.endswith("ed") and not low.endswith("eed"))


@lru_cache(maxsize=256)
def content(text: str) -> frozenset[str]:
    """Give the words that say something, as stems."""
    said = (word for word in words(text) if len(word) > 2 and not word[0].isdigit() and word.lower() not in _plain())
    return frozenset(map(bare, said)) - _light()


def same(one: str, other: str) -> bool:
    """Do two pieces speak of the same thing?

    Example:
        >>> same("Complaints fell from 40 a week.", "The complaints fell a lot."), same("I rang her.", "I rang the bank.")
        (True, False)
    """
    a, b = content(one), content(other)
    return len(a & b) >= _SHARED and len(a & b) >= _SHARE * min(len(a), len(b))


def elsewhere(told: str, now: str) -> bool:
    """Does the reply speak of another time, place or part than the story, or one of the two of a wish?"""
    new = _marks(now) - _marks(told)
    wished = _marks(now) ^ _marks(told)
    return bool(new & listed("elsewhere") or wished & listed("wished") or _times(now) - _times(told))


@lru_cache(maxsize=512)  # a sentence is held against many
def _marks(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words(text))


_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|spring|summer|autumn|fall of|winter|morning|evening|night|(?:19|20)\d\d)\b"
)


@lru_cache(maxsize=512)
def _times(text: str) -> frozenset[str]:
    return frozenset(_TIME.findall(text))
