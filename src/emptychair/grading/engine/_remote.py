"""Stand-ins for objects on the other side: whatever is done with one is done over there."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Callable, Generator, Iterator
from typing import Any, Protocol

from emptychair.grading.engine._actions import BINARY, COMPARISONS, CONVERSIONS, INPLACE, UNARY

_INTERNAL = {
    "function": types.FunctionType,
    "builtin_function_or_method": types.BuiltinFunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
}


NEVER_ASKED = (
    *("_repr_", "_ipython_"),  # how something is shown
    *("__array_interface__", "__array_struct__", "__cuda_array_interface__", "__dlpack", "__arrow_c_"),
)
"""How the names of attributes begin that no stand-in has.

Most of them are how libraries take an array from each other, by its address in memory: here that would be an address of the
tests' process.
"""


class Doer(Protocol):
    """What a stand-in needs of its side."""

    def apply(self, action: str, target: Any, *arguments: Any, **named: Any) -> Any:
        """Do something over there."""
        ...

    def code(self, name: str) -> types.CodeType | None:
        """The code of a function over there, as far as its source is known here."""
        ...

    def known(self, module: str, name: str) -> type | None:
        """A class of a library that both sides have."""
        ...

    def shared(self, name: str) -> type | None:
        """A class that both sides have from the instructor."""
        ...


def signature(parameters: list[Any], gives: list[Any]) -> inspect.Signature:
    """The signature of a function on the other side, as `emptychair.grading.engine._actions` describes it."""
    kinds = {kind.value: kind for kind in inspect._ParameterKind}
    none = inspect.Parameter.empty
    made = [
        inspect.Parameter(name, kinds[kind], default=(*default, none)[0], annotation=(*annotation, none)[0])
        for name, kind, default, annotation in parameters
    ]
    return inspect.Signature(made, return_annotation=(*gives, none)[0])


class Remote:
    """An object on the other side."""

    __slots__ = ("__weakref__", "_about", "_called", "_number", "_peer")

    def __init__(self, peer: Doer, number: int, about: dict[str, Any], called: str = "") -> None:
        for name, value in (("_peer", peer), ("_number", number), ("_about", about), ("_called", called)):
            object.__setattr__(self, name, value)

    def _borrowed(self) -> int:
        return int(object.__getattribute__(self, "_number"))

    def _apply(self, action: str, *arguments: Any, **named: Any) -> Any:
        __tracebackhide__ = True
        peer: Doer = object.__getattribute__(self, "_peer")
        return peer.apply(action, self, *arguments, **named)

    @property  # isinstance() asks for it
    def __class__(self) -> type:
        module, name = object.__getattribute__(self, "_about").get("class") or ("", "")
        if module == "builtins" and name in _INTERNAL:
            return _INTERNAL[name]
        peer: Doer = object.__getattribute__(self, "_peer")
        return peer.known(module, name) or type(self)

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise TypeError("the class of the learner's object cannot be changed from here")

    def __getattr__(self, name: str) -> Any:
        __tracebackhide__ = True
        if name.startswith(NEVER_ASKED):
            raise AttributeError(name)
        if name == "__signature__":
            return signature(*self._apply("signature"))
        if name == "__globals__":
            return vars(sys.modules["__main__"])
        if name == "__code__":
            about = object.__getattribute__(self, "_about")
            code = object.__getattribute__(self, "_peer").code(str(about.get("qualname", "")))
            if code is not None:
                return code
        return self._apply("getattr", name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._apply("setattr", name, value)

    def __delattr__(self, name: str) -> None:
        self._apply("delattr", name)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        __tracebackhide__ = True
        return self._apply("call", *arguments, **named)

    def __iter__(self) -> Iterator[Any]:
        made: Iterator[Any] = self._apply("iter")
        return made

    def __exit__(self, kind: Any, error: Any, trace: Any) -> Any:
        return self._apply("exit", error)

    async def __anext__(self) -> Any:
        return self._apply("anext")

    async def __aenter__(self) -> Any:
        return self._apply("aenter")

    async def __aexit__(self, kind: Any, error: Any, trace: Any) -> Any:
        return self._apply("aexit", error)

    def __deepcopy__(self, memo: Any) -> Any:
        return self._apply("deepcopy")


def _forward(action: str) -> Callable[..., Any]:
    def forward(self: Remote, *arguments: Any) -> Any:
        __tracebackhide__ = True
        return self._apply(action, *arguments)

    return forward


def _reflected(action: str) -> Callable[..., Any]:
    def forward(self: Remote, left: Any) -> Any:
        __tracebackhide__ = True
        peer: Doer = object.__getattribute__(self, "_peer")
        return peer.apply(action, left, self)

    return forward


for _name in (*BINARY, *INPLACE, *UNARY, *COMPARISONS, *CONVERSIONS, "divmod"):
    setattr(Remote, f"__{_name}__", _forward(_name))
for _name in BINARY:
    setattr(Remote, f"__r{_name}__", _reflected(_name))
for _name in ("next", "len", "getitem", "setitem", "delitem", "contains", "bool", "hash", "str", "repr", "format"):
    setattr(Remote, f"__{_name}__", _forward(_name))
for _name in ("reversed", "dir", "enter", "copy", "aiter"):
    setattr(Remote, f"__{_name}__", _forward(_name))


def _forwarded(name: str) -> Any:
    """What every class has by itself, and a stand-in must not have of its own."""
    return property(lambda self: self._apply("getattr", name))


THEIR_DOC = _forwarded("__doc__")
Remote.__doc__ = THEIR_DOC


class RemoteAwaitable(Remote):
    """A coroutine on the other side. Nothing else may look as if it could be awaited: mocks go by that."""

    __slots__ = ()

    def __await__(self) -> Generator[None, None, Any]:
        yield from ()  # the waiting is done over there
        return self._apply("await")


async def wait_for(waiting: Remote) -> Any:
    """A coroutine for a coroutine of the other side."""
    return waiting._apply("await")
