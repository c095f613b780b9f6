"""Events in an order in which they cannot have happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from emptychair.feedback._lexicon import pairs_of
from emptychair.feedback.consistency._facts import Facts, any_of
from emptychair.feedback.consistency._model import Contradiction

_N = r"(?:an?|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|many|some|several)"
_JOINED = re.compile(
    r"\bi (?:have |had |'ve )?(?:only |just )?(?:joined|started|began|was hired|came to) [^.;:]{0,40}?"
    rf"\b(?:last (?:week|month)|yesterday|this (?:week|month|morning)|{_N} (?:days?|weeks?) ago)\b"
)
_YEARS_IN = re.compile(
    rf"\b(?:after|for|in|over|have|with) (?:my |the |these |those )?(?:first )?{_N} years (?:already )?"
    r"(?:in (?:the|this|that|my) (?:job|role|post|team|company|position|department)|with (?:the|this) company|on the job)\b"
)
_EARLIER = rf"(?:{_N} (?:days?|weeks?|months?|years?|fortnights?) (?:earlier|before)|the (?:day|week|month|year) before|in the [a-z]+ before (?:that|this|then|all this)|in [a-z]+, a [a-z]+ before)"
_WHEN_EARLIER = re.compile(
    rf"^(?:so |and |then )*when [^.;:]{{3,120}}?\b{_EARLIER}\b[^.;:]{{0,12}}, i (?!had|'d|have|was\b|did not|didn't|ignored|missed)[a-z]+"
)
_REMEMBERED = re.compile(
    rf"\b{_EARLIER}(?:,| with| at| in| when)[^.;:]{{0,80}}\b(?:remembering|remembered|thanks to what i|i knew it|applied)\b"
)
_PAST_PERFECT = re.compile(r"\b(?:had|hadn't)\b|\b(?:i|she|he|they|who|we|it)'d\b(?! learned)")
_NTH = re.compile(
    rf"\bbeen (?:in|here|there|back|with us|to us|to the shop)(?: already)? ({_N}) times\b[^.;:]{{0,20}}?"
    r"\b(?:this|it) was (?:his|her|their|my|the) (second|third|fourth|fifth|sixth|seventh|eighth) (?:visit|time|call|stay|trip)\b"
)
_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_TOLD_UNKNOWN = re.compile(
    r"\bi (?:informed|told|warned) (?:him|her|them|everyone|everybody) (?:of|about) it before i (?:knew|had heard|heard|found)\b"
)


@cache
def _before_it_was() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:took place|happened|ended|was over|was held|was finished|broke|arrived|was delivered|met|came back)\b[^.;:,]{0,40}"
        rf"\bbefore (?:it|they|anyone|anybody|he|she) (?:was|were|had been|had|even)(?: even)? (?:{any_of('beginnings')})\b"
    )


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what came before its own cause."""
    for number in facts.having(("before", "earlier", "remembering")):
        sentence = facts.sentences[number]
        low = facts.low[sentence.start : sentence.end]
        found = _before_it_was().search(low) or _TOLD_UNKNOWN.search(low)
        if not found and not _PAST_PERFECT.search(low):
            found = _WHEN_EARLIER.search(low) or _REMEMBERED.search(low)
        if found:
            told = facts.span(sentence.start + found.start(), sentence.start + found.end())
            yield Contradiction("order", told, told, f"“{told.text}”: it cannot have come first.")
    for number in facts.having(("times",)):
        sentence = facts.sentences[number]
        nth = _NTH.search(facts.low, sentence.start, sentence.end)
        if nth and _RANKS.index(nth[2]) + 1 < float(
            pairs_of("number_values").get(nth[1], nth[1] if nth[1].isdigit() else "0")
        ):
            told = facts.span(*nth.span())
            yield Contradiction("self", told, told, f"“{told.text}”: the count is off.")
    yield from _new_and_old(facts)


def _new_and_old(facts: Facts) -> Iterator[Contradiction]:
    """Who joined last month has not been there for years."""
    for number in facts.having(("joined", "started", "began", "hired", "came")):
        sentence = facts.sentences[number]
        joined = _JOINED.search(facts.low, sentence.start, sentence.end)
        years = _YEARS_IN.search(facts.low) if joined else None
        if joined and years:
            first, second = sorted((joined.span(), years.span()))
            message = f"“{facts.text[slice(*first)]}”, and “{facts.text[slice(*second)]}”."
            yield Contradiction("order", facts.span(*first), facts.span(*second), message)
            return
