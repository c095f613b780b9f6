"""Assignment 02 with real submissions: full marks, planted wrong answers, untouched, and a learner who does not code."""

from __future__ import annotations

import nbformat
import pytest
from course.hand_ins import ROOT, Change, cell, full_and_untouched, graded, points, submission

from emptychair import shop
from emptychair.grading import GradeReport

NAME = "02_anticipating_needs"
CODE = ("next-purchase", "reorder-quantity", "ship-early", "contacts-per-order", "pareto")
PROSE = {"heard-tags": 3, "parcels-decided": 2, "before-complaint-insight": 2, "before-complaint-score": 3}
THIN = (
    "Last year in our bakery I noticed that the gluten-free bread ran out on Saturdays before ten. "
    "I baked twelve more loaves each Friday night. Since then there has been some left at noon."
)


def _swap(notebook: nbformat.NotebookNode, grade_id: str, old: str, new: str) -> None:
    """Planted: one expression of the solution replaced."""
    one = cell(notebook, grade_id)
    assert old in one.source
    one.source = one.source.replace(old, new)


def _write(notebook: nbformat.NotebookNode, grade_id: str, text: str) -> None:
    """Planted: another text under the first line of an answer cell."""
    one = cell(notebook, grade_id)
    one.source = one.source.split("\n", 1)[0] + "\n" + text


def _first_mistakes(notebook: nbformat.NotebookNode) -> None:
    """Planted: one likely mistake in each exercise."""
    _write(notebook, "heard", "late refund part part size late")
    _write(notebook, "parcels", "send, send, wait, wait")
    _write(notebook, "before-complaint", THIN)
    _swap(
        notebook,
        "next-purchase",
        "for history in histories for before, after in zip(history, history[1:])",
        "for history in [[it for one in histories for it in one]] for before, after in zip(history, history[1:])",
    )
    _swap(notebook, "reorder-quantity", "short / (short + over)", "over / (short + over)")
    _swap(notebook, "ship-early", "chance > line", "chance >= line")
    _swap(notebook, "contacts-per-order", "for week in order_weeks", "for week in contact_weeks if week in order_weeks")
    _swap(notebook, "pareto", "so_far / len(reasons)", "-count / len(reasons)")


