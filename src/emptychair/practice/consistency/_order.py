"""“I did X after Y”, where the story has X first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback import star
from emptychair.practice.consistency._acts import acts as acts_of
from emptychair.practice.consistency._clash import Clash
from emptychair.practice.consistency._words import content, sentences_of

_LEAST, _SHARE = 2, 0.6
_LED = re.compile(r"^(?:(?P<link>only after|after|before|once)\s(?P<one>[^,]+),\s(?P<two>.+))$", re.IGNORECASE)
_LINKED = re.compile(r"^(?P<one>.+?),?\s(?P<link>only after|after|before|once)\s(?P<two>.+)$", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"^(?:first,?\s)?(?P<one>.+?)(?: first)?,?\s(?:and (?:only )?(?:after that|then|later)|and afterwards|then|only then)\s(?P<two>.+)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",?\s(?:and|but|so)\s(?=(?:I|she|he|we|they|my|our|the)\b)|;\s", re.IGNORECASE)
_TAIL = re.compile(r"\s(?:because|so that|to see|in order to|which|whether)\s.*|,.*", re.IGNORECASE)
_EARLIER = re.compile(
    r"^(?:\S+ ){0,3}had (?!the|an?|my|our|it|them)|\b(?:before|after|earlier|already)\b", re.IGNORECASE
)  # told out of its turn


def find(story: str, reply: str) -> Iterator[Clash]:
    """Find what the reply has the other way round."""
    acts = [
        clause
        for it in star.label(story)
        if it.component in ("action", "situation", "task", "result")
        for clause in _CLAUSE.split(it.text)
        if not _EARLIER.search(clause)
    ]
    for sentence in sentences_of(reply):
        pair = _pair(sentence)
        if pair is None:
            continue
        first, then = (_where(piece, acts) for piece in pair)
        if first is not None and then is not None and first > then:
            yield Clash(
                "order",
                acts[then],
                sentence,
                f"The story has “{acts[then]}” before “{acts[first]}”; the reply says “{sentence}”.",
            )


def _pair(sentence: str) -> tuple[str, str] | None:
    """Cut a sentence into what comes first in it and what comes then."""
    followed = _FOLLOWED.match(sentence)
    if followed:
        return followed["one"], _TAIL.sub("", followed["two"])
    found = _LED.match(sentence) or _LINKED.match(sentence)
    if not found:
        return None
    one, two = found["one"], _TAIL.sub("", found["two"])
    led = found.re is _LED
    later_first = (found["link"].lower() != "before") ^ led  # “X after Y” and “Before Y, X” name the later one first
    return (two, one) if later_first else (one, two)


def _where(piece: str, acts: list[str]) -> int | None:
    """The only act of the story that a piece can mean."""
    own, mine = content(piece), _mine(piece)
    fits = [len(own & content(act)) + bool(mine & _mine(act)) for act in acts]
    best = max(fits, default=0)
    return fits.index(best) if best >= max(_LEAST, _SHARE * len(own)) and fits.count(best) == 1 else None


def _mine(piece: str) -> frozenset[str]:
    return frozenset(it.verb for it in acts_of(piece) if it.who == "me")
