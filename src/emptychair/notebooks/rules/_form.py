"""The file itself: its name and its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from emptychair.notebooks._canonical import dumps
from emptychair.notebooks.rules._model import CLEAN, Fault, Subject

SLUG: Final = re.compile(r"\d\d_[a-z0-9]+(_[a-z0-9]+)*")
_SNAKE: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def misnamed(subject: Subject) -> Iterator[Fault]:
    """One slug names lesson, folder and question bank; it must be the same kind of word everywhere."""
    parts = subject.path.with_suffix("").parts[1:]
    fix = "Rename it in the manner of 06_star_answers."
    if subject.role == "lesson" and not (len(parts) == 1 and SLUG.fullmatch(parts[0])):
        yield Fault(None, "A lesson stands directly in lessons/ and is called NN_slug.ipynb, in snake_case.", fix)
    if subject.role == "solution" and not (len(parts) == 2 and SLUG.fullmatch(parts[0]) and _SNAKE.fullmatch(parts[1])):
        yield Fault(None, "A solution stands in solutions/NN_slug/, folder and file in snake_case.", fix)


def not_canonical(subject: Subject) -> Iterator[Fault]:
    """Another order, indent or line end than ours."""
    if subject.text != dumps(subject.notebook):
        yield Fault(None, "The file is not written in canonical JSON.", CLEAN)
