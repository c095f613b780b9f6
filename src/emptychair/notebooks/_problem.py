"""What a hygiene rule has to say about one place in one notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule.

    >>> print(Problem(Path("lessons/06_star.ipynb"), "share", "long_code_cell", "18 lines of code.", "Split it."))
    lessons/06_star.ipynb, cell `share`: 18 lines of code. Split it.
    """

    path: Path
    """The notebook, relative to the course folder."""
    cell: str | None
    """The id of the cell; None when the notebook as a whole is meant."""
    rule: str
    message: str
    """What is wrong: a sentence."""
    fix: str
    """What to do: a sentence."""

    def __str__(self) -> str:
        place = self.path.as_posix() if self.cell is None else f"{self.path.as_posix()}, cell `{self.cell}`"
        return " ".join(f"{place}: {self.message} {self.fix}".split())
