"""Patterns that are compiled when they are first used: most texts need few of them, and an import none."""

from __future__ import annotations

import re
from functools import cached_property


class Lazy:
    """A pattern to be.

    Example:
        >>> Lazy("a+").re.search("baa")[0]
        'aa'
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def re(self) -> re.Pattern[str]:
        """Compile it, once."""
        return re.compile(self.source, self.flags)
