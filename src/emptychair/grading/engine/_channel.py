"""The tests' side of the line: what the learner's process says is checked, timed, and never more than data."""

from __future__ import annotations

import builtins
import importlib
import io
import select
import sys
import types
from collections.abc import Callable, Mapping
from typing import Any

from emptychair.grading._limits import Limits
from emptychair.grading.engine import _changes, _errors, _policy
from emptychair.grading.engine._actions import ACTIONS
from emptychair.grading.engine._guard import Guard
from emptychair.grading.engine._line import HungUp, Line
from emptychair.grading.engine._peer import Message, Peer, refuse
from emptychair.grading.engine._remote import Remote, RemoteObject, RemoteType
from emptychair.grading.engine._wire import Malformed, NotData

_LIBRARIES = frozenset(("numpy", "pandas", "matplotlib", "scipy", "sklearn", "statsmodels", "datetime", "collections"))
_LENT = ("io", "unittest.mock", "__main__")
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
        self._classes: dict[int, type] = {}
        self.gone = ""
        """Why there is nobody at the other end; empty as long as there is."""
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
            self._change(called, (*given, *named.values()), reply["changed"])
        value = self._value(reply, called)
        if action == "getattr" and isinstance(value, Remote):
            object.__setattr__(value, "_called", str(arguments[0]))
        return value if self._policy.may_answer(action, given, value) else self._fail(refuse(given[0]))

    def call_known(self, module: str, name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Call a function that both sides have, over there."""
        request = {
            "do": "apply",
            "action": "call",
            "args": [["known", [module, name]], *(self.write(one) for one in arguments)],
            "named": {name: self.write(one) for name, one in named.items()},
        }
        return self._value(self.ask(request), name)

    def _value(self, reply: Message, called: str) -> Any:
        self.show(reply.get("outputs"))
        if isinstance(reply.get("error"), dict):
            error = _errors.rebuild(reply["error"], self.read, self._class_of)
            trace = reply["error"].get("trace")
            for line in trace if isinstance(trace, list) else ():
                error.add_note(f"  in the learner's code, {line}"[:300])
            raise error
        if "value" not in reply:
            what = f"`{called}`" if called else "the learner's code"
            self._fail(NotData(f"{what} gave something that is not plain data ({str(reply.get('refused'))[:200]})"))
        return self.read(reply["value"])

    def _change(self, called: str, given: tuple[Any, ...], changes: Any) -> None:
        if not self._policy.may_change(called):
            self.unasked = True
            if not self.mirror:
                return
        try:
            _changes.apply(changes, given, self._tagged)
        except Malformed as error:
            self._hang_up(error)

    def read(self, data: Any) -> Any:
        """Read a value; one that is none ends the learner's process."""
        try:
            return super().read(data)
        except Malformed as error:
            return self._hang_up(error)

    def _hang_up(self, error: Malformed) -> Any:
        self.guard.kill()
        self.gone = f"the learner's code is not running any more: it sent {error}"
        return self._fail(Gone(self.gone))

    # What the learner's code may do with what a test gave it:

    def answer(self, request: Message) -> Message:
        """Let the learner's function use what a test gave it: call functions, use objects by their public names."""
        try:
            target, *given = [self.read(one) for one in request["args"]]
            named = {str(name): self.read(one) for name, one in request["named"].items()}
            action = request["action"]
            if not _policy.may_use(action, target, given):
                return {"refused": "this cannot be done with what the test gave"}
            self.asking = False
            return {"value": self.write(ACTIONS[action](target, *given, **named))}
        except Exception as error:
            return {"error": _errors.describe(error, self.write, _names_of)}
        finally:
            self.asking = True
            self.guard.resume()

    def lend(self, value: Any) -> Message:
        """Functions and made-up objects of a test go over by number; nothing else does."""
        kind = type(value)
        if callable(value) and not isinstance(value, type) and kind.__module__ != "unittest.mock":
            return {"kind": "function", "name": str(getattr(value, "__name__", "function"))}
        if kind.__module__ in _LENT or isinstance(value, io.IOBase):
            return {"kind": "object", "class": ["", ""]}
        raise refuse(value)

    def special(self, value: Any) -> Any:
        """Classes, functions and modules that both sides have go by name."""
        if isinstance(value, type | types.FunctionType | types.BuiltinFunctionType):
            module, name = value.__module__, value.__qualname__
        elif type(value).__name__ in ("ufunc", "_ArrayFunctionDispatcher"):
            module, name = "numpy", value.__name__
        elif isinstance(value, types.ModuleType):
            module, name = value.__name__, ""
        elif isinstance(value, Exception):
            return ["exception", _errors.describe(value, self.write, _names_of)]
        else:
            return None
        if module == "builtins" and isinstance(value, type):
            return ["builtin", name]
        package = str(module or "").partition(".")[0]
        shared = package in sys.stdlib_module_names or package in _LIBRARIES
        return ["known", [module, name]] if shared and _resolve(str(module), name) is value else None

    def named(self, tag: str, body: Any) -> Any:
        """Read what the learner's side gave by name: built-in classes and those of a few libraries."""
        if tag == "builtin":
            found = getattr(builtins, str(body), None)
            if isinstance(found, type):
                return found
        elif tag == "known":
            found = self.known(*map(str, body))
            if found is not None:
                return found
        elif tag == "exception" and isinstance(body, dict):
            return _errors.rebuild(body, self.read, self._class_of)
        elif tag == "module":
            raise NotData(f"the module {str(body)[:100]!r} is not plain data")
        raise Malformed("a name that stands for nothing")

    def known(self, module: str, name: str) -> type | None:
        """A class of a library, if this process has it too."""
        if module.partition(".")[0] not in _LIBRARIES or module not in sys.modules:
            return None
        found = _resolve(module, name)
        return found if isinstance(found, type) else None

    def borrow(self, number: int, about: Message) -> Any:
        """Make a stand-in for an object or a class of the learner's."""
        if about.get("kind") == "class":
            return self._class_of(about["classes"]) or Remote(self, number, about)
        ancestors = about.get("of")
        kind = self._class_of(ancestors) if isinstance(ancestors, list) and ancestors[0][0] == "own" else None
        if kind is None or not issubclass(kind, RemoteObject):
            return Remote(self, number, about, str(about.get("name", "")))
        made: RemoteObject = object.__new__(kind)
        Remote.__init__(made, self, number, {**about, "class": None}, "")
        return made

    def _class_of(self, ancestors: list[Any]) -> type | None:
        """The nearest class that we have or can make for a class with these ancestors."""
        made: type | None = None
        for tag, *what in reversed(ancestors):
            if tag == "known":
                made = _errors.known(str(what[0]), str(what[1])) or made
                continue
            number, name = int(what[0]), str(what[1])
            if number not in self._classes:
                self._classes[number] = self._make_class(number, name, made)
            made = self._classes[number]
        return made

    def _make_class(self, number: int, name: str, parent: type | None) -> type:
        body = {"_class_number": number, "_class_peer": self, "__module__": "__main__"}
        if parent is not None and issubclass(parent, BaseException):
            return type(name, (parent,), {"_borrowed": number, "__module__": "__main__"})
        base = parent if parent is not None and issubclass(parent, RemoteObject) else RemoteObject
        return RemoteType(name, (base,), {**body, "__slots__": ()})


def _names_of(kind: type) -> list[Any]:
    return [["known", one.__module__, one.__qualname__] for one in kind.__mro__]


def _resolve(module: str, name: str) -> Any:
    found: Any = sys.modules.get(module) or importlib.import_module(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part, None)
    return found
