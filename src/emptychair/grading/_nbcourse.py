"""A course folder as nbgrader sees it: its ``nbgrader_config.py``, its folders and its assignments.

Imports nbgrader, which takes two seconds: import this module where the work is done, not where it is asked for.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import capture_log, temp_attrs

from emptychair._errors import EmptyChairError
from emptychair.grading._layout import Layout
from emptychair.grading._nbgrader import reason
from emptychair.grading._prepare import collect


class _App(NbGrader):  # type: ignore[misc]  # nbgrader has no types
    name = "nbgrader"
    description = "the part of nbgrader that emptychair drives"
    load_cwd_config = False  # the course's own file counts, wherever one stands


@dataclass(frozen=True, slots=True)
class NbgraderCourse:
    """A course with what only nbgrader itself can say about it.

    Attributes:
        layout: Its folders and settings.
        app: nbgrader's application object, with the configuration loaded.
    """

    layout: Layout
    app: Any

    @property
    def root(self) -> Path:
        """The course folder."""
        return self.layout.root

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """The folder of a step: ``source``, ``release``, ``submitted``, ``autograded`` or ``feedback``."""
        return self.layout.folder(step, student, assignment)

    def file_mode(self) -> int:
        """The mode of graded files."""
        return int(str(self._autograde().permissions), 8)

    def _autograde(self) -> Any:
        return Autograde(coursedir=self.app.coursedir, parent=self.app)

    def late_plugin(self) -> Any:
        """The plugin that says what lateness costs."""
        step = AssignLatePenalties(parent=self.app)
        step.init_plugin()
        return step.plugin_inst

    def prepared(self, assignment: str) -> Any:
        """The notebooks and files of an assignment, as `Bundle.read` takes them.

        Raises:
            EmptyChairError: nbgrader does not accept the assignment.
        """
        try:
            return collect(self.app, assignment)
        except SystemExit as error:
            raise EmptyChairError(f"assignment {assignment} in {self.root} cannot be graded: {error}") from None

    def register(self, assignment: str) -> None:
        """Write the assignment's notebooks and cells into the gradebook, as ``nbgrader generate_assignment`` does.

        Raises:
            EmptyChairError: nbgrader does not accept the assignment.
        """
        with (
            # Only the gradebook is wanted: what stands in the release folder is not touched.
            tempfile.TemporaryDirectory() as unwanted,
            temp_attrs(self.app.coursedir, assignment_id=assignment, release_directory=str(Path(unwanted).resolve())),
        ):
            result = capture_log(GenerateAssignment(coursedir=self.app.coursedir, parent=self.app))
        if not result["success"]:
            raise EmptyChairError(
                f"{self.folder('source', '.', assignment)} could not be registered in the gradebook "
                f"({reason(result)}). Nothing was graded. "
                f"`nbgrader generate_assignment {assignment} --force` shows the details."
            )


def open_course(root: Path) -> NbgraderCourse:
    """Read the settings of a course folder.

    Raises:
        EmptyChairError: ``nbgrader_config.py`` cannot be read.
    """
    root = root.resolve()
    app = _App(raise_config_file_errors=True, log_level="CRITICAL")
    layout = Layout.read(root)
    try:
        app.initialize([f"--CourseDirectory.source_directory={layout.source}"], root=str(root))
    except (Exception, SystemExit) as error:
        said = " ".join(str(error).split())
        raise EmptyChairError(
            f"{root / 'nbgrader_config.py'} cannot be read ({type(error).__name__}: {said}). Nothing was graded."
        ) from None
    return NbgraderCourse(layout, app)
