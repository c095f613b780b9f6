"""Where a result is put: the journal, the folder of graded notebooks, the gradebook, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from emptychair.grading._autograded import Copied, is_whole, put_autograded
from emptychair.grading._book import Book
from emptychair.grading._comments import draft
from emptychair.grading._entry import Entry
from emptychair.grading._journal import Journal, key_of
from emptychair.grading._nbgrader import NbgraderCourse
from emptychair.grading._outcome import Outcome
from emptychair.grading._receipts import Receipts
from emptychair.grading._sheet import Sheet


@dataclass(frozen=True, slots=True)
class Desk:
    """One assignment's results on their way into the gradebook.

    Each step can be taken again without harm, and the gradebook's transaction is the last: what it does not hold is
    done again from the journal, however a grader ended.

    Attributes:
        course: The course.
        assignment: Which assignment.
        book: The gradebook.
        sheet: The assignment in the gradebook.
        journal: The results so far.
        receipts: When things were handed in.
        held: What the gradebook held when grading began: from what each student's submission was graded.
    """

    course: NbgraderCourse
    assignment: str
    book: Book
    sheet: Sheet
    journal: Journal
    receipts: Receipts
    held: dict[str, str]

    def take(self, outcome: Outcome, key: str) -> None:
        """Put a new result in all three places."""
        self.journal.keep(key, outcome)
        self._write(outcome, self._digest(outcome, key))

    def file(self, outcome: Outcome, key: str) -> None:
        """See that a result from the journal is in the other two places."""
        digest = self._digest(outcome, key)
        names = [notebook.name for notebook in outcome.notebooks if notebook.document]
        if self.held.get(outcome.student) != digest or not is_whole(self._folder("autograded", outcome), names):
            self._write(outcome, digest)

    def _write(self, outcome: Outcome, digest: str) -> None:
        submitted = self._folder("submitted", outcome)
        put_autograded(
            self._folder("autograded", outcome),
            {notebook.name: notebook.document for notebook in outcome.notebooks if notebook.document},
            Copied(
                submitted,
                self.course.folder("source", ".", self.assignment),
                self.course.kept_files(self.assignment),
                self.course.ignore,
                self.course.largest_file,
            ),
            mode=self.course.file_mode(),
        )
        marked, comments = draft(outcome)
        entry = Entry(marked, comments, self._received(outcome))
        self.book.write(self.sheet, entry, digest)

    def _digest(self, outcome: Outcome, key: str) -> str:
        """From what the gradebook's rows follow: the result, and what decides about lateness."""
        return key_of(key, str(self._received(outcome)), str(self.sheet.due))

    def _received(self, outcome: Outcome) -> datetime | None:
        due = self.sheet.due is not None
        return self.receipts.received(self._folder("submitted", outcome), outcome.student, self.assignment, due=due)

    def _folder(self, step: str, outcome: Outcome) -> Path:
        return self.course.folder(step, outcome.student, self.assignment)
