"""The markers around what is cut from a released notebook."""

from __future__ import annotations

import re
from typing import Final

SOLUTION: Final = "SOLUTION"
PAIRS: Final = (SOLUTION, "HIDDEN TESTS", "MARK SCHEME")

_ANSWER: Final = re.compile(r"%%answer(\s|$)")


def is_answer(source: str) -> bool:
    """Is it an ``%%answer`` cell?

    >>> is_answer("%%answer my_story --kind star"), is_answer("%%answers")
    (True, False)
    """
    return _ANSWER.match(source) is not None


def unbalanced(source: str) -> str | None:
    """The first marker that lacks its partner, said in words; None when all is well.

    nbgrader passes over an END without a BEGIN and would release the solution above it.

    >>> unbalanced("x = 1\\n### END SOLUTION")
    'line 2 says END SOLUTION, but nothing began'
    """
    for pair in PAIRS:
        opened = 0
        for number, line in enumerate(source.split("\n"), 1):
            if f"BEGIN {pair}" in line:
                if opened:
                    return f"line {number} says BEGIN {pair}, but line {opened} said so already"
                opened = number
            elif f"END {pair}" in line:
                if not opened:
                    return f"line {number} says END {pair}, but nothing began"
                opened = 0
        if opened:
            return f"line {opened} says BEGIN {pair}, and no END {pair} follows"
    return None


def has_solution(source: str) -> bool:
    """Does it hold a marked solution?"""
    return f"BEGIN {SOLUTION}" in source


def replace_solution(source: str, stub: str) -> str:
    """Put the stub where the marked solutions are; the markers must be balanced.

    >>> replace_solution("%%answer a\\n### BEGIN SOLUTION\\nIn May, I ...\\n### END SOLUTION", "Write here.")
    '%%answer a\\nWrite here.'
    """
    kept: list[str] = []
    inside = False
    for line in source.split("\n"):
        if f"BEGIN {SOLUTION}" in line:
            inside = True
            kept.append(line[: len(line) - len(line.lstrip())] + stub)
        elif f"END {SOLUTION}" in line:
            inside = False
        elif not inside:
            kept.append(line)
    return "\n".join(kept)
