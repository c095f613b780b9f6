"""Two processes that speak of each other's objects: data by value, everything else by number.

Both sides are alike. A request may be answered by another request, as when a learner's function calls back a function
that a test gave it; requests nest and never overlap.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from emptychair.grading.engine._line import Line
from emptychair.grading.engine._wire import Hook, Malformed, NotData, decode, encode

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
        self._borrowed: dict[int, int] = {}
        self._depth = 0
        self._known: Mapping[int, int] = {}
        self._written: dict[int, int] = {}
        self._read: list[Any] = []

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

    def shared(self, name: str) -> type | None:
        """The class of this name that both sides have from the instructor; its objects go by value."""
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

    def write(self, value: Any, known: Mapping[int, int] | None = None, depth: int = 0) -> Any:
        """Write a value for the other side.

        Args:
            value: The value.
            known: Containers that the other side has already: inside of others they go by number.
            depth: Above 0 the value itself may go by number as well.
        """
        outer = self._known, self._written
        self._known, self._written = known or {}, {}
        try:
            return encode(value, self._other, depth, self._known)
        finally:
            self._known, self._written = outer

    def read(self, data: Any, hook: Hook | None = None) -> Any:
        """Read a value of the other side's."""
        outer, self._read = self._read, []
        try:
            return decode(data, hook or self._tagged)
        finally:
            self._read = outer

    def inside(self, value: Any) -> dict[str, Any] | None:
        """The attributes of an object that goes by value: one of a class that both sides have from the instructor."""
        kind = type(value)
        if kind.__module__ != "__main__" or hasattr(kind, "_borrowed"):
            return None
        if not isinstance(getattr(value, "__dict__", None), dict):
            return None
        if any(self.shared(one.__name__) is not one for one in kind.__mro__[:-1] if one.__module__ != "abc"):
            return None
        return dict(vars(value))

    def number(self, value: Any) -> int:
        """The number by which the other side knows an object of ours."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._mine) + 1
            self._mine[number] = value  # kept, so that its id stays its own
        return number

    def has_given(self, value: Any) -> bool:
        """Is this very object one of ours that the other side knows by number? What it made itself is none."""
        return self._mine.get(self._numbers.get(id(value), 0)) is value

    def _other(self, value: Any) -> Any:
        theirs = getattr(type(value), "_borrowed", None)
        number = theirs(value) if callable(theirs) else self._borrowed.get(id(value))
        if number is not None:
            return ["yours", number]
        attributes = self.inside(value)
        if attributes is not None:
            return self._by_value(value, attributes)
        by_name = self.special(value)
        if by_name is not None:
            return by_name
        about = self.lend(value)
        return ["mine", [self.number(value), about]]

    def _by_value(self, value: Any, attributes: dict[str, Any]) -> Any:
        if id(value) in self._written:
            return ["again", self._written[id(value)]]
        self._written[id(value)] = len(self._written)
        pairs = [[name, encode(one, self._other, 1, self._known)] for name, one in attributes.items()]
        return ["shared", [type(value).__name__, pairs]]

    def _tagged(self, tagged: Any, hook: Hook | None = None) -> Any:
        tag, body = tagged
        if tag == "again":
            return self._read[body]
        if tag == "shared":
            kind = self.shared(str(body[0]))
            if kind is None:
                raise Malformed("an object of a class that is not shared")
            made: object = object.__new__(kind)
            self._read.append(made)
            for name, one in body[1]:
                object.__setattr__(made, str(name), decode(one, hook or self._tagged))
            return made
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
                self._borrowed[id(self._theirs[number])] = number
            return self._theirs[number]
        return self.named(str(tag), body)


def refuse(value: Any) -> NotData:
    """The refusal of a value that is not data."""
    return NotData(f"{type(value).__name__!r} is not plain data")
