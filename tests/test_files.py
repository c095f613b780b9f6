"""A write that fails leaves the file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import content, refuse

from emptychair import EmptyChairError
from emptychair._files import write_text


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
