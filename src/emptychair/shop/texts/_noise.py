"""Slips of the hand: neighboring keys, letters doubled, lost or swapped, apostrophes left out."""

from __future__ import annotations

import re
from collections.abc import Callable

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEAR = {
    key: "".join(row[max(place - 1, 0) : place] + row[place + 1 : place + 2])
    for row in _ROWS
    for place, key in enumerate(row)
}
_WORD = re.compile(r"[a-z]{4,}")
_LINKS = ("www.", "http", ".example")


def slip(text: str, random: Callable[[], float]) -> str:
    """One slip in one of the longer words; a text without any stays as it is.

    Example:
        >>> numbers = iter([0.0, 0.5, 0.3])
        >>> slip("It came late.", lambda: next(numbers))
        'It camme late.'
    """
    words = list(_WORD.finditer(text))
    if not words or any(link in text for link in _LINKS):
        return text
    word = words[int(random() * len(words))]
    # The first letter is left alone: that is where people look while they type.
    at = word.start() + 1 + int(random() * (len(word[0]) - 2))
    kind, letter = random(), text[at]
    if kind < 0.25:
        return text[:at] + NEAR[letter][int(random() * len(NEAR[letter]))] + text[at + 1 :]
    if kind < 0.45:
        return text[:at] + letter + text[at:]
    if kind < 0.75:
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + 1] + letter + text[at + 2 :]


def without_apostrophes(text: str) -> str:
    """Contractions as hurried people type them.

    Example:
        >>> without_apostrophes("I don't think it's mine.")
        'I dont think its mine.'
    """
    return re.sub(r"(?<=[a-zA-Z])'(?=[a-z])", "", text)
