"""What can be done with an object on the other side: the operations of Python, by name."""

from __future__ import annotations

import asyncio
import copy
import inspect
import math
import operator
from collections.abc import Callable
from typing import Any

BINARY = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor")
UNARY = ("neg", "pos", "abs", "invert")
INPLACE = tuple(f"i{name}" for name in BINARY)
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
CONVERSIONS = ("int", "float", "complex", "index", "round", "floor", "ceil", "trunc")


def _named(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(operator, f"{name}_" if name in ("and", "or") else name)
    return found


def _signature(value: Any) -> list[Any]:
    """The parameters of a function, with name, kind, default and annotation, and what it gives; empty lists for none."""
    found = inspect.signature(value)
    parameters = [
        (one.name, one.kind.value, _unless_empty(one.default), _unless_empty(one.annotation))
        for one in found.parameters.values()
    ]
    return [parameters, _unless_empty(found.return_annotation)]


def _unless_empty(value: Any) -> list[Any]:
    return [] if value is inspect.Parameter.empty else [value]


def _wait(value: Any) -> Any:
    """The result of something awaitable, outside of any loop."""

    async def whole() -> Any:
        return await value

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(whole())
    finally:
        loop.close()


def _exit(value: Any, error: BaseException | None) -> Any:
    """Leave a context, with the exception that ends it if there is one."""
    return type(value).__exit__(value, *_cause(error))


def _cause(error: BaseException | None) -> tuple[Any, Any, Any]:
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


_PLAIN: dict[type, Callable[[Any], Any]] = {
    int: int.__int__,
    float: float.__float__,
    str: lambda value: str.__getitem__(value, slice(None)),
    tuple: lambda value: tuple(tuple.__iter__(value)),
    list: lambda value: list(list.__iter__(value)),
    dict: lambda value: dict(dict.items(value)),
    set: lambda value: set(set.__iter__(value)),
}
PLAIN = tuple(kind.__name__ for kind in _PLAIN)


def _plain(value: Any) -> Any:
    """The data in an object of a class that descends from a class of data."""
    return next(read(value) for kind, read in _PLAIN.items() if isinstance(value, kind))


ACTIONS: dict[str, Callable[..., Any]] = {
    "call": lambda value, *arguments, **named: value(*arguments, **named),
    "getattr": getattr,
    "setattr": setattr,
    "delattr": delattr,
    "getitem": operator.getitem,
    "setitem": operator.setitem,
    "delitem": operator.delitem,
    "len": len,
    "iter": iter,
    "next": next,
    "reversed": reversed,
    "str": str,
    "repr": repr,
    "format": format,
    "dir": dir,
    "signature": _signature,
    "await": _wait,
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "enter": lambda value: type(value).__enter__(value),
    "exit": _exit,
    "aiter": aiter,
    "anext": lambda value: _wait(anext(value)),
    "aenter": lambda value: _wait(type(value).__aenter__(value)),
    "aexit": lambda value, error: _wait(type(value).__aexit__(value, *_cause(error))),
    "plain": _plain,
    # from here on the answer is a claim rather than something to be compared
    "contains": operator.contains,
    "bool": bool,
    "divmod": divmod,
    "hash": hash,
    "int": int,
    "float": float,
    "complex": complex,
    "index": operator.index,
    "round": round,
    "floor": math.floor,
    "ceil": math.ceil,
    "trunc": math.trunc,
    **{name: _named(name) for name in (*BINARY, *INPLACE, *UNARY, *COMPARISONS)},
}
