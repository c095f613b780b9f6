"""Where kernels come from: a sandboxed process for each notebook, which starts one and talks to it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from emptychair._process import environment
from emptychair.grading._limits import Limits
from emptychair.grading.engine import _sandbox
from emptychair.grading.engine._groups import Group


class Kernels:
    """The counterpart of `emptychair.grading.engine._home.Home` for real kernels.

    Args:
        sandbox: Whether there is one.
        hide: Folders that must not be seen in it.
    """

    def __init__(self, *, sandbox: bool, hide: Sequence[Path]) -> None:
        self._sandbox, self._hide = sandbox, hide
        self._running: set[subprocess.Popen[bytes]] = set()

    def begin(self, limits: Limits, warm: Sequence[str], group: Group) -> socket.socket:
        """Start the process for one notebook, and give the line to it."""
        del limits, warm
        self._running = {process for process in self._running if process.poll() is None}
        ours, theirs = socket.socketpair()
        with theirs, group.handles() as handles:
            passed = [theirs.fileno(), *handles]
            program = [sys.executable, "-P", "-m", "emptychair.grading.engine._kernel"]
            program += ["sandboxed" if self._sandbox else "unsandboxed", ",".join(map(str, passed))]
            line = _sandbox.command(program, self._hide, _specifications()) if self._sandbox else program
            self._running.add(
                subprocess.Popen(
                    line,
                    env=None if self._sandbox else environment(),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=passed,
                    start_new_session=True,
                )
            )
        return ours

    def close(self) -> None:
        """End all of them."""
        for process in self._running:
            process.kill()
            process.wait()
        self._running = set()


def _specifications() -> list[Path]:
    """Where this machine's kernels are described."""
    from jupyter_core.paths import jupyter_path

    return [path for path in map(Path, jupyter_path("kernels")) if path.is_dir()]
