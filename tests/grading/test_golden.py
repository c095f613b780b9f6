"""Does our gradebook say, table by table, what stock nbgrader says about honest work?"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import nbgrader
import pytest
from grading import course, dump

from emptychair._process import environment
from emptychair.grading import grade
from emptychair.grading._nbcourse import open_course
from emptychair.notebooks import nbgrader_settings

GUIDE = Path(nbgrader.__file__).parent / "docs" / "source" / "user_guide"
QUICKSTART = """
c = get_config()
c.CourseDirectory.course_id = "course101"
c.IncludeHeaderFooter.header = "source/header.ipynb"
"""
STOCK = """
from nbgrader.converters import Autograde
c.Autograde.sanitize_preprocessors = Autograde.sanitize_preprocessors.default_args[0]
c.Autograde.autograde_preprocessors = Autograde.autograde_preprocessors.default_args[0]
"""


def nbgrader_(root: Path, *arguments: str) -> str:
    """Run plain nbgrader in a course folder."""
    line = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(line, cwd=root, env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def graded_by_nbgrader(root: Path, assignment: str) -> dict[str, list[dict[str, object]]]:
    """The gradebook that stock nbgrader makes in a copy of the course."""
    copy = root.with_name("stock")
    shutil.copytree(root, copy)
    with (copy / "nbgrader_config.py").open("a") as file:
        file.write(STOCK)
    nbgrader_(copy, "generate_assignment", assignment, "--force")
    nbgrader_(copy, "autograde", assignment)
    return dump.dump(f"sqlite:///{copy / 'gradebook.db'}")


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """nbgrader's own example course, as its quickstart makes it, released, with its guide's submissions."""
    root = tmp_path_factory.mktemp("guide") / "course101"
    shutil.copytree(GUIDE / "source", root / "source", ignore=shutil.ignore_patterns("*.html", "ps1_autotest"))
    shutil.copytree(GUIDE / "submitted", root / "submitted")
    (root / "nbgrader_config.py").write_text(QUICKSTART)
    nbgrader_(root, "generate_assignment", "ps1")
    return root


@pytest.mark.sandbox
@pytest.mark.timeout(300)
def test_quickstart_is_graded_as_by_nbgrader(quickstart: Path) -> None:
    """nbgrader's own course: the same scores, maxima, flags, comments, times?"""
    theirs = graded_by_nbgrader(quickstart, "ps1")
    report = grade(quickstart, "ps1")
    assert report.complete
    ours = dump.dump(f"sqlite:///{quickstart / 'gradebook.db'}")
    for table, rows in theirs.items():
        assert ours[table] == rows, table


@pytest.mark.sandbox
@pytest.mark.timeout(300)
def test_our_course_is_graded_as_by_nbgrader(small_kit: Path, tmp_path: Path) -> None:
    """Ours, with a late submission, one with half the answers, an untouched one."""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    course.hand_in(root, "ana", course.assignment())
    course.hand_in(root, "bo", course.assignment(shout="return text"))
    course.hand_in(root, "cy")
    for day, student in enumerate(("ana", "bo", "cy"), 1):
        stamp = root / "submitted" / student / course.ASSIGNMENT / "timestamp.txt"
        stamp.write_text(f"2026-03-0{day} 12:00:00 UTC")
    theirs = graded_by_nbgrader(root, course.ASSIGNMENT)
    assert grade(root, course.ASSIGNMENT).complete
    assert dump.dump(f"sqlite:///{root / 'gradebook.db'}") == theirs


@pytest.mark.sandbox
@pytest.mark.timeout(300)
def test_nbgrader_goes_on_from_our_results(quickstart: Path) -> None:
    """Do feedback, export and the formgrader's own queries work on the example course?"""
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI

    grade(quickstart, "ps1")
    nbgrader_(quickstart, "generate_feedback", "ps1")
    nbgrader_(quickstart, "export")
    assert (quickstart / "grades.csv").read_text().count("ps1") == 2
    assert len(list((quickstart / "feedback").rglob("*.html"))) == 4
    with Gradebook(f"sqlite:///{quickstart / 'gradebook.db'}") as book:
        assert [one["num_submissions"] for one in [each.to_dict() for each in book.assignments]] == [2]
        assert len(book.submission_dicts("ps1")) == 2
        for notebook in ("problem1", "problem2"):
            assert len(book.notebook_submission_dicts(notebook, "ps1")) == 2
    api = NbGraderAPI(open_course(quickstart).app.coursedir)
    assert api.get_submitted_students("ps1") == api.get_autograded_students("ps1") == {"bitdiddle", "hacker"}
    assert {one["autograded"] for one in api.get_submissions("ps1")} == {True}


def test_settings_are_merged_with_what_the_course_says() -> None:
    """Is the list of stock steps, which this file goes by, still what nbgrader has?"""
    from nbgrader.converters import Autograde

    assert Autograde.autograde_preprocessors.default_args[0][0].__name__ == "Execute"
    assert nbgrader_settings(Path("x")).CourseDirectory.source_directory == "solutions"
