"""Sentences that take themselves back: alone in a team, free for a price, a lesson used before it was learned."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from emptychair.feedback.consistency.base import Contradiction, Facts, Lazy, any_of

_N = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
_MONEY = r"(?:[$€£] ?\d|\d[\d,.]* (?:dollars|euros|pounds)\b)"
_EARLIER = (
    rf"(?:(?:an?|many|some|several|{_N}) (?:days?|weeks?|months?|years?|fortnights?) (?:earlier|before)|a fortnight earlier"
    r"|the (?:day|week|month|year) before|in the [a-z]+ before (?:that|this|then|all this)|in [a-z]+, a [a-z]+ before)"
)


class _Form(NamedTuple):
    heard: frozenset[str]
    kind: str
    pattern: Lazy
    further: int
    says: str


@cache
def forms() -> dict[str, dict[str, Any]]:
    """Read ``forms.toml``."""
    return tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(
        _Form(
            frozenset(it["heard"]),
            it["kind"],
            _lazy(it["pattern"]),
            it.get("further", 0),
            it.get("says", " cannot be."),
        )
        for it in forms().values()
    )


def _lazy(source: str) -> Lazy:
    stands = {"{n}": _N, "{money}": _MONEY, "{earlier}": _EARLIER, "{begun}": any_of("beginnings")}
    for name, pattern in stands.items():
        source = source.replace(name, pattern)
    return Lazy(source)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what takes itself back."""
    for form in _forms():
        for number in facts.having(form.heard):
            start = facts.sentences[number].start
            end = facts.sentences[min(number + form.further, len(facts.sentences) - 1)].end
            # a slice, so that "^" means the start of the sentence
            if found := form.pattern.re.search(facts.low[start:end]):
                told = facts.span(start + found.start(), start + found.end())
                yield Contradiction(form.kind, told, told, f"“{told.text}”{form.says}")
