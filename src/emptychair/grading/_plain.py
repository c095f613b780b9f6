"""The engine as a step of plain nbgrader: ``nbgrader autograde`` and the formgrader's button use it.

nbgrader keeps its own loop over students and notebooks and writes the graded notebooks; what it would have let run with
the instructor's rights goes to the engine instead. Its first notebook grades everybody who was asked for, so a batch
starts the engine once; the others find their results in the journal.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode, reads
from nbgrader.preprocessors import NbGraderPreprocessor

from emptychair.grading._grade import How
from emptychair.grading._journal import Journal
from emptychair.grading._session import run


class EngineGrade(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Takes the place of nbgrader's steps from running the cells to writing down the grades."""

    def preprocess(self, _nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Give the graded notebook; its grades are in the gradebook then."""
        asked = resources["nbgrader"]
        converter = self.parent.parent
        root = Path(converter.coursedir.root)
        student, assignment = asked["student"], asked["assignment"]
        first = not getattr(converter, "emptychair_graded", False)
        everybody = first and converter.coursedir.student_id == "*"
        report = run(
            root,
            assignment,
            None if everybody else [student],
            force=first and converter.force,
            how=How(),
            trust_claims=False,
            tell=lambda _done, _total, _latest: None,
            plain=True,
        )
        converter.emptychair_graded = True
        (result,) = [one for one in report.submissions if one.student == student]
        outcome = Journal(root, assignment).latest(student)
        documents = {one.name: one.document for one in outcome.notebooks} if outcome else {}
        if result.status != "graded" or not documents.get(asked["notebook"]):
            raise RuntimeError(result.reason or f"{asked['notebook']}.ipynb of {student} could not be graded")
        return reads(documents[asked["notebook"]], as_version=4), resources
