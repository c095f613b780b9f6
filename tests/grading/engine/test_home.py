"""A zygote that is killed while it starts is started again; one that cannot start is given up soon."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.grading._limits import Limits
from emptychair.grading.engine import _home
from emptychair.grading.engine._groups import Group
from emptychair.grading.engine._home import Home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

READY = "import socket, sys; line = socket.socket(fileno=int(sys.argv[1])); line.send(b'ready'); line.recv(9999)"
Begin = Callable[[str], int]


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Begin with a zygote that does this first, in a shell; how often it was started, if it ever was well."""
    starts = tmp_path / "starts"

    def command(program: Sequence[str], _hide: object) -> list[str]:
        well = shlex.join([sys.executable, "-c", READY, program[-2]])
        return ["/bin/sh", "-c", f"echo >> {starts}; started=$(wc -l < {starts}); {first[0]}; exec {well}"]

    first = [""]
    monkeypatch.setattr(_home._sandbox, "command", command)

    def starting(what: str) -> int:
        first[0] = what
        home = Home(sandbox=True, hide=())
        try:
            home.begin(Limits(), (), Group("none", Limits(), None)).close()
        finally:
            home.close()
        return len(starts.read_text())

    return starting


def test_begin_when_the_zygote_is_killed_as_it_starts(begin: Begin) -> None:
    """Is it started again, more often than one that fails by itself?"""
    assert begin("test $started -gt 5 || kill -9 $$") == 6


def test_begin_when_the_zygote_fails(begin: Begin, tmp_path: Path) -> None:
    """Is one that ends by itself given up after three times, soon, with its last words?"""
    began = time.monotonic()
    with pytest.raises(
        EmptyChairError, match=r"the grading process does not start \(no room\)\. What is graded is kept"
    ):
        begin("echo no room >&2; exit 1")
    assert len((tmp_path / "starts").read_text()) == 3
    assert time.monotonic() - began < 3


def test_begin_when_the_zygote_is_killed_for_ever(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does that end as well?"""
    monkeypatch.setattr(_home, "_STARTUP", 0.4)
    with pytest.raises(EmptyChairError, match=r"was killed whenever it started, for 0\.4 s \(is memory short\?\)"):
        begin("kill -9 $$")
