"""The shell: what it leaves out must not change what a cell does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell

from emptychair.grading.engine._shell import Shell, _Transforms, build

CELLS = {
    "python": "x = 1\nx + 1",
    "no newline": "x",
    "magic": "%matplotlib inline\nx = 1",
    "magic in between": "x = 1\n%time y = 2\ny",
    "magic that is assigned": "x = 1\nfiles = %pwd\n",
    "shell": "x = 1\nout = !ls\n",
    "help": "x = 1\nx?",
    "cell magic": "%%time\nx = 1\n",
    "percent in a bracket": "y = (8\n%5)\nmagic = y",
    "prompts": ">>> x = 1\n>>> y = 2\n",
    "a prompt in a string": '"""\n>>> f(1)\n"""\nx = 1',
    "indented": "    x = 1\n    y = 2\n",
    "await": "import asyncio\nawait asyncio.sleep(0)",
    "no Python at all": "x = = 1\ny",
    "nul": "x = '\0'\ny",
    "empty": "",
}


@pytest.fixture(scope="module")
def shell() -> Iterator[Shell]:
    """The shell of a graded process, in this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MPLBACKEND", "agg")  # put back what it sets
        yield build()
        Shell.clear_instance()


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_transforms(cell: str) -> None:
    """Does a cell become what IPython makes of it?"""
    assert _Transforms().transform_cell(cell) == TransformerManager().transform_cell(cell)


def test_transforms_when_a_cell_has_added_one() -> None:
    """Is a transformer of the learner's own asked, Python or not?"""

    class Louder:
        priority = 1
        start_line, start_col = 0, 0

        @classmethod
        def find(cls, tokens_by_line: list[list[tuple[object, ...]]]) -> Louder | None:
            return cls() if any(token[1] == "quiet" for line in tokens_by_line for token in line) else None

        def transform(self, lines: list[str]) -> list[str]:
            return [line.replace("quiet", "loud") for line in lines]

    transforms = _Transforms()
    transforms.token_transformers.append(Louder)
    assert transforms.transform_cell("quiet = 1\nquiet") == "loud = 1\nloud\n"


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_should_run_async(cell: str) -> None:
    """Is a cell run in a loop exactly when IPython would?"""
    plain = TransformerManager().transform_cell(cell)
    ours, theirs = Shell(), InteractiveShell()
    assert ours.should_run_async(cell, transformed_cell=plain) == theirs.should_run_async(cell, transformed_cell=plain)


@pytest.mark.parametrize(
    ("cell", "shows"),
    [
        ("2;", False),
        ("2;  # twice", False),
        ("2;\n# as said\n\n", False),
        ("2", True),
        ("a = 1; 2", True),
        ("a = 1;\n2", True),
        ("a = ''';\n# ''';\n2\n# ;", True),
        ("2\n# no; not at its end", True),
    ],
)
def test_semicolon_at_the_end_shows_nothing(shell: Shell, cell: str, shows: bool) -> None:
    """Is a value shown unless the last thing of the cell is a semicolon, as in IPython?"""
    assert bool(shell.run(cell).outputs) is shows


def test_cell_is_read_as_a_future_statement_wants_it(shell: Shell) -> None:
    """Is a cell parsed again when an earlier one has changed how cells are read?"""
    shell.run("from __future__ import barry_as_FLUFL")
    assert shell.run("1 <> 2").results == [True]
    shell.compile.reset_compiler_flags()
