"""Assignment 07 with real submissions: full marks, planted wrong answers, untouched, and a hand-in without code."""

from __future__ import annotations

import nbformat
import pytest
from course import hand_ins

from emptychair.grading import GradeReport
from emptychair.practice import telling

NAME = "07_mock_interview"
PROSE = {
    "picks-fewest",
    "picks-gaps",
    "full-answer-score",
    "follow-ups-survived",
    "reflection-specific",
    "reflection-written",
}
GREEDY = "stories: Two invoices, Wrong gate, Night shift, The refund\ngaps: service received"
WISH = "We always try to know what customers need before they say it. Everybody is happy with us."
THANKS = "It was a very useful interview and I learned a lot. I am quite confident now."
COVER = """def coverage(fit, chosen, least=60):
    return ({"angry": "A", "deadline": "B"} if len(chosen) == 2 else {}), ["angry", "trust"]

def fewest(fit, least=60):
    return list(fit)[:2] if len(fit) == 2 else ["C"]"""


def _write(notebook: nbformat.NotebookNode, **texts: str) -> None:
    """Other text under the first line of the answer cells."""
    for name, text in texts.items():
        cell = hand_ins.cell(notebook, name.replace("_", "-"))
        cell.source = cell.source.split("\n", 1)[0] + "\n" + text


def _code(notebook: nbformat.NotebookNode, old: str, new: str) -> None:
    """Other code in the code cell."""
    cell = hand_ins.cell(notebook, "coverage")
    assert old in cell.source
    cell.source = cell.source.replace(old, new)


def _greedy(notebook: nbformat.NotebookNode) -> None:
    """Planted: takes the story that answers most, again and again; one story too many; replies that show nothing."""
    _code(
        notebook,
        "for size in range(len(fit) + 1):\n        for some in combinations(fit, size):\n"
        "            if set(coverage(fit, some, least)[0]) == goal:\n                return list(some)",
        "some = []\n    while set(coverage(fit, some, least)[0]) != goal:\n"
        "        some.append(max(fit, key=lambda it: len(coverage(fit, [*some, it], least)[0])))\n    return some",
    )
    _write(notebook, picks=GREEDY, replies="Everyone was relieved.")


def _unsure(notebook: nbformat.NotebookNode) -> None:
    """Planted: 60 does not answer; the gap is wrong; a middling answer without replies; a reflection that thanks."""
    _code(notebook, ">= least:", "> least:")
    middling = telling("rail-holdrege-standstill", "middling").text
    _write(
        notebook, picks="stories: Wrong gate, Night shift\ngaps: deadline", full_answer=middling,
        replies="Write your answer here.", reflection=THANKS,
    )  # fmt: skip


def _form(notebook: nbformat.NotebookNode) -> None:
    """Planted: functions that return nothing, and one title where a list was asked for."""
    hand_ins.cell(
        notebook, "coverage"
    ).source = "def coverage(fit, chosen, least=60):\n    print(chosen)\n\ndef fewest(fit, least=60):\n    return 'A'"


def _constants(notebook: nbformat.NotebookNode) -> None:
    """Planted: the answers of the visible tests as constants; wishes and an essay as prose."""
    hand_ins.cell(notebook, "coverage").source = COVER
    _write(notebook, picks="all of them", full_answer=WISH, replies=WISH, reflection="word " * 80)


def _without_code(notebook: nbformat.NotebookNode) -> None:
    """Everything but the code exercise."""
    hand_ins.cell(notebook, "coverage").source = "# I do not write code."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> GradeReport:
    """Seven hand-ins, graded by real nbgrader in a course folder of their own."""
    changes: dict[str, hand_ins.Change | None] = {
        "full": lambda _: None,
        "greedy": _greedy,
        "unsure": _unsure,
        "form": _form,
        "constants": _constants,
        "without_code": _without_code,
        "untouched": None,
    }
    return hand_ins.graded(tmp_path_factory.mktemp("course"), NAME, changes)[1]


@pytest.mark.timeout(300)
def test_full_marks_and_none(report: GradeReport) -> None:
    """Does the solution earn all 21 points, and an untouched copy none, with the same message everywhere?"""
    hand_ins.full_and_untouched(report, 21)


def test_greedy_choice(report: GradeReport) -> None:
    """Does a choice that is not the fewest lose only what it should, and a reply that shows nothing its follow-up?"""
    got = hand_ins.points(report, "greedy")
    assert got["picks-fewest"] == 1.5
    assert got["picks-gaps"] == 1
    assert got["coverage-answered"] == got["fewest-small"] == 2
    assert got["fewest-not-greedy"] == 0
    assert got["full-answer-score"] == 4
    assert got["follow-ups-survived"] == 0


def test_wrong_in_every_part(report: GradeReport) -> None:
    """Is a middling answer worth more than nothing, and are a wrong bound, a wrong gap and empty thanks seen?"""
    got = hand_ins.points(report, "unsure")
    assert got["picks-fewest"] == pytest.approx(2 * 6 / 7, abs=0.01)
    assert got["picks-gaps"] == got["coverage-answered"] == got["follow-ups-survived"] == 0
    assert 2 < got["full-answer-score"] < 4
    assert got["reflection-specific"] == 0
    assert got["reflection-written"] < 0.6  # sixteen clear words are no reflection
    assert 5 < sum(got.values()) < 11


def test_constants_and_wishes_do_not_pass(report: GradeReport) -> None:
    """Do hidden tests see through answers of the visible ones, and the reader through wishes?"""
    got = hand_ins.points(report, "constants")
    assert sum(got[name] for name in ("coverage-answered", "coverage-gaps", "fewest-small", "fewest-not-greedy")) == 0
    assert got["picks-fewest"] == 0
    assert got["full-answer-score"] < 1
    assert got["follow-ups-survived"] < 0.5
    assert got["reflection-specific"] + got["reflection-written"] < 2


def test_answer_in_another_form_is_told(report: GradeReport) -> None:
    """Does nothing where a pair was asked for hear what was expected, and not Python's own words?"""
    cells = hand_ins.submission(report, "form").notebooks[0].cells
    messages = {it.grade_id: it.message for it in cells if it.grade_id.startswith(("coverage-", "fewest-"))}
    assert all("returned" in it and "expected" in it and "TypeError" not in it for it in messages.values()), messages


def test_without_code(report: GradeReport) -> None:
    """Can somebody who does not code earn the points of everything else, and do code cells say so plainly?"""
    got = hand_ins.points(report, "without_code")
    assert sum(got[name] for name in PROSE) == 15
    assert sum(points for name, points in got.items() if name not in PROSE) == 0


def test_prose_waits_for_the_instructor(report: GradeReport) -> None:
    """Is a hand-in with prose flagged for a person, with the machine's points as a proposal?"""
    seen = hand_ins.submission(report, "full")
    assert (seen.points, seen.needs_manual_grade) == (21, True)


@pytest.mark.parametrize("replies", ["", "pass", "pass\n\nPass.\n\n\n"])
def test_follow_ups_of_the_solution(replies: str) -> None:
    """Does the model answer leave one thing to ask for, so that the exercise shows what a reply is?"""
    from emptychair.answers import answer_text
    from emptychair.practice import conversation, question

    notebook = nbformat.read(hand_ins.ROOT / f"solutions/{NAME}/mock_interview.ipynb", as_version=4)
    text = answer_text(hand_ins.cell(notebook, "full-answer").source.split("\n", 1)[1])
    talk = conversation(question("unspoken_need"), text, replies)
    assert len(talk.missing) == 1
