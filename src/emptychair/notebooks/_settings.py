"""How nbgrader is set up for a course folder: the release step and the plain commands use the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from emptychair._answer_stub import CODE_STUB, PROSE_STUB

if TYPE_CHECKING:
    from traitlets.config import Config

# nbgrader's own list and order with one member exchanged; a test compares them.
PREPROCESSORS: Final = (
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "emptychair.notebooks._stubs.ProseClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
)


def nbgrader_settings(root: Path) -> Config:
    """The nbgrader configuration of the course folder ``root``.

    Args:
        root: The folder that holds ``solutions/`` and ``exercises/``.

    >>> nbgrader_settings(Path("course")).CourseDirectory.release_directory
    'exercises'
    """
    from traitlets.config import Config

    root = root.resolve()
    config = Config()
    config.CourseDirectory.course_id = "emptychair"
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.source_directory = "solutions"
    config.CourseDirectory.release_directory = "exercises"
    config.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}"
    config.GenerateAssignment.preprocessors = list(PREPROCESSORS)
    config.ClearSolutions.code_stub = {"python": CODE_STUB}
    config.ClearSolutions.text_stub = PROSE_STUB
    # The usual exchange is a system folder that ordinary users may not write to.
    config.Exchange.root = str(root / ".emptychair" / "exchange")
    return config
