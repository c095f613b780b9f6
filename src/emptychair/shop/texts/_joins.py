"""How one sentence is hung onto another."""

from __future__ import annotations

import re

NOTHING = "_"
"""The connective that leaves a sentence as it is."""
_KEEP = re.compile(
    r"(I\b|[A-Z0-9{]{2}|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May |June|July|August"
    r"|September|October|November|December|Christmas|Easter|Tern|Grandma|[^A-Z])"
)


def hung(join: str, sentence: str) -> str:
    """A sentence behind a connective: with a small letter, unless it begins with a name or the connective ends a sentence.

    Example:
        >>> hung("That said,", "The color is right."), hung("But", "I like it."), hung("Second thing.", "It leaks.")
        ('That said, the color is right.', 'But I like it.', 'Second thing. It leaks.')
    """
    if join == NOTHING:
        return sentence
    if not join.endswith((".", "!", "?")) and not _KEEP.match(sentence):
        sentence = sentence[0].lower() + sentence[1:]
    return f"{join} {sentence}"
