"""Where a result is put: the journal, the folder of graded notebooks, the gradebook, in this order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from emptychair.grading._autograded import is_whole, put_autograded
from emptychair.grading._book import Book
from emptychair.grading._bundle import Bundle
from emptychair.grading._comments import draft
from emptychair.grading._entry import Entry
from emptychair.grading._journal import Journal, key_of
from emptychair.grading._nbcourse import NbgraderCourse
from emptychair.grading._outcome import Outcome
from emptychair.grading._receipts import TIMESTAMP, Receipts, timestamp_of
from emptychair.grading._sheet import Sheet


@dataclass(frozen=True, slots=True)
class Desk:
    """One assignment's results on their way into the gradebook.

    Each step can be taken again without harm, and the gradebook's transaction is the last: what it does not hold is
    done again from the journal, however a grader ended.

    Attributes:
        course: The course.
        bundle: The assignment.
        book: The gradebook.
        sheet: The assignment in the gradebook.
        journal: The results so far.
        receipts: When things were handed in.
        held: What the gradebook held when grading began: from what each student's submission was graded.
        plain: nbgrader writes the folders, and has touched the rows of whom it asks for.
    """

    course: NbgraderCourse
    bundle: Bundle
    book: Book
    sheet: Sheet
    journal: Journal
    receipts: Receipts
    held: dict[str, str]
    plain: bool = False

    def take(self, outcome: Outcome, key: str, files: Mapping[str, bytes]) -> None:
        """Put a new result in all three places."""
        self.journal.keep(key, outcome)
        self._write(outcome, self._digest(outcome, key), files)

    def file(self, outcome: Outcome, key: str, files: Mapping[str, bytes]) -> None:
        """See that a result from the journal is in the other two places."""
        digest = self._digest(outcome, key)
        names = [notebook.name for notebook in outcome.notebooks if notebook.document]
        if (
            self.plain
            or self.held.get(outcome.student) != digest
            or not is_whole(self._folder("autograded", outcome), names)
        ):
            self._write(outcome, digest, files)

    def _write(self, outcome: Outcome, digest: str, files: Mapping[str, bytes]) -> None:
        if not self.plain:
            self._put(outcome, files)
        marked, comments = draft(outcome)
        self.book.write(self.sheet, Entry(marked, comments, self._received(outcome)), digest)

    def _put(self, outcome: Outcome, files: Mapping[str, bytes]) -> None:
        documents = {notebook.name: notebook.document for notebook in outcome.notebooks if notebook.document}
        everything = {**self._beside(files, documents), **self._timestamp(outcome)}
        put_autograded(self._folder("autograded", outcome), documents, everything, mode=self.course.file_mode())

    def _beside(self, files: Mapping[str, bytes], documents: Mapping[str, str]) -> dict[str, bytes]:
        """The learner's files and the instructor's, which win unless the course says otherwise."""
        given = self.bundle.files
        ours = {name: content for name, content in given.items() if name not in self.bundle.kept or name not in files}
        taken = [*ours, *(f"{name}.ipynb" for name in documents)]
        fit = {name: content for name, content in files.items() if not any(_clash(name, other) for other in taken)}
        return {**fit, **ours}

    def _timestamp(self, outcome: Outcome) -> dict[str, bytes]:
        """nbgrader compares this file of the graded folder with that of the feedback."""
        text = timestamp_of(self._folder("submitted", outcome))
        return {TIMESTAMP: text.encode()} if text else {}

    def _digest(self, outcome: Outcome, key: str) -> str:
        """From what the gradebook's rows follow: the result, and what decides about lateness."""
        return key_of(key, str(self._received(outcome)), str(self.sheet.due))

    def _received(self, outcome: Outcome) -> datetime | None:
        due = self.sheet.due is not None
        return self.receipts.received(
            self._folder("submitted", outcome), outcome.student, self.bundle.assignment, due=due
        )

    def _folder(self, step: str, outcome: Outcome) -> Path:
        return self.course.folder(step, outcome.student, self.bundle.assignment)


def _clash(name: str, other: str) -> bool:
    """The same place, or one a file where the other has a folder."""
    return name == other or name.startswith(f"{other}/") or other.startswith(f"{name}/")
