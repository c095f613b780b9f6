"""A process and all that came from it, as far as they live: what they burn together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


class Family:
    """The family of a process.

    Args:
        pid: The eldest.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._seen: dict[int, float] | None = None

    def burnt(self) -> float:
        """Seconds of processor time since it was last asked; none the first time.

        >>> Family(os.getpid()).burnt()
        0.0
        """
        now, before = dict(self._seconds()), self._seen
        self._seen = now
        if before is None:
            return 0.0
        return sum(max(0.0, seconds - before.get(pid, 0.0)) for pid, seconds in now.items())

    def _seconds(self) -> Iterator[tuple[int, float]]:
        ticks = os.sysconf("SC_CLK_TCK")
        found = dict(_processes())
        for pid in found:
            above = pid
            while above in found and above != self._pid:
                above = found[above][0]
            if above == self._pid:
                yield pid, found[pid][1] / ticks


def _processes() -> Iterator[tuple[int, tuple[int, int]]]:
    """All processes in sight: the parent of each and its ticks of processor time."""
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            fields = entry.read_text().rpartition(")")[2].split()
            yield int(entry.parent.name), (int(fields[1]), int(fields[11]) + int(fields[12]))
