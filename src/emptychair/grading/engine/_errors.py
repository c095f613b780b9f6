"""Exceptions as data: which built-in class they descend from, what they say, and what they carry."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import Any

from emptychair.grading.engine._wire import Malformed, NotData

_LIBRARIES = (sys.stdlib_module_names | {"numpy", "pandas", "scipy", "sklearn"}) - {"bdb", "doctest", "pdb", "unittest"}
_MOST_LINES = 30
_BEFORE = ("__cause__", "__context__")
_MOST_BEFORE = 3
ALONE = _MOST_BEFORE
"""The `depth` of an exception that is told without those it followed."""


def describe(
    error: BaseException,
    write: Callable[[Any], Any],
    line_of: Callable[[type], list[Any]],
    depth: int = 0,
    number: int | None = None,
) -> dict[str, Any]:
    """Write an exception.

    Args:
        error: The exception.
        write: Writes a value.
        line_of: Describes a class and its ancestors.
        depth: How many exceptions this one has followed.
        number: The number by which the other side may ask for what else it has.
    """

    def data(value: Any) -> Any:
        try:
            return write(value)
        except (NotData, RecursionError, Exception):  # a learner's __str__ may raise anything
            return None

    try:
        text = str(error)
    except Exception:
        text = ""
    before = {
        name: describe(one, write, line_of, depth + 1)
        for name in _BEFORE
        if isinstance(one := getattr(error, name), Exception) and depth < _MOST_BEFORE
    }
    return {
        **({} if number is None else {"mine": number}),
        "classes": line_of(type(error)),
        "text": text[:10_000],
        "args": data(tuple(error.args)),
        "state": data({name: value for name, value in vars(error).items() if name[:1] != "_" or name == "__notes__"}),
        **before,
        **({"plain": True} if error.__suppress_context__ else {}),
    }


def trace(error: BaseException) -> list[str]:
    """Where in the cells an exception came from, innermost last."""
    frames = traceback.extract_tb(error.__traceback__)
    shown = [
        f"line {frame.lineno}, in {frame.name}: {frame.line or ''}" for frame in frames if _is_cell(frame.filename)
    ]
    return shown[-_MOST_LINES:]


def _is_cell(filename: str) -> bool:
    return filename.startswith("<ipython-input-")


def known(module: str, name: str) -> type[Exception] | None:
    """The exception class that both sides have, if it is one that a learner may raise.

    >>> known("builtins", "ValueError"), known("builtins", "SystemExit"), known("unittest.case", "SkipTest")
    (<class 'ValueError'>, None, None)
    """
    found = getattr(sys.modules.get(module), name, None)
    if not isinstance(found, type) or not issubclass(found, Exception):
        return None
    # Of those that stop a test none, they would skip it; not even where another library has one from there.
    from_where = {one.partition(".")[0] for one in (module, found.__module__)}
    return found if from_where <= _LIBRARIES else None


class LearnersExit(Exception):
    """The learner's code asked Python to end."""


def rebuild(
    about: dict[str, Any], read: Callable[[Any], Any], class_of: Callable[[list[Any]], type | None]
) -> Exception:
    """Make an exception that a test can catch as it would have caught the original.

    Args:
        about: What `describe` wrote, or a hostile peer.
        read: Reads a value.
        class_of: Finds the nearest class that we have, by a description of its ancestors.
    """
    if isinstance(about.get("yours"), int) and isinstance(ours := read(["yours", about["yours"]]), Exception):
        return ours
    text, classes = about.get("text"), about.get("classes")
    if not isinstance(text, str) or not isinstance(classes, list):
        raise Malformed("an exception that is none")
    kind = class_of(classes)
    if kind is None or not issubclass(kind, Exception):
        return LearnersExit(f"{_last_name(classes)}: {text}".rstrip(": "))
    arguments, state = about.get("args"), about.get("state")
    given = read(arguments) if arguments is not None else (text,)
    error = kind.__new__(kind, *given) if isinstance(given, tuple) else kind.__new__(kind, text)
    error.args = given if isinstance(given, tuple) else (text,)
    for name, value in (read(state) or {}).items() if state else ():
        if isinstance(name, str) and name.isidentifier() and (name[:1] != "_" or name == "__notes__"):
            _set(error, name, value)
    for name in _BEFORE:
        if isinstance(about.get(name), dict):
            setattr(error, name, rebuild(about[name], read, class_of))
    error.__suppress_context__ = about.get("plain") is True
    if hasattr(kind, "_class_number"):
        vars(error)["_their_text"] = text
        if isinstance(about.get("mine"), int):
            vars(error)["_their_number"] = about["mine"]
    return error if _says(error, text) else _with_text(kind, text, error)


def _last_name(classes: list[Any]) -> str:
    first = classes[0] if classes and isinstance(classes[0], list) else []
    return str(first[-1]) if first else "an exception"


def _set(error: Exception, name: str, value: Any) -> None:
    try:
        setattr(error, name, value)
    except (AttributeError, TypeError):
        return


def _says(error: Exception, text: str) -> bool:
    try:
        return str(error) == text
    except Exception:
        return False


def _with_text(kind: type[Exception], text: str, plain: Exception) -> Exception:
    """The same, where the class words its message from what did not come along."""
    made = type(kind.__name__, (kind,), {"__str__": lambda _self: text, "__module__": kind.__module__})
    error: Exception = made.__new__(made, *plain.args)
    error.args = plain.args
    vars(error).update(vars(plain))
    return error
