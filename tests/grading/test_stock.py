"""The old result, kept aside while a new one is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair.grading._stock import _put_back, _set_aside


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    """A graded notebook, read-only as nbgrader leaves it."""
    folder = tmp_path / "ana" / "06_small"
    folder.mkdir(parents=True)
    (folder / "small.ipynb").write_text("old")
    (folder / "small.ipynb").chmod(0o444)
    return folder


def test_put_back_when_the_new_one_is_half_made(graded: Path) -> None:
    """Is the old result there again, alone?"""
    aside = graded.with_name(".before")
    _set_aside(graded, aside)
    graded.mkdir()
    (graded / "half.ipynb").write_text("new")
    _put_back(graded, aside)
    assert [path.name for path in graded.parent.rglob("*")] == ["06_small", "small.ipynb"]
    assert (graded / "small.ipynb").read_text() == "old"


def test_put_back_when_there_was_nothing_before(tmp_path: Path) -> None:
    """Does a failed first submission leave not even an empty folder?"""
    graded = tmp_path / "ana" / "06_small"
    _set_aside(graded, graded.with_name(".before"))
    graded.mkdir(parents=True)
    _put_back(graded, graded.with_name(".before"))
    assert not graded.parent.exists()


def test_set_aside_after_a_run_was_killed(graded: Path) -> None:
    """Is what an earlier run left aside taken as the old result?"""
    aside = graded.with_name(".before")
    graded.rename(aside)
    _set_aside(graded, aside)
    _put_back(graded, aside)
    assert (graded / "small.ipynb").read_text() == "old"
