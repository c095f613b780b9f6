"""Classes that stand for classes on the other side: of objects, of exceptions, of what derives from the instructor's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from emptychair.grading.engine._remote import NEVER_ASKED, THEIR_DOC, Doer, Remote
from emptychair.grading.engine._wire import is_named


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
        if "_class_peer" not in vars(cls) or name.startswith(NEVER_ASKED):
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
