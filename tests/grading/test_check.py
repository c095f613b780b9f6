"""Does the proof that the course grades well notice when it does not?"""

from __future__ import annotations

from pathlib import Path

import builders
import pytest
from grading import course

from emptychair import EmptyChairError
from emptychair.grading import CellResult, Complaint, check
from emptychair.grading._check import _wrong_in_untouched
from emptychair.notebooks import release


def test_check_when_all_is_well(tmp_path: Path) -> None:
    """Is a sound course left without complaint, and without a trace?"""
    root = course.kit(tmp_path / "kit")
    before = sorted(tmp_path.rglob("*"))
    assert check(root) == ()
    assert sorted(tmp_path.rglob("*")) == before


def test_check_when_solution_and_exercise_are_wrong(tmp_path: Path) -> None:
    """Is a solution that fails, a test that passes untouched, and a wrong message each one complaint?"""
    root = course.kit(tmp_path / "kit")
    notebook = course.assignment(shout="return text")
    notebook.cells.append(builders.tests("answer = 1", grade_id="gift", points=1))
    notebook.cells.append(builders.tests("answer_of_mine", grade_id="vague", points=1))
    builders.save(notebook, root / "solutions" / course.ASSIGNMENT / "small.ipynb")
    release(root)
    path = f"{course.ASSIGNMENT}/small.ipynb"
    assert [str(each) for each in check(root)] == [
        f"solutions/{path}, cell `shout-tests`: 0 of 3 points: shout in capitals. Mend the solution or the test.",
        f"solutions/{path}, cell `vague`: 0 of 1 points: NameError: name 'answer_of_mine' is not defined. "
        "Mend the solution or the test.",
        f'exercises/{path}, cell `gift`: untouched, it earns 1 of 1 points. It must fail only with "not answered yet".',
        f"exercises/{path}, cell `vague`: untouched, it says \"NameError: name 'answer_of_mine' is not defined\". "
        'It must fail only with "not answered yet".',
    ]


def test_check_when_never_released(tmp_path: Path) -> None:
    """Is the mending command named?"""
    builders.save(course.assignment(), tmp_path / "solutions" / course.ASSIGNMENT / "small.ipynb")
    with pytest.raises(EmptyChairError, match="holds no notebook; run `emptychair release`"):
        check(tmp_path)


def test_wrong_in_untouched_when_an_assertion_borrows_the_words() -> None:
    """Is the right message from the wrong exception seen through?"""
    cell = CellResult("a", 0.0, 1.0, "not answered yet", "AssertionError")
    assert _wrong_in_untouched(cell) == 'untouched, it says "AssertionError: not answered yet".'


def test_complaint_without_a_cell() -> None:
    """Does a complaint about a whole submission read as one line?"""
    assert str(Complaint("solutions/06", None, "It was\nnot graded.", "")) == "solutions/06: It was not graded."
