"""People who change: a name, "Mr." who is "she", somebody who joined last month and has been there for years."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_NAMED = Lazy(r"\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Mm]y) ([a-z]+),? (?:named|called|by the name of) ([A-ZÀ-Þ]\w+)")
_NAME_WAS = Lazy(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Mm]y|[Oo]ur) ([a-z]+)(?:'s|’s) name was ([A-ZÀ-Þ]\w+)")
_TITLE = Lazy(r"\b(?:Mr\.? [A-ZÀ-Þ][\w-]+, she|Mrs\.? [A-ZÀ-Þ][\w-]+, he|Ms\.? [A-ZÀ-Þ][\w-]+, he)\b")
_N = r"(?:an?|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|many|several)"
_JOINED = Lazy(
    r"\bi (?:have |had |'ve )?(?:only |just )?(?:joined|started|began|was hired|came to) [^.;:]{0,40}?"
    rf"\b(?:last (?:week|month)|yesterday|this (?:week|month|morning)|{_N} (?:days?|weeks?) (?:ago|earlier|before))\b"
    r"|\bit was my (?:first|second|third) (?:day|week)(?: there| in the job| at [^.;]{3,30})?(?=[.;,])"
)
_YEARS_IN = Lazy(
    rf"\b(?:after|for|in|over|have|with) (?:my |the |these |those )?(?:first )?{_N} years (?:already )?"
    r"(?:in (?:the|this|that|my) (?:job|role|post|team|company|position|department)|with (?:the|this) company|on the job)\b"
    rf"|\bi(?:'d| had|'ve| have) (?:been|worked) [^.;,]{{0,60}} for {_N} years\b"
    rf"|\bin my {_N} years (?:at|in|with|as) [^.;,]{{3,30}},? i(?: had|'d|'ve| have)\b"
)


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find people who are somebody else a sentence later."""
    for number in facts.having(("mr", "mrs", "ms")):
        sentence = facts.sentences[number]
        if title := _TITLE.re.search(facts.text, sentence.start, sentence.end):
            told = facts.span(*title.span())
            yield Contradiction("self", told, told, f"“{told.text}”: who is it?")
    if "name" in facts.index:
        yield from _renamed(facts)
    for number in facts.having(("joined", "started", "began", "hired", "came", "first", "second", "third")):
        sentence = facts.sentences[number]
        joined = _JOINED.re.search(facts.low, sentence.start, sentence.end)
        years = _YEARS_IN.re.search(facts.low) if joined else None
        if joined and years:
            first, second = (facts.span(*it) for it in sorted((joined.span(), years.span())))
            yield Contradiction("order", first, second, f"“{first.text}”, and “{second.text}”.")
            return


def _renamed(facts: Facts) -> Iterator[Contradiction]:
    called = {match[1]: match for match in _NAMED.re.finditer(facts.text)}
    for match in _NAME_WAS.re.finditer(facts.text):
        before = called.get(match[1])
        if before and before[2] != match[2]:
            first, second = (facts.span(*it) for it in sorted((before.span(2), match.span(2))))
            yield Contradiction("self", first, second, f"“{first.text}” here, “{second.text}” there.")
