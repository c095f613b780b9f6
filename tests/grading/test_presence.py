"""Somebody who waits for a cluster is told what for, once, and not for ever."""

from __future__ import annotations

import pytest

from emptychair._errors import EmptyChairError
from emptychair.grading._presence import Presence


def test_presence_when_workers_come_and_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is every change said once, and does patience begin anew when all are gone again?"""
    clock = [0.0]
    monkeypatch.setattr("emptychair.grading._presence.time.monotonic", lambda: clock[0])
    said: list[str] = []
    presence = Presence("tcp://host:1", 10, said.append)
    for seconds, workers in ((0, 0), (9, 0), (9.5, 2), (12, 1), (13, 0), (22, 0)):
        clock[0] = seconds
        presence.see(workers)
    assert [text.split(" to ")[0] for text in said] == [
        "no worker is connected",
        "a worker is connected",
        "no worker is connected",
    ]
    clock[0] = 23
    with pytest.raises(
        EmptyChairError, match=r"no worker was connected to tcp://host:1 for 10 s\. .* goes on from there"
    ):
        presence.see(0)
