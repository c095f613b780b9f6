"""A transcript that was pasted: the words of whoever speaks most, without times and names.

What programs that write down speech give is alike: times, alone or in front of a line; names, alone, with a time, or with a colon.
A text with fewer than two times at the start or end of lines is no transcript and stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*)(?: [^\W\d_a-z\s][\w.'’-]*| \d{1,2}){0,2}"
_CUE = re.compile(rf"^\s*({_TIME})\s*-+>\s*({_TIME})(?:\s+\S+:\S+)*\s*$")
_HEAD = re.compile(rf"^\s*(?P<name>{_NAME}):?,?\s+[\[(]?(?P<time>{_TIME})[\])]?\s*$")
_LED = re.compile(rf"^\s*[\[(]?(?P<time>{_TIME})[\])]?(?:\s*[-–—])?(?:\s+|$)(?P<rest>.*)$")
_LABEL = re.compile(rf"^\s*(?:<v (?P<voice>[^>]+)>|(?P<name>{_NAME}):\s+)(?P<rest>.*)$")
_ALONE = re.compile(rf"^\s*{_NAME}\s*$")
_MARKS = re.compile(r"</?[a-z][^>]{0,40}>")
_NOISE = re.compile(r"^\s*(?:WEBVTT.*|NOTE\b.*|Kind:.*|Language:.*|\d+)\s*$")
_FEWEST = 2  # times


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said, and for how many seconds; 0 where the transcript does not tell."""

    text: str
    seconds: int = 0


@dataclass(slots=True)
class _Piece:
    """A run of lines under one time: who, from when, until when."""

    who: str
    start: float
    end: float
    lines: list[str]


def spoken_words(text: str) -> Spoken:
    """Take times and names out of a pasted transcript; of two speakers the one who says more is the one who answers.

    Example:
        >>> spoken_words("[00:02] Host: Tell me about it.\\n[00:05] Ana: I rang her myself, that evening.\\n[00:09] Host: And?")
        Spoken(text='I rang her myself, that evening.', seconds=4)
        >>> spoken_words("At 9:30 I rang her.\\nResult: she stayed.").seconds
        0
    """
    lines = text.splitlines()
    if sum(any(it.match(line) for it in (_CUE, _HEAD, _LED)) for line in lines) < _FEWEST:
        return Spoken(text)
    pieces = [*_ended(_pieces(lines))]
    said: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        said[piece.who] += " ".join(piece.lines).split()
    who = max(said, key=lambda name: len(said[name]), default="")
    if not said.get(who):
        return Spoken(text)  # nothing but times: whatever it is, nothing of it is lost
    return Spoken(" ".join(said[who]), round(sum(it.end - it.start for it in pieces if it.who == who and it.lines)))


def _pieces(lines: list[str]) -> Iterator[_Piece]:
    """Cut the transcript at its times and names."""
    now = _Piece("", 0.0, 0.0, [])
    for place, line in enumerate(lines):
        cue, head = _CUE.match(line), _HEAD.match(line)
        if cue or head:
            yield now
            start = _seconds(cue[1] if cue else head["time"])  # type: ignore[index]  # one of the two it is
            now = _Piece(head["name"] if head else now.who, start, _seconds(cue[2]) if cue else start, [])
            continue
        if _NOISE.match(line):
            continue
        led = _LED.match(line)
        if led:
            yield now
            now, line = _Piece(now.who, _seconds(led["time"]), _seconds(led["time"]), []), led["rest"]
        label = _LABEL.match(line)
        if label or (not now.lines and _ALONE.match(line) and "".join(lines[place + 1 : place + 2]).strip()):
            name, line = (label["voice"] or label["name"], label["rest"]) if label else (line.strip(), "")
            if now.lines:
                yield now
                now = _Piece(name, now.end, now.end, [])
            now.who = name
        now.lines += [it] if (it := _MARKS.sub("", line).strip()) else []
    yield now


def _ended(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Where no end is written, a piece ends when the next begins."""
    before: _Piece | None = None
    for piece in pieces:
        if before:
            if before.end <= before.start < piece.start:
                before.end = piece.start
            yield before
        before = piece
    if before:
        yield before


def _seconds(time: str) -> float:
    parts = [float(it) for it in time.replace(",", ".").split(":")]
    return sum(it * 60.0**n for n, it in enumerate(reversed(parts)))
