"""Markers in sources."""

from __future__ import annotations

import pytest

from emptychair.notebooks._markers import is_answer, replace_solution, unbalanced

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


@pytest.mark.parametrize(
    "lines",
    [[], ["x = 1"], [BEGIN, "x", END], [BEGIN, END, BEGIN, END], ["### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"]],
)
def test_markers_pass_when_each_has_its_partner(lines: list[str]) -> None:
    """Is a balanced cell left in peace?"""
    assert unbalanced("\n".join(lines)) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([BEGIN, "x"], "line 1 says BEGIN SOLUTION, and no END"),
        (["x", END], "line 2 says END SOLUTION, but nothing began"),
        ([BEGIN, BEGIN, END], "line 2 says BEGIN SOLUTION, but line 1 said so already"),
        ([BEGIN, END, END], "line 3 says END SOLUTION"),
        (["### END HIDDEN TESTS"], "END HIDDEN TESTS"),
        (["### BEGIN MARK SCHEME"], "BEGIN MARK SCHEME"),
    ],
)
def test_markers_are_named_when_one_lacks_its_partner(lines: list[str], said: str) -> None:
    """Is the line of the lonely marker said?"""
    assert said in (unbalanced("\n".join(lines)) or "")


def test_stub_takes_the_indentation_when_the_marker_is_indented() -> None:
    """Does each region get one stub at the column of its marker?"""
    source = f"def f():\n    {BEGIN}\n    return 1\n    {END}\n\n{BEGIN}\nf()\n{END}"
    assert replace_solution(source, "stub") == "def f():\n    stub\n\nstub"


@pytest.mark.parametrize("source", ["%%answer a", "%%answer\ta --kind star\ntext", "%%answer\n"])
def test_cell_is_an_answer_when_the_magic_opens_it(source: str) -> None:
    """Is the magic recognized with any space after it?"""
    assert is_answer(source)


@pytest.mark.parametrize("source", ["%%answers a", "# %%answer a", "\n%%answer a", "%answer a", ""])
def test_cell_is_no_answer_when_the_magic_is_elsewhere(source: str) -> None:
    """Is only the very first line taken, as IPython takes it?"""
    assert not is_answer(source)
