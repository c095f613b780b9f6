"""The command line: exit statuses, one line per fault, and what goes where."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import builders
import pytest
from grading import course
from typer.testing import CliRunner

from emptychair._launch import FIRST_PAGE
from emptychair.cli import app, main


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a solution, its exercise and a first page; it is the working directory."""
    root = course.kit(tmp_path / "kit")
    builders.save(builders.notebook(builders.markdown("# Welcome")), root / FIRST_PAGE)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def spring(kit: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course folder made of it; it is the working directory."""
    main_and_exit("init", str(kit.parent / "spring"))
    monkeypatch.chdir(kit.parent / "spring")
    return kit.parent / "spring"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def main_and_exit(*arguments: str) -> int:
    """Run the command and give its exit status."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    status = ended.value.code
    assert isinstance(status, int | None)
    return status or 0


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """What stderr says; it has to be one line that says who speaks, without a traceback."""
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("emptychair: ")
    return line


def test_help_imports_nothing_heavy() -> None:
    """Does `emptychair --help` answer without nbgrader, NumPy and their like?"""
    code = (
        "import sys; from emptychair.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'IPython', 'nbformat', 'nbgrader', 'numpy', 'pandas'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "learn" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [["grade"], ["grade", "06_small", "--nonsense"], ["learn", "--port", "0"], ["check", "--only", "half"], ["fly"]],
    ids=" ".join,
)
def test_usage_errors_exit_with_2(arguments: list[str]) -> None:
    """Is a mistyped command told from a fault in the course?"""
    assert main_and_exit(*arguments) == 2


def test_init_says_what_to_do_next(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is the place for submissions named?"""
    assert main_and_exit("init", "../autumn") == 0
    said = capsys.readouterr().out
    assert f"Made {kit.parent / 'autumn'}." in said
    assert "submitted/STUDENT/NN_slug/" in said


@pytest.mark.parametrize("folder", ["solutions", f"{FIRST_PAGE}/spring"])
def test_init_when_it_cannot(kit: Path, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    """Is a folder in use, and one below a file, one clear line?"""
    before = sorted(kit.rglob("*"))
    assert main_and_exit("init", folder) == 1
    assert str(kit / folder) in complaint(capsys)
    assert sorted(kit.rglob("*")) == before


def test_grade_writes_table_json_and_junit(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Are results on stdout and in the files, reasons on stderr, and is the status 1 when one was not graded?"""
    course.hand_in(spring, "ana", course.assignment())
    course.hand_in(spring, "bo", course.assignment()).write_text("{")
    capsys.readouterr()
    assert main_and_exit("grade", course.ASSIGNMENT, "--json", "g.json", "--junit", "g.xml") == 1
    said = capsys.readouterr()
    (row,) = [line.split("│")[1:5] for line in said.out.splitlines() if "ana" in line]
    assert [cell.strip() for cell in row] == ["ana", "5", "5", "graded"]
    assert said.err.startswith(f"emptychair: submitted/bo/{course.ASSIGNMENT}/small.ipynb is not a notebook")
    written = json.loads((spring / "g.json").read_text(encoding="utf-8"))
    assert [one["status"] for one in written["submissions"]] == ["graded", "failed"]
    assert ET.parse(spring / "g.xml").getroot().get("errors") == "1"
    # the good one alone: everything asked for was graded
    assert main_and_exit("grade", course.ASSIGNMENT, "--student", "ana") == 0


def test_grade_when_the_assignment_is_unknown(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Are the known ones listed, and the likely one first?"""
    capsys.readouterr()
    assert main_and_exit("grade", "06_smal") == 1
    assert complaint(capsys).endswith(f"Did you mean {course.ASSIGNMENT}? Known: {course.ASSIGNMENT}.")
    assert not (spring / "gradebook.db").exists()


def test_grade_in_the_source_tree(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is the instructor sent to a folder of their own?"""
    (kit / "src" / "emptychair").mkdir(parents=True)
    assert main_and_exit("grade", course.ASSIGNMENT) == 1
    assert "Run `emptychair init FOLDER`" in complaint(capsys)


def test_grade_when_the_results_cannot_be_written(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is that found out before the grading?"""
    course.hand_in(spring, "ana")
    capsys.readouterr()
    assert main_and_exit("grade", course.ASSIGNMENT, "--json", "nowhere/g.json") == 1
    assert "nowhere/g.json cannot be written" in complaint(capsys)
    assert not (spring / "gradebook.db").exists()


def test_learn_when_the_port_is_taken(kit: Path, capsys: pytest.CaptureFixture[str], taken: int) -> None:
    """Is it said, rather than another port chosen in silence?"""
    assert (kit / FIRST_PAGE).is_file()
    assert main_and_exit("learn", "--no-browser", "--port", str(taken)) == 1
    assert f"port {taken} is in use" in complaint(capsys)


def test_learn_when_the_first_page_is_missing(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a course folder without lessons one clear line?"""
    capsys.readouterr()
    assert main_and_exit("learn") == 1
    assert f"{spring / FIRST_PAGE} is missing" in complaint(capsys)


def test_release_check_when_an_exercise_was_edited(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is the difference printed with the mending command, and does that command mend it?"""
    exercise = kit / "exercises" / course.ASSIGNMENT / "small.ipynb"
    assert main_and_exit("release", "--check") == 0
    exercise.write_text(exercise.read_text().replace("shout in capitals", "whisper"))
    assert main_and_exit("release", "--check") == 1
    said = capsys.readouterr().out
    assert f"exercises/{course.ASSIGNMENT}/small.ipynb" in said
    assert "emptychair release" in said
    assert main_and_exit("release", course.ASSIGNMENT) == 0
    assert main_and_exit("release", "--check") == 0


def test_clean_check_when_a_notebook_is_messy(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Does --check complain without writing, and does clean then write?"""
    page = kit / FIRST_PAGE
    messy = page.read_text().replace('"metadata": {}', '"metadata": {"collapsed": true}')
    page.write_text(messy)
    assert main_and_exit("clean", "--check", FIRST_PAGE) == 1
    assert FIRST_PAGE in capsys.readouterr().out
    assert page.read_text() == messy
    assert main_and_exit("clean", FIRST_PAGE) == 0
    assert capsys.readouterr().out == f"cleaned {FIRST_PAGE}\n"
    assert "collapsed" not in page.read_text()


def test_check_when_a_solution_is_wrong(kit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is the complaint on stdout and the status 1?"""
    builders.save(course.assignment(shout="return text"), kit / "solutions" / course.ASSIGNMENT / "small.ipynb")
    assert main_and_exit("check", "--only", "solutions", course.ASSIGNMENT) == 1
    assert "cell `shout-tests`: 0 of 3 points: shout in capitals." in capsys.readouterr().out


def test_grade_stopped_by_ctrl_c(spring: Path) -> None:
    """Is it said how to go on, is nothing left running, and does the same command finish the rest?"""
    for number in range(40):
        course.hand_in(spring, f"s{number:02}", course.assignment())
    command = [sys.executable, "-m", "emptychair.cli", "grade", course.ASSIGNMENT, "--workers", "1"]
    with subprocess.Popen(command, cwd=spring, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as grader:
        graded = spring / "autograded"
        while grader.poll() is None and len(list(graded.glob("*/*/*.ipynb"))) < 3:
            time.sleep(0.01)
        grader.send_signal(signal.SIGINT)
        _, said = grader.communicate(timeout=60)
    assert grader.returncode == 130
    (line,) = said.splitlines()
    assert line == "emptychair: stopped. What is graded is kept; the same command goes on from there."
    done = len(list(graded.glob("*/*/*.ipynb")))
    assert 3 <= done < 40
    assert main_and_exit("grade", course.ASSIGNMENT) == 0
    assert len(list(graded.glob("*/*/*.ipynb"))) == 40


def test_grade_says_when_there_is_no_sandbox(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is --unsandboxed loud, and are the results marked?"""
    course.hand_in(spring, "ana", course.assignment())
    capsys.readouterr()
    assert main_and_exit("grade", course.ASSIGNMENT, "--unsandboxed", "--json", "g.json") == 0
    assert "learners' code runs with your rights" in complaint(capsys)
    (one,) = json.loads((spring / "g.json").read_text(encoding="utf-8"))["submissions"]
    assert (one["points"], one["label"]) == (5.0, "unsandboxed")


def test_feedback_and_report(spring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Are the pages named?"""
    course.hand_in(spring, "ana", course.assignment())
    assert main_and_exit("report", course.ASSIGNMENT) == 1
    assert "Run `emptychair grade 06_small` first" in complaint(capsys)
    assert main_and_exit("grade", course.ASSIGNMENT) == 0
    capsys.readouterr()
    assert main_and_exit("feedback", course.ASSIGNMENT) == 0
    assert main_and_exit("report", course.ASSIGNMENT, "--out", "pages") == 0
    page, own = capsys.readouterr().out.split()[1::2]
    assert Path(page).is_file()
    assert own == "pages/index.html"


def test_progress_export_and_erase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Can a learner take out and remove everything that is kept, and does erasing ask first?"""
    from emptychair import _progress

    monkeypatch.setenv(_progress.HOME, str(tmp_path))
    _progress.keep("predictions", "late", 40)
    runner = CliRunner()
    assert json.loads(runner.invoke(app, ["progress", "export"]).stdout)["kept"] == {"predictions": {"late": 40}}
    assert runner.invoke(app, ["progress", "export", str(tmp_path / "mine.json")]).exit_code == 0
    assert json.loads((tmp_path / "mine.json").read_text())["schema"] == 1
    assert runner.invoke(app, ["progress", "erase"], input="n\n").exit_code == 1
    assert _progress.kept("predictions") == {"late": 40}
    assert runner.invoke(app, ["progress", "erase", "--yes"]).stdout == "Erased.\n"
    assert _progress.kept("predictions") == {}