def _other_mistakes(notebook: nbformat.NotebookNode) -> None:
    """Planted: another one in each."""
    _write(notebook, "heard", "late late late late late late")
    _write(notebook, "parcels", "perhaps")
    _write(notebook, "before-complaint", "Customers should never have to complain. I would always look ahead.")
    _swap(
        notebook, "next-purchase", "followed or [category for history in histories for category in history]", "followed"
    )
    _swap(notebook, "reorder-quantity", "return max(0, level - on_hand)", "return level")
    _swap(notebook, "ship-early", "cost / (gain + cost)", "0.5")
    _swap(
        notebook,
        "contacts-per-order",
        "contact_weeks.count(week) / order_weeks.count(week)",
        "len(contact_weeks) / len(order_weeks)",
    )
    _swap(notebook, "pareto", "sorted({", "list({")


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: the answers of the visible tests, looked up."""
    known = {
        "next-purchase": (
            "def next_purchase(histories, last):\n"
            "    return {'lamps': {'lamps': 0.5, 'knives': 0.5}, 'boots': {'lamps': 0.75, 'kettles': 0.25}}"
            ".get(last, {'boots': 1.0} if histories[0][0] == 'lamps' else {'lamps': 0.5, 'knives': 0.5})"
        ),
        "reorder-quantity": (
            "def reorder_quantity(demand, short, over, on_hand=0):\n"
            "    return {(12, 0): 41, (12, 10): 31, (12, 60): 0, (0.2, 0): 10, (1, 0): 20, (9, 0): 40}.get((short, on_hand), 41)"
        ),
        "ship-early": "def ship_early(chances, gain, cost):\n    return [False, True] if chances else []",
        "contacts-per-order": (
            "def contacts_per_order(contact_weeks, order_weeks):\n"
            "    return {3: {1: 0.5, 2: 1.0}, 2: {1: 0, 3: 2}, 1: {1: 1}}.get(len(order_weeks))"
        ),
        "pareto": (
            "def pareto(reasons):\n"
            "    return [('late', 3, 0.75), ('leaks', 1, 1.0)] if len(reasons) == 4 else "
            "[('late', 3, 0.5), ('size', 2, 0.8), ('part', 1, 1.0)]"
        ),
    }
    for grade_id, source in known.items():
        cell(notebook, grade_id).source = source


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """A learner who answers what is for everybody and leaves the code as it came."""
    path = next((ROOT / "exercises" / NAME).glob("*.ipynb"))
    untouched = nbformat.read(path, as_version=4)
    for grade_id in CODE:
        cell(notebook, grade_id).source = cell(untouched, grade_id).source


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Six hand-ins."""
    changes: dict[str, Change | None] = {
        "full": lambda _: None,
        "first": _first_mistakes,
        "other": _other_mistakes,
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 22 points, and an untouched copy none, with the same message everywhere?"""
    full_and_untouched(report, 22)


def test_first_planted_mistakes_score_what_they_should(report: GradeReport) -> None:
    """Does each mistake cost the cells that it breaks, and no others?"""
    got = points(report, "first")
    assert (got["heard-tags"], got["parcels-decided"]) == (2.5, 1)
    assert got["before-complaint-insight"] == 0
    assert 0 < got["before-complaint-score"] < 1
    assert _code(got) == {
        "next-purchase-shares": 1,
        "next-purchase-within": 0,
        "next-purchase-unknown": 0,
        "reorder-fractile": 0,
        "reorder-on-hand": 0,
        "reorder-costs": 0,
        "ship-early-line": 1,
        "ship-early-edge": 0,
        "contacts-rate": 1,
        "contacts-gaps": 0,
        "pareto-order": 1,
        "pareto-cumulative": 0,
    }


def test_other_planted_mistakes_score_what_they_should(report: GradeReport) -> None:
    """And those of the second hand-in?"""
    got = points(report, "other")
    assert {name: got[name] for name in PROSE} == dict.fromkeys(PROSE, 0)
    assert _code(got) == {
        "next-purchase-shares": 1,
        "next-purchase-within": 1,
        "next-purchase-unknown": 0,
        "reorder-fractile": 1,
        "reorder-on-hand": 0,
        "reorder-costs": 1,
        "ship-early-line": 0,
        "ship-early-edge": 0,
        "contacts-rate": 0,
        "contacts-gaps": 0,
        "pareto-order": 0,
        "pareto-cumulative": 0,
    }


def test_constants_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    assert set(_code(points(report, "constants")).values()) == {0}


def test_nobody_has_to_code(report: GradeReport) -> None:
    """Does a learner who writes no code earn what is for everybody, and is the code said to be untouched?"""
    got = points(report, "without_code")
    assert sum(got[name] for name in PROSE) >= 0.7 * sum(PROSE.values())
    assert set(_code(got).values()) == {0}
    messages = {it.grade_id: it.message for it in submission(report, "without_code").notebooks[0].cells}
    assert {messages[name] for name in _code(got)} == {"not answered yet"}


def test_messages_say_what_to_do(report: GradeReport) -> None:
    """Do words that cannot be read, equal words, and a text without an event come back with the reason?"""
    messages = {it.grade_id: it.message for it in submission(report, "other").notebooks[0].cells}
    assert "read ['perhaps'], expected four of the words send, wait" in messages["parcels-decided"]
    assert "six equal ones" in messages["heard-tags"]
    assert "Expected one event" in messages["before-complaint-insight"]


def test_contacts_of_the_prompt_are_those_of_the_shop() -> None:
    """Are the six texts what customers of the default world wrote?"""
    path = next((ROOT / "solutions" / NAME).glob("*.ipynb"))
    prompt = next(it.source for it in nbformat.read(path, as_version=4).cells if it.id == "heard-prompt")
    quoted = [line.split("*“")[1].split("”*")[0].replace(r"\$", "$") for line in prompt.splitlines() if "*“" in line]
    texts = shop.load().contacts.set_index("contact_id")["text"]
    numbers = (817, 840, 843, 790, 886, 804)
    assert [text in texts[number] for text, number in zip(quoted, numbers, strict=True)] == [True] * 6


def _code(got: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in got.items() if name not in PROSE}
