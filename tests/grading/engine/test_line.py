"""Messages over a socket."""

from __future__ import annotations

import socket
import struct
import subprocess
import time
from collections.abc import Iterator

import pytest

from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._wire import Malformed


@pytest.fixture
def ends() -> Iterator[tuple[Line, Line]]:
    """Both ends of a line."""
    here, there = socket.socketpair()
    with here, there:
        yield Line(here, 1000), Line(there, 1000)


def test_messages_arrive_whole_and_in_order(ends: tuple[Line, Line]) -> None:
    """Is what was sent what is received, however it was cut on the way?"""
    here, there = ends
    for number in range(3):
        here.send({"do": "run", "number": number, "text": "é" * 100})
    assert [there.receive()["number"] for _ in range(3)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", HungUp),
        (b"\x00\x00", HungUp),
        (struct.pack("!I", 5) + b"ab", HungUp),
        (struct.pack("!I", 2**31), Malformed),
        (struct.pack("!I", 3) + b"{}}", Malformed),
        (struct.pack("!I", 3) + b"NaN", Malformed),
        (struct.pack("!I", 2) + b"\xff\xfe", Malformed),
    ],
)
def test_receive_when_it_is_no_message(ends: tuple[Line, Line], data: bytes, error: type[Exception]) -> None:
    """Is it one of two errors, and is never more read than was agreed?"""
    here, there = ends
    there.end.sendall(data)
    there.end.close()
    with pytest.raises(error):
        here.receive()


def test_send_when_it_is_too_long_or_nobody_is_there(ends: tuple[Line, Line]) -> None:
    """Is that said before anything is written?"""
    here, there = ends
    with pytest.raises(Malformed):
        here.send("x" * 2000)
    there.end.close()
    with pytest.raises(HungUp):
        here.send("x")


def test_wait_is_called_for_every_piece(ends: tuple[Line, Line]) -> None:
    """Can whoever waits give up in the middle of a message?"""
    here, there = ends
    pieces = []

    def wait() -> None:
        pieces.append(1)
        if len(pieces) > 1:
            raise HungUp

    here.wait = wait
    there.end.sendall(struct.pack("!I", 100) + b"half")
    with pytest.raises(HungUp):
        here.receive()


def test_guard_counts_a_sleep_and_forgets_it_with_the_next_task() -> None:
    """Is time asleep used up like any other, for one task and for all of them?"""
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        guard = Guard(sleeper.pid, 0.2, 10.0)
        guard.begin()
        guard.resume()
        time.sleep(0.1)
        assert guard.look()
        assert not guard.overdue
        time.sleep(0.2)
        guard.look()
        assert guard.overdue == "it took too long: more than the 0.2 seconds that a cell may take"
        assert sleeper.wait(5) == -2
        guard.begin()
        assert not guard.overdue
    finally:
        sleeper.kill()
        sleeper.wait()


def test_guard_kills_what_holds_on() -> None:
    """Does a process that ignores the interruption end all the same?"""
    line = [
        "python3",
        "-c",
        "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); print(1, flush=True); time.sleep(60)",
    ]
    stubborn = subprocess.Popen(line, stdout=-1)
    try:
        stubborn.stdout.read(1)
        guard = Guard(stubborn.pid, 0.1, 10.0)
        guard.begin()
        guard.resume()
        deadline = time.monotonic() + 10
        while guard.look() and time.monotonic() < deadline:
            time.sleep(0.1)
        assert stubborn.wait(5) == -9
    finally:
        stubborn.kill()
        stubborn.wait()
        stubborn.stdout.close()


@pytest.mark.parametrize("pid", [0, -1])
def test_guard_of_nobody_signals_nobody(pid: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a process number that stands for many left alone? The keeper's pipe gives 0 when it breaks."""
    sent: list[int] = []
    monkeypatch.setattr("os.kill", lambda target, _number: sent.append(target))
    guard = Guard(pid, 0.0, 10.0)
    guard.begin()
    guard.look()
    guard.kill()
    assert guard.overdue
    assert sent == []
