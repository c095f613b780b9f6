"""The tests' side of the line: what the learner's process says is checked, timed, and never more than data."""

from __future__ import annotations

import select
from collections.abc import Callable, Mapping
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine import _changes, _classes, _errors, _policy
from emptychair.grading.engine._actions import ACTIONS
from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._lending import by_name, lend, may_use
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._peer import Message, Peer
from emptychair.grading.engine._remote import Remote, RemoteErrorType
from emptychair.grading.engine._wire import Hook, Malformed, NotData

_TICK = 0.1


class Gone(Exception):
    """The learner's process is no more; the message says why."""


class Channel(Peer):
    """The line to the learner's process.

    Args:
        line: The line.
        guard: Watches the process.
        witness: What the instructor's solutions do.
        limits: What is kept of outputs.
    """

    def __init__(self, line: Line, guard: Guard, witness: Mapping[str, Any], limits: Limits) -> None:
        super().__init__(line)
        line.wait = self._wait
        self.guard = guard
        self.limits = limits
        self._policy = _policy.Policy(witness)
        self.classes = _classes.Classes(self)
        self._shared = frozenset(witness.get("shared", ()))
        self.instructors: Callable[[str], type | None] = _classes.nobodys
        """Finds a class of the instructor's."""
        self.gone = ""
        """Why there is nobody at the other end; empty as long as there is."""
        self.died = False
        """It ended without a word, and nobody had told it to."""
        self.fault = ""
        """The first thing in this cell that no score can be built on. Whatever the test makes of it, it stays."""
        self.mirror = True
        """Changes that a function makes to its arguments are made on this side too."""
        self.unasked = False
        """A function changed its arguments in this cell, and the instructor's does not."""
        self.asking = False
        """A message is under way, and nothing may come between."""
        self.late: BaseException | None = None
        """What came in the meantime."""
        self.mocks: Callable[[], list[tuple[str, str, Any]]] = list
        """What a test has replaced in modules that both sides have."""
        self.show: Callable[[Any], object] = bool
        """Takes what the learner's code prints while a test calls it."""

    def begin(self) -> None:
        """A new cell."""
        self.fault = ""
        self.unasked = False
        self.guard.begin()

    def ask(self, request: Message) -> Message:
        """Ask the learner's process; its faults are remembered, whoever catches the exception."""
        if self.gone or self.guard.overdue:
            self._fail(Gone(self.gone or self.guard.overdue))
        self.asking = True
        try:
            reply = super().ask(request)
        except (HungUp, Malformed) as error:
            self.guard.kill()
            self.died = isinstance(error, HungUp) and not self.guard.overdue
            said = "it ended" if isinstance(error, HungUp) else f"it sent {error}"
            self.gone = f"the learner's code is not running any more: {self.guard.overdue or said}"
            self._fail(Gone(self.gone))
        finally:
            self.asking = False
        if self.guard.overdue:
            self.fault = self.fault or self.guard.overdue
        if self.late is not None:
            late, self.late = self.late, None
            raise late
        return reply

    def receive(self) -> Any:
        """Wait for a message, but not for ever."""
        self.guard.resume()
        message = super().receive()
        if not self.guard.look():
            raise HungUp
        return message

    def _wait(self) -> None:
        while not select.select([self.line.end], [], [], _TICK)[0]:
            if not self.guard.look():
                raise HungUp

    def _fail(self, error: Exception) -> Any:
        self.fault = self.fault or str(error)
        raise error

    def get(self, name: str) -> Any:
        """The value of a global name over there; `KeyError` when it has none."""
        reply = self.ask({"do": "get", "name": name})
        if reply.get("unbound"):
            raise KeyError(name)
        value = self._value(reply, name)
        if isinstance(value, Remote):
            object.__setattr__(value, "_called", name)
        return value

    def has(self, name: str) -> bool:
        """Has a global name over there a value?"""
        return self.ask({"do": "has", "name": name}).get("has") is True

    def set(self, name: str, value: Any) -> None:
        """Give a global name over there a value."""
        self.ask({"do": "set", "name": name, "value": self.write(value)})

    def delete(self, name: str) -> bool:
        """Take a global name away over there; false when there was none."""
        return not self.ask({"do": "delete", "name": name}).get("unbound")

    def apply(self, action: str, target: Any, *arguments: Any, **named: Any) -> Any:
        """Do something with an object of the learner's."""
        __tracebackhide__ = True
        decided, value = self._policy.decide(action, target, arguments)
        if decided:
            return value if not isinstance(value, NotData) else self._fail(value)
        given = (target, *arguments)
        originals = _changes.Originals((*given, *named.values()), self.inside, self._tagged)
        request: Message = {"do": "apply", "action": action}
        try:
            request["args"] = [self.write(one) for one in given]
            request["named"] = {name: self.write(one) for name, one in named.items()}
            if action == "call":
                request["mocks"] = [(module, name, self.write(one)) for module, name, one in self.mocks()]
        except NotData as error:
            self._fail(NotData(f"a test passes something that cannot be sent to the learner's code: {error}"))
        called = target._called if isinstance(target, Remote) else getattr(target, "__name__", "")
        reply = self.ask(request)
        if reply.get("changed"):
            self._change(called, originals, reply["changed"])
        value = self._value(reply, called, originals.hook)
        if action == "getattr" and isinstance(value, Remote):
            object.__setattr__(value, "_called", str(arguments[0]))
        return value if self._policy.may_answer(action, given, value) else self._fail(_policy.refusal(target))

    def call_known(self, module: str, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function that both sides have, over there."""
        request = {
            "do": "apply",
            "action": "call",
            "args": [["known", [module, name]], *(self.write(one) for one in arguments)],
            "named": {name: self.write(one) for name, one in named.items()},
        }
        return self._value(self.ask(request), name)

    def _value(self, reply: Message, called: str, hook: Hook | None = None) -> Any:
        self.show(reply.get("outputs"))
        if isinstance(reply.get("error"), dict):
            error = _errors.rebuild(reply["error"], self.read, self.classes.nearest)
            trace = reply["error"].get("trace")
            for line in trace if isinstance(trace, list) else ():
                error.add_note(f"  in the learner's code, {line}"[:300])
            raise error
        if "value" not in reply:
            what = f"`{called}`" if called else "the learner's code"
            self._fail(NotData(f"{what} gave something that is not plain data ({str(reply.get('refused'))[:200]})"))
        return self.read(reply["value"], hook)

    def _change(self, called: str, originals: _changes.Originals, changes: Any) -> None:
        if not self._policy.may_change(called):
            self.unasked = True
            if not self.mirror:
                return
        try:
            originals.apply(changes)
        except Malformed as error:
            self._hang_up(error)

    def read(self, data: Any, hook: Hook | None = None) -> Any:
        """Read a value; one that is none ends the learner's process."""
        try:
            return super().read(data, hook)
        except Malformed as error:
            return self._hang_up(error)

    def _hang_up(self, error: Malformed) -> Any:
        self.guard.kill()
        self.gone = f"the learner's code is not running any more: it sent {error}"
        return self._fail(Gone(self.gone))

    # What the learner's code may do with what a test gave it:

    def answer(self, request: Message) -> Message:
        """Let the learner's function use what a test gave it."""
        try:
            target, *given = [self.read(one) for one in request["args"]]
            named = {str(name): self.read(one) for name, one in request["named"].items()}
            if not may_use(request["action"], target, given):
                return {"refused": "this cannot be done with what the test gave"}
            self.asking = False
            return {"value": self.write(ACTIONS[request["action"]](target, *given, **named))}
        except Exception as error:
            return {"error": self._told(error)}
        finally:
            self.asking = True
            self.guard.resume()

    def lend(self, value: Any) -> Message:
        """Describe an object of a test's."""
        return lend(value)

    def special(self, value: Any) -> Any:
        """Write what goes by name."""
        return ["exception", self._told(value)] if isinstance(value, Exception) else by_name(value)

    def _told(self, error: Exception) -> Message:
        """What the learner's code gets to know of an exception: not what it came from, and not what a test asserts."""
        number = error._borrowed() if isinstance(type(error), RemoteErrorType) else None
        if number is not None:
            return {"yours": number}
        plain = AssertionError() if isinstance(error, AssertionError) else error
        return _errors.describe(plain, self.write, _classes.ancestors, _errors.ALONE)

    def named(self, tag: str, body: Any) -> Any:
        """Read what the learner's side gave by name."""
        if tag == "known":
            found = _classes.data_type(*map(str, body))
            if found is not None:
                return found
        elif tag == "exception" and isinstance(body, dict):
            return _errors.rebuild(body, self.read, self.classes.nearest)
        elif tag == "module":
            raise NotData(f"the module {str(body)[:100]!r} is not plain data")
        raise Malformed("a name that stands for nothing")

    def shared(self, name: str) -> type | None:
        """A class from one of the instructor's cells."""
        return self.instructors(name) if name in self._shared else None

    def known(self, module: str, name: str) -> type | None:
        """The class that an object may pose as."""
        return _classes.posed(module, name)

    def borrow(self, number: int, about: Message) -> Any:
        """Make a stand-in for an object or a class of the learner's."""
        return self.classes.stand_in(number, about)
