"""Answers from elsewhere: only what grading can say is believed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from grading import course, outcomes

from emptychair.grading._bundle import Bundle
from emptychair.grading._outcome import CellOutcome, Outcome
from emptychair.grading._submission import Submission
from emptychair.grading._verify import Unbelievable, digest, opened, sealed


@pytest.fixture(scope="module")
def sent(small_kit: Path) -> tuple[Bundle, Submission]:
    """What went out."""
    return Bundle.read(small_kit, course.ASSIGNMENT), Submission("ana", course.ASSIGNMENT, (), {}, ())


def through(sent: tuple[Bundle, Submission], result: Outcome, **changes: str) -> Outcome:
    """Seal an outcome, change the envelope, open it."""
    bundle, submission = sent
    text = bundle.to_json()
    answer = sealed(result, text, submission.to_json()) | changes
    return opened(answer, bundle, submission, digest(text + submission.to_json()))


def with_cell(change: Callable[[CellOutcome], CellOutcome | None]) -> Outcome:
    """An honest outcome with its second cell changed."""
    honest = outcomes.outcome("ana")
    (notebook,) = honest.notebooks
    first, second, *rest = notebook.cells
    changed = change(second)
    cells = (first, *([changed] if changed else []), *rest)
    return dataclasses.replace(honest, notebooks=(dataclasses.replace(notebook, cells=cells),))


def test_honest_answers_arrive(sent: tuple[Bundle, Submission]) -> None:
    """Is what was sent what is believed, of any status?"""
    for outcome in (
        outcomes.outcome("ana"),
        outcomes.outcome("ana", double=0.5),
        Outcome("ana", course.ASSIGNMENT, "failed", (), "why", "sandboxed", 0.0, 0.0),
    ):
        assert through(sent, outcome) == outcome


HONEST = outcomes.outcome("ana")
NOTEBOOK = HONEST.notebooks[0]


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (with_cell(lambda cell: dataclasses.replace(cell, points=3.0)), "2 points at most, not 3"),
        (with_cell(lambda cell: dataclasses.replace(cell, points=-1.0)), "2 points at most, not -1"),
        (with_cell(lambda cell: dataclasses.replace(cell, points=float("nan"))), "no number"),
        (with_cell(lambda cell: dataclasses.replace(cell, points="2")), "no number"),  # type: ignore[arg-type]
        (with_cell(lambda cell: dataclasses.replace(cell, points=3.0, max_points=3.0)), "2 points at most"),
        (with_cell(lambda cell: dataclasses.replace(cell, grade_id="other")), "its cells are not those of small"),
        (with_cell(lambda _cell: None), "its cells are not those of small"),
        (dataclasses.replace(HONEST, student="bo"), "about somebody else"),
        (dataclasses.replace(HONEST, notebooks=(NOTEBOOK, NOTEBOOK)), "its notebooks"),
        (dataclasses.replace(HONEST, notebooks=()), "its notebooks"),
        (dataclasses.replace(HONEST, status="failed"), "cannot have results"),
        (dataclasses.replace(HONEST, notebooks=(dataclasses.replace(NOTEBOOK, document="[]"),)), "is no notebook"),
    ],
)
def test_what_no_grading_says_is_refused(sent: tuple[Bundle, Submission], outcome: Outcome, why: str) -> None:
    """Are points, cells and names held against the assignment?"""
    with pytest.raises(Unbelievable, match=why):
        through(sent, outcome)


@pytest.mark.parametrize(
    "changes",
    [{"sum": "0"}, {"made_from": "0"}, {"outcome": "{}"}, {"outcome": "{}", "sum": digest("{}")}],
    ids=["sum", "made-from", "changed", "no-outcome"],
)
def test_envelopes_that_do_not_fit_are_refused(sent: tuple[Bundle, Submission], changes: dict[str, str]) -> None:
    """Is an answer of something else, or one that was changed, refused?"""
    with pytest.raises(Unbelievable):
        through(sent, HONEST, **changes)


@pytest.mark.parametrize("answer", [None, [], {}, {"outcome": 1, "made_from": "", "sum": ""}, json.dumps({})])
def test_what_is_no_answer_is_refused(sent: tuple[Bundle, Submission], answer: object) -> None:
    """Is anything else refused?"""
    with pytest.raises(Unbelievable, match="not one of ours"):
        opened(answer, *sent, "")
