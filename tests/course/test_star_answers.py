"""Assignment 06 with real submissions: full marks, planted wrong answers, untouched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from course.hand_ins import Change, cell, full_and_untouched, graded, points, submission

from emptychair._process import environment
from emptychair.grading import GradeReport

NAME = "06_star_answers"
MIDDLING = (
    "At our bike shop in March many repairs were late. "
    "I looked at two weeks of repair slips and saw that in most cases a part was missing. "
    "I added a line for parts to the intake form. Late repairs fell from 19 to 3 in June."
)
WEAK = (
    "At our bike shop repairs were often late and customers complained about it a lot. "
    "We apologized and tried to be faster. The team had several meetings and everybody worked very hard. "
    "In the end things got better and everyone was happy. Communication is key."
)
OPINION = "Customers matter most to me. I always listen to them and I would do anything to make them happy."
PROSE = (
    "labels-right",
    "ratings-near",
    "repair-gain",
    "repair-facts",
    "own-answer-score",
    "second-answer-score",
)


def _write(notebook: nbformat.NotebookNode, grade_id: str, text: str) -> None:
    """Put other text under the first line of an answer cell."""
    answer = cell(notebook, grade_id)
    answer.source = answer.source.split("\n", 1)[0] + "\n" + text


def _solved(notebook: nbformat.NotebookNode, grade_id: str) -> str:
    lines = cell(notebook, grade_id).source.splitlines()[1:]
    return "\n".join(line for line in lines if not line.startswith("###"))


def _shares_in_counts(notebook: nbformat.NotebookNode) -> None:
    """Planted: counts words instead of shares; takes the story for told in order; rates in round numbers; invents; one story twice."""
    shares = cell(notebook, "component-shares")
    shares.source = shares.source.replace("round(100 * n / total, 1)", "n")
    _write(notebook, "labels", "S S T A A A R R +")
    _write(notebook, "ratings", "4, 4, 4, 3, 3, 3")
    repaired = _solved(notebook, "repair").replace("eleven", "thirty").replace("In June, 3 of 71", "In May, 2 of 80")
    _write(notebook, "repair", repaired.replace("Eleven", "Thirty"))
    _write(notebook, "second-answer", "Good morning. " + _solved(notebook, "own-answer"))


def _last_one_wins(notebook: nbformat.NotebookNode) -> None:
    """Planted: the last sentence of a component replaces the ones before; a middling repair; an essay as own answer."""
    shares = cell(notebook, "component-shares")
    shares.source = shares.source.replace("counts.get(component, 0) + len(text.split())", "len(text.split())")
    _write(notebook, "labels", "O R S T A A A R")
    _write(notebook, "ratings", "1 1 1 1 1 1")
    _write(notebook, "repair", MIDDLING)
    _write(notebook, "own-answer", OPINION)
    _write(notebook, "second-answer", MIDDLING)


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: answers of the visible tests as constants."""
    cell(notebook, "component-shares").source = (
        "def component_shares(parts):\n"
        '    known = {2: {"situation": 40.0, "action": 60.0}, 3: {"action": 70.0, "result": 30.0}, 0: {}}\n'
        "    return known[len(parts)]"
    )
    _write(notebook, "labels", "A A A A A A A A A")
    _write(notebook, "repair", "### BEGIN SOLUTION\n" + WEAK)


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """Somebody who does not code: the stub stays as it was handed out."""
    cell(notebook, "component-shares").source = "def component_shares(parts):\n    raise NotImplementedError"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GradeReport]:
    """Six hand-ins, graded by real nbgrader in a course folder of their own."""
    changes: dict[str, Change | None] = {
        "full": lambda _: None,
        "counts": _shares_in_counts,
        "half": _last_one_wins,
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return graded(tmp_path_factory.mktemp("course"), NAME, changes)


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: tuple[Path, GradeReport]) -> None:
    """Does the solution earn all 25 points, and an untouched copy none, with the same message everywhere?"""
    _, found = report
    full_and_untouched(found, 25)


def test_planted_wrong_answers_score_what_they_should(report: tuple[Path, GradeReport]) -> None:
    """Is each part worth its points alone, whatever is wrong elsewhere?"""
    _, found = report
    counts = points(found, "counts")
    assert counts["component-shares-proportion"] == counts["component-shares-sum"] == 0
    assert counts["labels-right"] == pytest.approx(4 * 4 / 9, abs=0.01)  # two acts, a result, the reflection
    assert counts["ratings-near"] == 2  # two exact, four one level off
    assert counts["repair-gain"] == 4
    assert 0 < counts["repair-facts"] < 1
    assert counts["own-answer-score"] == 5
    assert counts["second-answer-score"] == 0
    half = points(found, "half")
    assert half["component-shares-proportion"] == half["component-shares-empty"] == 1
    assert half["component-shares-sum"] == 0
    assert half["labels-right"] == half["ratings-near"] == 0
    assert 0.5 < half["repair-gain"] < 4
    assert half["own-answer-score"] < 1.5
    assert 1 < half["second-answer-score"] < 5


def test_messages_say_what_is_wrong(report: tuple[Path, GradeReport]) -> None:
    """Are eight letters counted, equal levels named, and a story that was handed in twice measured?"""
    _, found = report
    messages = {
        student: {it.grade_id: it.message for it in submission(found, student).notebooks[0].cells}
        for student in ("counts", "half", "constants")
    }
    assert "holds 8 letters" in messages["half"]["labels-right"]
    assert "six times 1" in messages["half"]["ratings-near"]
    assert "nine times 'A'" in messages["constants"]["labels-right"]
    assert "of the two answers is the same text" in messages["counts"]["second-answer-score"]


def test_without_code(report: tuple[Path, GradeReport]) -> None:
    """Does somebody who does not code get all the points of the prose, and none of the rest?"""
    _, found = report
    earned = points(found, "without_code")
    assert sum(earned[name] for name in PROSE) == 22
    assert sum(earned.values()) == 22


def test_constants_do_not_pass(report: tuple[Path, GradeReport]) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    _, found = report
    earned = points(found, "constants")
    assert sum(worth for name, worth in earned.items() if name.startswith("component")) == 0
    assert earned["labels-right"] == earned["repair-gain"] == earned["repair-facts"] == 0


@pytest.mark.timeout(120)
def test_feedback_and_export(report: tuple[Path, GradeReport]) -> None:
    """Do plain nbgrader's feedback and export work on it?"""
    root, _ = report
    for line in (["generate_feedback", NAME], ["export"]):
        subprocess.run([sys.executable, "-m", "nbgrader", *line], cwd=root, env=environment(), check=True)
    assert (root / "feedback" / "half" / NAME / "star_answers.html").stat().st_size > 10_000
    assert "full" in (root / "grades.csv").read_text(encoding="utf-8")
