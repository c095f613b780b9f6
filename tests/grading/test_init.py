"""Making a course folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from grading import course

from emptychair import EmptyChairError, _course
from emptychair.grading import init


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A course to copy from, with a data file and some litter."""
    root = course.kit(tmp_path / "kit")
    (root / "solutions" / course.ASSIGNMENT / "orders.csv").write_text("id\n1\n")
    (root / "solutions" / course.ASSIGNMENT / ".ipynb_checkpoints").mkdir()
    return root


def test_init_copies_what_grading_needs(kit: Path, tmp_path: Path) -> None:
    """Are notebooks, data files, settings and the place for submissions there, and no litter?"""
    made = init(tmp_path / "new" / "spring", root=kit)
    found = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    assert found == {
        "nbgrader_config.py",
        f"solutions/{course.ASSIGNMENT}/small.ipynb",
        f"solutions/{course.ASSIGNMENT}/orders.csv",
        f"exercises/{course.ASSIGNMENT}/small.ipynb",
    }
    assert (made / "submitted").is_dir()
    assert not (made / "solutions" / course.ASSIGNMENT / ".ipynb_checkpoints").exists()


def test_init_makes_a_course_folder_of_its_own(kit: Path, tmp_path: Path) -> None:
    """Is the result found as a course and not taken for the kit?"""
    made = init(tmp_path / "spring", root=kit)
    assert _course.course_root(made / "submitted") == made
    assert not _course.is_source_tree(made)


def test_init_writes_settings_that_nbgrader_reads(kit: Path, tmp_path: Path) -> None:
    """Does the settings file point nbgrader at this folder, and name the course?"""
    from traitlets.config.loader import PyFileConfigLoader

    made = init(tmp_path / "spring", root=kit, course_id="spring_27")
    read = PyFileConfigLoader("nbgrader_config.py", path=str(made)).load_config()
    assert read.CourseDirectory.root == str(made)
    assert read.CourseDirectory.source_directory == "solutions"
    assert read.CourseDirectory.course_id == "spring_27"


def test_init_when_the_folder_is_empty(kit: Path, tmp_path: Path) -> None:
    """May an empty folder be named?"""
    (tmp_path / "spring").mkdir()
    assert (init(tmp_path / "spring", root=kit) / "submitted").is_dir()


def test_init_when_the_folder_is_in_use(kit: Path, tmp_path: Path) -> None:
    """Is a folder with something in it left exactly as it is?"""
    (tmp_path / "spring").mkdir()
    (tmp_path / "spring" / "mine.txt").touch()
    with pytest.raises(EmptyChairError, match="spring is not empty; name a new folder"):
        init(tmp_path / "spring", root=kit)
    assert [path.name for path in (tmp_path / "spring").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["file", "file/spring"])
def test_init_when_a_file_is_in_the_way(kit: Path, tmp_path: Path, name: str) -> None:
    """Is a place that cannot hold a folder one clear line, with nothing half-made beside it?"""
    (tmp_path / "file").touch()
    with pytest.raises(EmptyChairError, match=rf"{name} cannot be made \(.*choose a place where you may write"):
        init(tmp_path / name, root=kit)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "kit"]


def test_init_when_copying_fails(kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a failure halfway leave nothing behind?"""

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device", "small.ipynb")

    monkeypatch.setattr("emptychair.grading._init.shutil.copytree", full)
    with pytest.raises(EmptyChairError, match="No space left on device"):
        init(tmp_path / "spring", root=kit)
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]


def test_init_when_there_is_nothing_to_copy(tmp_path: Path) -> None:
    """Is a course without assignments refused?"""
    with pytest.raises(EmptyChairError, match="holds no assignment to copy"):
        init(tmp_path / "spring", root=tmp_path)
