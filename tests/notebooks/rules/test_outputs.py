"""Stored outputs."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest

from emptychair.notebooks import dumps
from emptychair.notebooks.rules import RULES, Subject


def fired(*outputs: object, tags: tuple[str, ...] = ()) -> set[str]:
    """The rules that fire on a lesson whose one cell has these outputs."""
    nb = builders.notebook(builders.code("show()", id="show", count=1, outputs=outputs, tags=tags))  # type: ignore[arg-type]
    subject = Subject(Path("lessons/01_outputs.ipynb"), "lesson", dumps(nb), nb)
    return {problem.rule for rule in RULES for problem in rule.problems(subject)}


@pytest.mark.parametrize(
    "text",
    ["0x1f", "the color #0a1b2c", "size 0xzz", "see https://example.org/home/ana/x", "notes/tmp/x", "src/home/ana"],
)
def test_output_passes_when_it_only_resembles_an_address_or_path(text: str) -> None:
    """Are short numbers, links and relative paths left in peace?"""
    assert fired(builders.printed(text)) == set()


@pytest.mark.parametrize(
    "path",
    ["/home/ana/x", "/Users/ana/x", "/root/x", "/tmp/x", "/var/folders/zz/x", r"C:\Users\ana\x", "file '/tmp/a'"],
)
def test_path_is_reported_when_it_is_a_machines(path: str) -> None:
    """Is a folder of one machine found on each system?"""
    assert fired(builders.printed(path)) == {"machine_path"}


def test_error_passes_when_the_lesson_wants_it() -> None:
    """Does the tag allow the error, and only the error?"""
    error = builders.raised("ValueError", "no such parcel")
    assert fired(error, tags=("raises-exception",)) == set()
    address = builders.raised("ValueError", "<Parcel at 0x7f00aa11bb22>")
    assert fired(address, tags=("raises-exception",)) == {"memory_address"}


def test_pictures_are_not_searched_when_they_hold_anything() -> None:
    """Is only text read, so that a picture's bytes cannot look like an address?"""
    assert fired(builders.shown({"image/png": "0xabcdef0123", "text/plain": "a chart"})) == set()
