"""Many submissions at a time, each on its own."""

from __future__ import annotations

import atexit
import json
import os
import queue
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.grading._bundle import Bundle, Skeleton
from emptychair.grading._outcome import Label, NotebookOutcome, Outcome
from emptychair.grading._submission import HandedIn, Submission
from emptychair.grading.engine import _sandbox
from emptychair.grading.engine._assemble import assemble, ungraded
from emptychair.grading.engine._groups import ROOT, Group, sweep
from emptychair.grading.engine._home import Home
from emptychair.grading.engine._imports import libraries, modules
from emptychair.grading.engine._kernels import Kernels
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._rebuild import Rebuilt, rebuild, tests_within
from emptychair.grading.engine._wire import Malformed

_DEATHS = 4  # of the learner's process, which learners bring about themselves
_LOSSES = 8  # of the tests' process
_PAUSE = 0.05  # seconds, longer each time
_TICK = 0.2
_LOST = "the test was not reached: the grading process ended before"


class Pool(AbstractContextManager["Pool"]):
    """Workers that grade submissions of one assignment.

    Args:
        bundle: The assignment.
        workers: How many submissions are in flight at a time.
        sandbox: Keep learners' code in a sandbox; without one, every outcome is marked.
        hide: Folders that no learner's code may see, such as the course folder.

    Raises:
        EmptyChairError: A sandbox was asked for and cannot be had here.
    """

    def __init__(self, bundle: Bundle, *, workers: int = 2, sandbox: bool = True, hide: Sequence[Path] = ()) -> None:
        if not hasattr(os, "fork"):
            raise EmptyChairError(f"grading needs Linux, or macOS with --unsandboxed; {sys.platform} has no fork.")
        if sandbox:
            _sandbox.require()
        size = sum(map(len, bundle.files.values()))
        if size > bundle.limits.disk // 2:
            raise EmptyChairError(
                f"the files of {bundle.assignment} are {size >> 20} MB; a working folder has {bundle.limits.disk >> 20}. "
                "Nothing was graded. Make the files smaller, or the limit larger."
            )
        self._files = {name: b64encode(content).decode() for name, content in bundle.files.items()}
        self._bundle, self._workers, self._sandbox = bundle, workers, sandbox
        self._digest = bundle.digest
        self._modules = {one.name: modules(json.loads(one.document)["cells"]) for one in bundle.notebooks}
        kind = Kernels if bundle.engine == "kernel" else Home
        self._home: Home | Kernels = kind(sandbox=sandbox, hide=tuple(hide))
        name = f"emptychair-{os.getpid()}-{id(self):x}"
        # Two for each worker: while one submission begins, the processes of the last one may still be going.
        root = ROOT if sandbox else None
        sweep()
        self._all = [Group(f"{name}-{number}", bundle.limits, root) for number in range(2 * workers)]
        self._groups: queue.SimpleQueue[Group] = queue.SimpleQueue()
        for group in self._all:
            self._groups.put(group)

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """End every process of the pool."""
        self._home.close()
        for group in self._all:
            group.close()

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade submissions as they come; outcomes come in the order in which they are done.

        The iterable is read only as far as there are workers free, so it may be endless. Leaving the loop early ends
        the pool.
        """
        source, lock = iter(submissions), threading.Lock()
        done: queue.Queue[Outcome | BaseException | None] = queue.Queue(self._workers)
        stopped = threading.Event()

        def hand_over(item: Outcome | BaseException | None) -> None:
            while not stopped.is_set():
                try:
                    done.put(item, timeout=_TICK)
                except queue.Full:
                    continue
                break

        def work() -> None:
            try:
                while not stopped.is_set():
                    with lock:
                        submission = next(source, None)
                    if submission is None:
                        break
                    hand_over(self.grade(submission))
            except BaseException as error:
                hand_over(error)
            else:
                hand_over(None)

        threads = [threading.Thread(target=work, daemon=True) for _ in range(self._workers)]
        for thread in threads:
            thread.start()
        left = len(threads)
        try:
            while left:
                item = done.get()
                if isinstance(item, BaseException):
                    raise item
                if item is None:
                    left -= 1
                else:
                    yield item
        finally:
            stopped.set()
            if left:
                self._home.close()  # what is in flight is nobody's any more

    def grade(self, submission: Submission) -> Outcome:
        """Grade one submission."""
        began = time.monotonic()
        label = self._label()
        handed_in = {one.name: one for one in submission.notebooks}
        reason = _nothing_to_grade(self._bundle, submission)
        if reason:
            status, why = reason
            wall = time.monotonic() - began
            return Outcome(submission.student, submission.assignment, status, (), why, label, 0.0, wall)
        notebooks, seconds = [], 0.0
        for skeleton in self._bundle.notebooks:
            notebook, used = self._notebook(skeleton, handed_in.get(skeleton.name), submission)
            notebooks.append(notebook)
            seconds += used
        wall = time.monotonic() - began
        return Outcome(submission.student, submission.assignment, "graded", tuple(notebooks), "", label, seconds, wall)

    def _label(self) -> Label:
        if not self._sandbox:
            return "unsandboxed"
        within = self._bundle.engine == "kernel" or any(map(tests_within, self._bundle.notebooks))
        return "in-kernel tests: not a boundary" if within else "sandboxed"

    def _notebook(
        self, skeleton: Skeleton, handed_in: HandedIn | None, submission: Submission
    ) -> tuple[NotebookOutcome, float]:
        rebuilt = rebuild(skeleton, handed_in)
        if handed_in is None:
            reason = f"{skeleton.name}.ipynb was not handed in"
            return ungraded(skeleton.name, rebuilt, reason, needs_manual=False), 0.0
        if handed_in.fault:
            return ungraded(skeleton.name, rebuilt, handed_in.fault, needs_manual=True), 0.0
        reports = self._insist(skeleton, rebuilt, submission) if rebuilt.steps else []
        end = reports[-1] if reports and reports[-1].get("end") else {}
        outcome = assemble(skeleton.name, rebuilt, reports, self._bundle.limits, lost=end.get("gone") or _LOST)
        return outcome, float(end.get("cpu", 0.0))

    def _insist(self, skeleton: Skeleton, rebuilt: Rebuilt, submission: Submission) -> list[dict[str, Any]]:
        """Grade again what a process that died took with it: it may have been killed for no fault of its own.

        What dies of itself dies every time. What ran out of time is not given it twice. Between two attempts there is a
        pause: when the zygote was killed, its last forks are still born, and die with it.
        """
        died = lost = 0
        while True:
            began = time.monotonic()
            reports = self._ask(skeleton, rebuilt, submission)
            ended = bool(reports) and bool(reports[-1].get("end"))
            whole = ended and not reports[-1].get("died")
            died, lost = died + ended, lost + (not ended)
            if whole or died >= _DEATHS or lost >= _LOSSES:
                return reports
            if time.monotonic() - began > self._bundle.limits.total_seconds:
                return reports
            time.sleep(_PAUSE * (died + lost))

    def _ask(self, skeleton: Skeleton, rebuilt: Rebuilt, submission: Submission) -> list[dict[str, Any]]:
        limits = self._bundle.limits
        group = self._groups.get()
        try:
            line_end = self._home.begin(limits, (*self._modules[skeleton.name], *libraries(rebuilt.steps)), group)
        finally:
            self._groups.put(group)
        line = Line(line_end, limits.message * 4)
        theirs = {
            name: b64encode(content).decode()
            for name, content in submission.files.items()
            if name not in self._files or name in self._bundle.kept
        }
        seed = sha256(f"{self._digest}{submission.student}".encode()).hexdigest()
        job = {
            "limits": asdict(limits),
            "witness": dict(skeleton.witness),
            "files": self._files,
            "learners_files": {**self._files, **theirs},
            "seed": seed,
            "steps": rebuilt.steps,
            "within": tests_within(skeleton),
            "kernel": rebuilt.notebook["metadata"].get("kernelspec", {}).get("name", "python3"),
        }
        reports: list[dict[str, Any]] = []
        with line_end:
            try:
                line.send(job)
                while not reports or not reports[-1].get("end"):
                    reports.append(line.receive())
            except (HungUp, Malformed):
                pass
        return reports


def _nothing_to_grade(bundle: Bundle, submission: Submission) -> tuple[Any, str] | None:
    """The status and the reason, when not one of the notebooks can be graded."""
    wanted = {skeleton.name for skeleton in bundle.notebooks}
    there = [one for one in submission.notebooks if one.name in wanted or not one.name]
    if not there:
        names = ", ".join(f"{name}.ipynb" for name in sorted(wanted))
        place = f"submitted/{submission.student}/{submission.assignment}"
        one = len(wanted) == 1
        what = f"{place}/{names} is missing" if one else f"{place} holds none of {names}"
        return (
            "missing",
            f"{what}. It was not graded; nothing else was affected. Put the notebook there under that name.",
        )
    if all(one.fault for one in there):
        return "failed", " ".join(one.fault for one in there)
    return None


def grade_one(bundle: Bundle, submission: Submission, *, sandbox: bool = True) -> Outcome:
    """Grade one submission; the processes stay warm for the next one of the same assignment.

    Example:
        >>> from emptychair.grading.engine import grade_one
        >>> grade_one(Bundle("ps1", ()), Submission("ana", "ps1", (), {}, ()), sandbox=False).status
        'missing'
    """
    with _lock:
        pool = _pools.get((bundle.digest, sandbox))
        if pool is None:
            while _pools:
                _pools.popitem()[1].close()
            pool = _pools[bundle.digest, sandbox] = Pool(bundle, workers=1, sandbox=sandbox)
    return pool.grade(submission)


_lock = threading.Lock()
_pools: dict[tuple[str, bool], Pool] = {}
"""The one pool of this process that `grade_one` keeps."""


@atexit.register
def _close() -> None:
    for pool in _pools.values():
        pool.close()
