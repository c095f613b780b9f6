"""Writes that fail leave everything as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.notebooks._files import replace_folders, write_text


def content(folder: Path) -> dict[str, str]:
    """Every file below the folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def refuse(monkeypatch: pytest.MonkeyPatch, *, after: int = 0) -> None:
    """Make renaming fail, the first few times excepted; root may write anywhere, so chmod would prove nothing."""
    real, calls = os.replace, iter(range(1_000))

    def replace(source: Path, target: Path) -> None:
        if next(calls) == after:
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(Path, "replace", lambda self, target: replace(self, target))


def make(folder: Path, **files: str) -> Path:
    """A folder with one subfolder per file, named like it."""
    for name, text in files.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(text)
    return folder


def test_write_replaces_the_file_when_it_can(tmp_path: Path) -> None:
    """Are the text, its line ends and the file's permissions as they should be?"""
    path = tmp_path / "a.ipynb"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new\nline\n")
    assert path.read_bytes() == b"new\nline\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert set(content(tmp_path)) == {"a.ipynb"}


def test_write_keeps_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is the old file whole and no other left behind?"""
    path = tmp_path / "a.ipynb"
    path.write_text("old")
    refuse(monkeypatch)
    with pytest.raises(EmptyChairError, match=r"a\.ipynb cannot be written \(permission denied\)"):
        write_text(path, "new")
    assert content(tmp_path) == {"a.ipynb": "old"}


def test_write_keeps_the_old_file_when_the_text_cannot_be_encoded(tmp_path: Path) -> None:
    """Does an error in the middle of writing leave no half a file?"""
    path = tmp_path / "a.ipynb"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "new \ud800")
    assert content(tmp_path) == {"a.ipynb": "old"}


def test_write_says_so_when_the_folder_is_a_file(tmp_path: Path) -> None:
    """Is a place where nothing can be written one clear line?"""
    (tmp_path / "lessons").write_text("")
    with pytest.raises(EmptyChairError, match="cannot be written") as caught:
        write_text(tmp_path / "lessons" / "a.ipynb", "new")
    assert "\n" not in str(caught.value)


def test_folders_are_replaced_whole_when_no_names_are_given(tmp_path: Path) -> None:
    """Does what has no source any more go?"""
    built, target = make(tmp_path / "built", one="1"), make(tmp_path / "target", one="0", stale="9")
    replace_folders(built, target, None)
    assert content(target) == {"one/a.txt": "1"}
    assert {path.name for path in tmp_path.iterdir()} == {"built", "target"}


def test_other_folders_stay_when_names_are_given(tmp_path: Path) -> None:
    """Is only the named folder replaced?"""
    built, target = make(tmp_path / "built", one="1"), make(tmp_path / "target", one="0", other="9")
    (target / "one" / "old.txt").write_text("gone")
    replace_folders(built, target, ("one",))
    assert content(target) == {"one/a.txt": "1", "other/a.txt": "9"}


@pytest.mark.parametrize("after", [0, 1])
def test_folders_stand_as_before_when_the_exchange_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Is the old tree back, whichever of the two renames failed?"""
    built, target = make(tmp_path / "built", one="1"), make(tmp_path / "target", one="0", other="9")
    refuse(monkeypatch, after=after)
    with pytest.raises(EmptyChairError, match="It is as it was"):
        replace_folders(built, target, None)
    assert content(target) == {"one/a.txt": "0", "other/a.txt": "9"}
    assert {path.name for path in tmp_path.iterdir()} == {"built", "target"}


def test_folder_is_made_when_it_was_not_there(tmp_path: Path) -> None:
    """Does a first release need no empty folder?"""
    replace_folders(make(tmp_path / "built", one="1"), tmp_path / "new" / "target", None)
    assert content(tmp_path / "new" / "target") == {"one/a.txt": "1"}
