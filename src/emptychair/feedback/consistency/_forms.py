"""Sentences that take themselves back: alone in a team, free for a price, a lesson used before it was learned."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from emptychair.feedback.consistency._facts import Facts, any_of
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_N = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
_MONEY = r"(?:[$€£] ?\d|\d[\d,.]* (?:dollars|euros|pounds)\b)"
_EARLIER = (
    rf"(?:(?:an?|many|some|several|{_N}) (?:days?|weeks?|months?|years?|fortnights?) (?:earlier|before)|a fortnight earlier"
    r"|the (?:day|week|month|year) before|in the [a-z]+ before (?:that|this|then|all this)|in [a-z]+, a [a-z]+ before)"
)


@cache
def forms() -> dict[str, dict[str, Any]]:
    """Read ``forms.toml``."""
    return tomllib.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[frozenset[str], str, Lazy, int], ...]:
    out = []
    for form in forms().values():
        source = form["pattern"]
        for name, stands in (
            ("{n}", _N),
            ("{money}", _MONEY),
            ("{earlier}", _EARLIER),
            ("{begun}", any_of("beginnings")),
        ):
            source = source.replace(name, stands)
        out.append((frozenset(form["heard"]), form["kind"], Lazy(source), form.get("further", 0)))
    return tuple(out)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what takes itself back."""
    for heard, kind, pattern, further in _patterns():
        for number in facts.having(heard) if not facts.index.keys().isdisjoint(heard) else ():
            start = facts.sentences[number].start
            end = facts.sentences[min(number + further, len(facts.sentences) - 1)].end
            # a slice, so that "^" means the start of the sentence
            if found := pattern.re.search(facts.low[start:end]):
                told = facts.span(start + found.start(), start + found.end())
                yield Contradiction(kind, told, told, f"“{told.text}” cannot be.")
