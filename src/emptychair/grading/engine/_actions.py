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
    kind, trace = (None, None) if error is None else (type(error), error.__traceback__)
    return type(value).__exit__(value, kind, error, trace)


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
    # from here on the answer is a claim rather than something to be compared
    "contains": operator.contains,
    "bool": bool,
    "hash": hash,
    "int": int,
    "float": float,
    "complex": complex,
    "index": operator.index,
    "round": round,
    "floor": math.floor,
    "ceil": math.ceil,
    "trunc": math.trunc,
    **{name: _named(name) for name in (*BINARY, *UNARY, *COMPARISONS)},
}
