"""Grading one assignment: who handed in, what can be graded, and the results of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from emptychair.grading._results import GradeReport, Progress

WORKER_PATIENCE = 300.0
"""Seconds to wait for a worker of a cluster that has none, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class How:
    """How submissions are run.

    Attributes:
        workers: Processes on this machine; one for each core when not given.
        scheduler: The address of a Dask scheduler; its workers do the work.
        unsandboxed: Run learners' code without a sandbox, and say so in the results.
        kernel: Run everything in a real kernel, tests and learners' code together.
        worker_patience: Seconds to wait for a worker when the scheduler has none, before the batch ends with an error.
    """

    workers: int | None = None
    scheduler: str | None = None
    unsandboxed: bool = False
    kernel: bool = False
    worker_patience: float = WORKER_PATIENCE


def grade(
    root: Path,
    assignment: str,
    *,
    students: Sequence[str] | None = None,
    force: bool = False,
    how: How | None = None,
    trust_claims: bool = False,
    on_progress: Progress | None = None,
    on_notice: Callable[[str], object] | None = None,
) -> GradeReport:
    """Grade what was handed in for an assignment.

    What was graded before and has not changed is taken from the journal; a submission that is broken is reported and
    skipped, and the others are graded all the same. A call that was killed is taken up by the next one.

    Args:
        root: The course folder: ours, made by `emptychair.grading.init`, or any of nbgrader's.
        assignment: The assignment's name.
        students: Whom to grade; everybody who handed in when not given.
        force: Grade again what was graded already and has not changed.
        how: Where and how submissions are run.
        trust_claims: Every ``timestamp.txt`` was written by the instructor's tools, not by learners.
        on_progress: Called before the first submission and after each.
        on_notice: Called with what somebody who waits would want to know, such as that a cluster has no worker.

    Raises:
        EmptyChairError: Nothing can be graded at all: an unknown assignment or student, no submissions, a folder that
            is no course folder or cannot be written, another grader at work. Or grading cannot go on, for want of
            workers: what is graded is kept.

    Example:
        >>> grade(Path("spring"), "06_star_answers")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        emptychair._errors.EmptyChairError: ...nbgrader_config.py is missing, and there is no source/ or ...
    """
    from emptychair.grading._session import run  # nbgrader comes with it

    tell = on_progress or (lambda _done, _total, _latest: None)
    return run(
        root,
        assignment,
        students,
        force=force,
        how=how or How(),
        trust_claims=trust_claims,
        tell=tell,
        say=on_notice or bool,
    )
