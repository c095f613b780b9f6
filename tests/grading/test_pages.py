"""What is made of the gradebook: feedback, exports, the report."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import builders
import pytest
from grading import course, outcomes

from emptychair._errors import EmptyChairError
from emptychair._process import environment
from emptychair.grading import feedback, grade, report
from emptychair.grading._clean import clean_html, clean_markdown

NASTY = (
    "# Hello <script>alert(1)</script> [x](javascript:alert(2)) <img src=x onerror=alert(3)> "
    "<a href='data:text/html,x'>y</a> <svg onload=alert(4)></svg> <iframe src='//evil'></iframe>\n\n| a |\n|---|\n| 1 |"
)


@pytest.fixture(scope="module")
def spring(small_kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graded course in which learners put what they should not."""
    root = tmp_path_factory.mktemp("pages") / "spring"
    shutil.copytree(small_kit, root)
    course.hand_in(root, "ana", course.assignment())
    course.hand_in(root, "bo", course.assignment(double="return number"))
    course.hand_in(root, "=cmd|x", course.assignment(shout="return text"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("emptychair.grading.engine.Pool", outcomes.Pool)
        patched.setattr(outcomes.Pool, "graded", [], raising=False)
        grade(root, course.ASSIGNMENT)
    path = root / "autograded" / "bo" / course.ASSIGNMENT / "small.ipynb"
    document = json.loads(path.read_text())
    document["cells"][0]["source"] = NASTY
    document["cells"][1]["outputs"] = [
        builders.shown({"text/html": "<table><tr><th>n</th></tr></table><script>x()</script>"})
    ]
    document["cells"][2]["outputs"] = [builders.raised("AssertionError", "five twice is ten")]
    path.chmod(0o644)
    path.write_text(json.dumps(document))
    return root


@pytest.mark.parametrize("config", ["ours", "nbgraders"])
def test_feedback_is_harmless_and_tells_no_hidden_test(spring: Path, config: str) -> None:
    """Is it so with `emptychair feedback` in a course that knows nothing of us, and with nbgrader's command in ours?"""
    if config == "ours":
        line = [sys.executable, "-m", "nbgrader", "generate_feedback", course.ASSIGNMENT, "--force"]
        done = subprocess.run(line, cwd=spring, env=environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        pages = sorted((spring / "feedback").rglob("*.html"))
    else:
        settings = (spring / "nbgrader_config.py").read_text()
        plain = (
            "c = get_config()\nc.CourseDirectory.source_directory = 'solutions'\n"
            "c.CourseDirectory.release_directory = 'exercises'\n"
        )
        (spring / "nbgrader_config.py").write_text(plain)
        pages = list(feedback(spring, course.ASSIGNMENT))
        (spring / "nbgrader_config.py").write_text(settings)
    assert len(pages) == 3
    (page,) = [path.read_text(encoding="utf-8") for path in pages if path.parts[-3] == "bo"]
    assert "Content-Security-Policy" in page
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<iframe|<svg|onerror=|onload=|javascript:|href=.data:", page, re.IGNORECASE)
    assert "<th>n</th>" in page
    assert "<td>1</td>" in page
    assert "Score: 3.0 / 5.0" in page
    for hidden in ("double(5)", "five twice is ten", "HIDDEN"):
        assert hidden not in page
    assert "A hidden test did not pass." in page


def test_feedback_when_nothing_is_graded(small_kit: Path) -> None:
    """Is that said, with what to do?"""
    with pytest.raises(
        EmptyChairError, match=r"Nothing is graded of 06_small .* Run `emptychair grade 06_small` first"
    ):
        feedback(small_kit, course.ASSIGNMENT)


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<b>so</b> <i>far</i>", "<b>so</b> <i>far</i>"),
        ('<a href="https://x.org" onclick="y">x</a>', '<a href="https://x.org">x</a>'),
        ('<a href="data:text/html;base64,xx">x</a>', '<a href="#">x</a>'),
        ('<A HREF=" DATA:text/html,x">x</A>', '<a href="#">x</a>'),
        ('<img src="data:image/png;base64,iVBO" alt="plot">', '<img src="data:image/png;base64,iVBO" alt="plot">'),
        ("<form action=x><input name=y></form>", ""),
        ("<style>body{display:none}</style>a", "a"),
        ("<script>a", ""),
        ("<scr<script>ipt>x()</script>", "x()"),
        ('<p style="position:fixed">x</p>', "<p>x</p>"),
        ("<base href=//evil><meta http-equiv=refresh>x", "x"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ],
)
def test_clean_html(html: str, kept: str) -> None:
    """Is what could do something taken out, and the rest left?"""
    cleaned = clean_html(html)
    assert "<script" not in cleaned.lower()
    if "scr<" not in html:
        assert cleaned == kept


def rows(path: Path) -> list[list[str]]:
    """A CSV file."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize(
    ("exporter", "expected"),
    [
        (
            "Canvas",
            [
                ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", course.ASSIGNMENT],
                ["    Points Possible", "", "", "", "", "5"],
                ["Kahlo, Ana", "77", "", "ana", "", "5"],
                ["bo", "", "", "bo", "", "3"],
                ["zoe", "", "", "zoe", "", ""],
            ],
        ),
        (
            "Moodle",
            [
                [
                    "First name",
                    "Last name",
                    "Username",
                    "ID number",
                    "Email address",
                    f"Assignment: {course.ASSIGNMENT} (Real)",
                ],
                ["Ana", "Kahlo", "ana", "77", "", "5"],
                ["", "", "bo", "", "", "3"],
                ["", "", "zoe", "", "", ""],
            ],
        ),
    ],
)
def test_exporters_write_what_the_platforms_read(spring: Path, exporter: str, expected: list[list[str]]) -> None:
    """Is it so through `nbgrader export`, for chosen students, with nothing for who handed nothing in?"""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{spring / 'gradebook.db'}") as book:
        book.update_or_create_student("ana", first_name="Ana", last_name="Kahlo", lms_user_id="77")
        book.update_or_create_student("zoe")
    name = f"emptychair.grading.exporters.{exporter}Exporter"
    line = ["export", "--exporter", name, "--to", f"{exporter}.csv", "--student", '["ana", "bo", "zoe"]']
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *line],
        cwd=spring,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = rows(spring / f"{exporter}.csv")
    head = 2 if exporter == "Canvas" else 1
    assert found[:head] + sorted(found[head:]) == expected[:head] + sorted(expected[head:])


def test_report_says_what_is_in_the_gradebook(spring: Path) -> None:
    """Are the page and its tables there, whole, without a script, and safe to open in a spreadsheet?"""
    page = report(spring, course.ASSIGNMENT)
    assert page == spring / "reports" / course.ASSIGNMENT / "index.html"
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "Content-Security-Policy" in text
    assert text.count('role="img" aria-label=') == 2
    assert "var(--accent)" in text
    assert "=cmd|x" in text
    tables = {path.name: rows(path) for path in page.parent.glob("*.csv")}
    students = {row[0]: float(row[1]) for row in tables["students.csv"][1:]}
    assert students == {"ana": 5.0, "bo": 3.0, "'=cmd|x": 2.0}
    exercises = {row[1]: row[3:] for row in tables["exercises.csv"][1:]}
    assert exercises["double-tests"] == ["0.6667", "2", "1", ""]
    assert tables["reasons.csv"][1:] == [["double-tests", outcomes.WRONG, "1"]]
    assert {path.name for path in page.parent.iterdir()} >= {
        "scores.svg",
        "exercises.svg",
        "lookalikes.csv",
        "flags.csv",
    }


def test_report_is_the_same_twice(spring: Path, tmp_path: Path) -> None:
    """Same gradebook, same bytes?"""
    first, second = (report(spring, course.ASSIGNMENT, tmp_path / name).parent for name in ("a", "b"))
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_report_when_nothing_is_graded(small_kit: Path, tmp_path: Path) -> None:
    """Is that one clear line?"""
    root = tmp_path / "spring"
    shutil.copytree(small_kit, root)
    with pytest.raises(EmptyChairError, match="Run `emptychair grade 06_small` first"):
        report(root, course.ASSIGNMENT)


@pytest.mark.parametrize("piece", ["<div>", r"\\(", r"\begin{a}", "a" + " " * 40, "<a x='", "> ```\n", "<ul><li>"])
def test_cells_that_would_hold_up_everybodys_pages(piece: str) -> None:
    """Is a text that parsers take an hour for shown as it was typed, soon?"""
    text = piece * (500_000 // len(piece))
    began = time.process_time()
    shown = clean_markdown({}, text)
    assert shown.startswith("<pre>")
    clean_html(text[:100_000])
    assert time.process_time() - began < 5


def test_long_pages_of_honest_tables_stay_tables() -> None:
    """Is a table of many rows, and a text of many lines, not taken for a trick?"""
    table = "<table>" + "<tr><td>1<td>2" * 2_000 + "</table>" + "line<br>" * 1_000
    assert clean_html(table).count("<td>") == 4_000
