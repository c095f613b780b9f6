"""A correction of errors as it is typed: fields in, one text out, and which field a place in the text belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from emptychair.feedback.coe import PARTS

WHYS, ACTIONS = 5, 4
LONGEST: Final = 4000
"""Characters of a field that are read."""
_ACTION = ("what", "owner", "date")
FIELDS: Final = (
    "impact",
    "timeline",
    *(f"whys-{n}" for n in range(WHYS)),
    "metric",
    *(f"actions-{n}-{name}" for n in range(ACTIONS) for name in _ACTION),
)
"""The fields of the form by their names, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text, and for each field where it stands in it."""

    text: str
    places: tuple[tuple[str, int, int], ...]

    def field_at(self, place: int) -> str:
        """The field at a place of the text, or the nearest one below it.

        Example:
            >>> written({"impact": "40 guests waited."}, "").field_at(14)
            'impact'
        """
        return next(
            (name for name, _, end in self.places if place < end), self.places[-1][0] if self.places else FIELDS[0]
        )


def readable(draft: object) -> dict[str, str]:
    """Keep of anything what can be a draft.

    Example:
        >>> readable({"impact": "40", "metric": 3, "gift": "x"})
        {'impact': '40'}
    """
    if not isinstance(draft, dict):
        return {}
    return {name: draft[name][:LONGEST] for name in FIELDS if isinstance(draft.get(name), str) and draft[name].strip()}


def written(draft: dict[str, str], title: str) -> Written:
    """Put a draft together as Markdown; parts without a word are left out.

    Example:
        >>> print(written({"whys-0": "The van left at six.", "actions-0-what": "Move the van", "actions-0-date": "May 3"}, "Late").text)
        # Late
        <BLANKLINE>
        ## Five whys
        <BLANKLINE>
        1. The van left at six.
        <BLANKLINE>
        ## Actions
        <BLANKLINE>
        - Move the van — by May 3
    """
    text, places = f"# {title}" if title else "", []
    for part, heading in PARTS.items():
        entries = list(_entries(part, draft))
        if entries:
            text += f"\n\n## {heading}\n"
        for name, lead, entry in entries:
            text += f"\n{lead}"
            places.append((name, len(text), len(text) + len(entry)))
            text += entry
    return Written(text, tuple(places))


def _entries(part: str, draft: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Name of the field, what stands before it, and its text on one line where the part is a list."""
    if part == "whys":
        filled = [name for name in FIELDS if name.startswith("whys-") and draft.get(name)]
        yield from ((name, f"{n}. ", " ".join(draft[name].split())) for n, name in enumerate(filled, 1))
    elif part == "actions":
        for n in range(ACTIONS):
            what, owner, date = (" ".join(draft.get(f"actions-{n}-{name}", "").split()) for name in _ACTION)
            line = " — ".join(filter(None, (what, owner and f"owner: {owner}", date and f"by {date}")))
            if line:
                yield f"actions-{n}-what", "- ", line
    elif draft.get(part):
        yield part, "", draft[part].strip()


def as_rows(draft: dict[str, str]) -> dict[str, Any]:
    """Every field, empty where nothing is written."""
    return {name: draft.get(name, "") for name in FIELDS}
