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

HTML_FILTERS: Final = {
    "clean_html": "emptychair.grading._clean.clean_html",
    "markdown2html": "emptychair.grading._clean.clean_markdown",
}
FEEDBACK: Final = (
    "emptychair.grading._hide_tests.HideTests",
    "nbgrader.preprocessors.GetGrades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
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
    # `nbgrader autograde` and the formgrader's button use the engine
    config.Autograde.sanitize_preprocessors = []
    config.Autograde.autograde_preprocessors = ["emptychair.grading._plain.EngineGrade"]
    config.merge(nbgrader_feedback())
    # The usual exchange is a system folder that ordinary users may not write to.
    config.Exchange.root = str(root / ".emptychair" / "exchange")
    return config


def nbgrader_feedback() -> Config:
    """The part of it that keeps what learners wrote from doing anything, in feedback and in the formgrader.

    >>> nbgrader_feedback().HTMLExporter.sanitize_html
    True
    """
    from traitlets.config import Config

    config = Config()
    config.HTMLExporter.sanitize_html = True
    config.HTMLExporter.filters = dict(HTML_FILTERS)
    config.GenerateFeedback.exporter_class = "emptychair.grading._feedback.FeedbackExporter"
    config.GenerateFeedback.preprocessors = list(FEEDBACK)
    return config
