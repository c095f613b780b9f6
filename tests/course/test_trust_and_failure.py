"""Assignment 04 with real submissions: full marks, planted wrong answers, constants, no code, untouched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import nbformat
import pytest
from course import hand_ins

from emptychair.grading import GradeReport
from emptychair.practice import corrections

NAME = "04_trust_and_failure"
CODE = {
    "half-life": ("half-life-value", "half-life-ends"),
    "trust-after": ("trust-after-good", "trust-after-broken"),
    "best-retention": ("best-retention-value", "best-retention-tie"),
    "first-alarm": ("first-alarm-week", "first-alarm-edges"),
}
"""The code exercises and their graded cells, a point each."""
TEXT = {"metrics-input": 4.0, "correction-score": 6.0, "correction-facts": 2.0}
STUB = 'raise NotImplementedError("not answered yet")'

BLAMING = """Impact: 315 kettles leaked and customers were unhappy from week 37 on.

Timeline:
- Week 37: new batch.
- Week 38: first contacts.

Five whys:
1. The kettles leaked.
2. Because kettles were leaking.
3. Goods in did not check.
4. Human error.

Input metric: Kettle sales.

Actions:
- Goods in will be more careful.
- Talk to the buyer.
"""


def _replace(notebook: nbformat.NotebookNode, edits: Mapping[str, tuple[str, str]]) -> None:
    """Planted: one piece of a solution replaced by another."""
    for grade_id, (old, new) in edits.items():
        cell = hand_ins.cell(notebook, grade_id)
        assert old in cell.source, f"{grade_id} has no {old!r}"
        cell.source = cell.source.replace(old, new)


def _write(notebook: nbformat.NotebookNode, *, metrics: str, correction: str) -> None:
    """Planted: other text under the first line of the answer cells."""
    for grade_id, text in (("metrics", metrics), ("correction", correction)):
        cell = hand_ins.cell(notebook, grade_id)
        cell.source = cell.source.split("\n", 1)[0] + "\n" + text


def _additive(notebook: nbformat.NotebookNode) -> None:
    """Planted: losses and gains are added instead of multiplied, ends forgotten, ties to the longest, one week is enough."""
    _replace(
        notebook,
        {
            "half-life": ("if share == 0:\n        return math.inf\n    if share == 1:\n        return 0\n    ", ""),
            "trust-after": ("trust * (1 - share) if share", "trust - share if share"),
            "best-retention": ("(chance * cost - earned, weeks)", "(chance * cost - earned, -weeks, weeks)"),
            "first-alarm": ("if above[week] and above[week + 1]:", "if above[week]:"),
        },
    )
    _replace(notebook, {"best-retention": ("options)[1]", "options)[2]")})
    _write(notebook, metrics="kettle_seal a, north_carrier b, refund_batch a, code_ignored a", correction=BLAMING)


def _half(notebook: nbformat.NotebookNode) -> None:
    """Planted: half-lives upside down, gains that do not shrink, the dearest option, the second week; symptoms; another job's text."""
    _replace(
        notebook,
        {
            "half-life": ("math.log(0.5) / math.log(1 - share)", "0.5 / share"),
            "trust-after": ("trust + gain * (1 - trust)", "trust + gain"),
            "best-retention": ("chance * cost - earned", "-earned"),
            "first-alarm": ("return week\n", "return week + 1\n"),
        },
    )
    _write(notebook, metrics="kettle_seal c; north carrier C; refund_batch b", correction=corrections()["strong"].text)


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: what the visible tests expect, as constants."""
    known = {
        "half-life": "return {0.5: 1, 0.25: 2.4094, 0: math.inf, 1: 0}[share]",
        "trust-after": "return [0.8, 0.9, 0.95] if start == 0.6 else [0.4, 0.7, 0.35]",
        "best-retention": "return {0.0: 52, 0.2: 13, 0.9: 0, 0.25: 4}[chance]",
        "first-alarm": "return {(0, 4): 3, (3, 3): 0}.get(tuple(counts[:2]))",
    }
    for grade_id, line in known.items():
        cell = hand_ins.cell(notebook, grade_id)
        head, _, rest = cell.source.partition("### BEGIN SOLUTION")
        cell.source = head + line + rest.partition("### END SOLUTION")[2]


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """What a learner hands in who writes text and no code."""
    for grade_id in CODE:
        cell = hand_ins.cell(notebook, grade_id)
        head, _, rest = cell.source.partition("### BEGIN SOLUTION")
        cell.source = head + STUB + rest.partition("### END SOLUTION")[2]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Seven hand-ins."""
    changes: dict[str, hand_ins.Change | None] = {
        "full": lambda _: None,
        "additive": _additive,
        "half": _half,
        "constants": _constants,
        "without_code": _without_code,
        "blank": partial(_write, metrics="", correction="Write your answer here."),
        "untouched": None,
    }
    return hand_ins.graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 20 points, and an untouched copy none, with the same message everywhere?"""
    assert sum(hand_ins.points(report, "full").values()) == 20
    untouched = hand_ins.submission(report, "untouched")
    assert untouched.points == 0
    assert {cell.message for cell in untouched.notebooks[0].cells} == {"not answered yet"}
    blank = {it.grade_id: it.message for it in hand_ins.submission(report, "blank").notebooks[0].cells}
    assert {blank[name] for name in TEXT} == {"not answered yet"}


@pytest.mark.parametrize(
    ("student", "earned"),
    [
        ("additive", {"half-life-value", "trust-after-good", "best-retention-value"}),
        ("half", set()),
    ],
)
def test_planted_wrong_code_scores_what_it_should(report: GradeReport, student: str, earned: set[str]) -> None:
    """Is each part of the code worth its point alone, whatever is wrong elsewhere?"""
    found = hand_ins.points(report, student)
    cells = {cell for both in CODE.values() for cell in both}
    assert {name for name in cells if found[name] == 1} == earned
    assert all(found[name] in (0, 1) for name in cells)


@pytest.mark.parametrize(
    ("student", "metrics", "score", "facts"), [("additive", 0, (1, 3), (0.5, 2)), ("half", 1.5, (6, 6), (0, 0))]
)
def test_planted_wrong_text_scores_what_it_should(
    report: GradeReport, student: str, metrics: float, score: tuple[float, float], facts: tuple[float, float]
) -> None:
    """Do outputs earn nothing, symptoms half, blame and wishes little, and a fine text about something else no facts?"""
    found = hand_ins.points(report, student)
    assert found["metrics-input"] == metrics
    assert score[0] <= found["correction-score"] <= score[1]
    assert facts[0] <= found["correction-facts"] <= facts[1]


def test_constants_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    found = hand_ins.points(report, "constants")
    assert sum(found[cell] for both in CODE.values() for cell in both) == 0


def test_without_code(report: GradeReport) -> None:
    """Can who writes no code earn the points of the cells that need none?"""
    found = hand_ins.points(report, "without_code")
    assert {name: found[name] for name in TEXT} == TEXT
    assert sum(found.values()) == sum(TEXT.values())


def test_messages_say_called_got_expected(report: GradeReport) -> None:
    """Does a wrong function hear what was called, what came back and what was expected?"""
    messages = {it.grade_id: it.message for it in hand_ins.submission(report, "half").notebooks[0].cells}
    assert "half_life(0.5) returned 1" not in messages["half-life-value"]
    assert "half_life(0.25) returned 2.0, expected about 2.4094" in messages["half-life-value"]
    assert (
        "trust_after([0, 0, 0], 0.6, 0.5) returned [1.1, 1.6, 2.1], expected [0.8, 0.9, 0.95]"
        in messages["trust-after-good"]
    )
    assert "kettle_seal" in messages["correction-facts"]
