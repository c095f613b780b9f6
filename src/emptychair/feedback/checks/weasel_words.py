"""Words that stand where a number should.

Replace adjectives with data, and drop words that dodge a commitment (Amazon writing advice as practitioners report it).
"""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._model import Edit
from emptychair.feedback._reading import Reading, phrases
from emptychair.feedback.checks._check import Check, Remark

_COUNTED = frozenset(
    {
        "numerous",
        "various",
        "a number of",
        "a lot of",
        "lots of",
        "countless",
        "a wide range of",
        "a variety of",
        "many people",
    }
)


def count(text: str) -> int:
    """Count the weasel words of a text.

    Example:
        >>> count("A seamless, world-class experience.")
        2
    """
    return sum(1 for _ in phrases("weasel_words").finditer(text))


def _find(reading: Reading) -> Iterator[Remark]:
    for match in phrases("weasel_words").finditer(reading.text):
        counted = " ".join(match[0].lower().split()) in _COUNTED
        yield (
            match.span(),
            f"“{match[0]}” stands where a number should.",
            "How many, how much, by when? If nobody knows, say that.",
            Edit(*match.span(), "[how many]") if counted else None,
        )


CHECK = Check("weasel_words", "informative", _find)
