"""Two processes that speak of each other's objects: data by value, everything else by number.

Both sides are alike. A request may be answered by another request, as when a learner's function calls back a function
that a test gave it; requests nest and never overlap.
"""

from __future__ import annotations

from typing import Any

from emptychair.grading.engine._line import Line
from emptychair.grading.engine._wire import Malformed, NotData, decode, encode

_DEPTH = 40
Message = dict[str, Any]


class Peer:
    """One of the two.

    Args:
        line: The line to the other.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self._mine: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._theirs: dict[int, Any] = {}
        self._depth = 0

    # What a side does in its own way:

    def answer(self, request: Message) -> Message:
        """Do what the other side asks for."""
        raise NotImplementedError

    def lend(self, value: Any) -> Message:
        """Describe an object that goes over by number, or raise `NotData`."""
        raise NotImplementedError

    def borrow(self, number: int, about: Message) -> Any:
        """Make something that stands for the other side's object."""
        raise NotImplementedError

    def special(self, value: Any) -> Any:
        """Write a value by name, as a tagged list; ``None`` when it has to go by number."""
        raise NotImplementedError

    def named(self, tag: str, body: Any) -> Any:
        """Read what the other side's `special` wrote."""
        raise NotImplementedError

    # What both do:

    def ask(self, request: Message) -> Message:
        """Send a request and wait for its answer, answering the other side's requests in the meantime."""
        self.line.send(request)
        while True:
            message = self.receive()
            if not isinstance(message, dict):
                raise Malformed("a message that is none")
            if "do" not in message:
                return message
            if self._depth >= _DEPTH:
                raise Malformed("calls back and forth without end")
            self._depth += 1
            try:
                self.line.send(self.answer(message))
            finally:
                self._depth -= 1

    def receive(self) -> Any:
        """Wait for the next message."""
        return self.line.receive()

    def write(self, value: Any) -> Any:
        """Write a value for the other side."""
        return encode(value, self._other)

    def read(self, data: Any) -> Any:
        """Read a value of the other side's."""
        return decode(data, self._tagged)

    def number(self, value: Any) -> int:
        """The number by which the other side knows an object of ours."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._mine) + 1
            self._mine[number] = value  # kept, so that its id stays its own
        return number

    def _other(self, value: Any) -> Any:
        theirs = getattr(type(value), "_borrowed", None) or getattr(value, "__dict__", {}).get("_borrowed")
        if callable(theirs):
            theirs = theirs(value)
        if isinstance(theirs, int):
            return ["yours", theirs]
        by_name = self.special(value)
        if by_name is not None:
            return by_name
        about = self.lend(value)
        return ["mine", [self.number(value), about]]

    def _tagged(self, tagged: Any) -> Any:
        tag, body = tagged
        if tag == "yours":
            if body not in self._mine:
                raise Malformed("an object that was never given")
            return self._mine[body]
        if tag == "mine":
            number, about = body
            if not isinstance(number, int) or not isinstance(about, dict):
                raise Malformed("an object without number")
            if number not in self._theirs:
                self._theirs[number] = self.borrow(number, about)
            return self._theirs[number]
        return self.named(str(tag), body)


def refuse(value: Any) -> NotData:
    """The refusal of a value that is not data."""
    return NotData(f"{type(value).__name__!r} is not plain data")
