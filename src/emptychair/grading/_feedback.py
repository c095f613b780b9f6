"""Feedback pages for learners: nbgrader's, with nothing in them that runs and nothing of the hidden tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbgrader.converters import GenerateFeedback
from nbgrader.server_extensions.formgrader import handlers
from nbgrader.utils import capture_log, temp_attrs
from traitlets.config import Config

from emptychair._errors import EmptyChairError
from emptychair.grading._nbcourse import open_course
from emptychair.grading._nbgrader import reason
from emptychair.notebooks._settings import HTML_FILTERS, nbgrader_feedback

TEMPLATES = Path(__file__).parent / "templates"


class FeedbackExporter(HTMLExporter):  # type: ignore[misc]  # nbconvert has no types
    """nbgrader's feedback page without scripts, and with a policy that lets none run.

    Mathematics stays as it was typed: the library that draws it is a script.
    """

    def __init__(self, config: Any = None, **options: Any) -> None:
        settings = Config(config or {})
        nbgraders = list(settings.HTMLExporter.get("extra_template_paths", []))
        ours = settings.FeedbackExporter
        ours.template_name = "emptychair_feedback"
        ours.extra_template_basedirs = [str(TEMPLATES), handlers.template_path]
        ours.extra_template_paths = [*nbgraders, handlers.template_path]
        ours.sanitize_html = True
        ours.filters = dict(HTML_FILTERS)
        super().__init__(config=settings, **options)


def make_feedback(root: Path, assignment: str) -> tuple[Path, ...]:
    """Do what `emptychair.grading.feedback` says."""
    course = open_course(root)
    graded = course.folder("autograded", "*", assignment).relative_to(course.root)
    if not any(course.root.glob(f"{graded}/*.ipynb")):
        raise EmptyChairError(
            f"Nothing is graded of {assignment} in {course.root}. Run `emptychair grade {assignment}` first."
        )
    course.app.config.merge(nbgrader_feedback())
    with temp_attrs(course.app.coursedir, assignment_id=assignment):
        converter = GenerateFeedback(coursedir=course.app.coursedir, parent=course.app)
        converter.force = True
        result = capture_log(converter)
    if not result["success"]:
        raise EmptyChairError(f"The feedback of {assignment} could not be made ({reason(result)}).")
    pages = course.folder("feedback", "*", assignment).relative_to(course.root)
    return tuple(sorted(course.root.glob(f"{pages}/*.html")))
