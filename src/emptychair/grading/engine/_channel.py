"""The tests' side of the line: what the learner's process says is checked, timed, and never more than data."""

from __future__ import annotations

import select
from collections.abc import Callable, Mapping
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine import _errors, _policy
from emptychair.grading.engine._actions import ACTIONS, PLAIN
from emptychair.grading.engine._changes import Pairs, containers
from emptychair.grading.engine._folder import Folder, refuse_foreign_objects
from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._peer import Message
from emptychair.grading.engine._remote import Remote
from emptychair.grading.engine._stand_ins import RemoteObject
from emptychair.grading.engine._vocabulary import Vocabulary
from emptychair.grading.engine._wire import Hook, Malformed, NotData

_TICK = 0.1


class Gone(Exception):
    """The learner's process is no more; the message says why."""


class Channel(Vocabulary):
    """The line to the learner's process.

    Args:
        line: The line.
        guard: Watches the process.
        witness: What the instructor's solutions do.
        limits: What is kept of outputs.
    """

    def __init__(self, line: Line, guard: Guard, witness: Mapping[str, Any], limits: Limits) -> None:
        super().__init__(line, witness)
        line.wait, line.room = self._wait, self._room
        self.guard = guard
        self.limits = limits
        self.gone = ""
        """Why there is nobody at the other end; empty as long as there is."""
        self.died = False
        """It ended without a word, and nobody had told it to."""
        self.fault = ""
        """The first thing in this cell that no score can be built on. Whatever the test makes of it, it stays."""
        self.mirror = True
        """Changes that a function makes unasked to what a test holds are made on this side too."""
        self.unasked = False
        """Something changed in this cell that the instructor's solution does not change."""
        self.unfinished = False
        """In this cell the learner's code has left something to show at its end, a figure for example."""
        self.asking = False
        """A message is under way, and nothing may come between."""
        self.mocks: Callable[[], list[tuple[str, str, Any]]] = list
        """What a test has replaced in modules that both sides have."""
        self.show: Callable[[Any], object] = bool
        """Takes what the learner's code prints while a test calls it."""
        self._folder = Folder()
        self._kept = self._folder.names()
        self._texts = " ".join(witness.get("texts", ()))
        self._writes = bool(witness.get("writes"))
        if self._writes:
            refuse_foreign_objects()
        self._renew()

    def begin(self) -> None:
        """A new cell."""
        self.fault = ""
        self.unasked = False
        self.unfinished = False
        self._renew()
        self.guard.begin()

    def _renew(self) -> None:
        self._pairs = Pairs(self.inside, self.write, self._tagged)
        self._origins: dict[int, str] = {}
        """Who was given a container as an argument, or the global name that it is the value of."""
        self._untold: list[Any] = []
        """What the test has done to containers since the last message."""

    def ask(self, request: Message) -> Message:
        """Ask the learner's process; its faults are remembered, whoever catches the exception."""
        if self.gone or self.guard.overdue:
            self._fail(Gone(self.gone or self.guard.overdue))
        if "live" not in request:
            request |= self._news()
        self._untold = []
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
        self.unfinished = self.unfinished or reply.get("unfinished") is True
        if self._writes:
            self._folder.apply(reply.get("files"), self._kept)
        if self.guard.overdue:
            self.fault = self.fault or self.guard.overdue
        if self.late is not None:
            late, self.late = self.late, None
            raise late
        return reply

    def _news(self) -> Message:
        """What has become of the containers that both sides have."""
        self._untold += self._pairs.changes()
        for number, holder in self._pairs.adopted.items():  # what a test puts into a list goes the way of the list
            self._origins.setdefault(number, self._origins.get(holder, ""))
        self._pairs.adopted.clear()
        self._pairs.prune()
        return {"live": list(self._pairs.values), "next": self._pairs.next, "touched": self._untold}

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

    def _room(self) -> None:
        self.guard.resume()
        while not select.select([], [self.line.end], [], _TICK)[1]:
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
        first = self._pairs.next
        value = self._value(reply, name)
        self._origins |= dict.fromkeys(range(first, self._pairs.next), name)
        if isinstance(value, Remote):
            object.__setattr__(value, "_called", name)
        return value

    def has(self, name: str) -> bool:
        """Has a global name over there a value?"""
        return self.ask({"do": "has", "name": name}).get("has") is True

    def set(self, name: str, value: Any) -> None:
        """Give a global name over there a value."""
        request = {"do": "set", "name": name, **self._news()}
        self.ask({**request, "value": self._give(value, name)})

    def delete(self, name: str) -> bool:
        """Take a global name away over there; false when there was none."""
        return not self.ask({"do": "delete", "name": name}).get("unbound")

    def apply(self, action: str, target: Any, *arguments: Any, **named: Any) -> Any:
        """Do something with an object of the learner's."""
        __tracebackhide__ = True
        decided, value = self.policy.decide(action, target, arguments)
        data = action in _policy.CLAIMS and action != "hash" and all(map(_holds_data, (target, *arguments)))
        if decided and data:
            return self._judge(action, target, *arguments)
        if decided:
            return value if not isinstance(value, NotData) else self._fail(value)
        called = target._called if isinstance(target, Remote) else getattr(target, "__name__", "")
        value = self._exchange(action, (target, *arguments), named, called)
        if action == "getattr" and isinstance(value, Remote):
            object.__setattr__(value, "_called", str(arguments[0]))
        if action == "call" and isinstance(value, Remote) and not isinstance(value, RemoteObject) and not value._called:
            object.__setattr__(value, "_called", called)
        if action in ("exit", "aexit"):
            return value and self.policy.may_end(target, arguments[0])
        if self.policy.may_answer(action, (target, *arguments), value):
            return value
        return self._judge(action, target, *arguments) if data else self._fail(_policy.refusal(target))

    def _judge(self, action: str, *values: Any) -> Any:
        """Do on this side what is asked of data in objects of the learner's: what they say for themselves counts not."""
        return ACTIONS[action](*map(self._plain, values))

    def _plain(self, value: Any) -> Any:
        return self.apply("plain", value) if isinstance(value, RemoteObject) else value

    def call_known(self, module: str, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function that both sides have, over there."""
        return self._exchange("call", arguments, named, name, ["known", [module, name]])

    def _exchange(self, action: str, given: tuple[Any, ...], named: dict[str, Any], called: str, *written: Any) -> Any:
        """Send what is to be done and to what, and take what comes of it."""
        request: Message = {"do": "apply", "action": action, **self._news()}
        try:
            request["args"] = [*written, *(self._give(one, called) for one in given)]
            request["named"] = {name: self._give(one, called) for name, one in named.items()}
            if action == "call" and not written:
                request["mocks"] = [(module, name, self.write(one)) for module, name, one in self.mocks()]
        except NotData as error:
            self._fail(NotData(f"a test passes something that cannot be sent to the learner's code: {error}"))
        self._pairs.look()
        files = self._folder.changes(lambda name: self._is_meant(name, request))
        if files:
            request["files"] = files
        try:
            return self._value(self.ask(request), called)
        except (StopIteration, StopAsyncIteration) as error:
            if action in ("next", "anext") or self.policy.may_stop:
                raise
            raise RuntimeError(
                f"`{called}` raised {type(error).__name__}, which would end a loop of the test"
            ) from None

    def _is_meant(self, name: str, request: Message) -> bool:
        """Is a file of the test's there for the learner's code? It is when the call or the solution names it."""
        named = f"{self._texts} {request['args']} {request['named']}"
        return any(part in named for part in name.split("/"))

    def _give(self, value: Any, called: str) -> Any:
        data = self.write(value, self._pairs.numbers, 1)
        self._pairs.add(value)
        for one in containers(value, self.inside):
            self._origins[self._pairs.numbers.get(id(one), -1)] = called
        return data

    def _value(self, reply: Message, called: str) -> Any:
        self.show(reply.get("outputs"))
        try:
            self._pairs.apply(reply.get("changed"), lambda number: self._may_change(number, called))
        except Malformed as error:
            self._hang_up(error)
        if isinstance(reply.get("error"), dict):
            raised = _errors.rebuild(reply["error"], self.read, self.classes.nearest)
            trace = reply["error"].get("trace")
            for line in trace if isinstance(trace, list) else ():
                raised.add_note(f"  in the learner's code, {line}"[:300])
            raise raised
        if "value" not in reply:
            what = f"`{called}`" if called else "the learner's code"
            self._fail(NotData(f"{what} gave something that is not plain data ({str(reply.get('refused'))[:200]})"))
        value = self.read(reply["value"], self._pairs.hook)
        self._pairs.add(value)
        self._pairs.look()
        return value

    def _may_change(self, number: int, called: str) -> bool:
        """Whether the test sees the change; one that nobody asked for is remembered."""
        origin = self._origins.get(number, called)
        if number not in self._origins or self.policy.may_change(called) or self.policy.may_change(origin):
            return True
        self.unasked = True
        return self.mirror

    def read(self, data: Any, hook: Hook | None = None) -> Any:
        """Read a value; one that is none ends the learner's process."""
        try:
            return super().read(data, hook)
        except Malformed as error:
            return self._hang_up(error)
        except NotData as error:
            return self._fail(error)

    def _hang_up(self, error: Malformed) -> Any:
        self.guard.kill()
        self.gone = f"the learner's code is not running any more: it sent {error}"
        return self._fail(Gone(self.gone))

    def answer(self, request: Message) -> Message:
        """Let the learner's function use what a test gave it."""
        try:
            return super().answer(request)
        finally:
            self.asking = True
            self.guard.resume()

    def use(self, action: str, target: Any, given: list[Any], named: dict[str, Any]) -> Any:
        """Do what the learner's function wants done; the test's own code may be interrupted."""
        self.asking = False
        return super().use(action, target, given, named)


def _holds_data(value: Any) -> bool:
    """Is it data, or a learner's object of a class that descends from a class of data?"""
    if not isinstance(value, RemoteObject):
        return type(value).__name__ in PLAIN
    about = object.__getattribute__(value, "_about")
    return any(one[0] == "known" and one[1] == "builtins" and one[2] in PLAIN for one in about.get("of", ()))
