"""A port that the server will get."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from emptychair import EmptyChairError, _port
from emptychair._port import choose_port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_choose_port_when_it_is_taken(taken: int) -> None:
    """Is a port that was asked for refused rather than exchanged?"""
    with pytest.raises(EmptyChairError, match=f"port {taken} is in use; name another one with --port"):
        choose_port(taken, ip="127.0.0.1")


def test_choose_port_when_none_was_asked_for(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a taken one skipped?"""
    monkeypatch.setattr(_port, "DEFAULT_PORT", taken)
    assert choose_port(None, ip="127.0.0.1") > taken


def test_choose_port_when_the_address_is_not_ours() -> None:
    """Is an address of another machine one clear line?"""
    with pytest.raises(EmptyChairError, match=r"cannot be had at 192\.0\.2\.1"):
        choose_port(8899, ip="192.0.2.1")
