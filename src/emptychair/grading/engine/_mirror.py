"""What tests do to modules that the learner's code uses too, done over there as well: seeds, mocks, figures."""

from __future__ import annotations

import builtins
import random
import sys
import time
from collections.abc import Callable
from typing import Any

from emptychair.grading.engine._channel import Channel

_MOCKED = (
    *((builtins, name) for name in ("input", "print", "open")),
    *(
        (random, name)
        for name in ("random", "randint", "choice", "choices", "sample", "shuffle", "uniform", "randrange")
    ),
    *((time, name) for name in ("sleep", "time", "perf_counter")),
)
_FIGURES = ("gcf", "gca", "get_fignums", "close")


class Mirror:
    """Watches the modules of this process on behalf of the learner's."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._originals = [(module, name, getattr(module, name)) for module, name in _MOCKED]
        self._stdin = sys.stdin
        self._done: set[str] = set()
        channel.mocks = self.mocks

    def mocks(self) -> list[tuple[str, str, Any]]:
        """What a test has replaced, to be replaced over there while a function of the learner's runs."""
        found = [
            (module.__name__, name, getattr(module, name))
            for module, name, original in self._originals
            if getattr(module, name) is not original
        ]
        if sys.stdin is not self._stdin and not any(name == "input" for _, name, _ in found):
            found.append(("builtins", "input", _from_stdin))
        return found

    def install(self) -> None:
        """Wrap what is imported by now: seeds are set on both sides, and figures are the learner's."""
        numpy, pyplot = sys.modules.get("numpy.random"), sys.modules.get("matplotlib.pyplot")
        self._wrap(random, "seed", self._both)
        if numpy is not None:
            self._wrap(numpy, "seed", self._both)
        for name in _FIGURES if pyplot is not None else ():
            self._wrap(pyplot, name, self._theirs)

    def _wrap(self, module: Any, name: str, how: Callable[[str, str, Any], Any]) -> None:
        key = f"{module.__name__}.{name}"
        if key not in self._done:
            self._done.add(key)
            setattr(module, name, how(module.__name__, name, getattr(module, name)))

    def _both(self, module: str, name: str, original: Any) -> Any:
        def both(*arguments: Any, **named: Any) -> Any:
            self._channel.call_known(module, name, arguments, named)
            return original(*arguments, **named)

        return both

    def _theirs(self, module: str, name: str, original: Any) -> Any:
        """The learner's figures, unless the test has drawn one itself."""

        def theirs(*arguments: Any, **named: Any) -> Any:
            if sys.modules["matplotlib._pylab_helpers"].Gcf.get_num_fig_managers():
                return original(*arguments, **named)
            return self._channel.call_known(module, name, arguments, named)

        return theirs


def _from_stdin(prompt: object = "") -> str:
    """``input`` for a test that has put its own text into ``sys.stdin``."""
    sys.stdout.write(str(prompt))
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.rstrip("\n")
