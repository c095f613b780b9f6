"""One call of ``emptychair grade``, from the settings of the course to the last row of the gradebook."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from emptychair.grading._batch import Batch, Engine
from emptychair.grading._book import Book
from emptychair.grading._bundle import Bundle, EngineName
from emptychair.grading._desk import Desk
from emptychair.grading._fingerprint import code_digest
from emptychair.grading._grade import How
from emptychair.grading._journal import Journal, key_of
from emptychair.grading._layout import Layout
from emptychair.grading._lock import only_grader
from emptychair.grading._nbcourse import open_course
from emptychair.grading._receipts import read_receipts
from emptychair.grading._results import GradeReport, Progress
from emptychair.grading._students import require_course, students_of
from emptychair.grading._submission import Submission


def run(
    root: Path,
    assignment: str,
    students: Sequence[str] | None,
    *,
    force: bool,
    how: How,
    trust_claims: bool,
    tell: Progress,
    say: Callable[[str], object] = bool,
    plain: bool = False,
) -> GradeReport:
    """Do what `emptychair.grading.grade` says.

    With ``plain`` it is a step of nbgrader's own loop, which writes the graded notebooks itself.
    """
    course = open_course(root)
    require_course(course, assignment)
    chosen = students_of(course, assignment, students)
    receipts = read_receipts(course.root, trust_claims=trust_claims)
    with only_grader(course.root), Book(course) as book:
        engine_name: EngineName | None = "kernel" if how.kernel else None
        bundle = Bundle.read(course.root, assignment, engine=engine_name, prepared=course.prepared(assignment))
        sheet = book.register(assignment, bundle.digest)
        journal = Journal(course.root, assignment)
        desk = Desk(course, bundle, book, sheet, journal, receipts, book.digests(sheet), plain)
        fingerprint = key_of(bundle.digest, code_digest(), str(how.unsandboxed))
        wanted = frozenset(one.name for one in bundle.notebooks)
        read = partial(Submission.read, course.layout, assignment, wanted=wanted)
        batch = Batch(desk, fingerprint, read, tell)
        results = batch.run(lambda: _engine(bundle, how, course.layout, say), chosen, force=force)
        return GradeReport(assignment, results)


@contextmanager
def _engine(bundle: Bundle, how: How, layout: Layout, say: Callable[[str], object]) -> Iterator[Engine]:
    if how.scheduler:
        from emptychair.grading._dask import Cluster

        sandbox, patience = not how.unsandboxed, how.worker_patience
        with Cluster(bundle, how.scheduler, sandbox=sandbox, patience=patience, say=say) as cluster:
            yield cluster.run
    else:
        from emptychair.grading.engine import Pool

        workers = how.workers or os.cpu_count() or 1
        with Pool(bundle, workers=workers, sandbox=not how.unsandboxed, hide=(layout.root,)) as pool:
            yield pool.run
