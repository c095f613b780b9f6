"""What stands where the solution was."""

from __future__ import annotations

import builders
import nbformat
import pytest

from emptychair import EmptyChairError
from emptychair._answer_stub import CODE_STUB, NOT_ANSWERED, PROSE_STUB
from emptychair.notebooks._stubs import ProseClearSolutions

RESOURCES = {"language": "python", "nbgrader": {"assignment": "06_star", "notebook": "repair"}}


def cleared(cell: nbformat.NotebookNode) -> str:
    """The cell's source after the cut."""
    cutter = ProseClearSolutions(code_stub={"python": CODE_STUB}, text_stub=PROSE_STUB)
    return str(cutter.preprocess_cell(cell, RESOURCES, 0)[0].source)


def marked(*lines: str) -> str:
    """These lines between solution markers."""
    return "\n".join(["### BEGIN SOLUTION", *lines, "### END SOLUTION"])


def test_answer_gets_prose_when_its_solution_is_marked() -> None:
    """Is everything outside the markers kept?"""
    source = "%%answer story --kind star\nKeep this line.\n" + marked("In May, I ...", "", "It worked.")
    expected = f"%%answer story --kind star\nKeep this line.\n{PROSE_STUB}"
    assert cleared(builders.solution(source, grade_id="story")) == expected


def test_answer_keeps_its_magic_when_nothing_is_marked() -> None:
    """Is an unmarked answer cut below its first line, which names it?"""
    cell = builders.solution("%%answer story\nIn May, I ...\n\nIt worked.", grade_id="story", points=2)
    assert cleared(cell) == f"%%answer story\n{PROSE_STUB}"


def test_answer_is_left_alone_when_it_is_an_example() -> None:
    """Does an answer cell that is no solution keep its text?"""
    assert cleared(builders.code("%%answer story\nIn May, I ...")) == "%%answer story\nIn May, I ..."


def test_code_gets_the_code_stub_when_it_is_no_answer() -> None:
    """Is the stub one line that raises, at the marker's indentation?"""
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    assert cleared(builders.solution(source, grade_id="f")) == f"def f():\n    {CODE_STUB}"
    assert cleared(builders.solution("x = 1", grade_id="x")) == CODE_STUB
    with pytest.raises(NotImplementedError, match=f"^{NOT_ANSWERED}$"):
        exec(CODE_STUB)


def test_text_cell_gets_prose_when_it_is_a_written_answer() -> None:
    """Is a text cell's stub the same sentence?"""
    assert cleared(builders.written("I would call her.", grade_id="call", points=1)) == PROSE_STUB


@pytest.mark.parametrize("first", ["%%answer story", "x = 1"])
@pytest.mark.parametrize("marker", ["### BEGIN SOLUTION", "### END SOLUTION"])
def test_cut_is_refused_when_a_marker_is_alone(first: str, marker: str) -> None:
    """Is the error loud, with file and cell, before anything is released?"""
    cell = builders.solution(f"{first}\n{marker}\nIn May, I ...", grade_id="story")
    with pytest.raises(EmptyChairError, match=r"solutions/06_star/repair\.ipynb, cell `story`: line 2 says"):
        cleared(cell)


def test_cut_is_refused_when_nbgrader_does_not_know_the_answer() -> None:
    """Is a marked answer without nbgrader's metadata not passed over?"""
    with pytest.raises(EmptyChairError, match=r"cell `plain`.*Create Assignment"):
        cleared(builders.code("%%answer story\n" + marked("In May, I ..."), id="plain"))
