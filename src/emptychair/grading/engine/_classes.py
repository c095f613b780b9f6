"""The learner's classes, as the tests' process sees them.

A class of the learner's becomes a class of stand-ins, an exception becomes an exception that tests can catch, and a
class of a library is the library's, if what the learner's side says about it can do no harm.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from typing import Any

from emptychair.grading.engine import _errors
from emptychair.grading.engine._remote import Doer, Remote, RemoteAwaitable, wait_for
from emptychair.grading.engine._stand_ins import RemoteObject, error_type, object_type

LIBRARIES = frozenset(
    (
        "collections",
        "datetime",
        "decimal",
        "matplotlib",
        "numpy",
        "pandas",
        "scipy",
        "sklearn",
        "statsmodels",
    )
)
_DATA = frozenset(
    [
        "str",
        "int",
        "float",
        "complex",
        "bool",
        "bytes",
        "bytearray",
        "list",
        "tuple",
        "dict",
        "set",
        "frozenset",
        "range",
        "ndarray",
        "DataFrame",
        "Series",
        "Index",
        "Timestamp",
        "Timedelta",
        "date",
        "datetime",
        "time",
        "timedelta",
        "Decimal",
        "Fraction",
        "Counter",
        "OrderedDict",
        "defaultdict",
        "deque",
    ]
)
_TYPES = _DATA | frozenset(("object", "type", "NoneType", "int64", "int32", "float64", "float32", "bool_", "str_"))


class Classes:
    """The classes that stand for the learner's.

    Args:
        peer: The side that does what is asked of them.
    """

    def __init__(self, peer: Doer) -> None:
        self._peer = peer
        self._made: dict[int, type] = {}

    def nearest(self, ancestors: Any) -> type | None:
        """The nearest class that we have or can make for one with these ancestors, which a stranger describes."""
        made: type | None = None
        for tag, *what in reversed(ancestors):
            if tag == "known":
                made = _errors.known(str(what[0]), str(what[1])) or made
                continue
            number, name = int(what[0]), str(what[1])
            if number not in self._made:
                self._made[number] = self._make(number, name, made)
            made = self._made[number]
        return made

    def _make(self, number: int, name: str, parent: type | None) -> type:
        ours = self._peer.shared(name)
        if ours is not None and issubclass(ours, BaseException):
            return ours
        if parent is not None and issubclass(parent, BaseException):
            return error_type(self._peer, number, name, parent)
        base = parent if parent is not None and issubclass(parent, RemoteObject) else RemoteObject
        return object_type(self._peer, number, name, base, ours)

    def stand_in(self, number: int, about: dict[str, Any]) -> Any:
        """What stands for an object or a class of the learner's."""
        if about.get("kind") == "class":
            return self.nearest(about["classes"]) or Remote(self._peer, number, about)
        ancestors = about.get("of")
        own = isinstance(ancestors, list) and ancestors[0][0] == "own"
        kind = self.nearest(ancestors) if own else None
        if kind is None or not issubclass(kind, RemoteObject):
            awaited = about.get("kind") == "awaitable"
            made = (RemoteAwaitable if awaited else Remote)(self._peer, number, about, str(about.get("name", "")))
            return wait_for(made) if awaited and about.get("class") == ["builtins", "coroutine"] else made
        made = object.__new__(kind)
        Remote.__init__(made, self._peer, number, {**about, "class": None}, "")
        return made


def nobodys(name: str) -> type | None:
    """No class, whatever the name."""
    del name
    return None


def posed(module: str, name: str) -> type | None:
    """The library's class that an object may pose as for ``isinstance``: none of data, which would have come by value.

    >>> posed("builtins", "str"), posed("collections", "ChainMap")
    (None, <class 'collections.ChainMap'>)
    """
    package = module.partition(".")[0]
    known = package in LIBRARIES or (package in sys.stdlib_module_names and module in sys.modules)
    if name in _DATA or not known:
        return None
    with suppress(ImportError):
        found = resolve(module, name)
        return found if isinstance(found, type) else None
    return None


def data_type(module: str, name: str) -> type | None:
    """The class of plain data with this name; functions may well give one, as the answer to "of what type?".

    >>> data_type("builtins", "int"), data_type("builtins", "super"), data_type("subprocess", "Popen")
    (<class 'int'>, None, None)
    """
    found = resolve(module, name) if name in _TYPES and module in sys.modules else None
    return found if isinstance(found, type) else None


def resolve(module: str, name: str) -> Any:
    """What a module has under a dotted name; ``None`` when there is nothing."""
    found: Any = sys.modules.get(module) or importlib.import_module(module)
    for part in name.split(".") if name else ():
        found = getattr(found, part, None)
    return found


def ancestors(kind: type) -> list[Any]:
    """Describe a class of this side by its ancestors' names."""
    return [["known", one.__module__, one.__qualname__] for one in kind.__mro__]
