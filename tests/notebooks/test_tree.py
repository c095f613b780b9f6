"""Checking and cleaning a course folder."""

from __future__ import annotations

import os
from pathlib import Path

import builders
import nbformat
import pytest

from emptychair import EmptyChairError
from emptychair.notebooks import check_tree, clean_tree, dumps, read


def messy() -> nbformat.NotebookNode:
    """A notebook that only needs cleaning."""
    nb = builders.notebook(builders.markdown("# Parcels", id="title"))
    nb.metadata["toc"] = {}
    return nb


def course(root: Path) -> Path:
    """A messy lesson, a messy solution, a messy exercise."""
    builders.save(messy(), root / "lessons/01_parcels.ipynb")
    builders.save(messy(), root / "solutions/01_parcels/late.ipynb")
    builders.save(messy(), root / "exercises/01_parcels/late.ipynb")
    return root


LESSON, SOLUTION = Path("lessons/01_parcels.ipynb"), Path("solutions/01_parcels/late.ipynb")
EXERCISE = Path("exercises/01_parcels/late.ipynb")


def test_clean_returns_what_changed_when_run_twice(tmp_path: Path) -> None:
    """Are sources rewritten once, exercises never, and is the check silent about what was cleaned?"""
    course(tmp_path)
    exercise = (tmp_path / EXERCISE).read_bytes()
    assert clean_tree(tmp_path) == (LESSON, SOLUTION)
    assert clean_tree(tmp_path) == ()
    assert (tmp_path / EXERCISE).read_bytes() == exercise
    assert {problem.path for problem in check_tree(tmp_path)} == {EXERCISE}
    assert (tmp_path / LESSON).read_text(encoding="utf-8") == dumps(read(tmp_path / LESSON))


def test_check_writes_nothing_when_it_finds_much(tmp_path: Path) -> None:
    """Does a check leave the files alone, and send exercises to the release?"""
    course(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    fixes = {problem.path: problem.fix for problem in check_tree(tmp_path)}
    assert fixes[LESSON] == "Run `emptychair clean`."
    assert fixes[EXERCISE] == "Run `emptychair release`."
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("paths", "seen"),
    [
        ([Path("lessons")], {LESSON}),
        ([SOLUTION], {SOLUTION}),
        ([Path("solutions/01_parcels"), LESSON, LESSON], {LESSON, SOLUTION}),
        ([Path()], {LESSON, SOLUTION, EXERCISE}),
        ([], set()),
    ],
)
def test_only_named_notebooks_are_seen_when_paths_are_given(tmp_path: Path, paths: list[Path], seen: set[Path]) -> None:
    """Do files and folders both select, from the course folder, each notebook once?"""
    course(tmp_path)
    found = [problem.path for problem in check_tree(tmp_path, paths)]
    assert set(found) == seen
    assert len(found) == len(seen)
    assert set(clean_tree(tmp_path, [tmp_path / path for path in paths])) == seen - {EXERCISE}


@pytest.mark.parametrize("path", ["../elsewhere.ipynb", "notes/a.ipynb", "a.ipynb"])
def test_paths_are_refused_when_they_are_not_in_the_course(tmp_path: Path, path: str) -> None:
    """Is a path outside lessons, solutions and exercises one clear line?"""
    with pytest.raises(EmptyChairError, match="is not in"):
        check_tree(tmp_path, [Path(path)])


def test_named_notebook_is_reported_when_it_is_missing(tmp_path: Path) -> None:
    """Does a typing error in a path not pass for a clean notebook?"""
    (problem,) = check_tree(tmp_path, [LESSON])
    assert str(problem).startswith("lessons/01_parcels.ipynb: The file does not exist.")
    with pytest.raises(EmptyChairError, match="does not exist"):
        clean_tree(tmp_path, [LESSON])


def test_leftovers_are_not_seen_when_an_editor_made_them(tmp_path: Path) -> None:
    """Are Jupyter's own copies left out?"""
    builders.save(messy(), tmp_path / "lessons/.ipynb_checkpoints/01_parcels-checkpoint.ipynb")
    assert check_tree(tmp_path) == ()
    assert clean_tree(tmp_path) == ()


def test_nothing_is_cleaned_when_one_file_is_no_notebook(tmp_path: Path) -> None:
    """Does a corrupt file stop the cleaner before it wrote, and only itself fail the check?"""
    course(tmp_path)
    (tmp_path / "solutions/01_parcels/zebra.ipynb").write_text("{", encoding="utf-8")
    before = (tmp_path / LESSON).read_bytes()
    with pytest.raises(EmptyChairError, match=r"zebra\.ipynb is not a notebook"):
        clean_tree(tmp_path)
    assert (tmp_path / LESSON).read_bytes() == before
    rules = {problem.path.name: problem.rule for problem in check_tree(tmp_path)}
    assert rules["zebra.ipynb"] == "unreadable"
    assert rules["01_parcels.ipynb"] == "stray_notebook_metadata"


def test_file_is_whole_when_cleaning_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a read-only folder end in one line and the old file?"""
    course(tmp_path)
    before = (tmp_path / LESSON).read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EmptyChairError, match=r"01_parcels\.ipynb cannot be written \(read-only file system\)"):
        clean_tree(tmp_path)
    assert (tmp_path / LESSON).read_bytes() == before
    assert [path.name for path in (tmp_path / "lessons").iterdir()] == ["01_parcels.ipynb"]
