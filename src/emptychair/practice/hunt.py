"""The weasel hunt: a reader's marks in a text against the findings of ours, with a reason for every difference."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from emptychair._data import data_path
from emptychair.feedback import Span
from emptychair.feedback._numbers import DATE, quantities
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import sentences
from emptychair.feedback.checks import run_checks
from emptychair.feedback.prfaq._cues import pattern
from emptychair.feedback.prfaq._substance import dodges

Kind = Literal["hit", "missed", "false alarm"]
_CHECKS = ("weasel_words", "wordy_phrase", "platitude", "undefined_acronym")
_WORD = re.compile(r"\S+")
_EDGE = re.compile(r"^\W+|\W+$")


class Round(NamedTuple):
    """A text to hunt in, where it comes from, and the same text mended."""

    name: str
    job: str
    text: str
    mended: str


@cache
def rounds() -> tuple[Round, ...]:
    """Read ``data/weasel_hunt.toml``.

    Example:
        >>> [it.name for it in rounds()]
        ['school_meals', 'freight', 'clinic']
    """
    return tuple(Round(name, **entry) for name, entry in _data()["rounds"].items())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(data_path("weasel_hunt.toml").read_text(encoding="utf-8"))


@cache
def _asks() -> dict[str, str]:
    return {word: entry["hint"] for entry in _data()["asks"].values() for word in entry["words"]}


class Prey(NamedTuple):
    """A place that the reader objects to, with its message and what to do about it."""

    span: Span
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Call:
    """One mark, or one place without a mark, judged."""

    kind: Kind
    span: Span
    message: str
    hint: str


def words_of(text: str) -> tuple[Span, ...]:
    """Cut a text into what can be marked: its words, without the punctuation around them.

    Example:
        >>> [it.text for it in words_of("It is, arguably, “great”.")]
        ['It', 'is', 'arguably', 'great']
    """
    out = []
    for match in _WORD.finditer(text):
        start = match.start() + len(match[0]) - len(re.sub(r"^\W+", "", match[0]))
        bare = _EDGE.sub("", match[0])
        if bare:
            out.append(Span(start, start + len(bare), bare))
    return tuple(out)


def prey(text: str) -> tuple[Prey, ...]:
    """Find what dodges, praises, pads or hides behind letters, in the order of the text.

    Example:
        >>> [it.span.text for it in prey("We are thrilled: 40 calls became 9, in order to save time, very soon.")]
        ['thrilled', 'in order to', 'very soon']
    """
    checked = [
        Prey(Span.of(text, it.start, it.end), it.message, it.hint)
        for it in run_checks(Reading.of("prose", text))
        if it.check in _CHECKS
    ]
    found = [it for it in _dodging(text) if not any(_overlap(it.span, other.span) for other in checked)]
    return tuple(sorted((*checked, *found), key=lambda it: it.span.start))


def _dodging(text: str) -> list[Prey]:
    out = []
    for span in dodges(text):
        counted = any(quantities(it.text) for it in sentences(text) if it.start <= span.start < it.end)
        praise = pattern("praise_words").fullmatch(span.text)
        message = f"“{span.text}” praises; nobody can check it." if praise else f"“{span.text}” dodges."
        ask = "What does the customer have of it?" if praise else _ask(span.text)
        out.append(
            Prey(span, message, f"{ask} The sentence has a number, and says more without the word." if counted else ask)
        )
    return out


def _ask(word: str) -> str:
    """Find what to ask of a word that dodges; the longest stem of it that the data know counts."""
    low = " ".join(word.lower().split())
    stems = (f"{low[:end]}*" for end in range(len(low), 2, -1))
    return next((_asks()[it] for it in (low, *stems) if it in _asks()), "How many, how much, by when?")


def judge(text: str, marked: Collection[int]) -> tuple[Call, ...]:
    """Compare the marked words (their places in :func:`words_of`) with the reader's findings.

    Example:
        >>> [(it.kind, it.span.text) for it in judge("It was significantly faster: 3 days.", {0, 4})]
        [('false alarm', 'It'), ('missed', 'significantly'), ('false alarm', '3')]
    """
    found, words = prey(text), words_of(text)
    chosen = [words[i] for i in sorted(marked) if i in range(len(words))]
    calls = [
        Call("hit" if any(_overlap(it.span, word) for word in chosen) else "missed", it.span, it.message, it.hint)
        for it in found
    ]
    calls += [
        Call("false alarm", word, *_cleared(text, word))
        for word in chosen
        if not any(_overlap(it.span, word) for it in found)
    ]
    return tuple(sorted(calls, key=lambda it: it.span.start))


def _cleared(text: str, word: Span) -> tuple[str, str]:
    counted = [it.span for it in quantities(text)] + [Span(*it.span(), it[0]) for it in DATE.finditer(text)]
    if any(_overlap(it, word) for it in counted):
        return f"“{word.text}” belongs to a number.", "A number can be checked; that is the opposite of a dodge."
    if pattern("vague_words", "praise_words").fullmatch(word.text):
        return (
            f"“{word.text}” dodges elsewhere, not here.",
            "It asks for a number, sets a limit, or names a month. Read the words around it.",
        )
    return (
        f"The reader has nothing against “{word.text}”.",
        "If you have, ask which number or name should stand there. It knows lists of words, not the trade.",
    )


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end
