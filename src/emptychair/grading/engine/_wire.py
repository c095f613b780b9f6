"""Values as data: what may pass between a learner's process and the tests, and nothing else.

A value becomes JSON: scalars as they are, everything else as a list that begins with a tag. Only exact types pass, so
that no method of the sender's comes along; there is no pickle in either direction. What is not data is offered to the
caller's hook, which may give it a number to speak of it by, and is refused otherwise.
"""

from __future__ import annotations

import json
import math
from base64 import b64decode, b64encode
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import PosixPath, PurePosixPath
from random import Random
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

_DEPTH = 60
_SMALL = 1 << 63
_MOST = 2_000_000
_SEQUENCES: dict[str, type] = {kind.__name__: kind for kind in (list, tuple, set, frozenset, deque)}
_MAPPINGS: dict[str, type] = {kind.__name__: kind for kind in (dict, OrderedDict, Counter)}
_SIZED = frozenset((*_SEQUENCES.values(), *_MAPPINGS.values(), defaultdict))
_LARGEST = 100_000


def _decimal(text: str) -> Decimal:
    """A decimal number; of ones with more zeros than anybody writes, a test could make an integer that fills the memory."""
    made = Decimal(text)
    if made.is_finite() and abs(made.adjusted()) > _LARGEST:
        raise Malformed("a decimal number without measure")
    return made


def _fraction(text: str) -> Fraction:
    """A fraction as it is written: numerator and denominator. ``Fraction`` itself would also work out ``1e999999999``."""
    return Fraction(*map(int, text.split("/")))


_WRITTEN: dict[str, tuple[type, Callable[[str], Any]]] = {
    "int": (int, lambda text: int(text, 16)),
    "float": (float, float),
    "Decimal": (Decimal, _decimal),
    "Fraction": (Fraction, _fraction),
    "date": (date, date.fromisoformat),
    "time": (time, time.fromisoformat),
    "datetime": (datetime, datetime.fromisoformat),
    "path": (PurePosixPath, PurePosixPath),
    "file": (PosixPath, PosixPath),
    "zone": (ZoneInfo, ZoneInfo),
}
_FACTORIES: dict[str, Any] = {kind.__name__: kind for kind in (int, float, str, list, dict, set, tuple, bool)}
_TAGS = {kind: name for name, (kind, _) in _WRITTEN.items()}

_VIEWS = {type({}.keys()): "keys", type({}.values()): "values", type({}.items()): "items"}
_CONSTANTS = {repr(value): value for value in (Ellipsis, NotImplemented, type(None))}

_NOBODY: Mapping[int, int] = {}

Hook = Callable[[Any], Any]


class NotData(Exception):
    """A value that does not pass; the message says what it is."""


class Malformed(Exception):
    """The other side sent something that no honest peer would."""


def dumps(message: Any) -> bytes:
    """A message of encoded values as bytes.

    >>> dumps({"do": "get"})
    b'{"do":"get"}'
    """
    return json.dumps(message, separators=(",", ":"), allow_nan=False).encode()


def loads(data: bytes) -> Any:
    """The message back.

    Raises:
        Malformed: It is not JSON, or JSON beyond all measure.
    """
    try:
        return json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError, MemoryError) as error:
        raise Malformed(f"not JSON ({type(error).__name__})") from None


def _refuse(name: str) -> Any:
    raise ValueError(name)


def encode(value: Any, other: Hook, depth: int = 0, known: Mapping[int, int] = _NOBODY) -> Any:
    """Write a value as data.

    Args:
        value: The value.
        other: Writes what is not data, as a tagged list, or raises `NotData`.
        depth: How deep we are.
        known: Containers that the receiver has already, by their id: inside of others they go by number.

    >>> encode({"a": (1, float("inf"))}, other=repr)
    ['dict', [['a', ['tuple', [1, ['float', 'inf']]]]]]
    """
    kind = type(value)
    if value is None or kind is bool or kind is str:
        return value
    if kind is int:
        return value if -_SMALL <= value < _SMALL else ["int", hex(value)]
    if kind is float:
        return value if math.isfinite(value) else ["float", repr(value)]
    if depth > _DEPTH:
        raise NotData("it is nested too deep")
    if depth and id(value) in known:
        return ["kept", known[id(value)]]
    if kind in _SIZED and len(value) > _MOST:
        raise NotData(f"it has {len(value):,} items, more than can be sent")
    if kind in (list, tuple, set, frozenset, deque):
        return [kind.__name__, [encode(item, other, depth + 1, known) for item in value]]
    if kind in (dict, OrderedDict, Counter):
        pairs = [
            [encode(key, other, depth + 1, known), encode(item, other, depth + 1, known)] for key, item in value.items()
        ]
        return [kind.__name__, pairs]
    return _rare(value, kind, other, depth)


