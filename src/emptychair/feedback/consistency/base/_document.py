"""A document as the kinds of this package see it: the release, the questions, the answers, and who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import DATE, Quantity, quantities
from emptychair.feedback.consistency.base._facts import Facts
from emptychair.feedback.consistency.base._lazy import Lazy

_LEAST = 2  # questions; fewer are no FAQ
_APART = 1500  # characters between the first two questions of an FAQ
_NUMBERS = 500  # of a document that are compared
_LONGEST = 60_000  # characters of a release in which quotations are looked for
_MOST = 400  # pieces of a document that are compared; a longer one is no press release
_QUESTION = Lazy(
    r"^[ \t>#*_•|-]*+(?:\(?(?:q(?:uestion)?[ ]?)?\d{0,3}[.):][ \t*_]*)?"
    r"(?P<asks>(?![\"'“‘])(?:[^\n?.!]{4,80}\. )?[^\n?.!]{3,200}\?)(?=[*_\"')”’:|]*(?:\s|$))",
    re.MULTILINE,
)
_SPOKEN = Lazy(r"\"[^\"\n]{4,1500}\"|“[^”\n]{4,1500}”|(?<![\w’'])['‘](?=\w)[^\n]{4,600}?[.,?!]['’](?!\w)")
_TOP = 1200  # characters in which a release says what it launches
_LAUNCHED = Lazy(r"\b(?:launch|open|start|releas|introduc|announc|unveil)(?:e?s|e?d|ing)? ([A-Z][\w-]{2,})")
_TITLE_WORD = Lazy(r"[A-Z][\w'’-]{2,}")
_LEAD = Lazy(r"[\s*_:#>|-]*(?:a(?:nswer)?\d{0,3}[.:)] )?")
_OURS = Lazy(r"\b(?:we|us|our|ours|ourselves)\b")
_ONE_OF = Lazy(r"[Oo]ne of (\d{2,3})")
_ANY = Lazy(r"[^\W_]")


class Piece(NamedTuple):
    """A sentence, or what of it belongs to one answer."""

    start: int
    end: int
    low: str


class Answer(NamedTuple):
    """A question in small letters, and the pieces of its answer. ``ours``: the team asks itself."""

    at: int
    question: str
    ours: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """``low`` has the letters of ``text`` in small, each at its place; ``names`` are words of the product's name."""

    facts: Facts
    text: str
    low: str
    release: tuple[Piece, ...]
    answers: tuple[Answer, ...]
    numbers: tuple[Quantity, ...]
    starts: tuple[int, ...]  # of the numbers
    names: frozenset[str]
    spoken: tuple[tuple[int, int], ...]

    def within(self, piece: Piece) -> tuple[Quantity, ...]:
        """Give the numbers of a piece."""
        return self.numbers[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]

    @property
    def release_end(self) -> int:
        """Where the release ends."""
        return self.release[-1].end if self.release else 0

    @property
    def trouble(self) -> tuple[Piece, ...]:
        """Give what stands between the summary and the next sentence that names the product: the problem."""
        opened = DATE.search(self.text)
        start = self.text.find("\n\n", opened.end()) if opened else -1
        if start < 0 or not self.names:
            return ()
        below = [piece for piece in self.release if piece.start >= start]
        named = (i for i, piece in enumerate(below) if any(name in piece.low for name in self.names))
        return tuple(below[: next(named, 0)])

    def said(self, at: int) -> bool:
        """Does a place stand inside a quotation?"""
        found = bisect_right(self.spoken, at, key=lambda it: it[0]) - 1
        return found >= 0 and at < self.spoken[found][1]

    def everything(self) -> Iterator[tuple[Piece, Answer | None]]:
        """Give all pieces in reading order, with the answer they belong to."""
        for piece in self.release:
            yield piece, None
        for answer in self.answers:
            for piece in answer.pieces:
                yield piece, answer

    def found(self, piece: Piece, match: re.Match[str], name: str | int = 0) -> Span:
        """Quote what a pattern found in a piece, from one of its groups on."""
        return self.span(piece.start + match.start(name), piece.start + match.end())

    def span(self, start: int, end: int) -> Span:
        """Quote a place without the white space at its ends."""
        shown = self.text[start:end]
        return Span.of(self.text, start + len(shown) - len(shown.lstrip()), end - len(shown) + len(shown.rstrip()))


def read(facts: Facts) -> Document | None:
    """Read a text; without questions it is no document."""
    text, low = facts.text, facts.low
    if text.count("?") < _LEAST:
        return None
    asked = [(it.start("asks"), it.end()) for it in _QUESTION.re.finditer(low)]
    while len(asked) > 1 and asked[1][0] - asked[0][0] > _APART:
        del asked[0]
    if len(asked) < _LEAST:
        return None
    cut = facts.sentences[: 2 * _MOST]
    starts = [sentence.start for sentence in cut]

    def pieces(start: int, end: int) -> tuple[Piece, ...]:
        first = max(0, bisect_right(starts, start) - 1)
        some = ((max(start, it.start), min(end, it.end)) for it in cut[first : bisect_left(starts, end)])
        return tuple(it for it in (_piece(low, a, b) for a, b in some if a < b) if _ANY.re.search(it.low))

    ends = [start for start, _ in asked[1:]] + [len(text)]
    answers = tuple(
        Answer(start, low[start:stop], bool(_OURS.re.search(low, start, stop)), pieces(stop, end))
        for (start, stop), end in zip(asked[:_MOST], ends, strict=False)
    )
    spoken = tuple(it.span() for it in _SPOKEN.re.finditer(text, 0, min(asked[0][0], _LONGEST)))
    numbers = tuple(map(_counted, quantities(text)[:_NUMBERS]))
    return Document(
        facts,
        text,
        low,
        pieces(0, asked[0][0]),
        answers,
        numbers,
        tuple(it.span.start for it in numbers),
        _names(text),
        spoken,
    )


def _counted(quantity: Quantity) -> Quantity:
    """Read "one of 430 people" as 430 people, of whom one is spoken of, and not as a share."""
    told = _ONE_OF.re.fullmatch(quantity.span.text) if quantity.percent else None
    return replace(quantity, value=float(told[1]), percent=False, step=0.5) if told else quantity


def _piece(low: str, start: int, end: int) -> Piece:
    """Cut off the marks and the "A:" that an answer opens with."""
    lead = _LEAD.re.match(low, start, end)
    start = lead.end() if lead else start
    return Piece(start, end, low[start:end])


def _names(text: str) -> frozenset[str]:
    """Words of the first line that are written with a capital wherever they stand again."""
    title = text.lstrip()[:300].partition("\n")[0]
    launched = _LAUNCHED.re.search(text, 0, _TOP)
    some = {it[0].title() if it[0].isupper() else it[0] for it in _TITLE_WORD.re.finditer(title)}
    some |= {launched[1]} if launched else set()
    return frozenset(
        word.lower()
        for word in some
        if "'" not in word
        and "’" not in word
        and text.count(word) > 2
        and not re.search(rf"\b{re.escape(word.lower())}\b(?!\.\w)", text)
    )
