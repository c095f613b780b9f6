"""Drafts of an answer: kept one by one, and compared in words and in levels.

A draft is its text alone. What the reader says of it is worked out when it is looked at, so that all drafts are always judged by
the same reader. Each has a place of its own in the progress store, named after question and text: two lessons that keep drafts
at the same time cannot lose one of each other's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from hashlib import sha256
from typing import Literal, NamedTuple

from emptychair._progress import keep, kept
from emptychair.feedback import star

__all__ = ("SHELF", "Draft", "Moved", "Piece", "Revision", "drafts", "keep_draft", "name_of", "revision", "wording")

SHELF = "drafts"
_MANY, _TOO_MANY = (
    2_000,
    20_000,
)  # words from which the comparison takes a shorter way, and from which it is not worth one

_CHANCE = 4  # words in common that mean nothing between longer changes: "in the" is in every text

Kind = Literal["same", "cut", "new"]


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft and the moment (UTC, ISO) at which it was kept."""

    text: str
    kept_at: str


_Code = tuple[str, int, int, int, int]
"""What difflib says of a piece: same or changed, and its places in the older and in the newer text."""


class Piece(NamedTuple):
    """A piece of a comparison: in both drafts, only in the older one, only in the newer one."""

    kind: Kind
    text: str


class Moved(NamedTuple):
    """A dimension of the rubric whose level is another one now."""

    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of an answer from one draft to another. ``opened`` and ``shut`` are gates, in the reader's words."""

    gain: int
    moved: tuple[Moved, ...]
    opened: tuple[str, ...]
    shut: tuple[str, ...]
    pieces: tuple[Piece, ...]


def name_of(*parts: str) -> str:
    """Make a short name out of texts, the same on every machine.

    Example:
        >>> name_of("Why?", "Because.") == name_of("Why?", "Because."), len(name_of(""))
        (True, 16)
    """
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def keep_draft(question: str, text: str, at: datetime | None = None) -> None:
    """Keep a draft; one that is kept again is the latest.

    Raises:
        EmptyChairError: The progress store cannot be written.
    """
    moment = (at or datetime.now(UTC)).isoformat(timespec="microseconds")
    keep(SHELF, name_of(question, text), {"question": question, "text": text, "kept_at": moment})


def drafts(question: str) -> tuple[Draft, ...]:
    """Give the drafts of a question, the oldest first; what is no draft is passed over.

    Raises:
        EmptyChairError: The progress store cannot be read.
    """
    entries = [it for it in kept(SHELF).values() if isinstance(it, dict) and it.get("question") == question]
    whole = [it for it in entries if isinstance(it.get("text"), str) and isinstance(it.get("kept_at"), str)]
    return tuple(sorted((Draft(it["text"], it["kept_at"]) for it in whole), key=lambda it: (it.kept_at, it.text)))


def wording(before: str, after: str) -> tuple[Piece, ...]:
    """Compare two texts word by word. Same and cut pieces make the older text, same and new ones the newer.

    Example:
        >>> [(it.kind, it.text) for it in wording("We rang her.", "I rang her twice.")]
        [('cut', 'We '), ('new', 'I '), ('same', 'rang '), ('cut', 'her.'), ('new', 'her twice.')]
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    old, new = (re.findall(r"\S+\s*|\s+", it) for it in (before, after))
    if len(old) + len(new) > _TOO_MANY:
        return tuple(it for it in (Piece("cut", before), Piece("new", after)) if it.text)
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > _MANY)
    pieces: list[Piece] = []
    for tag, a, b, c, d in _readable(matcher.get_opcodes()):
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
        else:
            pieces += [Piece("cut", "".join(old[a:b])), Piece("new", "".join(new[c:d]))]
    return tuple(it for it in pieces if it.text)


def _readable(codes: Sequence[_Code]) -> list[_Code]:
    """Let a few words in common go with longer changes on both sides: word by word in turn, neither text can be read."""
    lengths = [max(b - a, d - c) for _, a, b, c, d in codes]
    out: list[_Code] = []
    for place, (tag, a, b, c, d) in enumerate(codes):
        beside = lengths[place - 1 : place + 2 : 2] if place else []
        kept = tag == "equal" and not (len(beside) == 2 and lengths[place] <= min(_CHANCE, *(it - 1 for it in beside)))
        if out and out[-1][0] != "equal" and not kept:
            out[-1] = ("replace", out[-1][1], b, out[-1][3], d)
        else:
            out.append((tag, a, b, c, d))
    return out


def revision(before: str, after: str, question: str | None = None) -> Revision:
    """Say what moved from one draft to another.

    Example:
        >>> found = revision("We are nice to customers.", "We are nice to customers.")
        >>> found.gain, found.moved, [it.kind for it in found.pieces]
        (0, (), ['same'])
    """
    old, new = star.review(before, question), star.review(after, question)
    levels = {it.name: it.level for it in old.criteria}
    gates = [{gate.name: gate.message for gate in review.gates} for review in (old, new)]
    return Revision(
        gain=new.score - old.score,
        moved=tuple(Moved(it.title, levels[it.name], it.level) for it in new.criteria if it.level != levels[it.name]),
        opened=tuple(message for name, message in gates[0].items() if name not in gates[1]),
        shut=tuple(message for name, message in gates[1].items() if name not in gates[0]),
        pieces=wording(before, after),
    )
