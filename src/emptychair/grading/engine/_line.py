"""Messages over a socket: a length, then so many bytes. What is longer than agreed is never read."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from typing import Any

from emptychair.grading.engine._wire import Malformed, dumps, loads

_HEAD = struct.Struct("!I")
_LEAST, _MOST = 1 << 16, 1 << 20
"""Bytes that are read at once: most messages with their length, long ones in pieces."""


class HungUp(Exception):
    """The other side is gone."""


class Line:
    """One end of the line.

    Args:
        end: A connected socket.
        limit: The most bytes of one message that is read, and of one that is sent unless `most` says otherwise.
        wait: Called before every piece that is read; returns when there is one, or raises `HungUp`.
        room: Called when the other side does not read and the line is full; returns when there is room, or raises
            `HungUp`. Without it, sending has all the patience in the world.
    """

    def __init__(
        self,
        end: socket.socket,
        limit: int,
        wait: Callable[[], object] = bool,
        room: Callable[[], object] | None = None,
    ) -> None:
        self.end = end
        self.limit = self.most = limit
        self.wait = wait
        self.room = room
        self._come = bytearray()
        """What was read of the next message."""

    def send(self, message: Any) -> None:
        """Send a message.

        Raises:
            HungUp: Nobody is there.
            Malformed: It is longer than agreed.
        """
        data = dumps(message)
        if len(data) > self.most:
            raise Malformed(f"a message of more than {self.most >> 20} MB")
        try:
            if self.room is None:
                self.end.sendall(_HEAD.pack(len(data)) + data)
            else:
                self._write(memoryview(_HEAD.pack(len(data)) + data), self.room)
        except OSError:
            raise HungUp from None

    def _write(self, left: memoryview, room: Callable[[], object]) -> None:
        while left:
            try:
                left = left[self.end.send(left, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                room()

    def receive(self) -> Any:
        """Wait for a message.

        Raises:
            HungUp: Nobody is there.
            Malformed: It is longer than agreed, or no message.
        """
        (size,) = _HEAD.unpack(self._read(_HEAD.size))
        if size > self.limit:
            raise Malformed(f"a message of more than {self.limit >> 20} MB")
        return loads(self._read(size))

    def _read(self, size: int) -> bytes:
        come = self._come
        while len(come) < size:
            self.wait()
            try:
                piece = self.end.recv(min(max(size - len(come), _LEAST), _MOST))
            except OSError:
                raise HungUp from None
            if not piece:
                raise HungUp
            come += piece
        data = bytes(come[:size])
        del come[:size]
        return data
