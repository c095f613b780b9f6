"""Patience with the learner's process, measured so that a busy machine changes nothing.

What counts is the time that passed less the time in which the process was ready to run and another one was running.
A loop and a sleep use it up alike; neighbors do not. Its own children are no neighbors: whoever has many of them waits for
them, so what the whole family burns counts as well, as if every processor were theirs.
"""

from __future__ import annotations

import os
import signal
import time
import weakref
from contextlib import suppress

from emptychair.grading._outcome import TOO_LONG
from emptychair.grading.engine._family import Family

_GRACE = 2.0


class Guard:
    """Watches one process through one task after the other.

    Args:
        pid: The process.
        task_seconds: What one task may take.
        total_seconds: What all of them may take.
    """

    def __init__(self, pid: int, task_seconds: float, total_seconds: float) -> None:
        self.pid = pid
        self._task, self._total = task_seconds, total_seconds
        self._schedule = -1
        with suppress(OSError):  # kept open: it is read twice in every call
            self._schedule = os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
            weakref.finalize(self, os.close, self._schedule)
        self._used = self._spent = self._passed = 0.0
        self._began, self._clock = self._now(), time.monotonic()
        self._family, self._burnt = Family(pid), 0.0
        self._interrupted = False
        self.overdue = ""
        """Why patience ended in this task; empty as long as it has not."""

    def begin(self) -> None:
        """A new task: the clock starts again. Tests' own time between two looks does not count."""
        self._used = self._passed = 0.0
        self._family, self._burnt = Family(self.pid), 0.0
        self._interrupted = False
        self.overdue = ""

    def resume(self) -> None:
        """The process is at work from here on."""
        self._began, self._clock = self._now(), time.monotonic()

    def look(self) -> bool:
        """Interrupt the process when its time is over, kill it when that does not help; false when it is dead."""
        now, clock = self._now(), time.monotonic()
        self._used += now - self._began
        self._spent += now - self._began
        self._passed += clock - self._clock
        self._began, self._clock = now, clock
        if self._passed > self._task:
            self._charge()
        if self._spent > self._total + _GRACE or (self._interrupted and self._used > _GRACE):
            self.kill()
            return False
        if not self.overdue and (self._used > self._task or self._spent > self._total):
            what, seconds = ("a cell", self._task) if self._used > self._task else ("a notebook", self._total)
            self.overdue = f"it {TOO_LONG}: more than the {seconds:g} seconds that {what} may take"
            self._interrupted, self._used, self._burnt = True, 0.0, 0.0
            self._signal(signal.SIGINT)
        return True

    def _charge(self) -> None:
        """It has waited long. For whom? What its family burns meanwhile counts at least."""
        self._burnt += self._family.burnt() / (os.cpu_count() or 1)
        more = max(0.0, self._burnt - self._used)
        self._used += more
        self._spent += more

    def kill(self) -> None:
        """End the process."""
        self._signal(signal.SIGKILL)

    def processor_seconds(self) -> float:
        """Processor time that the process has used so far."""
        with suppress(OSError, OverflowError):
            return time.clock_gettime((~self.pid << 3) | 2)  # Linux: the clock of another process
        return 0.0

    def _now(self) -> float:
        waited = 0
        with suppress(OSError, ValueError, IndexError):
            waited = int(os.pread(self._schedule, 100, 0).split()[1])
        return time.monotonic() - waited / 1e9

    def _signal(self, number: int) -> None:
        if self.pid > 1:  # 0 and -1 are not one process but many, and 0 is what a broken pipe tells
            with suppress(ProcessLookupError, PermissionError):
                os.kill(self.pid, number)
