"""Assignment 05 with real submissions: full marks, planted wrong answers, constants, no code, untouched."""

from __future__ import annotations

import nbformat
import pytest
from course import hand_ins

from emptychair.grading import GradeReport

NAME = "05_pr_faq"
CODE = {"market-size-plain", "market-size-whole", "market-size-refuses", "drift-share", "drift-orphans"}
WRITTEN = {"section-order-score": 2, "heading-gain": 2, "dodge-free-score": 2, "pr-faq-score": 8}
PRAISE = """# Larch Bank Is Thrilled to Announce an Innovative App

We are excited to launch a seamless, cutting-edge experience for many customers.

## FAQ

**Is it secure?**
We take security very seriously.
"""


def _write(notebook: nbformat.NotebookNode, **texts: str) -> None:
    """Put other text under the first line of answer cells; names of cells have underscores here."""
    for name, text in texts.items():
        cell = hand_ins.cell(notebook, name.replace("_", "-"))
        cell.source = cell.source.split("\n", 1)[0] + "\n" + text


def _replace(notebook: nbformat.NotebookNode, cell: str, old: str, new: str) -> None:
    found = hand_ins.cell(notebook, cell)
    assert old in found.source
    found.source = found.source.replace(old, new)


def _near(notebook: nbformat.NotebookNode) -> None:
    """Planted: two parts swapped, a heading with the company in front, two soft words, rounding in the end, no orphan without days."""
    _write(
        notebook,
        section_order="D, G, F, B, H, I, E, A, C",
        heading="Bellwether Transit Introduces Ramp Check for Its Riders",
        laundry="In April, 212 of 230 shirts came back within 24 hours, and a shirt costs $3. Lost buttons should be replaced very soon.",
    )
    _replace(notebook, "market-size", "int(customers * need * pay + 1e-9)", "customers * need * pay")
    _replace(notebook, "market-size", "return paying,", "paying = int(paying + 1e-9)\n    return paying,")
    _replace(
        notebook,
        "drift",
        "for name, days in served.items() if not days",
        "in promises if name not in [it for _, it in backlog]",
    )
    _replace(notebook, "drift", "[name in", "[name for name in")


def _far(notebook: nbformat.NotebookNode) -> None:
    """Planted: the order reversed, praise as heading, numbers lost, praise as PR/FAQ, no share refused, drift of items."""
    _write(
        notebook,
        section_order="C A E I H F B G D",
        heading="A Game-Changing Ramp Experience",
        laundry="Our laundry is fast, cheap and friendly, and guests who have tried it once come back to it again and again all year.",
        pr_faq=PRAISE,
    )
    _replace(notebook, "market-size", "if not (0 <= need <= 1 and 0 <= pay <= 1)", "if False")
    _replace(notebook, "drift", "adrift += days", "adrift += 1")
    _replace(notebook, "drift", "+= days\n        else", "+= 1\n        else")


def _form(notebook: nbformat.NotebookNode) -> None:
    """Planted: a number instead of a pair, and a function that returns nothing."""
    hand_ins.cell(notebook, "market-size").source = "def market_size(segments, price):\n    return 300.5"
    hand_ins.cell(notebook, "drift").source = "def drift(promises, backlog):\n    print(0.25)"


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: what the visible tests expect."""
    hand_ins.cell(notebook, "market-size").source = (
        "def market_size(segments, price):\n"
        "    if any(need > 1 for _, _, need, _ in segments):\n"
        "        raise ValueError('nurses')\n"
        "    return {1: (300, 72_000), 2: (2, 20)}[len(segments)]"
    )
    hand_ins.cell(notebook, "drift").source = 'def drift(promises, backlog):\n    return 0.25, ["call"]'


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """A learner who writes everything and no code."""
    untouched = nbformat.read(hand_ins.ROOT / "exercises" / NAME / "pr_faq.ipynb", as_version=4)
    for name in ("market-size", "drift"):
        hand_ins.cell(notebook, name).source = hand_ins.cell(untouched, name).source


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Seven hand-ins."""
    changes: dict[str, hand_ins.Change | None] = {
        "full": lambda _: None,
        "near": _near,
        "far": _far,
        "form": _form,
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return hand_ins.graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 19 points, and an untouched copy none, with the same message everywhere?"""
    hand_ins.full_and_untouched(report, 19)


def test_near_misses_earn_their_part(report: GradeReport) -> None:
    """Does each slip cost its own point and nothing else?"""
    near = hand_ins.points(report, "near")
    assert near["section-order-score"] == pytest.approx(2 * (2 * 35 / 36 - 1), abs=0.01)
    assert near["heading-gain"] == pytest.approx(2 * 2 / 3, abs=0.01)
    assert near["dodge-free-score"] == 1
    assert (near["market-size-plain"], near["market-size-whole"], near["market-size-refuses"]) == (1, 0, 1)
    assert (near["drift-share"], near["drift-orphans"]) == (1, 0)
    assert near["pr-faq-score"] == 8


def test_wrong_answers_earn_nothing(report: GradeReport) -> None:
    """Are a reversed order, praise, lost numbers and a function that counts items worth what they should be?"""
    far = hand_ins.points(report, "far")
    assert far["section-order-score"] == far["heading-gain"] == far["dodge-free-score"] == 0
    assert far["pr-faq-score"] < 2
    assert (far["market-size-plain"], far["market-size-refuses"], far["drift-share"]) == (1, 0, 0)
    assert far["drift-orphans"] == 0  # work of no days is none


def test_constants_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    assert sum(hand_ins.points(report, "constants")[name] for name in CODE) == 0


def test_without_code(report: GradeReport) -> None:
    """Does a learner who writes no code earn all written points, and "not answered yet" for the rest?"""
    found = hand_ins.points(report, "without_code")
    assert {name: found[name] for name in WRITTEN} == WRITTEN
    messages = {it.grade_id: it.message for it in hand_ins.submission(report, "without_code").notebooks[0].cells}
    assert {messages[name] for name in CODE} == {"not answered yet"}


def test_prose_waits_for_a_person(report: GradeReport) -> None:
    """Is the written PR/FAQ flagged for the instructor?"""
    assert hand_ins.submission(report, "full").needs_manual_grade


def test_messages_say_what_to_do(report: GradeReport) -> None:
    """Does a wrong answer hear what came and what was expected?"""
    messages = {it.grade_id: it.message for it in hand_ins.submission(report, "far").notebooks[0].cells}
    assert (
        "returned (1250, 12500)" in messages["market-size-refuses"]
        or "expected a ValueError" in messages["market-size-refuses"]
    )
    assert "expected the share 0.25" in messages["drift-share"]


def test_answer_in_another_form_is_told(report: GradeReport) -> None:
    """Does a number where a pair was asked for, or nothing at all, hear what was expected, and not Python's own words?"""
    cells = hand_ins.submission(report, "form").notebooks[0].cells
    messages = {it.grade_id: it.message for it in cells if it.grade_id.startswith(("market-size-", "drift-"))}
    assert all("returned" in it and "expected" in it and "TypeError" not in it for it in messages.values()), messages
