"""Sources of cells, written as blocks."""

from __future__ import annotations

from textwrap import dedent


def code(text: str) -> str:
    """A cell's source without the indentation of the place where it is written."""
    return dedent(text).strip("\n")
