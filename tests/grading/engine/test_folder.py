"""Files that one side writes and the other reads."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from emptychair.grading.engine._folder import Folder, may_come
from emptychair.grading.engine._wire import Malformed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The folder of this side, with one file that both know."""
    monkeypatch.chdir(tmp_path)
    Path("data.csv").write_text("a,b")
    return Folder()


def written(text: str) -> str:
    """A content as it goes over."""
    return b64encode(text.encode()).decode()


def test_changes_are_told_once(folder: Folder) -> None:
    """Is a file told when it is new, when it has changed, when it is gone, and not again?"""
    Path("out").mkdir()
    Path("out/new.txt").write_text("x")
    assert folder.changes() == {"out/new.txt": written("x")}
    assert folder.changes() == {}
    Path("out/new.txt").write_text("longer")
    assert folder.changes() == {"out/new.txt": written("longer")}
    Path("out/new.txt").unlink()
    assert folder.changes() == {"out/new.txt": None}


def test_changes_when_nobody_wants_them(folder: Folder) -> None:
    """Does a file that is not wanted stay untold until it is?"""
    Path("secret.txt").write_text("x")
    assert folder.changes(lambda name: "secret" not in name) == {}
    assert folder.changes() == {"secret.txt": written("x")}


def test_apply_writes_and_takes_away(folder: Folder) -> None:
    """Is the other side's file here, and not told back?"""
    folder.apply({"a/b.txt": written("x"), "data.csv": written("other")}, folder.names())
    assert (Path("a/b.txt").read_text(), Path("data.csv").read_text()) == ("x", "a,b")
    assert folder.changes() == {}
    folder.apply({"a/b.txt": None})
    assert not Path("a/b.txt").exists()


def test_apply_leaves_what_lies_behind_a_link(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Is nothing written outside of the folder, whatever links lead there?"""
    outside = tmp_path_factory.mktemp("outside")
    Path("way").symlink_to(outside)
    folder.apply({"way/x.txt": written("x")})
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("files", [{"a.txt": "no base 64!"}, {"a.txt": 7}, {"a.txt": ["x"]}], ids=str)
def test_apply_when_a_stranger_makes_it_up(folder: Folder, files: Any) -> None:
    """Is it refused?"""
    with pytest.raises(Malformed):
        folder.apply(files)


@pytest.mark.parametrize(
    "name",
    ["random.py", "a/json.PY", "x.pth", "x.so", "../x", "/x", "a/../x", "a//b", ".x", "a/.x", "x\\y", "x\0", "", 3],
)
def test_names_that_never_come(name: Any) -> None:
    """Is nothing taken that Python might import or that lies elsewhere?"""
    assert not may_come(name)


def test_apply_when_a_test_has_a_file_of_that_name(folder: Folder) -> None:
    """Does a file that a test has made for itself stay as it is, until the other side was told of it?"""
    Path("wanted.txt").write_text("right")
    for content in (written("wrong"), None):
        folder.apply({"wanted.txt": content})
        assert Path("wanted.txt").read_text() == "right"
    assert folder.changes() == {"wanted.txt": written("right")}
    folder.apply({"wanted.txt": written("changed")})
    assert Path("wanted.txt").read_text() == "changed"


def test_apply_when_no_file_can_have_that_name(folder: Folder) -> None:
    """Is a name that only a liar can send left out?"""
    folder.apply({"é" * 200: written("x"), "data.csv/x": written("x"), "fine": written("x")})
    assert sorted(path.name for path in Path().iterdir()) == ["data.csv", "fine"]
