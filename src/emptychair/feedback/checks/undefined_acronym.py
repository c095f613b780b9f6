"""Letters that only insiders can read.

Define an acronym where it first stands (Amazon writing advice as practitioners report it). Common ones are let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._reading import Reading
from emptychair.feedback.checks._check import Check, Remark

_CAPITAL = re.compile(r"[A-Z]")
# The first letter stands before the look behind it, so that the search can skip from capital to capital. A word in capitals
# beside another one is a heading that shouts, not an acronym.
_ACRONYM = re.compile(r"[A-Z](?<![\w.-].)(?<![A-Z]{2} .)[A-Z]{1,4}s?(?![\w-])(?! [A-Z]{2})")
_OPENED = re.compile(r"\(([A-Z]{2,5})")


def _find(reading: Reading) -> Iterator[Remark]:
    seen: set[str] = set()
    opened = frozenset(_OPENED.findall(reading.text))
    shouting = len(_CAPITAL.findall(reading.text)) > len(reading.text) / 3
    for match in () if shouting else _ACRONYM.finditer(reading.text):
        letters = match[0].rstrip("s")
        if len(letters) < 2 or letters in seen or letters.lower() in words_of("known_acronyms"):
            continue
        seen.add(letters)
        if not _defined(reading.text, letters, match, opened):
            yield (
                match.span(),
                f"What is {letters}?",
                "Somebody from another company is listening. Say it in words the first time.",
                None,
            )


def _defined(text: str, letters: str, match: re.Match[str], opened: frozenset[str]) -> bool:
    around = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
    return "(" in around or ")" in around or letters in opened


CHECK = Check("undefined_acronym", "informative", _find, most=2)
