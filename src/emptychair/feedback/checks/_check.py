"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from emptychair.feedback._model import Edit, Finding, Severity
from emptychair.feedback._reading import Reading

Place = tuple[int, int]
Remark = tuple[Place, str, str, Edit | None]
"""Where, what, why, and the smallest edit if there is one."""

ALL_KINDS = ("star", "prfaq", "prose")


@dataclass(frozen=True, slots=True)
class Check:
    """A fault (or a virtue) that can be pointed at. ``find`` yields remarks; at most ``most`` are shown."""

    name: str
    severity: Severity
    find: Callable[[Reading], Iterable[Remark]]
    kinds: tuple[str, ...] = ALL_KINDS
    most: int = 3

    def __call__(self, reading: Reading) -> Iterator[Finding]:
        """Look at a text."""
        for shown, ((start, end), message, hint, edit) in enumerate(self.find(reading)):
            if shown == self.most:
                return
            yield Finding(self.name, self.severity, start, end, message, hint, edit)
