"""A text as the checks get it: read once, looked at many times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from emptychair.feedback._lexicon import words_of
from emptychair.feedback._text import Sentence, count_words, sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """``parts`` names the component of each sentence where that is known (STAR answers), else it is empty."""

    kind: str
    text: str
    sentences: tuple[Sentence, ...]
    parts: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: str, text: str, parts: tuple[str, ...] = ()) -> Reading:
        """Read a text.

        Example:
            >>> len(Reading.of("prose", "One. Two.").sentences)
            2
        """
        return cls(kind, text, sentences(text), parts)

    @property
    def words(self) -> int:
        """Count the words."""
        return count_words(self.text)

    def of_part(self, *parts: str) -> list[Sentence]:
        """Give the sentences that play one of these parts."""
        return [sentence for sentence, part in zip(self.sentences, self.parts, strict=True) if part in parts]


@cache
def phrases(*names: str) -> re.Pattern[str]:
    """Compile word lists into one pattern; longer phrases win; a space stands for any white space.

    Example:
        >>> phrases("fillers").findall("It was, um, fine.")
        ['um']
    """
    listed = frozenset[str]().union(*map(words_of, names))
    return re.compile(rf"(?<!\w){one_of(listed, _spelled)}(?!\w)", re.IGNORECASE)


def one_of(listed: Iterable[str], spelled: Callable[[str], str]) -> str:
    """Write a pattern for any of these phrases; the longest wins.

    They are gathered by first letter, so that a look at one letter is all that most places of a text need.

    Example:
        >>> one_of(["lot", "lots", "all"], re.escape)
        '(?=[la])(?:l(?:ots|ot)|a(?:ll))'
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(listed, key=lambda phrase: (-len(phrase), phrase)):
        by_letter[phrase[0]].append(spelled(phrase[1:]))
    groups = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?=[{re.escape(''.join(by_letter))}])(?:{groups})"


def _spelled(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
