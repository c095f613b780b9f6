"""Thanked before it began: what came of a story is dated before its first date, or known from a year that was still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction
from emptychair.feedback.consistency._spans import MONTHS

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_YEAR = r"(?:19|20)\d\d"
_DATED = Lazy(
    rf"\b(?:in|on|of|since) (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?P<m>{_MONTH})(?: \d{{1,2}})?,? (?P<y>{_YEAR})\b"
)
_CAME_OF_IT = Lazy(
    r"(?<!had )(?<!'d )(?<!been )\b(?:thanked|finished|solved|renewed|introduced|approved|signed|took (?:it|them) off|stopped|copied"
    r"|adopted|was over|came back|went live|rolled out|recalled)\b"
)
_HAD_DONE = Lazy(
    r"\bi(?: had|'d) (?:already |once |never )?[a-z]+(?:ed|t|n|d)\b[^.;]{0,50}? in (?:the )?"
    rf"(?:(?:spring|summer|autumn|fall|winter|{_MONTH})(?: of)? )?(?P<y>{_YEAR})\b"
)
_ANY = Lazy(rf"\b{_YEAR}\b")
_SETTING = 3  # sentences at the start that say when it began


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find outcomes before the beginning, and memories of the future."""
    begun: re.Match[str] | None = None
    for number in facts.having(("in", "on", "of", "since")):
        sentence = facts.sentences[number]
        told = _DATED.re.search(facts.low, sentence.start, sentence.end)
        if begun is None:
            if told is None or number >= _SETTING:
                continue
            begun = told
        elif told and _when(told) < _when(begun) and _CAME_OF_IT.re.search(facts.low, sentence.start, sentence.end):
            first, second = facts.span(*begun.span()), facts.span(*told.span())
            yield Contradiction("order", first, second, f"“{second.text}” lies before “{first.text}”.")
    for number in facts.having(("had", "d")):
        sentence = facts.sentences[number]
        done = _HAD_DONE.re.search(facts.low, sentence.start, sentence.end)
        years = [it for it in _ANY.re.findall(facts.low, sentence.start, sentence.end) if done and it < done["y"]]
        if done and years:
            said = facts.span(*done.span())
            yield Contradiction("order", said, said, f"“{said.text}”: {years[0]} lies before that.")


def _when(found: re.Match[str]) -> int:
    return 12 * int(found["y"]) + MONTHS.index(found["m"][:3])
