"""What a function did to its arguments, told to the side that keeps the originals and done there as well.

Both sides number what can be changed in the arguments in the same order. So a row that has moved within its table is
still the same row afterwards, and a function that gives back its argument gives back the very same one.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from emptychair.grading.engine._wire import Hook, Malformed, NotData, decode

_MAPPINGS = (dict, OrderedDict, Counter)
_MOST = 10_000

Inside = Callable[[Any], Mapping[str, Any] | None]
"""Gives the attributes of an object that passes by value, and nothing for any other."""


def containers(values: Iterable[Any], inside: Inside) -> list[Any]:
    """All that can be changed in place in these values, each once, outer ones first.

    >>> row = [1]
    >>> containers([(row, row), {"a": row}], lambda value: None)
    [[1], {'a': [1]}]
    """
    found: dict[int, Any] = {}
    waiting = list(values)[::-1]
    while waiting and len(found) < _MOST:
        value = waiting.pop()
        kind = type(value)
        if id(value) in found:
            continue
        attributes = inside(value)
        if attributes is not None or kind in (list, deque, set, bytearray, *_MAPPINGS) or _is_table(value):
            found[id(value)] = value
        if attributes is not None:
            waiting += reversed(list(attributes.values()))
        elif kind in (list, tuple, deque):
            waiting += reversed(value)
        elif kind in _MAPPINGS:
            waiting += reversed(list(value.values()))
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
        inside: What an object has inside.
        write: Writes a value, given what the other side has already.
    """

    def __init__(self, values: Iterable[Any], inside: Inside, write: Callable[[Any, Mapping[int, int]], Any]) -> None:
        self._write = write
        self._watched = containers(values, inside)
        self.numbers = {id(value): number for number, value in enumerate(self._watched)}
        """What the other side has already: the number by id."""
        self._before = [self._image(value) for value in self._watched]

    def changes(self) -> list[Any]:
        """The containers that are not as they were: number and new content."""
        after = [self._image(value) for value in self._watched]
        pairs = enumerate(zip(self._before, after, strict=True))
        return [[number, now] for number, (before, now) in pairs if now is not None and now != before]

    def _image(self, value: Any) -> Any:
        try:
            return self._write(value, self.numbers)
        except (NotData, RecursionError):
            return None


class Originals:
    """Arguments whose copies are on the other side.

    Args:
        values: The arguments.
        inside: What an object has inside.
        other: Reads what is not data, given this hook for what lies inside.
    """

    def __init__(self, values: Iterable[Any], inside: Inside, other: Callable[[Any, Hook], Any]) -> None:
        self._values = containers(values, inside)
        self._inside, self._other = inside, other

    def hook(self, tagged: Any) -> Any:
        """Read a tagged list: one of the arguments, or whatever else."""
        tag, body = tagged
        if tag != "kept":
            return self._other(tagged, self.hook)
        if type(body) is not int or not 0 <= body < len(self._values):
            raise Malformed("an argument that is none")
        return self._values[body]

    def apply(self, changes: Any) -> None:
        """Do to the arguments what was done to their copies.

        Raises:
            Malformed: These are no changes.
        """
        for change in changes if isinstance(changes, list) else ():
            number, content = change if isinstance(change, list) and len(change) == 2 else (None, None)
            if type(number) is not int or not 0 <= number < len(self._values):
                raise Malformed("a change of nothing")
            old, new = self._values[number], decode(content, self.hook)
            if type(new) is not type(old):
                raise Malformed("a change of kind")
            self._put(old, new)

    def _put(self, old: Any, new: Any) -> None:
        attributes = self._inside(new)
        if attributes is not None:
            for name in self._inside(old) or ():
                object.__delattr__(old, name)
            for name, value in attributes.items():
                object.__setattr__(old, name, value)
        elif isinstance(old, list | bytearray):
            old[:] = new
        elif isinstance(old, dict | set):
            old.clear()
            old.update(new)
        elif isinstance(old, deque):
            old.clear()
            old.extend(new)
        elif hasattr(old, "_update_inplace"):
            # there is no public way to put another table into an old object; pandas' `inplace=True` goes this way
            old._update_inplace(new)
        elif old.shape == new.shape and old.dtype == new.dtype:
            old[...] = new
        else:
            raise Malformed("a change of shape")
