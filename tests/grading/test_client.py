"""The worker's leash, tried on workers that misbehave."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from emptychair import EmptyChairError
from emptychair.grading import _client
from emptychair.grading._client import Refused, Worker

READY = 'import sys, time; print(\'{"ok": true, "value": null}\', flush=True); line = sys.stdin.readline();'

Play = Callable[..., Worker]


@pytest.fixture
def play(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Make a client whose worker runs this Python code."""

    def make(code: str, patience: float = 30.0) -> Worker:
        monkeypatch.setattr(_client, "_COMMAND", (sys.executable, "-c", code))
        return Worker(tmp_path, patience=patience)

    return make


def test_ask_gives_the_value(play: Play) -> None:
    """Does a question reach the worker, and its answer us?"""
    worker = play(READY + 'print(\'{"ok": true, "value": %s}\' % line.strip(), flush=True); time.sleep(60)')
    assert worker.ask("read", student="ana") == {"step": "read", "student": "ana"}
    worker.close()


def test_ask_when_the_worker_refuses(play: Play) -> None:
    """Is a refusal passed on as one line, and the worker kept?"""
    worker = play(READY + r"""print('{"ok": false, "reason": "two\\nlines"}', flush=True); time.sleep(60)""")
    with pytest.raises(Refused, match=r"^two lines$"):
        worker.ask("read")
    worker.close()


def test_ask_when_the_worker_dies(play: Play) -> None:
    """Are its last words told, and is the next question asked of a new one?"""
    worker = play(READY + "sys.exit('no memory left')")
    for _ in range(2):
        with pytest.raises(Refused, match=r"nbgrader ended without an answer: no memory left"):
            worker.ask("read")


def test_ask_when_the_worker_hangs(play: Play) -> None:
    """Does patience end?"""
    worker = play(READY + "time.sleep(60)", patience=0.2)
    with pytest.raises(Refused, match=r"more than 0\.2 seconds"):
        worker.ask("read")


def test_ask_when_nbgrader_does_not_start(play: Play, tmp_path: Path) -> None:
    """Is a broken installation or configuration one clear line?"""
    worker = play("raise SystemExit('No module named nbgrader')")
    with pytest.raises(EmptyChairError, match=rf"does not start in {tmp_path} \(.*No module named nbgrader\)"):
        worker.ask("read")
