"""The vocabulary of a STAR answer."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Component = Literal["situation", "task", "action", "result", "reflection", "other"]
COMPONENTS: tuple[Component, ...] = get_args(Component)

LETTERS: dict[Component, str] = {
    "situation": "S",
    "task": "T",
    "action": "A",
    "result": "R",
    "reflection": "+",
    "other": "·",
}
"""Letters stand beside colors everywhere: a component is never told by color alone."""

WORDS_PER_MINUTE = 140
"""Speaking pace used to turn words into seconds (130–160 is the usual range)."""


class Labelled(NamedTuple):
    """A sentence and the part of the answer it plays. ``text`` is exactly what stands at ``[start:end]``."""

    text: str
    start: int
    end: int
    component: Component


class Band(NamedTuple):
    """A target for the share of words, in percent. Third-party consensus; Amazon publishes none."""

    name: str
    components: tuple[Component, ...]
    low: int
    high: int


BANDS = (
    Band("S+T", ("situation", "task"), 20, 30),
    Band("A", ("action",), 50, 60),
    Band("R", ("result", "reflection"), 15, 25),
)
