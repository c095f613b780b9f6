"""Stand-ins for objects on the other side: whatever is done with one is done over there."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from typing import Any, Protocol

from emptychair.grading.engine._actions import BINARY, COMPARISONS, CONVERSIONS, INPLACE, UNARY
from emptychair.grading.engine._wire import is_named

_INTERNAL = {
    "function": types.FunctionType,
    "builtin_function_or_method": types.BuiltinFunctionType,
    "method": types.MethodType,
    "generator": types.GeneratorType,
    "coroutine": types.CoroutineType,
}


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
        if name.startswith(("_repr_", "_ipython_")):
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


class _TheirType(type):
    """The class of a class of the other side: calling it makes an object over there."""

    def _borrowed(cls) -> int | None:
        return vars(cls).get("_class_number")

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        __tracebackhide__ = True
        return vars(cls)["_class_peer"].apply("call", cls, *arguments, **named)

    @property
    def __doc__(cls) -> Any:  # type: ignore[override]  # a property on purpose: it is the learner's class that has one
        return vars(cls)["_class_peer"].apply("getattr", cls, "__doc__") if "_class_peer" in vars(cls) else None

    def __getattr__(cls, name: str) -> Any:
        __tracebackhide__ = True
        if "_class_peer" not in vars(cls) or name.startswith(("_repr_", "_ipython_")):
            raise AttributeError(name)
        return vars(cls)["_class_peer"].apply("getattr", cls, name)


class RemoteErrorType(_TheirType):
    """The class of an exception class of the other side: tests catch its exceptions, and may make and raise them."""


def error_type(peer: Doer, number: int, name: str, parent: type) -> RemoteErrorType:
    """Make a class of exceptions that stand for those of a class of the other side."""

    def borrowed(self: Exception) -> int | None:
        return vars(self).get("_their_number")

    def their(self: Exception, name: str) -> Any:
        if name.startswith("__") or "_their_number" not in vars(self):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return peer.apply("getattr", self, name)

    def text(self: Exception) -> str:
        return str(vars(self).get("_their_text", ""))

    body = {"_borrowed": borrowed, "__getattr__": their, "__str__": text}
    about = {"_class_number": number, "_class_peer": peer, "__module__": "__main__"}
    return RemoteErrorType(name, (parent,), {**body, **about})


class RemoteType(_TheirType):
    """The class of stand-ins for one class of the other side."""

    def __bool__(cls) -> bool:
        return True  # whatever its length

    def __getattribute__(cls, name: str) -> Any:
        if name.startswith("_") or "_class_peer" not in type.__getattribute__(cls, "__dict__"):
            return type.__getattribute__(cls, name)
        return _TheirType.__getattr__(cls, name)  # and not what a class of the instructor's has that it descends from

    def __instancecheck__(cls, value: Any) -> bool:
        return type.__instancecheck__(cls, value) or is_named(type(value), cls.__name__)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith("_abc_") or name == "__abstractmethods__":  # what Python keeps about a class for itself
            type.__setattr__(cls, name, value)
        else:
            vars(cls)["_class_peer"].apply("setattr", cls, name, value)


class RemoteAwaitable(Remote):
    """A coroutine on the other side. Nothing else may look as if it could be awaited: mocks go by that."""

    __slots__ = ()

    def __await__(self) -> Generator[None, None, Any]:
        yield from ()  # the waiting is done over there
        return self._apply("await")


async def wait_for(waiting: Remote) -> Any:
    """A coroutine for a coroutine of the other side."""
    return waiting._apply("await")


def _of_class(action: str) -> Callable[..., Any]:
    def forward(cls: type, *arguments: Any) -> Any:
        __tracebackhide__ = True
        return vars(cls)["_class_peer"].apply(action, cls, *arguments)

    return forward


for _name in ("iter", "len", "getitem"):  # of enumerations
    setattr(RemoteType, f"__{_name}__", _of_class(_name))


class RemoteObject(Remote, metaclass=RemoteType):
    """An object of a class that only the other side has."""

    __slots__ = ()

    @property
    def __class__(self) -> type:
        return type(self)

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise TypeError("the class of the learner's object cannot be changed from here")

    def __init_subclass__(cls, /, **more: Any) -> None:
        if "_class_number" not in vars(cls):
            raise TypeError("a test cannot derive a class from the learner's")


def _their_attribute(self: Remote, name: str) -> Any:
    __tracebackhide__ = True
    own = name.startswith("_") and name != "__dict__"
    return object.__getattribute__(self, name) if own else Remote.__getattr__(self, name)


def object_type(peer: Doer, number: int, name: str, base: type, ours: type | None) -> type:
    """Make a class of stand-ins for the objects of a class of the other side.

    Args:
        peer: The side that does what is asked of them.
        number: The number of the class over there.
        name: Its name.
        base: The stand-in for its base.
        ours: The instructor's class that it is or descends from: such objects are instances of the instructor's too.
    """
    body = {"_class_number": number, "_class_peer": peer, "__module__": "__main__", "__slots__": ()}
    body["__doc__"] = THEIR_DOC
    if ours is not None:
        kind = RemoteType if issubclass(RemoteType, type(ours)) else type(name, (RemoteType, type(ours)), {})
        with suppress(TypeError):  # a class that cannot be had together with another
            made: type = kind(name, (base, ours), {**body, "__getattribute__": _their_attribute})
            type.__setattr__(made, "__abstractmethods__", frozenset())  # what is abstract is the other side's to say
            return made
    return RemoteType(name, (base,), body)
