"""A note that tells customers what changed: five parts, each with its sentence, and nothing that hides the first of them.

What happened, whose it was, what is different now, how much better it is, what to do if it still happens. The parts are ours, after
common advice on closing the loop with customers; they say nothing about style, which :mod:`emptychair.feedback.writing` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from emptychair.feedback import writing
from emptychair.feedback._text import Sentence, count_words, sentences

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
_EACH = 2  # parts that one sentence may carry

_DONE = re.compile(
    r"\b(?:was|were|came|arrived|took|had|went|did|broke|left|lost|ran|kept|got|sent|made|said|showed|paid|has|have"
    r"|\w{3,}ed)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:would|could|might|may|if|unless|will|shall|plan\w*|hope|going to|working on|look(?:ing)? into|consider\w*"
    r"|intend\w*|soon|trying)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|i|our|us|my)\b", re.IGNORECASE)
_SORRY = re.compile(
    r"\b(?:sorry|apologi[sz]e|our (?:fault|mistake|decision|error|doing)|we should have|we should not have|we got (?:it|this|that) wrong"
    r"|we let you down|we were wrong|that was on us|i should have)\b",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:(?:carrier|courier|warehouse|bank|supplier|vendor|weather|staff|department|colleague|team|system|software|customer)s?(?:'s|’s)? "
    r"(?:fault|mistake|failed|let us down|is to blame|was to blame|were to blame|messed up)"
    r"|(?:beyond|outside) our control|circumstances|fault of (?:the|our)|because you\b|you (?:should have|failed|forgot))",
    re.IGNORECASE,
)
_VOW = re.compile(
    r"\bnever (?:again|happen)|\b(?:guarantee|promise) (?:that )?(?:it|this|you)\b|\b100 ?% (?:sure|certain|fixed)",
    re.I,
)
_REACH = re.compile(
    r"\b(?:write|reply|call|tell|email|ring|phone|message|contact|let|text)\b(?: back)?(?: to)?(?: us| me|(?= \S+@)|(?= \d))"
    r"|\breply to this\b|\b(?:reply|write|call|email) (?:with|at|on)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])(?!\.\d)")
_WORDS = {
    "no": 0,
    "none": 0,
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
_WORDS |= {
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}


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
    hints = tuple(f"Missing: {_small(words)}" for part, words in PARTS.items() if part not in found)
    return NoteReview(found, "", hints)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _gate(text: str) -> str:
    size = count_words(text)
    if size < SHORTEST:
        return f"The note has {size} words; with fewer than {SHORTEST} something is missing."
    if size > LONGEST:
        return f"The note has {size} words; nobody who waited for a refund reads more than {LONGEST}."
    shut = [it.message for it in writing.review(text).gates]
    return shut[0] if shut else ""


def _candidates(said: Sequence[Sentence], change: Change) -> list[tuple[str, list[Sentence]]]:
    """The sentences that could carry each part, in the order of the text."""
    whole = " ".join(it.text for it in said)
    excused = _BLAME.search(whole) or _VOW.search(whole)
    past = [it for it in said if _DONE.search(it.text) and not _NOT_YET.search(it.text)]
    return [
        ("happened", [it for it in past if _begins(it.text, change.fault)]),
        ("owned", [] if excused else [it for it in said if _SORRY.search(it.text)]),
        ("changed", [it for it in past if _begins(it.text, change.remedy) and _WE.search(it.text)]),
        ("measured", _measured(said, change)),
        ("next", [it for it in said if _REACH.search(it.text)]),
    ]


def _begins(text: str, stems: tuple[str, ...]) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, stems))})", text, re.IGNORECASE) is not None


def _measured(said: Sequence[Sentence], change: Change) -> list[Sentence]:
    """Sentences that hold both numbers, alone or with the one after them."""
    numbers = [_numbers(it.text) for it in said]
    return [
        it
        for place, it in enumerate(said)
        if _near(change.before, numbers[place])
        and _near(change.after, {n for some in numbers[place : place + 2] for n in some})
    ]


def _numbers(text: str) -> set[float]:
    digits = {float(it.replace(",", "")) for it in _NUMBER.findall(text)}
    return digits | {float(_WORDS[it]) for it in re.findall(r"[a-z]+", text.lower()) if it in _WORDS}


def _near(value: float, numbers: set[float]) -> bool:
    """Whether one of the numbers is the value, as it is or rounded to a whole one."""
    return any(abs(it - value) < 0.051 or it == round(value) for it in numbers)
