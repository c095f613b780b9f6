"""Control groups, where the system lets us write them: what all processes of one submission may use together."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from emptychair.grading._limits import Limits

_ROOT = Path("/sys/fs/cgroup")
_OLD = ("memory", "pids")  # one hierarchy for each, before the unified one


@contextmanager
def nothing() -> Iterator[list[int]]:
    """No group at all."""
    yield []


class Group:
    """A group for one worker; one submission after the other lives in it.

    Args:
        name: Unique on this machine.
        limits: What is allowed in it.
        root: Where the groups are.
    """

    def __init__(self, name: str, limits: Limits, root: Path = _ROOT) -> None:
        self._folders = [path for parent in _parents(root) if (path := _make(parent / name, limits)) is not None]

    @contextmanager
    def handles(self) -> Iterator[list[int]]:
        """Open what a process writes itself into."""
        handles = []
        try:
            for folder in self._folders:
                with suppress(OSError):
                    handles.append(os.open(folder / "cgroup.procs", os.O_WRONLY | os.O_CLOEXEC))
            yield handles
        finally:
            for handle in handles:
                os.close(handle)

    def close(self) -> None:
        """Remove the group; whoever is still in it is ended first by the end of its namespace."""
        for folder in self._folders:
            for _attempt in range(20):
                try:
                    folder.rmdir()
                    break
                except OSError:
                    time.sleep(0.05)
        self._folders = []


def _parents(root: Path) -> list[Path]:
    if (root / "cgroup.controllers").is_file():
        own = Path("/proc/self/cgroup").read_text().strip().rpartition("::/")[2]
        return [root / own]
    return [root / kind for kind in _OLD]


def _settings(folder: Path, limits: Limits) -> Mapping[str, int]:
    wanted = {
        "memory.max": limits.memory + limits.disk,
        "memory.swap.max": 0,
        "memory.limit_in_bytes": limits.memory + limits.disk,
        "pids.max": limits.processes,
    }
    return {name: value for name, value in wanted.items() if (folder / name).exists()}


def _make(folder: Path, limits: Limits) -> Path | None:
    try:
        folder.mkdir()
    except OSError:
        return None
    settings = _settings(folder, limits)
    for name, value in settings.items():
        with suppress(OSError):
            (folder / name).write_text(str(value))
    if not settings:
        with suppress(OSError):
            folder.rmdir()
        return None
    return folder
