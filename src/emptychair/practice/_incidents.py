"""Incidents of the shop to write up (``data/incidents.toml``): what people say, and which metric would have caught it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from emptychair._data import data_path
from emptychair._errors import EmptyChairError
from emptychair.practice._wrapped import wrapped

LETTERS = "abcdefgh"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A metric: ``kind`` is ``input``, ``symptom`` or ``output``; ``because`` says what it would have done."""

    text: str
    kind: str
    because: str


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody says who was there."""

    who: str
    said: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """What went wrong in a sentence, what people say about it, and metrics to choose from."""

    cause: str
    asked: str
    notes: tuple[Note, ...]
    metrics: tuple[Candidate, ...]

    def candidate(self, letter: str) -> Candidate | None:
        """The metric with this letter; None where there is none.

        Example:
            >>> scenario("kettle_seal").candidate("b").kind
            'input'
        """
        place = LETTERS.find(letter.lower()) if len(letter) == 1 else -1
        return self.metrics[place] if 0 <= place < len(self.metrics) else None


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Give all of them, in the order of the file.

    Example:
        >>> [it.cause for it in scenarios()]
        ['kettle_seal', 'north_carrier', 'refund_batch', 'code_ignored']
    """
    entries = tomllib.loads(data_path("incidents.toml").read_text(encoding="utf-8"))
    return tuple(
        Scenario(
            cause=name,
            asked=entry["asked"],
            notes=tuple(Note(**it) for it in entry["notes"]),
            metrics=tuple(Candidate(**it) for it in entry["metrics"]),
        )
        for name, entry in entries.items()
    )


def scenario(cause: str) -> Scenario:
    """Give one by the root cause it is about.

    Raises:
        EmptyChairError: There is none.
    """
    for found in scenarios():
        if found.cause == cause:
            return found
    raise EmptyChairError(f"data/incidents.toml has no {cause!r}; it has {', '.join(it.cause for it in scenarios())}.")


def read_choices(text: str) -> dict[str, str]:
    """Read "kettle_seal b, north_carrier a" as a person may have typed it; the last choice for an incident counts.

    Example:
        >>> read_choices("Kettle seal: B; refund_batch = c.")
        {'kettle_seal': 'b', 'refund_batch': 'c'}
    """
    names = "|".join(it.cause.replace("_", "[_ ]") for it in scenarios())
    found = re.findall(rf"\b({names})\W+([a-h])\b", text, re.IGNORECASE)
    return {name.lower().replace(" ", "_"): letter.lower() for name, letter in found}


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of errors that the lesson shows."""

    job: str
    text: str

    def __str__(self) -> str:
        return wrapped(self.text)


@cache
def corrections() -> dict[str, Correction]:
    """Give the three of ``data/corrections.toml``.

    Example:
        >>> list(corrections())
        ['weak', 'middling', 'strong']
    """
    entries = tomllib.loads(data_path("corrections.toml").read_text(encoding="utf-8"))
    return {level: Correction(it["job"], it["text"].strip()) for level, it in entries.items()}
