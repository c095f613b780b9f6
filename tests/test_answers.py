"""The ``%%answer`` magic, in a shell and in a notebook that nbclient runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import builders
import nbclient
import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from emptychair import EmptyChairError, load_ipython_extension
from emptychair._answer_stub import NOT_ANSWERED, PROSE_STUB
from emptychair.answers import NotAnswered, answer_text, answered, review

ODD = {
    "quotes": "She said: \"I'm 'done'.\" '''I''' wrote \"\"\"it\"\"\" down.",
    "percent": "%%time was up for 100 % of it. %matplotlib was not me.",
    "braces": "I wrote {name} and {} and $HOME and {1/0} in the letter.",
    "shell": "!rm was what he typed? I stopped him!",
    "backslash": r"I moved C:\new\table to \\depot.",
    "unicode": "Zoë’s 🐕 ate the naïve 名札 — twice.",
    "comment": "# I rang her.\n    I kept the indent.",
    "lines": "I rang her.\n\nShe stayed.",
}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """A real shell with the extension loaded, and no history file."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    load_ipython_extension(shell)
    yield shell
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()


def run(shell: InteractiveShell, cell: str) -> list[dict[str, Any]]:
    """Run a cell as a notebook would, and give what it displayed."""
    with capture_output() as seen:
        shell.run_cell(cell).raise_error()
    assert seen.stderr == ""
    return [output.data for output in seen.outputs]


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_answer_when_the_text_is_odd(shell: InteractiveShell, text: str) -> None:
    """Is prose kept sign by sign, whatever it would mean as code?"""
    run(shell, f"%%answer repair\n{text}\n")
    assert shell.user_ns["repair"] == text


def test_answer_with_windows_line_ends(shell: InteractiveShell) -> None:
    """Do CRLF line ends become plain ones, in the name as well?"""
    run(shell, "%%answer repair\r\nI rang her.\r\nShe stayed.\r\n")
    assert shell.user_ns["repair"] == "I rang her.\nShe stayed."


def test_answer_when_it_is_very_long(shell: InteractiveShell) -> None:
    """Is a book kept whole?"""
    text = "I rang her again. " * 5_000
    run(shell, f"%%answer repair\n{text}")
    assert shell.user_ns["repair"] == text.strip()


def test_answer_shows_the_review(shell: InteractiveShell) -> None:
    """Is the review right there, for a screen and for a terminal?"""
    (shown,) = run(shell, "%%answer repair --kind star --question angry_customer\nI rang her <script>.")
    assert set(shown) == {"text/plain", "text/html"}
    assert " of 100: " in shown["text/plain"]
    assert shown["text/html"].startswith("<section")
    assert "<script>" not in shown["text/html"]


@pytest.mark.parametrize(
    "body",
    ["", "\n  \n", PROSE_STUB, f"\n{PROSE_STUB}  \n", f"### BEGIN SOLUTION\n{PROSE_STUB}\n### END SOLUTION"],
)
def test_answer_when_untouched(shell: InteractiveShell, body: str) -> None:
    """Does an untouched cell keep the empty string and say exactly that it is not answered?"""
    (shown,) = run(shell, f"%%answer repair\n{body}")
    assert shell.user_ns["repair"] == ""
    assert shown == {"text/plain": NOT_ANSWERED, "text/html": f"<p>{NOT_ANSWERED}</p>"}


def test_answer_when_run_twice(shell: InteractiveShell) -> None:
    """Does the second draft replace the first, and an emptied cell both?"""
    for text in ("First.", "Second.", ""):
        run(shell, f"%%answer repair\n{text}")
        assert shell.user_ns["repair"] == text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "required: name.*Usage: %%answer NAME"),
        ("2nd", "'2nd' cannot be a name; use letters, digits and underscores"),
        ("my-answer", "'my-answer' cannot be a name"),
        ("class", "'class' cannot be a name"),
        ("repair --kind poem", "invalid choice: 'poem'.*Usage: "),
        ("repair --kin star", "unrecognized arguments: --kin star"),
        ("repair second", "unrecognized arguments: second"),
        ("repair --question", "expected one argument"),
        (
            "repair --question angry_custommer",
            "There is no question 'angry_custommer' in data/questions.toml.*angry_customer",
        ),
    ],
)
def test_answer_when_the_line_is_wrong(shell: InteractiveShell, line: str, message: str) -> None:
    """Is a wrong line told in one sentence, and is nothing kept?"""
    shell.user_ns["repair"] = "kept"
    with pytest.raises(UsageError, match=message) as told:
        shell.run_cell_magic("answer", line, "I rang her.")
    assert "\n" not in str(told.value)
    assert shell.user_ns["repair"] == "kept"