def _rare(value: Any, kind: type, other: Hook, depth: int) -> Any:
    if kind is complex:
        return ["complex", [encode(value.real, other), encode(value.imag, other)]]
    if kind is bytes or kind is bytearray:
        return [kind.__name__, b64encode(value).decode()]
    if kind is range or kind is slice:
        return [kind.__name__, [encode(end, other, depth + 1) for end in (value.start, value.stop, value.step)]]
    if kind in _VIEWS:
        return ["view", [_VIEWS[kind], [encode(item, other, depth + 1) for item in value]]]
    if kind is MappingProxyType:
        return encode(dict(value), other, depth)
    if kind is defaultdict:
        name = getattr(value.default_factory, "__name__", "")
        plain = name if _FACTORIES.get(name) is value.default_factory else None
        return ["defaultdict", [plain, encode(dict(value), other, depth + 1)]]
    if kind is Random:
        return ["random", encode(value.getstate(), other, depth + 1)]
    if kind is timedelta:
        return ["timedelta", [value.days, value.seconds, value.microseconds]]
    if kind in (datetime, time) and type(value.tzinfo) not in (type(None), timezone):
        if type(value.tzinfo) is not ZoneInfo or not value.tzinfo.key:
            return other(value)
        return ["zoned", [encode(value.replace(tzinfo=None), other), value.tzinfo.key, value.fold]]
    if kind is ZoneInfo and not value.key:
        return other(value)
    if kind is timezone:
        return ["timezone", [encode(value.utcoffset(None), other), value.tzname(None)]]
    if kind in _TAGS:
        return [_TAGS[kind], value.isoformat() if isinstance(value, date | time) else str(value)]
    if value is Ellipsis or value is NotImplemented or value is type(None):
        return ["constant", repr(value)]
    if kind.__module__.partition(".")[0] in ("numpy", "pandas"):
        from emptychair.grading.engine import _tables  # needs them imported, which they are by now

        return _tables.encode(value, other, depth)
    fields = getattr(kind, "_fields", None) if issubclass(kind, tuple) else None  # a stand-in's class would ask for it
    if isinstance(fields, tuple) and not _has_methods(kind):
        items = [encode(item, other, depth + 1) for item in tuple.__iter__(value)]
        return ["named", [kind.__name__, list(fields), items]]
    return other(value)


def decode(data: Any, other: Hook) -> Any:
    """Read a value back.

    Args:
        data: What `encode` wrote, or a hostile peer.
        other: Reads the tagged lists that `encode`'s hook wrote; raises `Malformed` for any other.

    Raises:
        Malformed: This is no value.

    >>> decode(["tuple", [1, ["float", "nan"]]], other=repr)
    (1, nan)
    """
    if data is None or isinstance(data, bool | int | float | str):
        return data
    try:
        tag, body = data
        if tag in _SEQUENCES:
            return _SEQUENCES[tag](decode(item, other) for item in body)
        if tag in _MAPPINGS:
            made = _MAPPINGS[tag]()
            for key, item in body:
                made[decode(key, other)] = decode(item, other)
            return made
        return _decode_rare(tag, body, other)
    except (Malformed, NotData):
        raise
    except Exception as error:
        raise Malformed(f"{type(error).__name__}: {error}") from None


def _decode_rare(tag: str, body: Any, other: Hook) -> Any:
    if tag in _WRITTEN:
        return _WRITTEN[tag][1](body)
    if tag == "complex":
        return complex(*(decode(part, other) for part in body))
    if tag in ("bytes", "bytearray"):
        content = b64decode(body, validate=True)
        return content if tag == "bytes" else bytearray(content)
    if tag in ("range", "slice"):
        ends = [decode(end, other) for end in body]
        return range(*ends) if tag == "range" else slice(*ends)
    if tag == "view":
        return _view(body[0], [decode(item, other) for item in body[1]])
    if tag == "defaultdict":
        return defaultdict(_FACTORIES.get(body[0]), decode(body[1], other))
    if tag == "random":
        made = Random()
        made.setstate(decode(body, other))
        return made
    if tag == "timedelta":
        return timedelta(*body)
    if tag == "timezone":
        return timezone(decode(body[0], other), body[1])
    if tag == "zoned":
        return decode(body[0], other).replace(tzinfo=ZoneInfo(body[1]), fold=body[2])
    if tag == "constant":
        return _CONSTANTS[body]
    if tag == "named":
        return _named(str(body[0]), tuple(map(str, body[1])), [decode(item, other) for item in body[2]])
    if tag.startswith(("np.", "pd.")):
        from emptychair.grading.engine import _tables

        return _tables.decode(tag, body, other)
    return other([tag, body])


_NAMED: dict[tuple[str, tuple[str, ...]], Any] = {}


def _view(name: str, items: list[Any]) -> Any:
    if name == "items":
        return dict(items).items()
    return dict.fromkeys(items).keys() if name == "keys" else dict(enumerate(items)).values()


def is_named(kind: type, name: str) -> bool:
    """Is this what a named tuple of this name becomes on this side?"""
    return kind.__name__ == name and kind in _NAMED.values()


def _has_methods(kind: type) -> bool:
    """Has a class of named tuples more than such classes have?"""
    from collections import namedtuple

    names = {name for one in kind.__mro__[:-2] for name in vars(one)}
    usual = {*vars(namedtuple("Usual", ())), "__annotations__", "__orig_bases__", "__dict__", "__weakref__"}
    return bool(names - usual - set(kind._fields))  # type: ignore[attr-defined]


def _named(name: str, fields: tuple[str, ...], items: list[Any]) -> Any:
    """A named tuple; equal classes are one class, so that ``type(a) is type(b)`` holds as it did over there."""
    from collections import namedtuple

    if (name, fields) not in _NAMED:
        _NAMED[name, fields] = namedtuple(name, fields)
    return _NAMED[name, fields](*items)
