"""Two statements that exclude each other: a trainee who is the owner, a stranger one sat with, a widow whose husband came along."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy
from emptychair.feedback.consistency.times._lengths import value

_N = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen|twenty|thirty|forty|fifty|sixty"
    r"|twice|several|many)"
)
_ROLE = r"(?:owner|foreman|general manager|manager|head|director|boss|chief|captain|supervisor|principal)"
_MOST = 20  # statements of one kind; nobody makes more


class _Pair(NamedTuple):
    kind: str
    heard: frozenset[str]
    one: Lazy
    two: Lazy
    as_written: bool
    unless: Lazy | None


@cache
def pairs() -> dict[str, dict[str, Any]]:
    """Read ``pairs.toml``."""
    return tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))


def _lazy(source: str) -> Lazy:
    return Lazy(source.replace("{n}", _N).replace("{role}", _ROLE))


def _pair(it: dict[str, Any]) -> _Pair:
    unless = _lazy(it["unless"]) if "unless" in it else None
    return _Pair(
        it["kind"], frozenset(it["heard"]), _lazy(it["one"]), _lazy(it["two"]), it.get("as_written", False), unless
    )


@cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(map(_pair, pairs().values()))


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find statements that exclude each other."""
    for pair in _pairs():
        if facts.index.keys().isdisjoint(pair.heard):
            continue
        ones = _told(facts, pair, pair.one, facts.having(pair.heard))
        twos = _told(facts, pair, pair.two, range(len(facts.sentences))) if ones else []
        for one in ones:
            two = next((it for it in twos if _exclude(one, it)), None)
            if two:
                first, second = (facts.span(*it) for it in sorted((one.span(), two.span())))
                yield Contradiction(pair.kind, first, second, f"“{first.text}”, and “{second.text}”.")
                break


def _told(facts: Facts, pair: _Pair, pattern: Lazy, where: Iterable[int]) -> list[re.Match[str]]:
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
