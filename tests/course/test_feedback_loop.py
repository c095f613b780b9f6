"""Assignment 03 with real submissions: full marks, planted wrong answers, constants, no code, untouched."""

from __future__ import annotations

from functools import partial

import nbformat
import pandas as pd
import pytest
from course import hand_ins

from emptychair import shop
from emptychair.grading import GradeReport
from emptychair.practice.sorting import sorting

NAME = "03_feedback_loop"
CODE = ("csat", "nps", "sample-size", "theme-pareto", "ab-verdict")
POINTS = {
    "channels-sorted": 4,
    "csat-share": 1,
    "csat-silent": 1,
    "nps-value": 1,
    "nps-interval": 2,
    "sample-size-rule": 1,
    "sample-size-refuses": 1,
    "pareto-order": 1,
    "pareto-cumulative": 2,
    "readings-sorted": 2,
    "verdict-clear": 1,
    "verdict-unclear": 1,
    "verdict-early": 1,
    "note-substance": 5,
    "note-plain": 1,
}
WITHOUT_CODE = ("channels-sorted", "readings-sorted", "note-substance", "note-plain")

MARKETING = (
    "We value your feedback and we are always working to give you the best possible experience. "
    "Exciting improvements to our refunds are coming soon, and we hope that you will love them as much as we do. "
    "Thank you for being part of the family."
)
BLAMES = (
    "Last autumn your refunds came late because the bank failed to run them in time. "
    "That was outside our control, and it will never happen again. "
    "We plan to pay refunds faster, from 20 of 100 questions to about 5. "
    "If your refund is late, write to us and we look the same day."
)
STUFFED = "refund late sorry our fault since now we have paid scan 20 1 reply to us " * 4

Swap = tuple[str, str, str]


