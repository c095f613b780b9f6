"""Outcomes as the engine gives them, made without running anything: for tests of what happens to them afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from grading import course

from emptychair.grading._bundle import Bundle
from emptychair.grading._outcome import NO_RESPONSE, CellOutcome, NotebookOutcome, Outcome
from emptychair.grading._submission import Submission

WRONG = "four is 2 x 2"


def outcome(student: str, *, double: float = 2.0, shout: float = 3.0, document: str = '{"cells": []}') -> Outcome:
    """The small assignment, graded."""
    cells = (
        CellOutcome("double", 0.0, 0.0, "solution", reason="" if double else NO_RESPONSE),
        CellOutcome("double-tests", double, 2.0, "auto", reason="" if double == 2 else WRONG),
        CellOutcome("shout", 0.0, 0.0, "solution"),
        CellOutcome("shout-tests", shout, 3.0, "auto"),
    )
    notebook = NotebookOutcome("small", cells, document)
    return Outcome(student, course.ASSIGNMENT, "graded", (notebook,), "", "sandboxed", 0.01, 0.02)


class Pool:
    """An engine that reads instead of running: an answer is right when it is the one of the solution."""

    graded: list[str]

    def __init__(self, bundle: Bundle, *, workers: int = 2, sandbox: bool = True, hide: tuple[Path, ...] = ()) -> None:
        self.bundle, self.workers, self.sandbox, self.hide = bundle, workers, sandbox, hide

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""

    def run(self, submissions: Iterable[Submission]) -> Iterator[Outcome]:
        """Grade one after the other."""
        for submission in submissions:
            self.graded.append(submission.student)
            yield self.grade(submission)

    def grade(self, submission: Submission) -> Outcome:
        """Grade one."""
        student = submission.student
        notebooks = [one for one in submission.notebooks if one.name == "small"]
        if not notebooks or notebooks[0].fault:
            reason = (
                notebooks[0].fault if notebooks else f"submitted/{student}/{course.ASSIGNMENT} holds no small.ipynb."
            )
            status = "failed" if notebooks else "missing"
            return Outcome(student, course.ASSIGNMENT, status, (), reason, "sandboxed", 0.0, 0.0)
        text = json.dumps(notebooks[0].cells)
        return outcome(
            student,
            double=2.0 * (course.DOUBLE in text),
            shout=3.0 * (course.SHOUT in text),
            document=self.bundle.notebooks[0].document,
        )