def test_answer_when_it_was_wrong_shows_no_traceback(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    """Does the learner see one line and no frames?"""
    shell.run_cell("%%answer 2nd\nI rang her.")
    told = "".join(capsys.readouterr())
    assert told.startswith("UsageError: %%answer: '2nd' cannot be a name")
    assert len(told.splitlines()) == 1


def test_not_answered_in_a_shell(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    """Does a graded cell without an answer show its sentence and nothing else?"""
    shell.run_cell("from emptychair.answers import answered\nrepair = ''\nanswered(repair)")
    assert "".join(capsys.readouterr()).strip() == NOT_ANSWERED


@pytest.mark.parametrize("text", ["", " \n", PROSE_STUB, None, 3, ["I rang her."]])
def test_answered_when_nothing_was_written(text: object) -> None:
    """Is everything that is not an answer refused, with the same sentence?"""
    with pytest.raises(NotAnswered) as told:
        answered(text)  # type: ignore[arg-type]  # that is what is tested
    assert str(told.value) == NOT_ANSWERED
    assert isinstance(told.value, EmptyChairError)


def test_answer_text_with_markers_inside() -> None:
    """Are the markers of the source taken out, wherever they are indented, and the prose between them kept?"""
    cell = "  ### BEGIN SOLUTION\nI rang her.\n\n### not a marker\n### END SOLUTION  \n"
    assert answer_text(cell) == "I rang her.\n\n### not a marker"


def test_answer_text_when_the_stub_is_only_a_part() -> None:
    """Is text that begins with the stub an answer all the same?"""
    assert answer_text(f"{PROSE_STUB} Thanks, I did.") == f"{PROSE_STUB} Thanks, I did."


def test_review_of_a_star_answer() -> None:
    """Does the module's review agree with the reader's own?"""
    from emptychair.feedback import star

    question = "Tell me about an angry customer."
    assert review("I rang her.", "star", question) == star.review("I rang her.", question)


@pytest.mark.parametrize("kind", ["prfaq", "coe", "prose"])
def test_review_of_another_kind(kind: str) -> None:
    """Is each kind that the magic takes read by its own reader?"""
    assert review("The parcels come on Friday.", kind).kind == kind


def test_answer_in_a_notebook(tmp_path: Path) -> None:
    """Does it all work through a kernel: loading, keeping, showing, and the sentence of an unanswered cell?"""
    nb = builders.notebook(
        builders.code("%load_ext emptychair", id="load"),
        builders.code(f"%%answer repair\n{ODD['unicode']}\n{ODD['braces']}", id="repair"),
        builders.code("print(ascii(repair))", id="show"),
        builders.code(f"%%answer untouched\n{PROSE_STUB}", id="untouched"),
        builders.code("from emptychair.answers import answered\nanswered(untouched)", id="graded"),
        builders.code("%%answer other --question angry_custommer\nI rang her.", id="unknown"),
    )
    nbclient.NotebookClient(nb, timeout=60, allow_errors=True, resources={"metadata": {"path": tmp_path}}).execute()
    load, kept, show, untouched, graded, unknown = (cell.outputs for cell in nb.cells)
    assert load == []
    assert kept[0].data["text/plain"].splitlines()[0].endswith("(our threshold, not Amazon's)")
    assert show[0].text.strip() == ascii(ODD["unicode"] + "\n" + ODD["braces"])
    assert untouched[0].data["text/plain"] == NOT_ANSWERED
    assert (graded[0].ename, graded[0].evalue, graded[0].traceback) == ("NotAnswered", NOT_ANSWERED, [NOT_ANSWERED])
    assert "Did you mean angry_customer" in str(unknown)
    assert "Traceback" not in str(unknown)
