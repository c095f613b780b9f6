"""What there is to say about an assignment, read from the journal and the gradebook."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from emptychair._errors import EmptyChairError
from emptychair.grading._book import Book, Scores
from emptychair.grading._bundle import Bundle
from emptychair.grading._comments import answers_of, review_of
from emptychair.grading._journal import Journal
from emptychair.grading._nbcourse import NbgraderCourse
from emptychair.grading._outcome import NO_RESPONSE, TOO_LONG, NotebookOutcome, Outcome
from emptychair.grading._similarity import Likeness, Work, lookalikes
from emptychair.grading.page._items import Item, items_of

_TO_DO = ("essential", "actionable")


@dataclass(frozen=True, slots=True)
class Row:
    """One student.

    Attributes:
        student: Who.
        points: What was earned, with what a person gave.
        cpu_seconds: Processor time of the learner's code.
        looks: How many cells wait for a person.
        label: How far the marks can be trusted.
    """

    student: str
    points: float
    cpu_seconds: float
    looks: int
    label: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one cell of one student that a person should know.

    Attributes:
        student: Whose.
        place: Notebook and grade id.
        reason: What.
    """

    student: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything on the page.

    Attributes:
        assignment: Its name.
        max_points: What it could earn.
        rows: The students.
        items: The exercises.
        reasons: Why points were lost: place, reason, how often; the most frequent first.
        findings: What the reader found in prose: finding, how often; the most frequent first.
        time_outs: Cells that took too long.
        flags: Cells that no test decided.
        likenesses: Works that are much alike.
    """

    assignment: str
    max_points: float
    rows: tuple[Row, ...]
    items: tuple[Item, ...]
    reasons: tuple[tuple[str, str, int], ...]
    findings: tuple[tuple[str, int], ...]
    time_outs: tuple[Remark, ...]
    flags: tuple[Remark, ...]
    likenesses: tuple[Likeness, ...]


class _Gathering:
    """Takes one outcome after the other and keeps what is small of it."""

    def __init__(self, scores: Scores, given: set[str]) -> None:
        self._scores, self._given = scores, given
        self.rows: list[Row] = []
        self.points: dict[tuple[str, str], list[float]] = {}
        self.most: dict[tuple[str, str], float] = {}
        self.reasons: Counter[tuple[str, str]] = Counter()
        self.findings: dict[str, Counter[str]] = {}
        self.time_outs: list[Remark] = []
        self.flags: list[Remark] = []
        self.works: list[Work] = []

    def take(self, outcome: Outcome) -> None:
        total, looks = 0.0, 0
        for notebook in outcome.notebooks:
            for cell in notebook.cells:
                if cell.kind == "solution":
                    continue
                where = (notebook.name, cell.grade_id)
                points, look = self._scores.get((outcome.student, *where), (cell.points, cell.needs_manual))
                total, looks = total + points, looks + look
                self.points.setdefault(where, []).append(points)
                self.most[where] = cell.max_points
                if cell.reason and cell.reason != NO_RESPONSE and points < cell.max_points:
                    place = "/".join(where) if len(outcome.notebooks) > 1 else cell.grade_id
                    self.reasons[place, cell.reason] += 1
                    self._remark(Remark(outcome.student, place, cell.reason), decided=not cell.needs_manual)
            self._prose(outcome.student, notebook)
            self.works.extend(_code(outcome.student, notebook, self._given))
        self.rows.append(Row(outcome.student, total, outcome.cpu_seconds, looks, outcome.label))

    def _remark(self, remark: Remark, *, decided: bool) -> None:
        if not decided:
            (self.time_outs if TOO_LONG in remark.reason else self.flags).append(remark)

    def _prose(self, student: str, notebook: NotebookOutcome) -> None:
        for answer in answers_of(notebook):
            self.works.append(Work(student, answer.grade_id, "prose", answer.text))
            review = review_of(answer)
            if not isinstance(review, str):
                # once for each check, under the words that it uses most
                told = {one.check: one.message for one in review.findings if one.severity in _TO_DO}
                for check, message in told.items():
                    self.findings.setdefault(check, Counter())[message] += 1


def gather(course: NbgraderCourse, assignment: str) -> Facts:
    """Read everything.

    Raises:
        EmptyChairError: Nothing of it was graded with this kit.
    """
    journal = Journal(course.root, assignment)
    bundle = Bundle.read(course.root, assignment, prepared=course.prepared(assignment))
    given = {source for skeleton in bundle.notebooks for source in _sources(json.loads(skeleton.document))}
    with Book(course) as book:
        scores = book.scores(book.sheet(assignment))
    gathering = _Gathering(scores, given)
    graded = {student for student, _, _ in scores}
    for student in journal.students():
        outcome = journal.latest(student) if student in graded else None
        if outcome is not None:
            gathering.take(outcome)
    if not gathering.rows:
        raise EmptyChairError(
            f"Nothing is graded of {assignment} in {course.root}. Run `emptychair grade {assignment}` first."
        )
    items = items_of(gathering.points, gathering.most)
    return Facts(
        assignment,
        sum(gathering.most.values()),
        tuple(gathering.rows),
        tuple(items),
        tuple((place, reason, times) for (place, reason), times in gathering.reasons.most_common(20)),
        _most_frequent(gathering.findings),
        tuple(gathering.time_outs),
        tuple(gathering.flags),
        lookalikes(gathering.works, given),
    )


def _most_frequent(findings: Mapping[str, Counter[str]]) -> tuple[tuple[str, int], ...]:
    told = [(messages.most_common(1)[0][0], messages.total()) for messages in findings.values()]
    return tuple(sorted(told, key=lambda each: -each[1])[:15])


def _code(student: str, notebook: NotebookOutcome, given: set[str]) -> Iterator[Work]:
    """All code of a notebook that is the learner's, as one work."""
    cells = json.loads(notebook.document)["cells"] if notebook.document else []
    own = [source for source in _sources({"cells": cells}) if source not in given and not source.startswith("%%")]
    if own:
        yield Work(student, notebook.name, "code", "\n".join(own))


def _sources(notebook: Mapping[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            yield cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
