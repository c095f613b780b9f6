"""Many submissions at a time, each on its own."""

from __future__ import annotations

import atexit
import os
import queue
import threading
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from emptychair.grading._bundle import Bundle, Skeleton
from emptychair.grading._outcome import Label, NotebookOutcome, Outcome
from emptychair.grading._submission import HandedIn, Submission
from emptychair.grading.engine import _sandbox
from emptychair.grading.engine._assemble import assemble, ungraded
from emptychair.grading.engine._groups import ROOT, Group
from emptychair.grading.engine._home import Home
from emptychair.grading.engine._imports import libraries
from emptychair.grading.engine._kernels import Kernels
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._rebuild import Rebuilt, rebuild, tests_within
from emptychair.grading.engine._wire import Malformed

_LOST = "the test was not reached: the grading process ended before"


class Pool:
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
        if sandbox:
            _sandbox.require()
        self._bundle, self._workers, self._sandbox = bundle, workers, sandbox
        kind = Kernels if bundle.engine == "kernel" else Home
        self._home: Home | Kernels = kind(sandbox=sandbox, hide=tuple(hide))
        name = f"emptychair-{os.getpid()}-{id(self):x}"
        # Two for each worker: while one submission begins, the processes of the last one may still be going.
        root = ROOT if sandbox else None
        self._groups: queue.SimpleQueue[Group] = queue.SimpleQueue()
        for number in range(2 * workers):
            self._groups.put(Group(f"{name}-{number}", bundle.limits, root))

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every process of the pool."""
        self._home.close()
        while not self._groups.empty():
            self._groups.get().close()

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade submissions as they come; outcomes come in the order in which they are done.

        The iterable is read only as far as there are workers free, so it may be endless.
        """
        source, lock = iter(submissions), threading.Lock()
        done: queue.Queue[Outcome | BaseException | None] = queue.Queue(self._workers)
        stopped = threading.Event()

        def work() -> None:
            try:
                while not stopped.is_set():
                    with lock:
                        submission = next(source, None)
                    if submission is None:
                        break
                    done.put(self.grade(submission))
            except BaseException as error:
                done.put(error)
            else:
                done.put(None)

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
        reports: list[dict[str, Any]] = []
        if rebuilt.steps:
            for attempt in range(4):
                time.sleep(0.2 * attempt)  # a zygote that was killed takes requests until it is quite dead
                reports = self._ask(skeleton, rebuilt, submission)
                if _came_to_an_end(reports) or (reports and attempt):
                    break
        end = reports[-1] if reports and reports[-1].get("end") else {}
        outcome = assemble(skeleton.name, rebuilt, reports, self._bundle.limits, lost=end.get("gone") or _LOST)
        return outcome, float(end.get("cpu", 0.0))

    def _ask(self, skeleton: Skeleton, rebuilt: Rebuilt, submission: Submission) -> list[dict[str, Any]]:
        limits = self._bundle.limits
        group = self._groups.get()
        try:
            line_end = self._home.begin(limits, libraries(rebuilt.steps), group)
        finally:
            self._groups.put(group)
        line = Line(line_end, limits.message * 4)
        files = {name: b64encode(content).decode() for name, content in self._bundle.files.items()}
        kept = {
            name: content
            for name, content in submission.files.items()
            if name not in files or name in self._bundle.kept
        }
        theirs = {**files, **{name: b64encode(content).decode() for name, content in kept.items()}}
        seed = sha256(f"{self._bundle.digest}{submission.student}".encode()).hexdigest()
        job = {
            "limits": asdict(limits),
            "witness": dict(skeleton.witness),
            "files": files,
            "learners_files": theirs,
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


def _came_to_an_end(reports: Sequence[Mapping[str, Any]]) -> bool:
    """Nobody was killed on the way. Whoever was gets a second try: it may not have been the submission's own doing.

    One that ends its own process does so again, and one that ran out of time has had it.
    """
    end = reports[-1] if reports else {}
    gone = str(end.get("gone", ""))
    return bool(end.get("end")) and (not gone or "took more" in gone)


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
