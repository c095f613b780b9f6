"""Assignment 00 with real submissions: full marks, planted wrong answers, untouched."""

from __future__ import annotations

from functools import partial

import nbformat
import pytest
from course import hand_ins

from emptychair.grading import GradeReport

NAME = "00_start_here"
WE = (
    "Last spring our box office at a small theater in Duluth sold row F twice for the Saturday show. "
    "The team apologized to everybody and tried to find seats."
)
OPINION = "Customers matter most. One should always listen to them, and a company should never argue."
THIN = (
    "I once gave a patient the wrong form. I noticed it at night. I rang her at once. "
    "I drove to her house and gave her the right one the next day."
)


def _write(notebook: nbformat.NotebookNode, *, diagnostic: str | None = None, warm_up: str | None = None) -> None:
    """Planted: other text under the first line of the answer cells."""
    for grade_id, text in (("diagnostic", diagnostic), ("warm-up", warm_up)):
        cell = hand_ins.cell(notebook, grade_id)
        if text is not None:
            cell.source = cell.source.split("\n", 1)[0] + "\n" + text


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Six hand-ins."""
    changes: dict[str, hand_ins.Change | None] = {
        "full": lambda _: None,
        "alike": partial(_write, diagnostic=f"ratings{' 3' * 6}; kinds{' story' * 6}", warm_up=OPINION),
        "half": partial(_write, diagnostic="ratings 2 4 5; kinds story opinion", warm_up=THIN),
        "prose": partial(_write, diagnostic="I rated all of them and it went well.", warm_up=WE),
        "blank": partial(_write, diagnostic="", warm_up="Write your answer here."),
        "untouched": None,
    }
    return hand_ins.graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 10 points, and an untouched or emptied copy none, with the same message everywhere?"""
    assert sum(hand_ins.points(report, "full").values()) == 10
    for student in ("untouched", "blank"):
        found = hand_ins.submission(report, student)
        assert found.points == 0
        assert {cell.message for cell in found.notebooks[0].cells} == {"not answered yet"}


@pytest.mark.parametrize(
    ("student", "ratings", "kinds", "act", "setting"),
    [("alike", 0, 0, 0, 0), ("half", 1.5, 1, 2, 0), ("prose", 0, 0, 0, 0)],
)
def test_planted_wrong_answers_score_what_they_should(
    report: GradeReport, student: str, ratings: float, kinds: float, act: float, setting: float
) -> None:
    """Is each choice worth its half point, and a story its two, while what is no choice and no story earns nothing?"""
    assert hand_ins.points(report, student) == {
        "diagnostic-ratings": ratings,
        "diagnostic-kinds": kinds,
        "warm-up-act": act,
        "warm-up-setting": setting,
    }


def test_messages_say_what_to_do(report: GradeReport) -> None:
    """Does a text without choices get its own words back and an example, and a text without an act the reason?"""
    messages = {it.grade_id: it.message for it in hand_ins.submission(report, "prose").notebooks[0].cells}
    assert "read_line('I rated all of them and it went well.')" in messages["diagnostic-ratings"]
    assert "ratings 2 4 1 5 3 3" in messages["diagnostic-ratings"]
    assert "no act of your own" in messages["warm-up-act"]
