"""Files that results are written to."""

from __future__ import annotations

from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.grading._output import require_writable, write


def test_write_replaces_the_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    """Is only the result there afterwards?"""
    path = tmp_path / "grades.json"
    path.write_text("old")
    write(path, "neu, größer\n")
    assert [each.name for each in tmp_path.iterdir()] == ["grades.json"]
    assert path.read_text(encoding="utf-8") == "neu, größer\n"


def test_write_when_a_character_is_none(tmp_path: Path) -> None:
    """Is half a character no reason to lose everybody's results?"""
    write(tmp_path / "grades.json", "half \ud800")
    assert (tmp_path / "grades.json").read_text(encoding="utf-8") == "half ?"


@pytest.mark.parametrize("name", ["missing/grades.json", "file/grades.json", "folder"])
def test_require_writable_when_it_is_not(tmp_path: Path, name: str) -> None:
    """Is it one clear line before anything is graded?"""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(EmptyChairError, match=rf"{name} cannot be written.*name another file|Name another file"):
        require_writable(tmp_path / name)
