"""Folders that cannot be replaced stand as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import content, refuse

from emptychair import EmptyChairError
from emptychair.notebooks._files import replace_folders


def make(folder: Path, **files: str) -> Path:
    """A folder with one subfolder per file, named like it."""
    for name, text in files.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(text)
    return folder


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
