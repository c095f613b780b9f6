"""Patterns that are compiled when they are first used: most texts need few of them, and an import none."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

_ALL: Final[list[Lazy]] = []


class Lazy:
    """A pattern to be.

    Example:
        >>> Lazy("a+").re.search("baa")[0]
        'aa'
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags
        _ALL.append(self)

    @cached_property
    def re(self) -> re.Pattern[str]:
        """Compile it, once."""
        return re.compile(self.source, self.flags)


def compile_all() -> None:
    """Compile all at once: for a process whose forks will need them."""
    for one in _ALL:
        _ = one.re
