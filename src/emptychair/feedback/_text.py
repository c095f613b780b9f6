"""Cut prose into sentences and words without losing a character's place.

Every function is linear in the length of the text and takes any Unicode string.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from emptychair.feedback._lexicon import words_of


class Sentence(NamedTuple):
    """``text`` stands at ``[start:end]`` of the whole; no white space at its ends."""

    text: str
    start: int
    end: int


_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*|\d+(?:[.,:]\d+)*", re.UNICODE)
# A stop: closing marks with quotes or brackets behind them, then white space. A line that opens a list item or
# follows an empty line starts anew. A single line break does not: people wrap their lines.
# The look-behind lets a run of marks be tried once only, which keeps "!!!!..." linear.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)])\s)")
_LAST_WORD = re.compile(r"[\w.'’]*$", re.UNICODE)
_LOWER_NEXT = re.compile(r"\s+([^\W\d_])", re.UNICODE)
_TAIL = 24  # characters before a full stop in which an abbreviation is looked for
MOST = 20_000
"""Sentences that are told apart; what follows is one more. An hour of talk has a thousand, two megabytes of prose have these."""


def words(text: str) -> list[str]:
    """Give the words and numbers in reading order.

    Example:
        >>> words("She'd paid $1,200 for a follow-up.")
        ["She'd", 'paid', '1,200', 'for', 'a', 'follow-up']
    """
    return list(_words(text))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=4096)
def count_words(text: str) -> int:
    """Count words as a speaker would say them.

    Example:
        >>> count_words("I rang her at 9:30.")
        5
    """
    return len(_words(text))


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences.

    Example:
        >>> [s.text for s in sentences("Dr. Okoye rang at 4 p.m. on Friday. I had 3.5 hours left!")]
        ['Dr. Okoye rang at 4 p.m. on Friday.', 'I had 3.5 hours left!']
    """
    out: list[Sentence] = []
    start = 0
    for stop in _STOP.finditer(text):
        if not stop[0].startswith("\n") and not _ends_sentence(text, stop):
            continue
        _keep(out, text, start, stop.end())
        start = stop.end()
        if len(out) == MOST:
            break
    _keep(out, text, start, len(text))
    return tuple(out)


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    mark = stop[0]
    following = _LOWER_NEXT.match(text, stop.end())
    lower_next = bool(following and following[1].islower())
    if lower_next and (mark.startswith(("...", "…")) or mark[-1] in "\"'”’»)]"):
        return False  # "wait..." she said; (why?) we asked
    if mark[0] != ".":
        return True
    found = _LAST_WORD.search(text[max(0, stop.start() - _TAIL) : stop.start()])
    last = found[0].lower() if found else ""
    if last in words_of("abbreviations"):
        return False
    if last in words_of("abbreviations_at_end"):
        return not lower_next and not _digit_next(text, stop.end())
    return not (len(last) == 1 and last.isalpha() and last != "i")  # an initial: "J. Park"


def _digit_next(text: str, at: int) -> bool:
    return text[at : at + 4].lstrip()[:1].isdigit()


def _keep(out: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        out.append(Sentence(piece, start + left, start + left + len(piece)))
