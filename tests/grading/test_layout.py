"""A course's settings, read the way nbgrader reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.grading._layout import Layout, is_course


def course(folder: Path, settings: str) -> Path:
    """A course folder with these settings."""
    (folder / "nbgrader_config.py").write_text(f"c = get_config()\n{settings}\n")
    return folder


def test_read_when_nothing_is_set(tmp_path: Path) -> None:
    """Are nbgrader's own defaults used?"""
    layout = Layout.read(course(tmp_path, ""))
    assert layout.folder("source", ".", "ps1") == tmp_path / "source" / "ps1"
    assert layout.folder("submitted", "ana", "ps1") == tmp_path / "submitted" / "ana" / "ps1"
    assert layout.db_url == f"sqlite:///{tmp_path / 'gradebook.db'}"


def test_read_when_everything_is_set(tmp_path: Path) -> None:
    """Does each setting arrive?"""
    settings = """
c.CourseDirectory.source_directory = "src"
c.CourseDirectory.submitted_directory = "in"
c.CourseDirectory.directory_structure = "{assignment_id}/{nbgrader_step}/{student_id}"
c.CourseDirectory.db_url = "postgresql://x/y"
c.CourseDirectory.course_id = "phys101"
c.CourseDirectory.ignore.append("*.bak")
c.CourseDirectory.max_file_size = 5
c.Execute.timeout = 7
c.Autograde.exclude_overwriting = {"ps1": ["mine.py"]}
"""
    layout = Layout.read(course(tmp_path, settings))
    assert layout.folder("submitted", "ana", "ps1") == tmp_path / "ps1" / "in" / "ana"
    assert (layout.source, layout.db_url, layout.course_id) == ("src", "postgresql://x/y", "phys101")
    assert layout.ignore[-1] == "*.bak"
    assert len(layout.ignore) == 5
    assert (layout.max_file_size, layout.cell_seconds, layout.kept) == (5000, 7.0, {"ps1": ("mine.py",)})


@pytest.mark.parametrize("settings", ["1 / 0", "this is not Python", "import no_such_module_at_all"])
def test_read_when_the_settings_fail(tmp_path: Path, settings: str) -> None:
    """Is it one line with the file and the cause?"""
    with pytest.raises(EmptyChairError, match=r"nbgrader_config.py cannot be read \(\w+: .*\)"):
        Layout.read(course(tmp_path, settings))


def test_read_when_there_are_no_settings(tmp_path: Path) -> None:
    """Is a folder that is no course said to be none?"""
    with pytest.raises(EmptyChairError, match="is missing, and there is no source/ or solutions/ beside it"):
        Layout.read(tmp_path)


@pytest.mark.parametrize(
    ("folders", "is_one", "source"),
    [
        (["submitted", "source"], True, "source"),
        (["submitted", "solutions"], True, "solutions"),
        (["submitted", "solutions", "source"], True, "source"),
        (["source"], False, "source"),
        (["submitted"], False, ""),
    ],
)
def test_course_without_settings(tmp_path: Path, folders: list[str], is_one: bool, source: str) -> None:
    """Is a folder with something handed in and something to grade against a course, settings or not?"""
    for name in folders:
        (tmp_path / name).mkdir()
    assert is_course(tmp_path) is is_one
    if source:
        assert Layout.read(tmp_path).source == source
