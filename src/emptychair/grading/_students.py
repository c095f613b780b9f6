"""Who handed in what, and where a course is, in any folder that nbgrader knows."""

from __future__ import annotations

import glob
import re
from collections.abc import Sequence
from difflib import get_close_matches

from emptychair._course import is_source_tree
from emptychair._errors import EmptyChairError
from emptychair.grading._nbcourse import NbgraderCourse


def students_of(course: NbgraderCourse, assignment: str, named: Sequence[str] | None = None) -> tuple[str, ...]:
    """Name the students who handed something in for ``assignment``, or check those who were named.

    Raises:
        EmptyChairError: Nobody did, or one of the named did not.
    """
    found = _found(course, assignment)
    for student in named or ():
        if student not in found:
            near = get_close_matches(student, found, n=1)
            hint = f"Did you mean {near[0]}?" if near else "Put the notebooks there first."
            raise EmptyChairError(f"{course.folder('submitted', student, assignment)} does not exist. {hint}")
    if not found:
        where = course.folder("submitted", "STUDENT", assignment)
        raise EmptyChairError(f"Nobody handed in {assignment}. Put each student's notebooks into {where}.")
    return tuple(dict.fromkeys(named)) if named else found


def _found(course: NbgraderCourse, assignment: str) -> tuple[str, ...]:
    step = course.app.coursedir.submitted_directory
    relative = course.folder("submitted", "*", glob.escape(assignment)).relative_to(course.root)
    shape = re.compile(
        course.app.coursedir.format_path(step, "(?P<student>[^/\\\\]+)", re.escape(assignment), escape=True)
    )
    names = [shape.fullmatch(str(path)) for path in course.root.glob(str(relative)) if path.is_dir()]
    left_out = set(course.app.coursedir.student_id_exclude.split(","))
    return tuple(sorted({found["student"] for found in names if found} - left_out))


def require_course(course: NbgraderCourse, assignment: str) -> None:
    """Complain about a folder in which nothing can be graded.

    Raises:
        EmptyChairError: It is no course, or the kit's own source, or it lacks the assignment, or cannot be written.
    """
    root = course.root
    source = course.folder("source", ".", assignment)
    if is_source_tree(root):
        raise EmptyChairError(
            f"{root} is the kit's own source; grades of students do not belong there. "
            "Run `emptychair init FOLDER` and grade in that folder."
        )
    if glob.escape(str(root)) != str(root):
        raise EmptyChairError(f"{root} has one of * ? [ in its path, which nbgrader cannot read. Rename it.")
    known = sorted({path.parent.name for path in source.parent.glob("[!.]*/*.ipynb")})
    if not known:
        raise EmptyChairError(
            f"{root} is not a course folder: {source.parent} holds no assignment. "
            "Make a course folder with `emptychair init FOLDER`, or go to yours."
        )
    if assignment not in known:
        near = get_close_matches(assignment, known, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise EmptyChairError(f'{source.parent} holds no assignment "{assignment}". {hint}Known: {", ".join(known)}.')
    graded = course.folder("autograded", "x", assignment).parents[1]
    try:
        graded.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EmptyChairError(
            f"{graded} cannot be made ({error.strerror}). Nothing was graded. "
            "Make the course folder writable and see that nothing else has that name."
        ) from None
