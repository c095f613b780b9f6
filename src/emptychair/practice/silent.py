"""The silent reading: a document, a clock, a decision with reasons, and the reader's gates beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from emptychair._data import data_path
from emptychair.feedback import Gate, prfaq
from emptychair.practice import press
from emptychair.practice.press._budget import words

WORDS_A_MINUTE: Final = 150
"""The pace of a review: about six pages in the first twenty minutes of the meeting."""
_DECIDES: Final = {"ready for the room": "yes", "another draft": "again", "start again": "no"}


class Document(NamedTuple):
    """Something to read and decide on."""

    name: str
    place: str
    draft: press.Draft
    beyond: str

    @property
    def words(self) -> int:
        """Count its words."""
        return words(press.compose(self.draft))

    @property
    def minutes(self) -> int:
        """Minutes that the room is given for it."""
        return -(-self.words // WORDS_A_MINUTE)


class Sitting(NamedTuple):
    """Documents, decisions and reasons of ``data/silent_reading.toml``."""

    decisions: dict[str, str]
    reasons: dict[str, str]
    documents: tuple[Document, ...]


@cache
def sitting() -> Sitting:
    """Read ``data/silent_reading.toml`` and its documents.

    Example:
        >>> [(it.name, it.minutes) for it in sitting().documents]
        [('night_dose', 5), ('seat_swap', 2)]
    """
    entry = tomllib.loads(data_path("silent_reading.toml").read_text(encoding="utf-8"))
    documents = tuple(
        Document(name, it["place"], press.sample(name), it["beyond"]) for name, it in entry["documents"].items()
    )
    return Sitting(entry["decisions"], entry["reasons"], documents)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A decision beside the reader's.

    Attributes:
        ours: The reader's decision.
        score: Its score.
        alike: Gates that the person gave as a reason too.
        missed: Gates that the person did not give.
        own: Reasons of the person's that are no gate of the reader's.
    """

    ours: str
    score: int
    alike: tuple[Gate, ...]
    missed: tuple[Gate, ...]
    own: tuple[str, ...]


def compare(draft: press.Draft, reasons: Collection[str]) -> Comparison:
    """Read the draft and put the person's reasons beside the gates.

    Example:
        >>> weak = sitting().documents[1].draft
        >>> found = compare(weak, {"no_numbers", "contradiction"})
        >>> found.ours, [it.name for it in found.alike], found.own
        ('no', ['no_numbers'], ('contradiction',))
    """
    review = prfaq.review(press.compose(draft))
    names = {gate.name for gate in review.gates}
    return Comparison(
        ours=_DECIDES[review.verdict],
        score=review.score,
        alike=tuple(gate for gate in review.gates if gate.name in reasons),
        missed=tuple(gate for gate in review.gates if gate.name not in reasons),
        own=tuple(name for name in sitting().reasons if name in reasons and name not in names),
    )
