"""What is neither data nor an object of anybody's: annotations such as ``list[int]``, and the fields of data classes."""

from __future__ import annotations

import dataclasses
import functools
import operator
import types
import typing
from collections.abc import Callable
from typing import Any

from emptychair.grading.engine._wire import Malformed


def encode(value: Any, write: Callable[[Any], Any]) -> list[Any] | None:
    """Write an annotation or a field as a tagged list; ``None`` for any other value."""
    if isinstance(value, types.GenericAlias):
        return ["alias", ["of", write(value.__origin__), [write(one) for one in value.__args__]]]
    if isinstance(value, types.UnionType):
        return ["alias", ["or", None, [write(one) for one in value.__args__]]]
    if type(value).__module__ == "typing" and getattr(typing, _name(value), None) is not None:
        return ["alias", ["typing", _name(value), [write(one) for one in typing.get_args(value)]]]
    if type(value) is dataclasses.Field:
        given = {name: write(getattr(value, name)) for name in _FLAGS}
        return ["field", [value.name, write(value.type), given, _default(value, write)]]
    return None


_FLAGS = ("init", "repr", "compare", "kw_only")


def _name(value: Any) -> str:
    if typing.get_origin(value) is typing.Union:
        return "Union"  # which calls itself Optional where it can
    return str(getattr(value, "_name", None) or getattr(typing.get_origin(value), "_name", None) or "")


def _default(field: Any, write: Callable[[Any], Any]) -> Any:
    return None if field.default is dataclasses.MISSING else [write(field.default)]


def decode(tag: str, body: Any, read: Callable[[Any], Any]) -> Any:
    """Read it back.

    Raises:
        Malformed: This is neither.
    """
    if tag == "field":
        name, kind, flags, default = body
        given: dict[str, Any] = {flag: bool(read(flags[flag])) for flag in _FLAGS}
        if default is not None:
            given["default"] = read(default[0])
        made: Any = dataclasses.field(**given)
        made.name, made.type, made._field_type = str(name), read(kind), dataclasses._FIELD  # type: ignore[attr-defined]
        return made
    how, name, written = body
    parts = [read(one) for one in written]
    if how == "or" and parts:
        return functools.reduce(operator.or_, parts)
    if how == "of":
        return types.GenericAlias(read(name), tuple(parts))
    if how == "typing" and name in typing.__all__:
        found = getattr(typing, name)
        return found[tuple(parts)] if parts else found
    raise Malformed("an annotation that is none")
