"""Lists, dicts, tables that both sides have, each its own copy, and what is done to them told to the other side.

Whatever can be changed in place gets a number when it goes over, in the same order on both sides. So a row that has moved
within its table is still the same row afterwards, a function that gives back its argument gives back the very same one,
and what a test does to a list that it got from the learner's code is done to the learner's list.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from emptychair.grading.engine._wire import Hook, Malformed, NotData, decode

_MAPPINGS = (dict, OrderedDict, Counter, defaultdict)
_MOST = 10_000
_ITSELF = 2  # references to a container that nobody holds: ours, and that of the function that counts

Inside = Callable[[Any], Mapping[str, Any] | None]
"""Gives the attributes of an object that passes by value, and nothing for any other."""


def containers(value: Any, inside: Inside, known: Collection[int] = ()) -> list[Any]:
    """All that can be changed in place in a value, in the order in which it is written, outer ones first.

    Args:
        value: The value.
        inside: What an object has inside.
        known: Containers, by their id, that the other side has already; what is inside of them is not looked at.

    >>> row = [1]
    >>> containers((row, {"a": row}), lambda value: None)
    [[1], {'a': [1]}, [1]]
    """
    found: list[Any] = []
    objects: set[int] = set()
    waiting = [value]
    while waiting and len(found) < _MOST:
        value = waiting.pop()
        kind = type(value)
        if id(value) in known or id(value) in objects:
            continue
        attributes = inside(value)
        if attributes is not None:
            objects.add(id(value))  # which is written once, while lists are written as often as they occur
        if attributes is not None or kind in (list, deque, set, bytearray, *_MAPPINGS) or _is_table(value):
            found.append(value)
        if attributes is not None:
            waiting += reversed(list(attributes.values()))
        elif kind in (list, tuple, deque):
            waiting += reversed(value)
        elif kind in _MAPPINGS:
            waiting += reversed(list(value.values()))
    return found


def _is_table(value: Any) -> bool:
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if numpy is not None and type(value) is numpy.ndarray:
        return True
    return pandas is not None and type(value) in (pandas.DataFrame, pandas.Series)


class Pairs:
    """One side's half of the containers that both have.

    Args:
        inside: What an object has inside.
        write: Writes a value, given the containers that the other side has already.
        other: Reads what is not data, given the hook for what lies inside.
    """

    def __init__(
        self, inside: Inside, write: Callable[[Any, Mapping[int, int]], Any], other: Callable[[Any, Hook], Any]
    ) -> None:
        self._inside, self._write, self._other = inside, write, other
        self._images: dict[int, Any] = {}
        self.values: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        """The number of each by its id."""
        self.next = 0
        """The number of the one that comes next."""
        self.adopted: dict[int, int] = {}
        """Those that our side has put into another one, with the number of that one."""

    def add(self, value: Any) -> None:
        """Give numbers to the containers in a value that goes over or has come over."""
        first = self.next
        for one in containers(value, self._inside, self.numbers):
            self.values[self.next] = one
            self.next += 1
        for number in range(first, self.next):
            self.numbers.setdefault(id(self.values[number]), number)

    def _adopt(self, value: Any) -> None:
        """Give numbers to what has got into a container that both sides have."""
        attributes = self._inside(value)
        if attributes is not None:
            value = attributes
        if isinstance(value, list | deque | dict):
            self.add(tuple(value.values() if isinstance(value, dict) else value))

    def look(self) -> None:
        """See how those are that have not been looked at yet: `changes` tells what becomes of them from now on."""
        for number in self.values.keys() - self._images.keys():
            self._images[number] = self._image(self.values[number])

    def changes(self) -> list[Any]:
        """Those that are not as they were when last looked at: number and new content."""
        looked_at = [number for number, image in self._images.items() if image is not None]
        after = {number: self._image(self.values[number]) for number in looked_at}
        found = [[number, now] for number, now in after.items() if now is not None and now != self._images[number]]
        self._see([(number, self.values[number]) for number, _ in found], self.adopted)
        return found

    def _see(self, changed: Sequence[tuple[int, Any]], adopted: dict[int, int] | None = None) -> None:
        """Those have changed: know what is in them now, and how they are."""
        for number, value in changed:
            first = self.next
            self._adopt(value)
            if adopted is not None:
                adopted |= dict.fromkeys(range(first, self.next), number)
        for number, _ in changed:
            if number in self._images:
                self._images[number] = self._image(self.values[number])

    def keep(self, numbers: Any, following: Any) -> None:
        """Forget all others, and go on counting where the other side does."""
        wanted = set(numbers) if isinstance(numbers, list) else set()
        for number in self.values.keys() - wanted:
            self._forget(number)
        self.next = following if type(following) is int else self.next
        self.look()

    def prune(self) -> None:
        """Forget those that nobody but us holds any more: what becomes of them cannot be seen."""
        for number in list(self.values):
            if sys.getrefcount(self.values[number]) <= _ITSELF:
                self._forget(number)

    def _forget(self, number: int) -> None:
        value = self.values.pop(number)
        self._images.pop(number, None)
        if self.numbers.get(id(value)) == number:
            del self.numbers[id(value)]

    def _image(self, value: Any) -> Any:
        try:
            return self._write(value, self.numbers)
        except (NotData, RecursionError):
            return None

    def hook(self, tagged: Any) -> Any:
        """Read a tagged list: one of the containers, or whatever else."""
        tag, body = tagged
        return self._kept(body) if tag == "kept" else self._other(tagged, self.hook)

    def _kept(self, number: Any) -> Any:
        if type(number) is not int or number not in self.values:
            raise Malformed("a container that is none")
        return self.values[number]

    def apply(self, changes: Any, may: Callable[[int], bool] = lambda _number: True) -> None:
        """Do to our containers what was done to the other side's.

        Args:
            changes: What the other side's `changes` gave, or a hostile peer.
            may: Says which of them may be changed.

        Raises:
            Malformed: These are no changes.
        """
        changed: list[tuple[int, Any]] = []
        for change in changes if isinstance(changes, list) else ():
            number, content = change if isinstance(change, list) and len(change) == 2 else (-1, None)
            old, new = self._kept(number), decode(content, self.hook)
            if type(new) is not type(old):
                raise Malformed("a change of kind")
            if may(number):
                put(old, new, self._inside)
                new = old
            changed.append((number, new))
        self._see(changed)


def put(old: Any, new: Any, inside: Inside) -> None:
    """Make one container like another of its kind, in place.

    Raises:
        Malformed: It cannot become so.
    """
    attributes = inside(new)
    if attributes is not None:
        for name in inside(old) or ():
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
