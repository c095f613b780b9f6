"""Draft comments: what the grader reads beside an answer, and which cells wait for a look."""

from __future__ import annotations

import json

import builders
import pytest
from nbformat import v4

from emptychair.grading._comments import answers_of, draft, review_of
from emptychair.grading._outcome import NO_RESPONSE, CellOutcome, NotebookOutcome, Outcome

STORY = (
    "Two days before Diwali our courier lost a pallet of 140 orders in Leeds. I drove to the depot, found it, and rang "
    "each of the 140 customers. 131 orders arrived by Friday. Since then we scan at both ends."
)


def outcome(prose: str = STORY, *, line: str = "%%answer story", **options: object) -> Outcome:
    """A notebook with a prose answer, its test, a function and its test."""
    document = builders.notebook(
        builders.solution(f"{line}\n{prose}", grade_id="story-cell"),
        builders.tests("answered(story)", grade_id="story-points", points=4),
        builders.solution("def f(): ...", grade_id="f"),
        builders.tests("assert f() == 'story'.upper()", grade_id="f-tests", points=1),
        builders.tests("assert f(2)", grade_id="f-more", points=1),
    )
    cells = {
        "story-cell": CellOutcome("story-cell", 0.0, 0.0, "solution"),
        "story-points": CellOutcome("story-points", 3.0, 4.0, "auto"),
        "f": CellOutcome("f", 0.0, 0.0, "solution"),
        "f-tests": CellOutcome("f-tests", 0.0, 1.0, "auto", reason="f() returned None", error="AssertionError"),
        "f-more": CellOutcome("f-more", 0.0, 1.0, "auto"),
    }
    changed = {name.replace("_", "-"): cell for name, cell in options.items() if isinstance(cell, CellOutcome)}
    notebook = NotebookOutcome("n", tuple({**cells, **changed}.values()), json.dumps(json.loads(v4.writes(document))))
    return Outcome("ana", "ps", "graded", (notebook,), "", "sandboxed", 0.0, 0.0)


def test_prose_gets_a_review_and_waits_for_a_person() -> None:
    """Is the reader's review the draft, and do the points stay while somebody should look?"""
    marked, comments = draft(outcome())
    assert "of 100" in comments["n"]["story-cell"]
    assert all(not line or line.startswith("    ") for line in comments["n"]["story-cell"].splitlines())
    looks = {cell.grade_id: (cell.points, cell.needs_manual) for cell in marked.notebooks[0].cells}
    assert looks["story-points"] == (3.0, True)
    assert looks["f-more"] == (0.0, False)


def test_a_test_that_only_mentions_the_word_is_not_flagged() -> None:
    """Is it the name that counts? A string that spells it is a price we pay."""
    marked, _ = draft(outcome(line="%%answer tale"))
    assert not any(cell.needs_manual for cell in marked.notebooks[0].cells)


def test_untouched_prose_is_no_response() -> None:
    """Is nothing reviewed where nothing was written, and nobody asked to look?"""
    untouched = CellOutcome("story-cell", 0.0, 0.0, "solution", reason=NO_RESPONSE)
    marked, comments = draft(outcome("Write your answer here.", story_cell=untouched))
    assert comments == {"n": {"story-cell": "No response."}}
    assert not any(cell.needs_manual for cell in marked.notebooks[0].cells)


def test_reasons_of_tests_stand_at_the_answer() -> None:
    """Does the answer's comment say why no test could decide, once for all cells, and not why points were lost?"""
    dead = {"needs_manual": True, "reason": "the process ended"}
    _, comments = draft(
        outcome(
            f_tests=CellOutcome("f-tests", 0.0, 1.0, "auto", **dead),  # type: ignore[arg-type]
            f_more=CellOutcome("f-more", 0.0, 1.0, "auto", **dead),  # type: ignore[arg-type]
        )
    )
    assert comments["n"]["f"] == "`f-tests`, `f-more`: the process ended. Please look."
    assert "f" not in draft(outcome())[1]["n"]


def test_a_notebook_that_was_not_handed_in_has_reasons_all_the_same() -> None:
    """Is there a comment without a document to read?"""
    cells = (
        CellOutcome("f", 0.0, 0.0, "solution"),
        CellOutcome("f-tests", 0.0, 1.0, "auto", True, "n.ipynb is not a notebook"),
    )
    given = Outcome("ana", "ps", "graded", (NotebookOutcome("n", cells, ""),), "", "sandboxed", 0.0, 0.0)
    assert draft(given)[1] == {"n": {"f": "`f-tests`: n.ipynb is not a notebook. Please look."}}


@pytest.mark.parametrize(
    ("prose", "line", "said"),
    [
        ("word " * 5000, "%%answer story", "more than the reader takes"),
        (STORY, "%%answer story --kind poem", "Not reviewed: %%answer:"),
        (STORY, "%%answer story --question nobody_asked", "Not reviewed: There is no question"),
    ],
)
def test_prose_that_cannot_be_reviewed(prose: str, line: str, said: str) -> None:
    """Is the reason the comment?"""
    _, comments = draft(outcome(prose, line=line))
    assert said in comments["n"]["story-cell"]


def test_a_reader_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a fault of the reader a remark?"""

    def fail(*_arguments: object) -> None:
        raise RecursionError

    monkeypatch.setattr("emptychair.answers.review", fail)
    (answer,) = answers_of(outcome().notebooks[0])
    assert review_of(answer) == "Not reviewed: the reader failed on it (RecursionError)."


def test_characters_that_databases_refuse_are_dropped() -> None:
    """Do NUL and half a surrogate pair not get that far?"""
    odd = CellOutcome("f-tests", 0.0, 1.0, "auto", True, "it said \0 and \ud83d")
    _, comments = draft(outcome(f_tests=odd))
    assert comments["n"]["f"] == "`f-tests`: it said  and ?. Please look."