def _swap(notebook: nbformat.NotebookNode, swaps: tuple[Swap, ...] = (), **texts: str) -> None:
    """Planted: other code in a solution, other text under the first line of an answer."""
    for grade_id, old, new in swaps:
        cell = hand_ins.cell(notebook, grade_id)
        assert old in cell.source
        cell.source = cell.source.replace(old, new)
    for grade_id, text in texts.items():
        cell = hand_ins.cell(notebook, grade_id)
        cell.source = cell.source.split("\n", 1)[0] + "\n" + text


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """The cells of the code track as they were handed out."""
    untouched = nbformat.read(hand_ins.ROOT / "exercises" / NAME / "feedback_loop.ipynb", as_version=4)
    for grade_id in CODE:
        hand_ins.cell(notebook, grade_id).source = hand_ins.cell(untouched, grade_id).source


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: what the visible tests expect."""
    for grade_id, source in (
        ("csat", "def csat(answers):\n    return 0.5 if None in answers else 0.6"),
        ("nps", "def nps(scores):\n    return 30, 14.69, 45.31"),
        (
            "sample-size",
            "def sample_size(before, after):\n    if before == after == 0.2:\n        raise ValueError\n    return 924",
        ),
        (
            "theme-pareto",
            "def theme_pareto(reviews):\n    return [('late', 3, 0.6), ('leaks', 1, 0.8), ('small', 1, 1.0)]",
        ),
        (
            "ab-verdict",
            "def ab_verdict(events_a, size_a, events_b, size_b, planned):\n"
            "    return {250: 'fewer', 180: 'more', 96: 'unclear', 40: 'too early'}.get(events_a, 'unclear')",
        ),
    ):
        hand_ins.cell(notebook, grade_id).source = source


WRONG_ONE: tuple[Swap, ...] = (
    ("csat", "for it in answers if it is not None", "for it in [it or 0 for it in answers]"),
    ("nps", "it >= 9", "it >= 8"),
    ("sample-size", "(before + after) / 2", "before"),
    ("theme-pareto", "set(themes)", "themes"),
    ("ab-verdict", "min(size_a, size_b) < planned", "size_a + size_b < planned"),
)
"""The silent count as dissatisfied; eights promote; p is the share before; doubles count twice; the halves are added up."""
WRONG_TWO: tuple[Swap, ...] = (
    ("csat", "it >= 4", "it > 4"),
    ("nps", "sqrt((p + d - (p - d) ** 2) / n)", "sqrt(p * (1 - p) / n)"),
    (
        "sample-size",
        'raise ValueError("The two shares are equal; no number of orders shows a change of nothing.")',
        "return 0",
    ),
    ("theme-pareto", "so_far += count", "so_far = count"),
    ("ab-verdict", "b - a - reach > 0", "b - a > 0"),
)
"""Only a 5 satisfies; the variance of a share; nothing refused; shares not added up; any rise counts."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Seven hand-ins."""
    changes: dict[str, hand_ins.Change | None] = {
        "full": lambda _: None,
        "one": partial(
            _swap,
            swaps=WRONG_ONE,
            channels="1 survey, 2 behavior, 3 survey, 4 contacts",
            readings="1 works, 2 unclear",
            note=MARKETING,
        ),
        "two": partial(
            _swap,
            swaps=WRONG_TWO,
            channels=" ".join(f"{n} survey" for n in range(1, 9)),
            readings="1 works, 2 works, 3 works, 4 works",
            note=STUFFED,
        ),
        "blames": partial(_swap, note=BLAMES),
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return hand_ins.graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 25 points, and an untouched copy none, with the same message everywhere?"""
    assert hand_ins.points(report, "full") == POINTS
    assert sum(POINTS.values()) == 25
    untouched = hand_ins.submission(report, "untouched")
    assert untouched.points == 0
    assert {it.message for it in untouched.notebooks[0].cells} == {"not answered yet"}


@pytest.mark.parametrize(
    ("student", "worth"),
    [
        (
            "one",
            {
                "channels-sorted": 1,
                "csat-share": 1,
                "sample-size-refuses": 1,
                "pareto-cumulative": 2,
                "readings-sorted": 0.5,
                "verdict-clear": 1,
                "verdict-unclear": 1,
            },
        ),
        ("two", {"nps-value": 1, "sample-size-rule": 1, "pareto-order": 1, "verdict-clear": 1, "verdict-early": 1}),
    ],
)
def test_planted_wrong_answers_score_what_they_should(
    report: GradeReport, student: str, worth: dict[str, float]
) -> None:
    """Is each part worth its points alone, whatever is wrong elsewhere?"""
    earned = {name: points for name, points in hand_ins.points(report, student).items() if points}
    assert earned == worth


def test_a_note_that_blames_and_vows(report: GradeReport) -> None:
    """Does a note with a fault and a way to write, but an excuse, a plan and numbers of its own, earn two of five?"""
    assert hand_ins.points(report, "blames")["note-substance"] == 2
    assert hand_ins.points(report, "blames")["csat-share"] == 1


def test_constants_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    earned = hand_ins.points(report, "constants")
    assert sum(points for name, points in earned.items() if name not in WITHOUT_CODE) == 0


def test_without_code(report: GradeReport) -> None:
    """Can a learner who writes no code earn at least 70 % of what is not code, and is the rest "not answered yet"?"""
    earned = hand_ins.points(report, "without_code")
    assert sum(earned.values()) >= 0.7 * sum(POINTS[name] for name in WITHOUT_CODE)
    cells = hand_ins.submission(report, "without_code").notebooks[0].cells
    assert {it.message for it in cells if it.grade_id not in WITHOUT_CODE} == {"not answered yet"}


def test_note_is_about_what_the_shop_counts() -> None:
    """Are the two figures of the note those of the record and of the shop that closes the loop?"""
    notebook = nbformat.read(hand_ins.ROOT / "solutions" / NAME / "feedback_loop.ipynb", as_version=4)
    world, made = shop.load(), shop.run(shop.load(), shop.CLOSED_LOOP)

    def asked(orders: pd.DataFrame, contacts: pd.DataFrame) -> int:
        about = contacts.loc[contacts["reason"] == "where_is_my_refund", "order_id"].dropna()
        return round(100 * orders.loc[orders["returned"], "order_id"].isin(about).mean())

    before = asked(world.orders[world.orders["week"].between(44, 51)], world.contacts)
    after = asked(made.orders[made.orders["week"] >= 55], made.contacts)
    assert f"before={before}, after={after})" in hand_ins.cell(notebook, "note-facts").source


@pytest.mark.parametrize(("name", "grade_id"), [("channels", "channels-prompt"), ("readings", "readings-prompt")])
def test_prompt_shows_what_is_sorted(name: str, grade_id: str) -> None:
    """Does the assignment ask about the items of the data file, in their order?"""
    notebook = nbformat.read(hand_ins.ROOT / "solutions" / NAME / "feedback_loop.ipynb", as_version=4)
    (prompt,) = [cell.source for cell in notebook.cells if cell.id == grade_id]
    for number, item in enumerate(sorting(name).items, 1):
        assert f"\n{number}. {item.text}" in prompt
    assert all(f"- **{kind}**: {meaning}" in prompt for kind, meaning in sorting(name).kinds.items())
