"""Grading one assignment: who handed in, what can be graded, and the results of all."""

from __future__ import annotations

import glob
from collections.abc import Callable, Sequence
from pathlib import Path

from emptychair._course import is_source_tree, require_assignment
from emptychair._errors import EmptyChairError
from emptychair.grading._handed_in import inspect, is_current, students_of
from emptychair.grading._results import GradeReport, SubmissionResult
from emptychair.grading._stock import StockEngine

Progress = Callable[[int, int, SubmissionResult | None], None]
"""Called with how many are done, of how many, and the latest result (none before the first)."""


def grade(
    root: Path,
    assignment: str,
    *,
    students: Sequence[str] | None = None,
    force: bool = False,
    on_progress: Progress | None = None,
) -> GradeReport:
    """Grade what was handed in for an assignment.

    A submission that is broken is reported and skipped; the others are graded all the same.

    Args:
        root: The course folder, as made by `emptychair.grading.init`.
        assignment: The assignment's slug.
        students: Whom to grade; everybody who handed in when not given.
        force: Grade again what was graded already and has not changed.
        on_progress: Called before the first submission and after each.

    Raises:
        EmptyChairError: Nothing can be graded at all: an unknown assignment or student, no submissions, a folder that
            is no course folder or cannot be written.

    Example:
        >>> grade(Path("spring"), "06_star_answers")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        emptychair._errors.EmptyChairError: spring is not a course folder: ...
    """
    _check_root(root)
    root = root.resolve()
    require_assignment(root, assignment)
    chosen = students_of(root, assignment, students)
    with StockEngine(root) as engine:
        return grade_with(engine, root, assignment, chosen, force=force, on_progress=on_progress)


def grade_with(
    engine: StockEngine,
    root: Path,
    assignment: str,
    students: Sequence[str],
    *,
    force: bool = False,
    on_progress: Progress | None = None,
) -> GradeReport:
    """Grade these students with an engine that is at hand."""
    tell = on_progress or (lambda _done, _total, _latest: None)
    tell(0, len(students), None)
    engine.register(assignment)
    results: list[SubmissionResult] = []
    for student in students:
        result = inspect(root, assignment, student)
        if result is None:
            work = engine.read if not force and is_current(root, assignment, student) else engine.grade
            result = work(assignment, student)
        results.append(result)
        tell(len(results), len(students), result)
    return GradeReport(assignment, tuple(results))


def _check_root(root: Path) -> None:
    if not (root / "nbgrader_config.py").is_file() or not (root / "solutions").is_dir():
        raise EmptyChairError(
            f"{root} is not a course folder: it lacks nbgrader_config.py or solutions/. "
            "Make one with `emptychair init FOLDER`."
        )
    if is_source_tree(root):
        raise EmptyChairError(
            f"{root} is the kit's own source; grades of students do not belong there. "
            "Run `emptychair init FOLDER` and grade in that folder."
        )
    if glob.escape(str(root.resolve())) != str(root.resolve()):
        raise EmptyChairError(f"{root.resolve()} has one of * ? [ in its path, which nbgrader cannot read. Rename it.")
    try:
        (root / "autograded").mkdir(exist_ok=True)
    except OSError as error:
        raise EmptyChairError(
            f"{root / 'autograded'} cannot be made ({error.strerror}). Nothing was graded. "
            "Make the course folder writable and see that nothing else has that name."
        ) from None
