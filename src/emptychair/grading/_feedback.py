"""Feedback pages for learners: nbgrader's, with nothing in them that runs and nothing of the hidden tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbgrader.server_extensions.formgrader import handlers
from traitlets.config import Config

from emptychair.notebooks._settings import HTML_FILTERS

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
