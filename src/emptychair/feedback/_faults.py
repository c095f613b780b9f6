"""Faults of a text as a whole that no kind of text may have: blanks left open, the same words again."""

from __future__ import annotations

import re

from emptychair.feedback._text import words

_BLANK = re.compile(
    r"(?=[\[_{<xtlif])(?:"  # one of these opens every blank, and few places of a text
    r"\[(?!(?:internal|external|sic|team|customers?|public|board|us|x|draft|laughs)\])[A-Za-z][^\]\n]{2,60}\](?![(:\[])"
    r"|\b[Xx]{2,}\b|_{3,}|\[(?:\.\.\.|…|#|\s)\]|\{\{?[a-z _]{2,30}\}?\}|<[a-z][a-z _-]{2,30}>|\bTK\b|\bTBD\b|\blorem ipsum\b"
    r"|\b(?:insert|fill in) (?:a |the )?(?:number|name|figure|percentage|metric|date)s?\b)",
    re.IGNORECASE,
)
_RUN = 8  # words; a run this long hardly ever comes twice by chance
_TOLD_AGAIN = 0.15  # share of the text


def blanks(text: str) -> list[str]:
    """Give what is still to be filled in.

    Example:
        >>> blanks("It fell from [how many] to XX a week. [sic]")
        ['[how many]', 'XX']
    """
    return _BLANK.findall(text)


def repeats(text: str) -> bool:
    """Say whether the text is made longer by saying the same again.

    Example:
        >>> repeats("I rang every customer on the list before noon. " * 3)
        True
    """
    said = [word.lower() for word in words(text)]
    most = _TOLD_AGAIN * max(1, len(said) - _RUN + 1)
    # no run comes again unless its first two words do, which is quick to see
    return all(_again(said, size) > most for size in (2, _RUN))


def _again(said: list[str], size: int) -> int:
    runs = list(zip(*(said[i:] for i in range(size)), strict=False))
    return len(runs) - len(set(runs))
