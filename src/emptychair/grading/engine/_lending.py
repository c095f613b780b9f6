"""What the tests' side lets the learner's code have, and what it may do with it."""

from __future__ import annotations

import io
import sys
import types
from collections.abc import Sequence
from typing import Any

from emptychair.grading.engine._classes import LIBRARIES, resolve
from emptychair.grading.engine._peer import Message, refuse
from emptychair.grading.engine._remote import Remote

_LENT = ("__main__", "io", "unittest.mock")
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType)
_USES = frozenset(
    ("call", "getattr", "getitem", "setitem", "len", "iter", "next", "contains", "bool", "str", "repr", "enter", "exit")
)


def lend(value: Any) -> Message:
    """Describe what goes over by number: functions, and objects that a test has made up.

    Raises:
        NotData: Nothing else does.
    """
    kind = type(value)
    if callable(value) and not isinstance(value, type) and kind.__module__ != "unittest.mock":
        return {"kind": "function", "name": str(getattr(value, "__name__", "function"))}
    if kind.__module__ in _LENT or isinstance(value, io.IOBase):
        return {"kind": "object", "class": ["", ""]}
    raise refuse(value)


def by_name(value: Any) -> list[Any] | None:
    """Write a class, function or module that both sides have by its name; ``None`` for any other value."""
    if isinstance(value, type | types.FunctionType | types.BuiltinFunctionType):
        module, name = value.__module__, value.__qualname__
    elif type(value).__name__ in ("ufunc", "_ArrayFunctionDispatcher"):
        module, name = "numpy", value.__name__
    elif isinstance(value, types.ModuleType):
        module, name = value.__name__, ""
    else:
        return None
    package = str(module or "").partition(".")[0]
    if (package not in sys.stdlib_module_names and package not in LIBRARIES) or resolve(str(module), name) is not value:
        return None
    return ["known", [module, name]]


def may_use(action: str, target: Any, given: Sequence[Any]) -> bool:
    """May the learner's code do this with what a test gave it? Call it; of objects, use what has a public name.

    Of mocks only what tests have put there: their own methods say what they did, and what they are to say.

    >>> may_use("getattr", print, ["__globals__"]), may_use("call", print, [])
    (False, True)
    """
    if isinstance(target, Remote | type | types.ModuleType):
        return False
    if isinstance(target, _FUNCTIONS):
        return action == "call"
    public = bool(given) and type(given[0]) is str and not given[0].startswith("_")
    if type(target).__module__ == "unittest.mock" and action == "getattr" and hasattr(type(target), str(given[0])):
        return False
    if action == "setattr":  # of what the object keeps, not of what it does
        return public and type(target).__module__ == "__main__" and not hasattr(type(target), given[0])
    return action in _USES and (public or action != "getattr")
