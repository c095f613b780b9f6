"""A note that tells customers what changed: five parts, each with its sentence, and nothing that hides the first of them.

What happened, whose it was, what is different now, how much better it is, what to do if it still happens. The parts are ours, after
common advice on closing the loop with customers; they say nothing about style, which :mod:`emptychair.feedback.writing` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from emptychair.feedback import writing
from emptychair.feedback._numbers import quantities
from emptychair.feedback._text import Sentence, count_words, sentences, words
from emptychair.practice._note_words import BLAME, COUNTED, DONE, HAD_TO, NOT_YET, REACH, SORRY, TURN, VOW, WE

__all__ = ("PARTS", "Change", "NoteReview", "review_note")

PARTS = {
    "happened": "What went wrong, in words that the customer would use, in the past.",
    "owned": "Whose it was: ours. No carrier, no colleague, no circumstances, and no vow about never.",
    "changed": "What is different now. Done, not planned.",
    "measured": "How it was and how it is, as two numbers that the shop's books bear out.",
    "next": "What the reader can do if it happens again, and where.",
}
SHORTEST, LONGEST = 40, 180
"""Words. Ours: below, something is missing; above, nobody reads it."""
_EACH, _FEWEST = 2, 3  # parts that one sentence may carry, so many sentences carry five


@dataclass(frozen=True, slots=True)
class Change:
    """What a note is about.

    Attributes:
        fault: Beginnings of words for what went wrong, such as ``late``.
        remedy: Beginnings of words for what is different now, such as ``carrier``.
        before: How many of 100 it was.
        after: How many of 100 it is.
    """

    fault: tuple[str, ...]
    remedy: tuple[str, ...]
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class NoteReview:
    """Which parts a note has, and what to do about the others.

    Attributes:
        found: The sentence of each part that is there.
        gate: A reason for which nothing counts yet, or nothing.
        hints: What to add, a sentence for each part that is missing.
    """

    found: dict[str, str]
    gate: str
    hints: tuple[str, ...]

    @property
    def level(self) -> int:
        """1 to 5: the number of parts."""
        return 1 if self.gate else max(1, len(self.found))

    def points(self, out_of: float) -> float:
        """An equal share for each part."""
        return 0.0 if self.gate else round(out_of * len(self.found) / len(PARTS), 2)


def review_note(text: str, change: Change) -> NoteReview:
    """Look for the five parts of a note to customers.

    Example:
        >>> change = Change(fault=("late",), remedy=("carrier",), before=24, after=14)
        >>> said = review_note("Between June and March your parcels often came late, and many of you had to ask us where they were. "
        ... "That was our decision, and we are sorry. Since April we have been back with the old carrier. "
        ... "Of 100 orders 24 led to a question; now it is 14. If yours is late, reply to this mail and we look the same day.", change)
        >>> said.level, said.gate
        (5, '')
    """
    gate = _gate(text)
    if gate:
        return NoteReview({}, gate, (gate,))
    found: dict[str, str] = {}
    load: dict[int, int] = {}
    for part, candidates in _candidates(sentences(text), change):
        chosen = next((it for it in candidates if load.get(it.start, 0) < _EACH), None)
        if chosen is not None:
            found[part] = chosen.text
            load[chosen.start] = load.get(chosen.start, 0) + 1
    hints = tuple(f"Missing: {_small(what)}" for part, what in PARTS.items() if part not in found)
    return NoteReview(found, "", hints)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _gate(text: str) -> str:
    size = count_words(text)
    if size < SHORTEST:
        return f"The note has {size} words; with fewer than {SHORTEST} something is missing."
    if size > LONGEST:
        return f"The note has {size} words; nobody who waited for a refund reads more than {LONGEST}."
    if len(sentences(text)) < _FEWEST:
        return f"The note has fewer than {_FEWEST} sentences; five parts do not fit."
    shut = [it.message for it in writing.review(text).gates]
    return shut[0] if shut else ""


def _candidates(said: Sequence[Sentence], change: Change) -> list[tuple[str, list[Sentence]]]:
    """The sentences that could carry each part, in the order of the text."""
    whole = " ".join(it.text for it in said)
    excused = BLAME.search(whole) or VOW.search(whole)
    firm = [it for it in said if not NOT_YET.search(it.text)]
    return [
        (
            "happened",
            [it for it in firm if DONE.search(it.text) and not _turns(it.text) and _begins(it.text, change.fault)],
        ),
        ("owned", [] if excused else [it for it in said if SORRY.search(it.text)]),
        ("changed", [it for it in firm if _turns(it.text) and _begins(it.text, change.remedy)]),
        ("measured", _measured(said, change)),
        ("next", [it for it in said if REACH.search(it.text) and not HAD_TO.search(it.text)]),
    ]


def _turns(text: str) -> bool:
    """Whether somebody of ours has done something that is different now."""
    return WE.search(text) is not None and TURN.search(text) is not None


def _begins(text: str, stems: tuple[str, ...]) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, stems))})", text, re.IGNORECASE) is not None


def _measured(said: Sequence[Sentence], change: Change) -> list[Sentence]:
    """Sentences that hold the number before, and the number after there or in the sentence that follows."""
    numbers = [_numbers(it.text) for it in said]
    return [
        it
        for place, it in enumerate(said)
        if _near(change.before, numbers[place])
        and _near(change.after, [n for some in numbers[place : place + 2] for n in some])
    ]


def _numbers(text: str) -> list[tuple[float, float]]:
    """The numbers of a sentence, each with half of the last place that is written; "31 of 240" is 12.9 of 100."""
    found = [(it.value, it.step) for it in quantities(text)]
    return found + [(COUNTED[word], 0.5) for word in words(text.lower()) if word in COUNTED]


def _near(value: float, numbers: Sequence[tuple[float, float]]) -> bool:
    return any(abs(number - value) <= step + 1e-9 for number, step in numbers)
