"""Text as it is printed: JupyterLab breaks a line that is too long anywhere, also within a word."""

from __future__ import annotations

from textwrap import fill

WIDTH = 76
"""Signs that fit beside the prompt of a cell in a window of 800 px."""


def wrapped(text: str) -> str:
    """Break long lines between words; what continues a list item stands under its words.

    Example:
        >>> print(wrapped("- " + "word " * 16))
        - word word word word word word word word word word word word word word word
          word
    """
    return "\n".join(fill(line, WIDTH, subsequent_indent=_indent(line)) for line in text.splitlines())


def _indent(line: str) -> str:
    mark, _, _ = line.partition(" ")
    return " " * (len(mark) + 1) if mark == "-" or mark.rstrip(".").isdigit() else ""
