"""Any prose: short sentences, words that commit, data instead of adjectives, acronyms in words, and a consequence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from emptychair.feedback._jumble import jumbled
from emptychair.feedback._model import Criterion, Gate, Review, Span
from emptychair.feedback._numbers import quantities
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import Sentence, count_words
from emptychair.feedback.checks import run_checks, undefined_acronym
from emptychair.feedback.consistency import Contradiction, contradictions, remarks
from emptychair.feedback.prfaq._cues import hits, pattern
from emptychair.feedback.prfaq._prose import counted_numbers, long_share
from emptychair.feedback.prfaq._substance import vague

__all__ = ("review",)

CLEAR, FAIR = 75, 45
"""Scores from which the verdict reads "clear" and "worth another pass". Ours."""
ENOUGH = 40
"""Words from which a text can be judged."""
LONGEST = 150_000
"""Characters that are read; more of the same kind changes nothing."""
_CAP, _REMARKS, _QUOTES = 40, 8, 2
_BUZZ = 6  # words in a hundred


_DAY = re.compile(
    r"\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:today|tomorrow|tonight|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)

_LINE = re.compile(r"\bif\b[^.]{5,120}\b(?:we|I)\b", re.IGNORECASE)


class _Said(NamedTuple):
    title: str
    message: str
    hint: str


_WORDS = {
    "sentences": _Said(
        "Short sentences",
        "More than one sentence in twenty has thirty words or more.",
        "Put the full stop where you would take a breath.",
    ),
    "weasels": _Said(
        "Words that commit",
        "Words dodge where a yes, a no or a number could stand.",
        "At most one in a hundred. Take it out and see what the sentence still says.",
    ),
    "data": _Said(
        "Data, not adjectives", "Adjectives stand where data should.", "How much, how many, compared with what?"
    ),
    "numbers": _Said(
        "Numbers",
        "There are fewer numbers than claims, or two of them disagree.",
        "One in 75 words, each with its unit, and the same one wherever it comes again.",
    ),
    "acronyms": _Said(
        "Acronyms", "An acronym is not explained where it first stands.", "Somebody from another department is reading."
    ),
    "so_what": _Said(
        "So what", "The text ends without a consequence.", "What follows, what do you ask for, who decides, by when?"
    ),
}


class _Seen(NamedTuple):
    """A text, read once."""

    text: str
    sentences: tuple[Sentence, ...]
    words: int
    clashes: tuple[Contradiction, ...]


@lru_cache(maxsize=32)
def review(text: str) -> Review:
    """Review any prose: an email, a status report, a paragraph of a document.

    Example:
        >>> review("It was a significant improvement and everybody was very happy. " * 8).verdict
        'start again'
    """
    text = text[:LONGEST]
    reading = Reading.of("prose", text)
    seen = _Seen(text, reading.sentences, count_words(text), contradictions(text))
    shut = _gates(seen)
    levels = _levels(seen) if seen.words else dict.fromkeys(_WORDS, 1)
    points = min([int(25 * (sum(levels.values()) / len(levels) - 1) + 0.5), *(gate.cap for gate in shut)])
    criteria = tuple(_criterion(seen, name, levels[name]) for name in _WORDS)
    return Review(
        kind="prose",
        score=points,
        verdict="clear" if points >= CLEAR else "worth another pass" if points >= FAIR else "start again",
        criteria=criteria,
        findings=(*remarks(seen.clashes[:_QUOTES]), *run_checks(reading)[:_REMARKS]) if seen.words else (),
        gates=shut,
    )


def _gates(seen: _Seen) -> tuple[Gate, ...]:
    if not seen.words:
        return (Gate("empty", "There is no text yet.", 0),)
    if seen.words < ENOUGH:
        return (Gate("too_short", f"{seen.words} words are too few to judge.", _CAP),)
    said = [sentence.text.lower() for sentence in seen.sentences]
    if len(set(said)) < 0.7 * len(said):
        return (Gate("repeated", "The text repeats itself; saying it twice adds nothing.", _CAP),)
    if jumbled(seen.text, seen.words):
        return (Gate("jumble", "The words are in an order nobody writes in.", _CAP),)
    if 100 * vague(seen.text) > _BUZZ * seen.words:
        return (Gate("buzzwords", "Every sixteenth word dodges or praises; take them out and see what is left.", _CAP),)
    return ()


def _step(value: float, cuts: tuple[float, float, float, float]) -> int:
    """Give 5 up to the first cut, 1 beyond the last."""
    return 5 - sum(value > cut for cut in cuts)


def _levels(seen: _Seen) -> dict[str, int]:
    vague_words = 100 * vague(seen.text) / seen.words
    soft = sum(1 for s in seen.sentences if vague(s.text) and not quantities(s.text)) / max(1, len(seen.sentences))
    rate = 75 * counted_numbers(seen.text) / seen.words
    unknown = len(list(undefined_acronym.CHECK(Reading("prose", seen.text, ()))))
    return {
        "sentences": _step(long_share(seen.text), (0.05, 0.10, 0.15, 0.25)),
        "weasels": _step(vague_words, (1.0, 2.0, 3.0, 4.5)),
        "data": _step(soft, (0.05, 0.12, 0.25, 0.4)),
        "numbers": max(1, _step(-rate, (-1.0, -0.7, -0.4, -0.01)) - 2 * bool(seen.clashes)),
        "acronyms": max(1, 5 - 2 * unknown),
        "so_what": _so_what(seen),
    }


def _ending(seen: _Seen) -> tuple[Sentence, ...]:
    return seen.sentences[-max(2, len(seen.sentences) // 5) :]


def _so_what(seen: _Seen) -> int:
    """Does it end in a decision, a question to be answered or a step, with a day or a number? One that dodges is none."""
    ending = [sentence.text for sentence in _ending(seen)]
    asked = [text for text in ending if not vague(text) and _decides(text)]
    if asked:
        return 5 if any(_DAY.search(text) or quantities(text) for text in asked) else 4
    return 3 if hits("reasons", " ".join(ending)) else 2 if pattern("decisions").search(seen.text) else 1


def _decides(sentence: str) -> bool:
    return bool(hits("decisions", sentence) or sentence.endswith("?") or _LINE.search(sentence))


def _criterion(seen: _Seen, name: str, level: int) -> Criterion:
    entry = _WORDS[name]
    chosen: list[Sentence] = []
    if name == "numbers":
        chosen = [s for s in seen.sentences if quantities(s.text)][:_QUOTES]
    elif name == "so_what" and level >= 4:
        chosen = [s for s in _ending(seen) if _decides(s.text) and not vague(s.text)][:_QUOTES]
    return Criterion(
        name=name,
        title=entry.title,
        level=level,
        weight=1 / len(_WORDS),
        evidence=tuple(Span.of(seen.text, s.start, s.end) for s in chosen),
        next_step=f"{entry.message} {entry.hint}" if level < 5 else None,
    )
