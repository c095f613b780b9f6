"""Control groups, where the system lets us write them: what all processes of one submission may use together."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from emptychair.grading._limits import Limits

ROOT = Path("/sys/fs/cgroup")
_OLD = ("memory", "pids")  # one hierarchy for each, before the unified one
_PATIENCE = 10.0


class Group:
    """Where all processes of one submission are, and how one knows that they are gone.

    Args:
        name: Unique on this machine.
        limits: What is allowed in it.
        root: Where the system keeps groups; none are made without one.
    """

    def __init__(self, name: str, limits: Limits, root: Path | None = ROOT) -> None:
        made = [_make(parent / name, limits) for parent in (_parents(root) if root else ())]
        self._folders = [path for path in made if path is not None]
        self._over: int | None = None

    @contextmanager
    def handles(self) -> Iterator[list[int]]:
        """Open what the next submission's first process takes over, when the last one's are all gone.

        The first handle is open as long as one of them lives; into the others it writes itself.
        """
        self._wait()
        self._over, alive = os.pipe()
        handles = [alive]
        try:
            for folder in self._folders:
                with suppress(OSError):
                    handles.append(os.open(folder / "cgroup.procs", os.O_WRONLY | os.O_CLOEXEC))
            yield handles
        finally:
            for handle in handles:
                os.close(handle)

    def _wait(self) -> None:
        handle, self._over = self._over, None  # taken at once: the pool may be closed by another thread
        if handle is None:
            return
        over = select.poll()
        over.register(handle)
        if not over.poll(_PATIENCE * 1000):
            self._kill()
        os.close(handle)

    def _kill(self) -> None:
        for folder in self._folders:
            with suppress(OSError, ValueError):
                for pid in (folder / "cgroup.procs").read_text().split():
                    os.kill(int(pid), signal.SIGKILL)

    def close(self) -> None:
        """Remove the group."""
        self._wait()
        for folder in self._folders:
            for _attempt in range(20):
                try:
                    folder.rmdir()
                    break
                except OSError:
                    self._kill()
                    time.sleep(0.05)
        self._folders = []


def sweep(root: Path = ROOT) -> None:
    """Remove the groups of graders that were killed."""
    for folder in (one for parent in _parents(root) for one in parent.glob("emptychair-*-*")):
        owner = folder.name.split("-")[1]
        if owner.isdigit() and not Path("/proc", owner).exists():
            with suppress(OSError):
                folder.rmdir()


def _parents(root: Path) -> list[Path]:
    """Where groups can be made; on the unified hierarchy our own group if it hands on its limits, else the top one."""
    if not (root / "cgroup.controllers").is_file():
        return [root / kind for kind in _OLD]
    own = root / Path("/proc/self/cgroup").read_text().strip().rpartition("::/")[2]
    for parent in (own, root):
        with suppress(OSError):
            if "pids" in (parent / "cgroup.subtree_control").read_text().split():
                return [parent]
    return []


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
