"""Where a course keeps its files: what its nbgrader_config.py says, nbgrader's own defaults elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from emptychair._errors import EmptyChairError

if TYPE_CHECKING:
    from traitlets.config import Config

CONFIG = "nbgrader_config.py"
_IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback")


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and settings of a course that grading needs.

    Attributes:
        root: The course folder.
        source: nbgrader's source directory, relative to the root; likewise the next three.
        structure: Where the notebooks of a step, a student and an assignment lie, under the root.
        db_url: The gradebook.
        course_id: nbgrader's name for the course.
        ignore: Patterns of files that are not copied.
        max_file_size: In bytes, of one file that was handed in; nbgrader's setting is in kilobytes.
        cell_seconds: How long one cell may take.
        kept: Files, by assignment, for which the learner's version counts and not the instructor's.

    Example:
        >>> Layout(Path("spring")).folder("submitted", "ana", "ps1").as_posix()
        'spring/submitted/ana/ps1'
    """

    root: Path
    source: str = "source"
    release: str = "release"
    submitted: str = "submitted"
    autograded: str = "autograded"
    feedback: str = "feedback"
    structure: str = "{nbgrader_step}/{student_id}/{assignment_id}"
    db_url: str = ""
    course_id: str = ""
    ignore: tuple[str, ...] = _IGNORED
    max_file_size: int = 100_000_000
    cell_seconds: float = 30.0
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path) -> Layout:
        """Read the settings of the course at ``root``.

        Raises:
            EmptyChairError: nbgrader_config.py fails, or the folder is no course.
        """
        config = _config(root)
        course, execute = config.CourseDirectory, config.Execute
        # A root of its own in the settings counts, as it does for nbgrader.
        home = Path(str(course.get("root") or root))
        named: dict[str, Any] = {
            name: str(course[f"{name}_directory"])
            for name in ("source", "release", "submitted", "autograded", "feedback")
            if f"{name}_directory" in course
        }
        if "directory_structure" in course:
            structure = course["directory_structure"]
            named["structure"] = structure if isinstance(structure, str) else str(Path(*structure))
        if "ignore" in course:
            value = course["ignore"]  # a list, or what `.append` on an unset list leaves behind
            named["ignore"] = tuple(map(str, value if isinstance(value, list) else value.get_value(list(_IGNORED))))
        if "max_file_size" in course:
            named["max_file_size"] = int(course["max_file_size"]) * 1000
        if execute.get("timeout"):
            named["cell_seconds"] = float(execute["timeout"])
        kept = config.Autograde.get("exclude_overwriting") or {}
        return cls(
            home,
            **named,
            db_url=str(course.get("db_url") or f"sqlite:///{(home / 'gradebook.db').resolve()}"),
            course_id=str(course.get("course_id") or ""),
            kept={str(name): tuple(map(str, files)) for name, files in kept.items()},
        )

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """The folder of a step such as ``submitted`` for one student and one assignment."""
        name = getattr(self, step)
        place = self.structure.format(nbgrader_step=name, student_id=student, assignment_id=assignment)
        return self.root / place


def is_course(root: Path) -> bool:
    """Tell a course folder: it has nbgrader's settings, or does without and has something to grade against.

    Example:
        >>> is_course(Path("no such folder"))
        False
    """
    return (root / CONFIG).is_file() or ((root / "submitted").is_dir() and bool(unset_source(root)))


def unset_source(root: Path) -> str:
    """Name the source directory of a course without settings: nbgrader's own default, else ``solutions``; or nothing."""
    return next((name for name in ("source", "solutions") if (root / name).is_dir()), "")


def _config(root: Path) -> Config:
    from traitlets.config import Config
    from traitlets.config.loader import PyFileConfigLoader

    path = root / CONFIG
    if not path.is_file():
        source = unset_source(root)
        if not source:
            raise EmptyChairError(
                f"{path} is missing, and there is no source/ or solutions/ beside it; name a course folder, "
                "or make one with `emptychair init FOLDER`."
            )
        return Config(CourseDirectory=Config(source_directory=source))
    try:
        return PyFileConfigLoader(path.name, path=str(root)).load_config()
    except Exception as error:
        raise EmptyChairError(f"{path} cannot be read ({type(error).__name__}: {error}). Mend it there.") from error
