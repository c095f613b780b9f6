"""What a function did to its arguments, told to the side that keeps the originals and done there as well.

Both sides number the containers in the arguments in the same order, so that a row which has moved within its table is
still the same row afterwards.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Any

from emptychair.grading.engine._wire import Hook, Malformed, NotData, decode, encode

_MAPPINGS = (dict, OrderedDict, Counter)
_MOST = 10_000


def containers(values: Iterable[Any]) -> list[Any]:
    """All that can be changed in place in these values, each once, outer ones first.

    >>> row = [1]
    >>> containers([(row, row), {"a": row}])
    [[1], {'a': [1]}]
    """
    found: dict[int, Any] = {}

    def look(value: Any, depth: int) -> None:
        kind = type(value)
        if id(value) in found or len(found) >= _MOST or depth > 50:
            return
        if kind in (list, deque, set, bytearray, *_MAPPINGS) or _is_table(value):
            found[id(value)] = value
        if kind in (list, tuple, deque):
            for item in value:
                look(item, depth + 1)
        elif kind in _MAPPINGS:
            for item in value.values():
                look(item, depth + 1)

    for value in values:
        look(value, 0)
    return list(found.values())


def _is_table(value: Any) -> bool:
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if numpy is not None and type(value) is numpy.ndarray:
        return True
    return pandas is not None and type(value) in (pandas.DataFrame, pandas.Series)


class Watch:
    """Notices which of some arguments change.

    Args:
        values: The arguments.
        other: The hook for what is not data, as in `encode`.
    """

    def __init__(self, values: Iterable[Any], other: Hook) -> None:
        self._other = other
        self._watched = containers(values)
        self._numbers = {id(value): number for number, value in enumerate(self._watched)}
        self._before = [self._image(value) for value in self._watched]

    def changes(self) -> list[Any]:
        """The containers that are not as they were: number and new content."""
        after = [self._image(value) for value in self._watched]
        pairs = enumerate(zip(self._before, after, strict=True))
        return [[number, now] for number, (before, now) in pairs if now is not None and now != before]

    def _image(self, value: Any) -> Any:
        try:
            return encode(value, self._other, known=self._numbers)
        except (NotData, RecursionError):
            return None


def apply(changes: Any, values: Iterable[Any], other: Callable[[Any], Any]) -> None:
    """Do to these arguments what was done to their copies.

    Args:
        changes: What `Watch.changes` wrote, or a hostile peer.
        values: The originals.
        other: The hook for what is not data, as in `decode`.

    Raises:
        Malformed: These are no changes.
    """
    originals = containers(values)

    def kept(tagged: Any) -> Any:
        tag, body = tagged
        if tag != "kept":
            return other(tagged)
        if not isinstance(body, int) or not 0 <= body < len(originals):
            raise Malformed("an argument that is none")
        return originals[body]

    for change in changes if isinstance(changes, list) else ():
        number, content = change if isinstance(change, list) and len(change) == 2 else (None, None)
        if not isinstance(number, int) or not 0 <= number < len(originals):
            raise Malformed("a change of nothing")
        new = decode(content, kept)
        if type(new) is not type(originals[number]):
            raise Malformed("a change of kind")
        _put(originals[number], new)


def _put(old: Any, new: Any) -> None:
    if isinstance(old, list | bytearray):
        old[:] = new
    elif isinstance(old, dict):
        old.clear()
        old.update(new)
    elif isinstance(old, set):
        old.clear()
        old |= new
    elif isinstance(old, deque):
        old.clear()
        old.extend(new)
    elif hasattr(old, "_update_inplace"):
        # there is no public way to put another table into an old object; pandas' own `inplace=True` goes this way
        old._update_inplace(new)
    elif old.shape == new.shape and old.dtype == new.dtype:
        old[...] = new
    else:
        raise Malformed("a change of shape")
