"""What the learner's cells say, for tests that look at the code itself: read on the tests' side, never run there."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Iterator
from types import CodeType


class Sources:
    """The learner's cells so far.

    >>> sources = Sources()
    >>> sources.add("class A:\\n    def f(self, x): return x")
    >>> sources.code("A.f").co_varnames
    ('self', 'x')
    """

    def __init__(self) -> None:
        self._cells: list[str] = []

    def add(self, source: str) -> None:
        """A cell that the learner's process has run."""
        self._cells.append(source)

    def code(self, name: str) -> CodeType | None:
        """The code of a function by its qualified name, from the last cell that defines it."""
        for number, source in reversed(list(enumerate(self._cells, 1))):
            for found in _within(_compiled(source, f"<the learner's cell {number}>")):
                if found.co_qualname == name:
                    return found
        return None


def _compiled(source: str, filename: str) -> CodeType | None:
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        text = TransformerManager().transform_cell(source)
        made: CodeType = compile(text, filename, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    return made


def _within(code: CodeType | None) -> Iterator[CodeType]:
    """All code in some code; of several with one name the last comes first, for it has replaced the others."""
    for one in reversed(code.co_consts if code else ()):
        if isinstance(one, CodeType):
            yield one
            yield from _within(one)
