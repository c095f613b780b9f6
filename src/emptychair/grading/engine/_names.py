"""The names of the tests' process: its own, and behind them the learner's.

A name is the learner's when the instructor's solutions bind it or change its value, and whenever nobody else knows it.
All others are the instructor's, whatever the learner has done to them over there.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any

from emptychair.grading.engine._channel import Channel
from emptychair.grading.engine._wire import NotData


class Names(dict[str, Any]):
    """Global names; what is not here is asked for over there."""

    def __init__(self, own: Mapping[str, Any], channel: Channel, witness: Mapping[str, Any]) -> None:
        super().__init__(own)
        self._channel = channel
        self._answers = frozenset(witness.get("answers", ()))
        self._imports = witness.get("imports", {})
        self.prose: dict[str, str] = {}
        """Answers in plain text, taken from the cells they were written in."""
        self.testing = False
        """A test is running: what it does to the learner's names is done over there too."""

    def own_class(self, name: str) -> type | None:
        """The class of this name that was made on this side."""
        found = super().get(name)
        return found if isinstance(found, type) and not hasattr(type(found), "_borrowed") else None

    def refresh(self) -> None:
        """The learner's code has run: what we knew of its names is old."""
        for name in self._answers & self.keys():
            super().__delitem__(name)

    def __missing__(self, name: str) -> Any:
        if name.startswith("__") or (name not in self._answers and hasattr(builtins, name)):
            raise KeyError(name)
        if name in self.prose:
            return self.prose[name]
        if name in self._imports:
            return self._imported(name)
        return self._channel.get(name)

    def _imported(self, name: str) -> Any:
        """A name that the instructor imports: ours, as long as the learner has imported it as well."""
        module, attribute = self._imports[name]
        if not self._channel.has(name):
            raise KeyError(name)
        found = import_module(module)
        value = getattr(found, attribute) if attribute else found
        super().__setitem__(name, value)
        return value

    def _is_theirs(self, name: str) -> bool:
        return self.testing and not name.startswith("_") and name in self._answers

    def __setitem__(self, name: str, value: Any) -> None:
        if self._is_theirs(name) and not self._channel.gone:
            with suppress(NotData):  # then it is this side's alone
                self._channel.set(name, value)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        theirs = self._is_theirs(name) and self._channel.delete(name)
        if name in self.keys():
            super().__delitem__(name)
        elif not theirs:
            raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        if super().__contains__(name):
            return True
        if not self.testing or not isinstance(name, str) or name.startswith("_"):
            return False
        return name in self.prose or self._channel.has(name)

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a name, wherever it is."""
        try:
            return self[name]
        except KeyError:
            return default


class Main:
    """The module ``__main__`` of the tests' process; ``unittest.mock`` replaces names in it."""

    __name__ = "__main__"

    def __init__(self, names: Names) -> None:
        object.__setattr__(self, "__dict__", names)

    def __getattr__(self, name: str) -> Any:
        try:
            return vars(self)[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        vars(self)[name] = value

    def __delattr__(self, name: str) -> None:
        del vars(self)[name]
