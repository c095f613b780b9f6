"""How the learner's side speaks of values: its objects by number, what both sides have by name."""

from __future__ import annotations

import builtins
import types
from collections.abc import Awaitable
from importlib import import_module
from typing import Any

from emptychair.grading.engine import _kinds
from emptychair.grading.engine._classes import data_type
from emptychair.grading.engine._errors import describe, known, rebuild
from emptychair.grading.engine._line import Line
from emptychair.grading.engine._peer import Message, Peer
from emptychair.grading.engine._remote import Remote, signature

_BUILT_IN = {kind.__name__: kind for kind in vars(builtins).values() if isinstance(kind, type)}


class LearnersVocabulary(Peer):
    """The learner's side of the line, as far as values go.

    Args:
        line: The line.
        names: The global names of the learner's cells.
    """

    def __init__(self, line: Line, names: dict[str, Any]) -> None:
        super().__init__(line)
        self._global = names
        self._instructors: frozenset[str] = frozenset()
        self._busy = False

    def apply(self, action: str, target: Any, *arguments: Any, **named: Any) -> Any:
        """Call back what a test gave to the learner's function."""
        request = {
            "do": "apply",
            "action": action,
            "args": [self.write(one) for one in (target, *arguments)],
            "named": {name: self.write(one) for name, one in named.items()},
        }
        reply = self.ask(request)
        self._busy = True
        if "error" in reply:
            raise rebuild(reply["error"], self.read, self._nearest)
        if "value" not in reply:
            raise TypeError(str(reply.get("refused", "this cannot be done with what the test gave")))
        return self.read(reply["value"])

    def code(self, name: str) -> types.CodeType | None:
        """Nobody looks at the code of a test."""
        del name
        return None

    def known(self, module: str, name: str) -> type | None:
        """Objects of a test pretend nothing here."""
        del module, name
        return None

    def lend(self, value: Any) -> Message:
        """Describe an object of the learner's."""
        kind = type(value)
        about: Message = {"kind": "object", "class": [kind.__module__, kind.__qualname__], "of": self._ancestors(kind)}
        if isinstance(value, type):
            about |= {"kind": "class", "name": value.__name__, "classes": self._ancestors(value)}
        elif isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType):
            about |= {"kind": "function", "name": value.__name__, "qualname": value.__qualname__}
        elif isinstance(value, Awaitable):
            about["kind"] = "awaitable"
        return about

    def _described(self, error: BaseException) -> Message:
        own = type(error).__module__ == "__main__"
        return describe(error, self.write, self._ancestors, number=self.number(error) if own else None)

    def shared(self, name: str) -> type | None:
        """A class from one of the instructor's cells."""
        found = self._global.get(name) if name in self._instructors else None
        return found if isinstance(found, type) else None

    def _ancestors(self, kind: type) -> list[Any]:
        """A class and those it descends from: the learner's own by number, others by name."""
        return [
            ["own", self.number(one), one.__name__]
            if one.__module__ == "__main__"
            else ["known", one.__module__, one.__qualname__]
            for one in kind.__mro__
        ]

    def _nearest(self, classes: list[Any]) -> type | None:
        for tag, *what in classes:
            found = _BUILT_IN.get(what[1]) if tag == "known" and what[0] == "builtins" else known(*map(str, what))
            if found is not None:
                return found
        return None

    def special(self, value: Any) -> Any:
        """Built-in classes, modules and exceptions go by name."""
        if isinstance(value, type) and data_type(value.__module__, value.__qualname__) is value:
            return ["known", [value.__module__, value.__qualname__]]
        if isinstance(value, types.ModuleType):
            return ["module", value.__name__]
        if isinstance(value, BaseException):
            return ["exception", self._described(value)]
        return _kinds.encode(value, self.write)

    def named(self, tag: str, body: Any) -> Any:
        """Read what a test gave by name."""
        if tag == "known":
            found: Any = import_module(body[0])
            for part in body[1].split(".") if body[1] else ():
                found = getattr(found, part)
            return found
        if tag == "exception":
            return rebuild(body, self.read, self._nearest)
        return _kinds.decode(tag, body, self.read)

    def borrow(self, number: int, about: Message) -> Any:
        """A function of a test becomes a function here, anything else a stand-in."""
        if about["kind"] != "function":
            return Remote(self, number, about)

        def function(*arguments: Any, **named: Any) -> Any:
            return self.apply("call", function, *arguments, **named)

        function.__name__ = function.__qualname__ = about["name"]
        function.__doc__ = about.get("doc")
        if "signature" in about:
            its = signature(*self.read(about["signature"]))
            noted = {one.name: one.annotation for one in its.parameters.values() if one.annotation is not one.empty}
            vars(function)["__signature__"], function.__annotations__ = its, noted
        return function
