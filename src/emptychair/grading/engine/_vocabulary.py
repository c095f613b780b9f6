"""How the tests' side speaks of values: what it lends, what it calls by name, and what stands for the learner's objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from types import CodeType, FunctionType
from typing import Any

from emptychair.grading.engine import _classes, _errors, _kinds
from emptychair.grading.engine._actions import ACTIONS
from emptychair.grading.engine._lending import by_name, lend, may_use
from emptychair.grading.engine._line import Line
from emptychair.grading.engine._peer import Message, Peer
from emptychair.grading.engine._policy import Policy
from emptychair.grading.engine._sources import Sources
from emptychair.grading.engine._stand_ins import RemoteErrorType
from emptychair.grading.engine._wire import Malformed, NotData


class Vocabulary(Peer):
    """The tests' side of the line, as far as values go.

    Args:
        line: The line.
        witness: What the instructor's solutions do.
    """

    def __init__(self, line: Line, witness: Mapping[str, Any]) -> None:
        super().__init__(line)
        self.policy = Policy(witness)
        self.classes = _classes.Classes(self)
        self._shared = frozenset(witness.get("shared", ()))
        self.instructors: Callable[[str], type | None] = _classes.nobodys
        """Finds a class of the instructor's."""
        self.sources = Sources()
        self.late: BaseException | None = None
        """What has to be raised as soon as no message is under way."""

    def apply(self, action: str, target: Any, *arguments: Any, **named: Any) -> Any:
        """Do something with an object of the learner's."""
        raise NotImplementedError

    def answer(self, request: Message) -> Message:
        """Let the learner's function use what a test gave it."""
        try:
            target, *given = [self.read(one) for one in request["args"]]
            named = {str(name): self.read(one) for name, one in request["named"].items()}
            if not self.has_given(target) or not may_use(request["action"], target, given):
                return {"refused": "this cannot be done with what the test gave"}
            return {"value": self.write(self.use(request["action"], target, given, named))}
        except AssertionError as error:
            if not self.policy.may_swallow:
                self.late = self.late or error  # whatever the learner's function makes of it, a test has failed
            return {"error": self._told(error)}
        except Exception as error:
            return {"error": self._told(error)}

    def use(self, action: str, target: Any, given: list[Any], named: dict[str, Any]) -> Any:
        """Do what the learner's function wants done."""
        return ACTIONS[action](target, *given, **named)

    def lend(self, value: Any) -> Message:
        """Describe an object of a test's."""
        about = lend(value)
        if isinstance(value, FunctionType):
            with suppress(NotData, ValueError, TypeError):
                parameters, gives = ACTIONS["signature"](value)
                plain = [[name, kind, [...] if default else [], noted] for name, kind, default, noted in parameters]
                about |= {"doc": value.__doc__, "signature": self.write([plain, gives])}
        return about

    def code(self, name: str) -> CodeType | None:
        """The code of a function of the learner's."""
        return self.sources.code(name)

    def special(self, value: Any) -> Any:
        """Write what goes by name."""
        if isinstance(value, Exception):
            return ["exception", self._told(value)]
        return by_name(value) or _kinds.encode(value, self.write)

    def _told(self, error: Exception) -> Message:
        """What the learner's code gets to know of an exception: not what it came from, and not what a test asserts."""
        number = vars(error).get("_their_number") if isinstance(type(error), RemoteErrorType) else None
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
        elif tag in ("alias", "field"):
            return _kinds.decode(tag, body, self.read)
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
