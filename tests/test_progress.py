"""The learner's progress: kept, exported, erased, and never lost."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import refuse
from hypothesis import given
from hypothesis import strategies as st

from emptychair import EmptyChairError
from emptychair._progress import HOME, erase, exported, keep, kept, progress_path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda it: st.lists(it, max_size=3), max_leaves=5
)


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A progress file of this test alone; nothing is there yet."""
    monkeypatch.setenv(HOME, str(tmp_path / "new" / "home"))
    return progress_path()


def test_kept_when_nothing_was_kept(path: Path) -> None:
    """Is a fresh learner no error, and is nothing written by looking?"""
    assert kept("predictions") == {}
    assert not path.exists()


def test_keep_then_kept_in_another_process() -> None:
    """Does it outlive the kernel?"""
    keep("predictions", "late", 0.4)
    code = "from emptychair._progress import kept; print(kept('predictions'))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout == "{'late': 0.4}\n"


def test_keep_leaves_other_shelves_alone() -> None:
    """Do shelves and names not touch each other?"""
    keep("a", "x", 1)
    keep("a", "y", 2)
    keep("b", "x", 3)
    keep("a", "x", 4)
    assert (kept("a"), kept("b")) == ({"x": 4, "y": 2}, {"x": 3})


def test_keep_when_many_write_at_once() -> None:
    """Is nothing lost when several lessons keep something at the same moment?"""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: keep("a", f"{n}", n), range(40)))
    assert kept("a") == {f"{n}": n for n in range(40)}


@given(value=JSON)
def test_keep_any_json(value: object) -> None:
    """Does every value come back as it was, whatever its characters?"""
    keep("a", "x", value)
    assert kept("a")["x"] == value
    assert json.loads(exported()) == {"schema": 1, "kept": {"a": {"x": value}}}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"schema": 1}', '{"schema": 1, "kept": 3}', '{"schema": 1, "kept": {"a": 1}}', "[" * 100_000],
)
def test_kept_when_the_file_is_damaged(path: Path, text: str) -> None:
    """Is a damaged file put aside whole, said aloud, and does the lesson go on?"""
    path.parent.mkdir(parents=True)
    path.write_text(text)
    with pytest.warns(UserWarning, match=r"could not be read; it is now progress\.unreadable-1\.json"):
        assert kept("a") == {}
    keep("a", "x", 1)
    assert path.with_name("progress.unreadable-1.json").read_text() == text
    assert kept("a") == {"x": 1}


def test_keep_when_another_version_wrote_the_file(path: Path) -> None:
    """Is a file of another schema left untouched, with one line that says what to do?"""
    path.parent.mkdir(parents=True)
    path.write_text('{"schema": 2, "kept": {}}')
    with pytest.raises(EmptyChairError, match="schema 2, this one knows 1") as caught:
        keep("a", "x", 1)
    assert "\n" not in str(caught.value)
    assert path.read_text() == '{"schema": 2, "kept": {}}'


def test_keep_when_it_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does the old file stay whole?"""
    keep("a", "x", 1)
    before = path.read_text()
    refuse(monkeypatch)
    with pytest.raises(EmptyChairError, match="It is as it was"):
        keep("a", "x", 2)
    monkeypatch.undo()
    assert path.read_text() == before


def test_erase() -> None:
    """Is everything gone, and is a second time no error?"""
    keep("a", "x", 1)
    assert erase()
    assert (kept("a"), erase()) == ({}, False)
