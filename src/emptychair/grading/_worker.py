"""The process that nbgrader runs in: it takes requests on stdin and answers on stdout, a line of JSON each.

``python -m emptychair.grading._worker``, started in the course folder by `_client.py`. nbgrader takes seconds to
import, so one worker serves a whole batch; it may die at any request without harm to the batch.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.utils import capture_log, temp_attrs

from emptychair.grading import _gradebook

_FOLDERS = {"source_directory": "solutions", "submitted_directory": "submitted", "autograded_directory": "autograded"}
# The last line of a traceback, unless it is the one that only says to look at the others.
_RAISED = re.compile(r"^(?!nbgrader\.converters\.base\.NbGraderException)(?:\w+\.)*(\w+(?:Error|Exception|Entry): .+)")


class _App(NbGrader):  # type: ignore[misc]  # nbgrader has no types
    name = "nbgrader"
    description = "the part of nbgrader that emptychair drives"


class _Refused(Exception):
    """nbgrader could not do it; the message is its own last word."""


def _run(converter: Any) -> None:
    result = capture_log(converter)
    if result["success"]:
        return
    text = f"{result.get('error', '')}\n{result.get('log', '')}"
    raised = [found[1] for line in text.splitlines() if (found := _RAISED.match(line.strip()))]
    logged = [line.removeprefix("[ERROR]").strip() for line in text.splitlines() if line.startswith("[ERROR]")]
    # ours are whole sentences already
    raise _Refused((raised or logged or ["no reason given"])[-1].removeprefix("EmptyChairError: "))


def _register(app: _App, assignment: str) -> None:
    with (
        # Only the gradebook is wanted: what stands in exercises/ is not touched.
        tempfile.TemporaryDirectory() as unwanted,
        temp_attrs(app.coursedir, assignment_id=assignment, release_directory=unwanted),
    ):
        _run(GenerateAssignment(coursedir=app.coursedir, parent=app))


def _autograde(app: _App, assignment: str, student: str) -> None:
    with temp_attrs(app.coursedir, assignment_id=assignment, student_id=student):
        _run(Autograde(coursedir=app.coursedir, parent=app))


def _answer(app: _App, request: dict[str, Any]) -> Any:
    step, assignment = request["step"], request["assignment"]
    if step == "register":
        return _register(app, assignment)
    student = request["student"]
    if step == "autograde":
        _autograde(app, assignment, student)
    with Gradebook(app.coursedir.db_url, app.coursedir.course_id) as book:
        if step == "snapshot":
            return _gradebook.snapshot(book, assignment, student)
        if step == "restore":
            return _gradebook.restore(book, assignment, student, request["before"])
        folder = Path(app.coursedir.root, "autograded", student, assignment)
        return _gradebook.read(book, assignment, student, folder)


def _check_folders(app: _App) -> None:
    for name, expected in _FOLDERS.items():
        found = getattr(app.coursedir, name)
        if found != expected:
            raise _Refused(f"nbgrader_config.py sets CourseDirectory.{name} to {found!r}; it must be {expected!r}")


def main() -> None:
    """Serve until stdin ends."""
    # Whatever nbgrader or a kernel prints must not get between the answers.
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def reply(**answer: Any) -> None:
        replies.write(json.dumps(answer) + "\n")
        replies.flush()

    app = _App()
    try:
        app.initialize([])
        _check_folders(app)
    except Exception as error:
        reply(ok=False, reason=str(error))
        return
    reply(ok=True, value=None)
    for line in sys.stdin:
        try:
            value = _answer(app, json.loads(line))
        except _Refused as error:
            reply(ok=False, reason=str(error))
        except Exception as error:
            reply(ok=False, reason=f"{type(error).__name__}: {error}")
        else:
            reply(ok=True, value=value)


if __name__ == "__main__":
    main()
