"""Where graded processes come from: the zygote's keeper on our side, which starts it again when it has died."""

from __future__ import annotations

import json
import queue
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from emptychair._errors import EmptyChairError
from emptychair._process import environment
from emptychair.grading._limits import Limits
from emptychair.grading.engine import _sandbox
from emptychair.grading.engine._groups import Group
from emptychair.grading.engine._insistence import again_and_again, was_killed

_STARTUP = 120.0
_ATTEMPTS = 3  # of a start that fails by itself
_LAST_BREATH = 5.0  # seconds, from the last word of a process to its end


class _NotStarted(Exception):
    """The zygote did not come up."""


class Home:
    """A zygote in a sandbox.

    Args:
        sandbox: Whether there is one.
        hide: Folders that must not be seen in it.
    """

    def __init__(self, *, sandbox: bool, hide: Sequence[Path]) -> None:
        self._sandbox, self._hide = sandbox, hide
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None

    def begin(self, limits: Limits, warm: Sequence[str], group: Group) -> socket.socket:
        """Have a learner's and a tests' process born, and give the line to the latter.

        Raises:
            EmptyChairError: The zygote does not start.
        """
        ours, theirs = socket.socketpair()
        request = json.dumps({"limits": asdict(limits), "warm": list(warm)}).encode()
        try:
            with theirs, group.handles() as handles, self._lock:
                self._send(request, [theirs.fileno(), *handles])
        except BaseException:
            ours.close()
            raise
        return ours

    def _send(self, request: bytes, handles: list[int]) -> None:
        """Send it to the zygote, which is started where it is not running.

        One that was killed while it began is started again for as long as a start may take: no fault of anybody here.
        What fails by itself fails every time, and soon.
        """
        failed, said = 0, ""
        for pause in again_and_again(_STARTUP):
            if self._closed.is_set():
                raise EmptyChairError("grading was ended; these processes take nothing more.")
            try:
                control = self._control or self._start()
                socket.send_fds(control, [request], handles)
            except (OSError, _NotStarted):  # killed since the last time, or while it began
                failed += not was_killed(self._end())
                said = self._last_words()
                self._stop()
                if failed == _ATTEMPTS:
                    break
            else:
                return
            self._closed.wait(pause)
        why = f"the grading process does not start{said}"
        if not failed:
            why = f"the grading process was killed whenever it started, for {_STARTUP:g} s (is memory short?)"
        raise EmptyChairError(f"{why}. What is graded is kept; the same command goes on from there.")

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        mode = "sandboxed" if self._sandbox else "unsandboxed"
        program = [sys.executable, "-P", "-m", "emptychair.grading.engine._zygote", str(theirs.fileno()), mode]
        loose = {**environment(), **_sandbox.environment(), "HOME": str(Path.home())}
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the process)
        self._process = _born_in_a_thread(
            _sandbox.command(program, self._hide) if self._sandbox else program,
            env=None if self._sandbox else loose,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is ours to handle
        )
        theirs.close()
        ours.settimeout(_STARTUP)
        try:
            ready = ours.recv(16) == b"ready"
        except OSError:
            ready = False
        if not ready:
            ours.close()
            raise _NotStarted
        ours.settimeout(None)
        self._control = ours
        return ours

    def _last_words(self) -> str:
        if self._log is None:
            return ""
        with suppress(OSError, ValueError):
            self._log.seek(0)
            said = [line.strip() for line in self._log.read().decode("utf-8", "replace").splitlines() if line.strip()]
            return f" ({said[-1]})" if said else ""
        return ""

    def close(self) -> None:
        """End the zygote, and with it every process that came from it."""
        self._closed.set()
        with self._lock:
            self._stop()

    def _end(self) -> int | None:
        """How the process ended; nothing when it has not, or never was."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(_LAST_BREATH)
        return None

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._log is not None:
            self._log.close()
            self._log = None


def _born_in_a_thread(line: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
    """Start a process that is to die with us: the system means the thread that started it, so that one stays."""
    born: queue.SimpleQueue[subprocess.Popen[bytes] | OSError] = queue.SimpleQueue()

    def mother() -> None:
        try:
            process = subprocess.Popen(line, **options)
        except OSError as error:
            born.put(error)
            return
        born.put(process)
        process.wait()

    threading.Thread(target=mother, name="zygote", daemon=True).start()
    process = born.get()
    if isinstance(process, OSError):
        raise EmptyChairError(f"{line[0]} cannot be started ({process.strerror}). Nothing was graded.")
    return process
