"""Assignment 01 with real submissions: full marks, planted wrong answers, no code, untouched."""

from __future__ import annotations

import nbformat
import pytest
from course.hand_ins import ROOT, Change, cell, full_and_untouched, graded, points

from emptychair.grading import GradeReport
from emptychair.practice.sorting import sorting

NAME = "01_customer_obsession"
CODE = ("repeat-rate", "moves-that-matter")
CODE_CELLS = ("repeat-rate-", "moves-")
FAIR = (
    "Last March I ran the returns desk of a shoe store in Leeds, and about 30 people a week brought back boots. "
    "I asked twenty of them what they had been looking for, and fourteen said that the boots hurt on the stairs at home. "
    "I put a step next to the bench so that people try boots on stairs before they buy. "
    "In May 18 people a week brought boots back, down from 30 in March."
)


def _replaced(notebook: nbformat.NotebookNode, grade_id: str, old: str, new: str) -> None:
    found = cell(notebook, grade_id)
    assert old in found.source
    found.source = found.source.replace(old, new)


def _first_wrong(notebook: nbformat.NotebookNode) -> None:
    """Planted: the share of orders, not of customers; counts, not shares; every person a payer; all letters; an opinion."""
    _replaced(notebook, "repeat-rate", "/ len(orders)", "/ len(customers)")
    _replaced(
        notebook, "moves-that-matter", "fall = before / all_before - during / all_during", "fall = before - during"
    )
    cell(notebook, "who").source = "%%answer who --kind plain\n" + "\n".join(f"{n} b payer" for n in range(1, 7))
    cell(notebook, "shown").source = "%%answer shown --kind plain\n" + "\n".join(f"{n} a b c d e" for n in (1, 2, 3))
    cell(notebook, "record").source = "%%answer record --kind plain\n" + " ".join(f"{n} record" for n in range(1, 7))
    cell(notebook, "evidence").source = (
        "%%answer evidence --question unspoken_need\n"
        "Customers often do not say what they need. You have to listen well and put yourself in their shoes. "
        "I always try to do that, and my customers are happy."
    )


def _second_wrong(notebook: nbformat.NotebookNode) -> None:
    """Planted: `times` is ignored; chance is ignored and the order is of the list; half of the cases; a fair answer."""
    _replaced(notebook, "repeat-rate", "n >= times", "n >= 2")
    _replaced(notebook, "moves-that-matter", "if fall > 2 * error:", "if fall > 0:")
    _replaced(notebook, "moves-that-matter", "sorted(falls, key=falls.get, reverse=True)", "list(falls)")
    cell(
        notebook, "who"
    ).source = "%%answer who --kind plain\n1: D, absent\n2) c - internal\n3 a user\n4 d other\n9 a user"
    cell(notebook, "shown").source = "%%answer shown --kind plain\n1 a, c and e\n2 b"
    cell(notebook, "record").source = "%%answer record --kind plain\n1 record 2: claim, 3 = Judgment 4 claim"
    cell(notebook, "evidence").source = f"%%answer evidence --question unspoken_need\n{FAIR}"


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: answers of the visible tests as constants."""
    cell(
        notebook, "repeat-rate"
    ).source = "def repeat_rate(customers, times=2):\n    return {5: 0.5, 6: 0.25}.get(len(customers), 0)"
    cell(notebook, "moves-that-matter").source = (
        "def moves_that_matter(moves):\n"
        '    if moves[0][0] == "toys at cost":\n        return ["bedding sale", "toys at cost"]\n'
        '    return ["lamps at cost"] if moves[0][0] == "lamps at cost" else []'
    )


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """Nothing but the written exercises is done, by somebody who is good and not perfect."""
    for grade_id in CODE:
        head = cell(notebook, grade_id).source.split("    ### BEGIN SOLUTION")[0]
        cell(notebook, grade_id).source = f"{head}    raise NotImplementedError"
    _replaced(notebook, "who", "2 c internal", "2 d absent")
    _replaced(notebook, "shown", "2 b d e", "2 b d")
    cell(notebook, "evidence").source = f"%%answer evidence --question unspoken_need\n{FAIR}"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Six hand-ins, graded by real nbgrader in a course folder of their own."""
    changes: dict[str, Change | None] = {
        "full": lambda _: None,
        "first": _first_wrong,
        "second": _second_wrong,
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


def _code(found: dict[str, float]) -> dict[str, float]:
    return {name: earned for name, earned in found.items() if name.startswith(CODE_CELLS)}


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 24 points, and an untouched copy none, with the same message everywhere?"""
    full_and_untouched(report, 24)


def test_first_planted_wrong_answers(report: GradeReport) -> None:
    """Do wrong bases, one answer for all, every letter and an opinion earn what they are worth?"""
    found = points(report, "first")
    assert found["repeat-rate-share"] == found["repeat-rate-times"] == 0
    assert found["moves-fell"] == found["moves-chance"] == 0
    assert found["who-decides"] == 0.5
    assert found["who-part"] == found["principles-shown"] == found["record-sorted"] == 0
    assert found["evidence-customer"] == found["evidence-result"] == 0
    assert sum(found.values()) <= 2


def test_second_planted_wrong_answers(report: GradeReport) -> None:
    """Is each part worth its points alone, whatever is wrong elsewhere, and is a line read as people write it?"""
    found = points(report, "second")
    assert (found["repeat-rate-share"], found["repeat-rate-times"], found["repeat-rate-nobody"]) == (1, 0, 1)
    assert found["moves-chance"] == found["moves-order"] == 0
    assert (found["who-decides"], found["who-part"]) == (1.5, 1.5)
    assert (found["principles-shown"], found["record-sorted"]) == (1.33, 1.5)
    assert 1 <= found["evidence-customer"] + found["evidence-result"] <= 4


def test_constants_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers that are copied from the visible ones?"""
    assert sum(_code(points(report, "constants")).values()) == 0


def test_without_code(report: GradeReport) -> None:
    """Does somebody who writes no code earn at least 70 % of the points of the written cells, and none of the others?"""
    full, found = points(report, "full"), points(report, "without_code")
    assert sum(_code(found).values()) == 0
    assert sum(found.values()) >= 0.7 * (sum(full.values()) - sum(_code(full).values()))


def test_prompt_shows_what_is_sorted() -> None:
    """Does the assignment ask about the sentences of the data file, in their order, with what each kind means?"""
    path = next((ROOT / "solutions" / NAME).glob("*.ipynb"))
    prompt = next(it.source for it in nbformat.read(path, as_version=4).cells if it.id == "record-prompt")
    for number, item in enumerate(sorting("record").items, 1):
        assert f"\n{number}. {item.text}" in prompt
    assert all(f"- **{kind}**: {meaning}" in prompt for kind, meaning in sorting("record").kinds.items())
