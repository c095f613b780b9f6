"""Which of the learner's cells is which of the instructor's, whatever has become of its metadata."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Cell = Mapping[str, Any]

_ALIKE = 0.5
_LONGEST = 5_000  # characters whose words are counted
_DEFINED = re.compile(r"^(?:def|class|async def)\s+(\w+)|^(\w+)\s*=(?!=)|^%%answer\s+(\w+)", re.MULTILINE)


def match(skeleton: Sequence[Cell], learners: Sequence[Cell]) -> dict[int, int]:
    """Find the learner's version of each cell that nbgrader keeps account of.

    By grade id first, then by cell id, and for cells that have lost both by what they define, by what they say and by
    where they stand.

    Args:
        skeleton: The instructor's cells, in the form of `emptychair.grading._notebook.cells_of`; those without a
            grade id are nobody's to match.
        learners: The learner's cells in the same form.

    Returns:
        The place of the learner's cell for the place of the instructor's.

    >>> stub = {"type": "code", "source": "def f(): ...", "id": "f", "grade_id": "f"}
    >>> match([stub], [{**stub, "grade_id": "", "id": ""}, {**stub, "source": "1"}])
    {0: 1}
    """
    marked = [place for place, cell in enumerate(skeleton) if cell["grade_id"]]
    found: dict[int, int] = {}
    for key in ("grade_id", "id"):
        for place in marked:
            name = skeleton[place]["grade_id"] if key == "grade_id" else skeleton[place]["id"]
            same = [number for number, cell in enumerate(learners) if name and cell[key] == name]
            free = [number for number in same if number not in found.values()]
            if place not in found and free:
                found[place] = _worked_on(skeleton[place], learners, free)
    taken = {number for number, cell in enumerate(learners) if cell["grade_id"]} | set(found.values())
    if len(found) == len(marked):
        return found
    looks = [_Look(cell) for cell in learners]
    for way in (_by_likeness, _by_place):
        for place in marked:
            number = None if place in found else way(place, skeleton, looks, found, taken)
            if number is not None:
                found[place] = number
                taken.add(number)
    return found


def _worked_on(original: Cell, learners: Sequence[Cell], copies: Sequence[int]) -> int:
    """Of several copies of a cell the last one that was worked on: running the notebook, it would have the last word."""
    changed = [number for number in copies if learners[number]["source"].strip() != original["source"].strip()]
    return (changed or list(copies))[-1]


@dataclass(frozen=True)
class _Look:
    """What a cell looks like, worked out once: a stranger may hand in two thousand, and each is held against many."""

    cell: Cell

    @cached_property
    def names(self) -> frozenset[str]:
        """What it defines."""
        return frozenset(name for names in _DEFINED.findall(self.cell["source"]) for name in names if name)

    @cached_property
    def words(self) -> Counter[str]:
        return Counter(re.findall(r"\w+", self.cell["source"][:_LONGEST]))


def _by_likeness(
    place: int, skeleton: Sequence[Cell], looks: Sequence[_Look], found: Mapping[int, int], taken: set[int]
) -> int | None:
    """The best cell between the neighbors that were found, if it is good enough."""
    original = _Look(skeleton[place])
    scored = [(_likeness(original, looks[number]), number) for number in _between(place, looks, found, taken)]
    best = max(scored, default=(0.0, -1), key=lambda pair: (pair[0], -pair[1]))
    return best[1] if best[0] >= _ALIKE else None


def _by_place(
    place: int, skeleton: Sequence[Cell], looks: Sequence[_Look], found: Mapping[int, int], taken: set[int]
) -> int | None:
    """The only cell of its type between the neighbors: a written answer has nothing in common with its stub."""
    plain = {cell["source"].strip() for cell in skeleton if not cell["grade_id"]}
    there = [
        number
        for number in _between(place, looks, found, taken)
        if looks[number].cell["type"] == skeleton[place]["type"] and looks[number].cell["source"].strip() not in plain
    ]
    return there[0] if len(there) == 1 else None


def _between(place: int, learners: Sequence[_Look], found: Mapping[int, int], taken: set[int]) -> list[int]:
    before = max((number for other, number in found.items() if other < place), default=-1)
    after = min((number for other, number in found.items() if other > place), default=len(learners))
    between = range(before + 1, after) if before < after else range(len(learners))
    return [number for number in between if number not in taken]


def _likeness(original: _Look, other: _Look) -> float:
    """How much alike two cells are, from 0 to 1 by their words, and above where they define the same names."""
    shared = 1.0 if original.names and original.names <= other.names else 0.0
    both = original.words.total() + other.words.total()
    alike = 2 * (original.words & other.words).total() / both if both else 0.0
    return shared + (alike if original.cell["type"] == other.cell["type"] else alike / 2)
