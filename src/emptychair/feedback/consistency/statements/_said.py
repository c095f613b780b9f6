"""What is said and taken back: a sentence that cannot be, and two that exclude each other, wherever they stand.

Alone in a team, free for a price, a lesson used before it was learned; a trainee who is the owner, a widow whose husband came along.
Each is a declaration in ``forms.toml`` or ``pairs.toml``, with its tests.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, any_of
from emptychair.feedback.consistency.times._lengths import value

_N = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty)"
)
_STANDS_FOR = {
    "{n}": _N,
    "{times}": rf"(?:{_N}|twice|several|many)",
    "{role}": r"(?:owner|foreman|general manager|manager|head|director|boss|chief|captain|supervisor|principal)",
    "{money}": r"(?:[$€£] ?\d|\d[\d,.]* (?:dollars|euros|pounds)\b)",
    "{earlier}": (
        rf"(?:(?:an?|many|some|several|{_N}) (?:days?|weeks?|months?|years?|fortnights?) (?:earlier|before)|a fortnight earlier"
        r"|the (?:day|week|month|year) before|in the [a-z]+ before (?:that|this|then|all this)|in [a-z]+, a [a-z]+ before)"
    ),
}
_MOST = 20  # statements of one kind; nobody makes more


class Pair(NamedTuple):
    """Two statements; ``unless`` makes both true, in either sentence."""

    kind: str
    heard: frozenset[str]
    one: Lazy
    two: Lazy
    unless: Lazy | None
    as_written: bool


class _Form(NamedTuple):
    kind: str
    heard: frozenset[str]
    pattern: Lazy
    further: int
    says: str


@cache
def declared(name: str) -> dict[str, dict[str, Any]]:
    """Read ``forms`` or ``pairs``."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def _lazy(source: str) -> Lazy:
    for name, pattern in {**_STANDS_FOR, "{begun}": any_of("beginnings")}.items():
        source = source.replace(name, pattern)
    return Lazy(source)


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(
        _Form(
            it["kind"],
            frozenset(it["heard"]),
            _lazy(it["pattern"]),
            it.get("further", 0),
            it.get("says", " cannot be."),
        )
        for it in declared("forms").values()
    )


@cache
def _pairs() -> tuple[Pair, ...]:
    return tuple(
        Pair(
            it["kind"],
            frozenset(it["heard"]),
            _lazy(it["one"]),
            _lazy(it["two"]),
            _lazy(it["unless"]) if "unless" in it else None,
            it.get("as_written", False),
        )
        for it in declared("pairs").values()
    )


def forms(facts: Facts) -> Iterator[Contradiction]:
    """Find sentences that take themselves back."""
    for form in _forms():
        for number in facts.having(form.heard):
            start = facts.sentences[number].start
            end = facts.sentences[min(number + form.further, len(facts.sentences) - 1)].end
            # a slice, so that "^" means the start of the sentence
            if found := form.pattern.re.search(facts.low[start:end]):
                told = facts.span(start + found.start(), start + found.end())
                yield Contradiction(form.kind, told, told, f"“{told.text}”{form.says}")


def pairs(facts: Facts) -> Iterator[Contradiction]:
    """Find statements that exclude each other."""
    for pair in _pairs():
        ones = _told(facts, pair, pair.one, facts.having(pair.heard))
        twos = _told(facts, pair, pair.two, range(len(facts.sentences))) if ones else []
        for one in ones:
            two = next((it for it in twos if _exclude(one, it)), None)
            if two:
                first, second = (facts.span(*it) for it in sorted((one.span(), two.span())))
                yield Contradiction(pair.kind, first, second, f"“{first.text}”, and “{second.text}”.")
                break


def _told(facts: Facts, pair: Pair, pattern: Lazy, where: Iterable[int]) -> list[re.Match[str]]:
    out: list[re.Match[str]] = []
    text = facts.text if pair.as_written else facts.low
    for number in where:
        sentence = facts.sentences[number]
        found = pattern.re.search(text, sentence.start, sentence.end)
        if found and not (pair.unless and pair.unless.re.search(text, sentence.start, sentence.end)):
            out.append(found)
            if len(out) == _MOST:
                break
    return out


def _exclude(one: re.Match[str], two: re.Match[str]) -> bool:
    """Are they about the same thing, with other numbers where there are any?"""
    if one.start() < two.end() and two.start() < one.end():
        return False
    mine, other = one.groupdict(), two.groupdict()
    if _thing(mine) != _thing(other) or mine.get("also") != other.get("also"):
        return False
    return "n" not in mine or _number(mine) != _number(other)


def _number(groups: dict[str, str | None]) -> float | str | None:
    word = groups["n"] or groups.get("n2")
    return 2.0 if word == "both" else (value(word) if word else None) or word


def _thing(groups: dict[str, str | None]) -> str | None:
    return groups.get("same") or groups.get("same2")
