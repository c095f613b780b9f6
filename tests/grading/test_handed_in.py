"""What can be said about a submission before anything runs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from grading import course

from emptychair import EmptyChairError
from emptychair.grading._handed_in import inspect, is_current, students_of

PATH = f"submitted/ana/{course.ASSIGNMENT}/small.ipynb"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course folder in which ana handed in."""
    made = course.instance(tmp_path)
    course.hand_in(made, "ana", course.assignment())
    return made


def edit(root: Path, change: Callable[[Any], object]) -> None:
    """Change the JSON that ana handed in."""
    notebook = json.loads((root / PATH).read_text())
    change(notebook)
    (root / PATH).write_text(json.dumps(notebook))


def reason(root: Path) -> str:
    """Why ana's submission is refused; it has to be one line."""
    result = inspect(root, course.ASSIGNMENT, "ana")
    assert result is not None
    assert "\n" not in result.reason
    return result.reason


def test_inspect_when_nothing_is_wrong(root: Path) -> None:
    """Does an answered notebook pass, and an untouched one?"""
    course.hand_in(root, "bo")
    assert inspect(root, course.ASSIGNMENT, "ana") is None
    assert inspect(root, course.ASSIGNMENT, "bo") is None


def test_inspect_when_the_notebook_is_missing(root: Path) -> None:
    """Is a renamed notebook called missing, by the name it should have?"""
    (root / PATH).rename(root / "submitted" / "ana" / course.ASSIGNMENT / "small (1).ipynb")
    result = inspect(root, course.ASSIGNMENT, "ana")
    assert result is not None
    assert result.status == "missing"
    assert result.reason.startswith(f"{PATH} is missing. It was not graded; nothing else was affected. Put")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "is not a notebook (line 1 is not JSON)"),
        ('{\n"cells": [},', "is not a notebook (line 2 is not JSON)"),
        ("\udcff", "is not a notebook (it is not JSON text)"),
        ("[" * 100_000, "is not a notebook"),
        ("[]", "is not a notebook of format 4"),
        ('{"nbformat": 3, "worksheets": []}', "is not a notebook of format 4"),
        ('{"nbformat": 4, "cells": "none"}', "its cells are not a list of cells"),
        ('{"nbformat": 4, "cells": [{"metadata": {"nbgrader": 3}}]}', "its cells are not a list of cells"),
    ],
    ids=["empty", "cut-off", "not-text", "deep", "list", "format-3", "no-cells", "odd-metadata"],
)
def test_inspect_when_the_file_is_no_notebook(root: Path, text: str, what: str) -> None:
    """Is the fault named, and what to do?"""
    (root / PATH).write_bytes(text.encode("utf-8", "surrogateescape"))
    said = reason(root)
    assert said.startswith(f"{PATH} {what}" if what.startswith("is") else PATH)
    assert what in said
    assert said.endswith("Ask for it again: in JupyterLab, File > Download.")


def test_inspect_when_a_test_cell_was_copied(root: Path) -> None:
    """Is the copied cell named? (Stock nbgrader stops the whole batch here.)"""
    edit(root, lambda notebook: notebook["cells"].append({**notebook["cells"][2], "id": "copy"}))
    assert reason(root).startswith(f"{PATH}, cell `double-tests`: 2 cells have this id.")


def test_inspect_when_a_plain_cell_id_is_used_twice(root: Path) -> None:
    """Is an id that nbgrader does not know looked at as well?"""
    edit(root, lambda notebook: notebook["cells"].append(notebook["cells"][0]))
    assert reason(root).startswith(f"{PATH}, cell `prose`: 2 cells have this id.")


def test_inspect_when_the_metadata_is_of_another_version(root: Path) -> None:
    """Is a strange schema named? (Stock nbgrader stops the whole batch here, too.)"""
    edit(root, lambda notebook: notebook["cells"][2]["metadata"]["nbgrader"].update(schema_version=99))
    assert "cell `double-tests`: its nbgrader metadata has version 99, not 3." in reason(root)


def test_inspect_when_the_folder_name_is_a_pattern(root: Path) -> None:
    """Is a name that nbgrader would take for a pattern refused with a remedy?"""
    course.hand_in(root, "ana [2]", course.assignment())
    result = inspect(root, course.ASSIGNMENT, "ana [2]")
    assert result is not None
    assert result.reason.endswith("Rename it.")


def test_students_of_skips_those_who_handed_in_nothing(root: Path) -> None:
    """Are only those named who have a folder for the assignment?"""
    (root / "submitted" / "bo").mkdir()
    (root / "submitted" / ".cache" / course.ASSIGNMENT).mkdir(parents=True)
    assert students_of(root, course.ASSIGNMENT) == ("ana",)


def test_students_of_when_a_name_is_misspelled(root: Path) -> None:
    """Is the likely one suggested?"""
    with pytest.raises(EmptyChairError, match=r"does not exist\. Did you mean ana\?"):
        students_of(root, course.ASSIGNMENT, ["anna"])


def test_students_of_when_nobody_handed_in(root: Path) -> None:
    """Is it said where submissions belong?"""
    with pytest.raises(EmptyChairError, match=r"holds nothing for 07_none\. Put each student's notebooks"):
        students_of(root, "07_none")


def test_is_current_follows_the_newest_file(root: Path) -> None:
    """Is a submission graded again once it, or the assignment, is newer than the result?"""
    assert not is_current(root, course.ASSIGNMENT, "ana")
    graded = root / "autograded" / "ana" / course.ASSIGNMENT / "small.ipynb"
    graded.parent.mkdir(parents=True)
    graded.touch()
    later = graded.stat().st_mtime + 10
    os.utime(graded, (later, later))
    assert is_current(root, course.ASSIGNMENT, "ana")
    os.utime(root / "solutions" / course.ASSIGNMENT / "small.ipynb", (later + 1, later + 1))
    assert not is_current(root, course.ASSIGNMENT, "ana")
