"""A course folder to teach from, so that nobody grades inside the source tree."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from emptychair._course import assignments, course_root
from emptychair._errors import EmptyChairError

_CONFIG = '''"""nbgrader's settings for this course. `nbgrader` commands work here; so does the formgrader."""

from pathlib import Path

from emptychair.notebooks import nbgrader_settings

c = get_config()  # noqa: F821  (nbgrader puts it here)
c.merge(nbgrader_settings(Path(__file__).resolve().parent))
c.CourseDirectory.course_id = {course_id!r}
'''
_LEFT_OUT = shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__", ".DS_Store")


def init(folder: Path, *, root: Path | None = None, course_id: str = "emptychair") -> Path:
    """Make a course folder: the assignments, nbgrader's settings and a place for submissions.

    It is built beside its place and renamed at the end, so that a failure leaves nothing behind.

    Args:
        folder: Where; it must not exist yet, or be empty.
        root: The course to copy; the one at hand when it is not given.
        course_id: nbgrader's name for the course.

    Returns:
        The folder, absolute.

    Raises:
        EmptyChairError: The folder is in use or cannot be written, or there is nothing to copy.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as place:
        ...     kit = Path(place, "kit")
        ...     (kit / "solutions" / "06_small").mkdir(parents=True)
        ...     (kit / "solutions" / "06_small" / "small.ipynb").touch()
        ...     sorted(path.name for path in init(Path(place, "spring"), root=kit).iterdir())
        ['exercises', 'nbgrader_config.py', 'solutions', 'submitted']
    """
    source = root or course_root()
    folder = folder.resolve()
    if not assignments(source):
        raise EmptyChairError(f"{source / 'solutions'} holds no assignment to copy; name another course as the source.")
    building = folder.parent / f".{folder.name}.{os.getpid()}.part"
    try:
        if folder.exists() and any(folder.iterdir()):
            raise EmptyChairError(f"{folder} is not empty; name a new folder, or empty this one first.")
        folder.parent.mkdir(parents=True, exist_ok=True)
        building.mkdir()
        _fill(building, source, course_id)
        if folder.exists():
            folder.rmdir()  # Windows does not rename over a folder, not even an empty one
        building.rename(folder)
    except OSError as error:
        what = error.strerror or str(error)
        raise EmptyChairError(
            f"{folder} cannot be made ({what}: {error.filename}); choose a place where you may write."
        ) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return folder


def _fill(building: Path, source: Path, course_id: str) -> None:
    for part in ("solutions", "exercises"):
        # the data files of an assignment lie beside its notebooks, so they come along
        if (source / part).is_dir():
            shutil.copytree(source / part, building / part, ignore=_LEFT_OUT)
        else:
            (building / part).mkdir()
    (building / "submitted").mkdir()
    (building / "nbgrader_config.py").write_text(_CONFIG.format(course_id=course_id), encoding="utf-8")
