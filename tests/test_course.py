"""Finding the course and naming its assignments."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair import EmptyChairError, _course
from emptychair._course import assignments, course_root, is_source_tree, require_assignment, require_some


def make(root: Path, *names: str) -> Path:
    """A course folder with these (empty) assignments."""
    (root / "solutions").mkdir(parents=True)
    (root / "nbgrader_config.py").touch()
    for name in names:
        (root / "solutions" / name).mkdir()
        (root / "solutions" / name / "one.ipynb").touch()
    return root


def test_course_root_from_a_folder_inside(tmp_path: Path) -> None:
    """Is the course found from deep inside it?"""
    root = make(tmp_path / "spring")
    inside = root / "submitted" / "ana"
    inside.mkdir(parents=True)
    assert course_root(inside) == root


def test_course_root_when_courses_are_nested(tmp_path: Path) -> None:
    """Does the nearest course win?"""
    make(tmp_path)
    assert course_root(make(tmp_path / "spring")) == tmp_path / "spring"


def test_course_root_is_the_kit_when_there_is_none_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does someone outside of any course get the kit's own?"""
    kit = make(tmp_path / "kit")
    monkeypatch.setattr(_course, "CHECKOUT", kit)
    assert course_root(tmp_path) == kit


def test_course_root_when_there_is_none_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does the message say where was looked and what to do?"""
    monkeypatch.setattr(_course, "CHECKOUT", tmp_path / "a")
    monkeypatch.setattr(_course, "PACKAGED", tmp_path / "b")
    with pytest.raises(EmptyChairError, match=rf"{tmp_path} is not in a course.*emptychair init FOLDER"):
        course_root(tmp_path)


def test_is_source_tree_for_a_checkout(tmp_path: Path) -> None:
    """Is a checkout told from a course folder?"""
    root = make(tmp_path)
    assert not is_source_tree(root)
    (root / "src" / "emptychair").mkdir(parents=True)
    assert is_source_tree(root)


def test_is_source_tree_for_the_installed_copy() -> None:
    """Is the copy inside the package told from a course folder, too?"""
    assert is_source_tree(_course.PACKAGED)


def test_assignments_when_some_folders_are_none(tmp_path: Path) -> None:
    """Are only folders with a notebook named, in order, and hidden ones left out?"""
    root = make(tmp_path, "07_b", "06_a", ".ipynb_checkpoints")
    (root / "solutions" / "08_empty").mkdir()
    assert assignments(root) == ("06_a", "07_b")


def test_require_assignment_when_misspelled(tmp_path: Path) -> None:
    """Is the likely one suggested, and are all named?"""
    root = make(tmp_path, "06_star_answers", "07_prfaq")
    with pytest.raises(EmptyChairError, match=r"Did you mean 06_star_answers\? Known: 06_star_answers, 07_prfaq\."):
        require_assignment(root, "06_star_answer")


def test_require_assignment_when_it_is_a_path(tmp_path: Path) -> None:
    """Is something outside solutions/ refused?"""
    with pytest.raises(EmptyChairError, match="holds no assignment"):
        require_assignment(make(tmp_path, "06_a"), "../solutions/06_a")


def test_require_some_when_none_is_named(tmp_path: Path) -> None:
    """Does nothing mean everything, and nothing at all an error?"""
    assert require_some(make(tmp_path / "full", "06_a"), None) == ("06_a",)
    with pytest.raises(EmptyChairError, match="holds no assignment yet"):
        require_some(make(tmp_path / "empty"), None)
