"""The parent of all graded processes: libraries imported once, then one fork for the learner and one for the tests.

``python -m emptychair.grading.engine._zygote``, started by `_pool.py` inside bubblewrap. It never sees a notebook:
requests carry limits and open sockets, and what is graded goes through those sockets to the forks alone. So nothing
that one submission does can be found by the next, and no test lies in the memory that a learner's fork inherits.
"""

from __future__ import annotations

import array
import gc
import json
import os
import select
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine import _candidate, _examiner, _shell
from emptychair.grading.engine._confine import Confinement, confine, die_with_parent, loosely, own_processes
from emptychair.grading.engine._warm import warm


@dataclass(slots=True)
class _Job:
    """The two processes of a submission, 0 when they have ended: from then on the number may be somebody else's.

    Without a sandbox, the learner's is one that waits for the learner's own, and cleans up after it.
    """

    learner: int
    examiner: int
    alive: int
    """Open as long as anything of the learner's runs."""
    deadline: float


@dataclass(slots=True)
class _Zygote:
    control: socket.socket
    sandboxed: bool
    wakeup: int
    jobs: list[_Job] = field(default_factory=list)
    warmed: set[str] = field(default_factory=set)

    def serve(self) -> None:
        """Serve until nobody can ask any more."""
        self.control.send(b"ready")
        while True:
            soonest = min((job.deadline for job in self.jobs if job.examiner), default=None)
            patience = None if soonest is None else max(0.0, soonest - time.monotonic())
            ready, _, _ = select.select([self.control.fileno(), self.wakeup], [], [], patience)
            if self.wakeup in ready:
                os.read(self.wakeup, 4096)
            self._reap()
            for job in self.jobs:
                if job.deadline <= time.monotonic():
                    _end(job.examiner, signal.SIGKILL)
            if self.control.fileno() in ready and not self._begin():
                return

    def _reap(self) -> None:
        with suppress(ChildProcessError):
            while True:
                pid, _status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                for job in self.jobs:
                    if pid == job.examiner:
                        job.examiner = 0
                        _end(job.learner, signal.SIGKILL if self.sandboxed else signal.SIGTERM)
                    elif pid == job.learner:
                        job.learner = 0
                        os.close(job.alive)
                self.jobs = [job for job in self.jobs if job.examiner or job.learner]

    def _begin(self) -> bool:
        request, handles = _receive(self.control)
        if request is None:
            return False
        warm(request["warm"], self.warmed)
        results, alive, *groups = handles
        ours, theirs = socket.socketpair()
        told, teller = os.pipe()
        limits = Limits(**request["limits"])
        confinement = Confinement(limits, processes=True)

        def learner() -> None:
            for group in groups:
                with suppress(OSError):
                    os.write(group, b"0")  # the process that writes is the one that moves
            _only(theirs.fileno(), teller)
            if self.sandboxed:
                confine(confinement, learners_own)
            else:
                loosely(confinement, learners_own, lambda pid: _tell(teller, pid))

        def learners_own() -> None:
            _only(theirs.fileno())
            _candidate.main(theirs)

        def tests() -> None:
            _only(ours.fileno(), told, results)
            pid = int.from_bytes(os.read(told, 8), "little")
            line = socket.socket(fileno=results)
            run = confine if self.sandboxed else loosely
            run(Confinement(limits, processes=False), lambda: _examiner.main(line, ours, pid, limits))

        with own_processes() if self.sandboxed else nullcontext():
            born = self._fork(learner)
        if self.sandboxed:
            _tell(teller, born)
        os.close(teller)
        theirs.close()
        examiner = self._fork(tests)
        ours.close()
        os.close(told)
        for handle in (results, *groups):
            os.close(handle)
        self.jobs.append(_Job(born, examiner, alive, time.monotonic() + limits.wall_seconds))
        return True

    def _fork(self, work: Callable[[], None]) -> int:
        pid = os.fork()
        if pid:
            return pid
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            if sys.platform == "linux":
                die_with_parent()
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)


def _end(pid: int, number: int) -> None:
    if pid:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def _tell(handle: int, pid: int) -> None:
    os.write(handle, pid.to_bytes(8, "little"))


def _only(*kept: int) -> None:
    """Close every handle but these and the first three."""
    last = 2
    for handle in sorted({*kept, 1024}):
        os.closerange(last + 1, handle)
        last = handle


def _receive(control: socket.socket) -> tuple[Any, list[int]]:
    handles = array.array("i")
    data, ancillary, _flags, _address = control.recvmsg(1 << 16, socket.CMSG_SPACE(16 * handles.itemsize))
    for level, kind, content in ancillary:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            handles.frombytes(content[: len(content) - len(content) % handles.itemsize])
    return (json.loads(data) if data else None), list(handles)


def main(handle: int, sandboxed: bool) -> None:
    """Import what every notebook needs and serve."""
    if sandboxed:
        die_with_parent()
    _shell.build()
    gc.collect()
    gc.freeze()  # so that a collection in a fork does not touch, and thereby copy, the parent's memory
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the coordinator's to handle
    _Zygote(socket.socket(fileno=handle), sandboxed, reading).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "sandboxed")
