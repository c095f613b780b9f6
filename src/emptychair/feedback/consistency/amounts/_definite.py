"""A group that is told as known, with a number that it never had: nine shops, and then "our six shops"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency.base import (
    WORD,
    Contradiction,
    Document,
    Lazy,
    Piece,
    differ,
    is_count,
    plural,
    stem,
)

_KNOWN = Lazy(r"\b(?:(?:one|any|each|all|every one) of (?:our|the|its)|all(?: of)? (?:our|the|its)|our|its|the|all) $")
_WHOLE = Lazy(
    r"\b(?:there are|has|have|runs?|with|in|at|to|for|opened|one of|trial (?:in|with|at)|tried (?:it )?(?:with|at"
    r"|in)) (?:the |our |its |all )?$"
)
_NARROWED = Lazy(
    r"^ ?(?:who|that|which|whose|we|i|they|with|without|where|from (?:the|our)|near|made|in (?!the (?:trial|pilot|study"
    r"|beta)\b|all\b)|on (?:the|our|this)|for|such|at|of (?!the (?:trial|pilot|study|beta)\b))\b"
)
_CHANGED = Lazy(
    r"\b(?:until|will|plan|planned|goal|target|phase|later|grow|would)\b|\b(?:next|another|second|first|other|last|remaining"
    r"|more|least|up to|by|from)(?: [a-z]+)? $"
)
_SUPPOSED = Lazy(
    r"^(?:but |and |so )?(?:with|at|below|above|under)(?: only| about| just)? $"
)  # "with six clinics it is $22"
_BY_THEN = Lazy(r"^[^.;:,]{0,12} (?:by|until|in the first|per|a|each) (?:the end|year|month|week|day|then|20\d\d)\b")
_SOME_OF = Lazy(r"\b(?:[\d,]+|[a-z]+(?:-[a-z]+)?) of (?:the|our|its) $")
_PHRASE = Lazy(r"^[^.,;:!?()]{0,50}")
_STUDY = Lazy(
    r"\b(?:pilot|trial|beta|tests?|tested|tried|study|survey\w*|asked|interview\w*|phoned|called|watched|counted|audited|observed)\b"
)
_LARGE = 100  # such a number stands twice in a document only if it is the same
_MODIFIERS = 3
_NEAR = 4.0  # times; a group of another size is another group


class _Group(NamedTuple):
    quantity: Quantity
    noun: str
    kinds: frozenset[str]  # stems of what stands between number and noun
    study: str  # the trial or the survey that they are of
    known: bool
    whole: bool
    narrow: frozenset[str]  # stems of what narrows it: "of our depots"
    some_of: bool  # "six of the 24 clerks"
    now: bool  # not of another time


def find(document: Document) -> Iterator[Contradiction]:
    """Find groups that have a number which nothing else in the document knows."""
    groups: dict[str, list[_Group]] = defaultdict(list)
    for piece, _ in document.everything():
        for it in document.within(piece):
            if is_count(it) and it.value > 1 and (group := _group(document, piece, it)):
                groups[group.noun].append(group)
    told = Counter(it.value for it in document.numbers)
    for some in groups.values():
        if len({it.quantity.value for it in some}) > 1:
            yield from _unknown(some, told)


def _group(document: Document, piece: Piece, it: Quantity) -> _Group | None:
    at = next((i for i, word in enumerate(it.noun[:_MODIFIERS]) if plural(word)), None)
    if at is None or document.said(it.span.start):
        return None
    noun = it.noun[at]
    end = document.low.find(noun, it.span.end) + len(noun)
    before = document.low[max(piece.start, it.span.start - 30) : it.span.start]
    after = document.low[end : end + 30]
    phrase = _PHRASE.re.match(document.low[end : end + 50]) if _NARROWED.re.match(after) else None
    by, *rest = WORD.re.findall(phrase[0])[:6] if phrase else ("",)
    narrow = frozenset(stem(word) for word in rest if len(word) > 3) or frozenset({by} - {""})
    supposed = _SUPPOSED.re.match(document.low[piece.start : it.span.start])
    now = not supposed and not _CHANGED.re.search(before) and not _BY_THEN.re.match(after)
    kinds = frozenset(word for word in it.noun[:at] if not _STUDY.re.fullmatch(word))
    study = _STUDY.re.search(piece.low)
    known, whole = bool(_KNOWN.re.search(before)), bool(_WHOLE.re.search(before))
    return _Group(
        it,
        stem(noun),
        kinds,
        study[0].replace("tried", "trial").rstrip("s") if study else "",
        known,
        whole,
        narrow,
        bool(_SOME_OF.re.search(before)),
        now,
    )


def _unknown(some: list[_Group], told: Counter[float]) -> Iterator[Contradiction]:
    own = Counter(it.quantity.value for it in some)
    for one in some:
        if not one.known or not one.now or (told if one.quantity.value >= _LARGE else own)[one.quantity.value] > 1:
            continue
        for two in some:
            ratio = two.quantity.value / one.quantity.value
            if two is one or not 1 / _NEAR < ratio < _NEAR or ratio == 1:
                continue
            narrow = one.narrow == two.narrow or bool(one.narrow & two.narrow)
            alike = narrow and one.study == two.study and (one.kinds <= two.kinds or two.kinds <= one.kinds)
            some_of = (
                one.some_of and not one.narrow and not one.kinds and two.quantity.span.start < one.quantity.span.start
            )
            if some_of and two.now and not two.kinds and 0.5 < ratio < 2:
                yield differ("value", one.quantity.span, two.quantity.span)
                return
            sized = two.now and (two.known or two.whole or own[two.quantity.value] > 1)
            if alike and sized:
                yield differ("value", one.quantity.span, two.quantity.span)
                return
