"""What is found: two places of a text that cannot both be true."""

from __future__ import annotations

from dataclasses import dataclass

from emptychair.feedback._model import Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that disagree, or one whose arithmetic is off."""

    kind: str
    first: Span
    second: Span
    message: str
