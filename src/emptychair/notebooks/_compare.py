"""Two folder trees, compared in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Final, Literal

from emptychair._errors import EmptyChairError
from emptychair.notebooks._read import read
from emptychair.notebooks._roles import is_hidden

MEND: Final = "Run `emptychair release`."
_SAID: Final = {
    "missing": "is missing; solutions/ makes it",
    "stale": "is stale; nothing in solutions/ makes it",
    "different": "differs from what solutions/ makes",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One file in which the release on disk is not what the sources make.

    >>> print(Difference(Path("exercises/06_star/star.ipynb"), "different", "share"))
    exercises/06_star/star.ipynb differs from what solutions/ makes, first in cell `share`. Run `emptychair release`.
    """

    path: Path
    kind: Literal["missing", "stale", "different"]
    cell: str | None = None
    """The first differing cell of a notebook; None when the difference is elsewhere."""

    def __str__(self) -> str:
        place = "" if self.cell is None else f", first in cell `{self.cell}`"
        return f"{self.path.as_posix()} {_SAID[self.kind]}{place}. {MEND}"


def compare(wanted: Path, found: Path, shown: Path) -> Iterator[Difference]:
    """How ``found`` falls short of ``wanted``; ``shown`` is what to call ``found``."""
    left, right = _files(wanted), _files(found)
    for name in sorted(left | right):
        if name not in right:
            yield Difference(shown / name, "missing")
        elif name not in left:
            yield Difference(shown / name, "stale")
        elif (wanted / name).read_bytes() != (found / name).read_bytes():
            cell = _first_cell(wanted / name, found / name) if name.suffix == ".ipynb" else None
            yield Difference(shown / name, "different", cell)


def _files(folder: Path) -> set[Path]:
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path for path in inside if not is_hidden(path)}


def _first_cell(wanted: Path, found: Path) -> str | None:
    try:
        pairs = zip_longest(read(wanted).cells, read(found).cells)
    except EmptyChairError:
        return None  # it is no notebook any more, which is difference enough
    for ours, theirs in pairs:
        if ours != theirs:
            cell = theirs if ours is None else ours
            return str(cell.get("id", "")) or None
    return None
