"""Texts that widgets show, read aloud like those of the lessons."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from course.hand_ins import ROOT
from course.prose import blocks, sentences, words
from course.test_frame import LONGEST_BLOCK, LONGEST_SENTENCE

DATA = ROOT / "data"
EXHIBITS = {"corpus", "press", "rewrites.toml"}
"""What people wrote or said in these is what the learner works on, long sentences included."""
TEXTS = sorted(path for path in DATA.rglob("*.toml") if not EXHIBITS & set(path.relative_to(DATA).parts))


def _strings(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a file, with its place."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(one, f"{at}.{key}".lstrip("."))


def _long(data: Any) -> list[tuple[str, str]]:
    """Blocks and sentences that are too long, with their places."""
    found = [(at, block) for at, text in _strings(data) for block in blocks(text)]
    over = [(at, block) for at, block in found if words(block) > LONGEST_BLOCK]
    return over + [(at, it) for at, block in found for it in sentences(block) if words(it) > LONGEST_SENTENCE]


@pytest.mark.parametrize("path", TEXTS, ids=[path.relative_to(DATA).as_posix() for path in TEXTS])
def test_texts_of_widgets_can_be_read_aloud(path: Path) -> None:
    """Is no paragraph over 90 words and no sentence over 30?"""
    assert _long(tomllib.loads(path.read_text(encoding="utf-8"))) == []


def test_what_is_too_long() -> None:
    """Are a long sentence and a long paragraph found, wherever they stand?"""
    sentence, block = "word " * 31, "A word or two. " * 23
    assert _long({"a": [{"b": "Short."}, {"b": sentence.strip() + "."}]}) == [("a.1.b", sentence.strip() + ".")]
    assert _long({"a": block}) == [("a", block.strip())]
