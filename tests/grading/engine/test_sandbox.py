"""What is inside of the sandbox, and what is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from emptychair.grading.engine import _sandbox
from emptychair.grading.engine._sandbox import command

pytestmark = pytest.mark.sandbox


def inside(code: str, *, hide: tuple[Path, ...] = (), show: tuple[Path, ...] = ()) -> Any:
    """What a program prints as JSON when it is run in there."""
    line = command([sys.executable, "-P", "-c", f"import json, os\nprint(json.dumps({code}))"], hide, show)
    done = subprocess.run(line, capture_output=True, text=True, check=True, env={**os.environ, "SECRET": "quince"})
    return json.loads(done.stdout)


def test_command_shows_libraries_and_nothing_else(tmp_path: Path) -> None:
    """Are home, course and other folders absent, and Python's own there to read?"""
    (tmp_path / "gradebook.db").write_text("secret")
    assert inside(f"os.path.exists({str(tmp_path / 'gradebook.db')!r})") is False
    assert inside("os.path.exists('/etc/shadow') or os.path.exists('/home') or os.path.exists('/var')") is False
    assert inside("__import__('numpy').arange(3).tolist()") == [0, 1, 2]
    assert (
        inside(f"[os.access({sys.prefix!r}, os.W_OK), os.access('/', os.W_OK), os.access('/tmp', os.W_OK)]")
        == [False] * 3
    )


def test_command_passes_no_environment() -> None:
    """Does nothing of ours come along?"""
    assert "SECRET" not in inside("dict(os.environ)")
    assert inside("os.environ['NBGRADER_EXECUTION']") == "autograde"


def test_command_hides_a_course_beside_the_libraries() -> None:
    """Is a course folder covered even where it lies in a folder that has to be seen?"""
    import numpy

    folder = Path(numpy.__file__).parent / "testing"
    assert inside(f"os.listdir({str(folder)!r})") != []
    assert inside(f"os.listdir({str(folder)!r})", hide=(folder,)) == []


def test_command_shows_more_when_asked(tmp_path: Path) -> None:
    """Can kernels be described from elsewhere?"""
    (tmp_path / "kernel.json").write_text("{}")
    assert inside(f"os.listdir({str(tmp_path)!r})", show=(tmp_path,)) == ["kernel.json"]


def test_require_when_it_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a system that forbids namespaces named in one line, with the remedy?"""
    monkeypatch.setattr(_sandbox, "command", lambda *_arguments: ["/bin/sh", "-c", "echo 'No permissions' >&2; exit 1"])
    _sandbox.require.cache_clear()
    try:
        with pytest.raises(
            Exception, match=r"does not work here \(No permissions\). Nothing was graded. Install bubblewrap"
        ):
            _sandbox.require()
    finally:
        _sandbox.require.cache_clear()


def test_require_when_the_try_is_killed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Is a system that has one not refused because somebody killed what tried?"""
    script = f"test -e {tmp_path / 'tried'} && exit 0; touch {tmp_path / 'tried'}; kill -9 $$"
    monkeypatch.setattr(_sandbox, "command", lambda *_arguments: ["/bin/sh", "-c", script])
    _sandbox.require.cache_clear()
    try:
        _sandbox.require()
    finally:
        _sandbox.require.cache_clear()
