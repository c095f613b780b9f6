"""Statements that take themselves back: alone in a team, free for a price, a rule for all except all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._model import Contradiction

_N = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty)"
_MONEY = r"(?:[$€£] ?\d|\d[\d,.]* (?:dollars|euros|pounds)\b)"


class _Form(NamedTuple):
    """Words by which a sentence is found, and the pattern that takes itself back."""

    heard: tuple[str, ...]
    kind: str
    pattern: re.Pattern[str]


_FORMS = (
    _Form(
        ("alone",),
        "self",
        re.compile(
            rf"(?<!not )(?<!let )\balone\b[^.;:]{{0,50}}?\bwith (?:a |my |our )?(?:(?:team|group|crew|staff) of {_N}|{_N} (?:people|colleagues|others|helpers))\b"
        ),
    ),
    _Form(
        ("experience",),
        "self",
        re.compile(
            rf"\b(?:first-year|first-week|trainee|apprentice|beginner|newcomer)\b[^.;:,]{{0,16}} with (?:[a-z]+ty|{_N}) years(?: of|') experience\b"
        ),
    ),
    _Form(
        ("free", "cost", "charge"),
        "free",
        re.compile(
            rf"\b(?:free of charge|for free|at no cost|at no charge|without charge|completely free|entirely free)\b[^.;:]{{0,8}}?,? (?:for|at) (?:only )?{_MONEY}"
        ),
    ),
    _Form(
        ("free",),
        "free",
        re.compile(
            rf"\b(?:completely|entirely|totally|absolutely|always|100%) free\. (?:a fee of|the fee is|it costs|there is a fee of|a charge of|the price is) {_MONEY}"
        ),
    ),
    _Form(
        ("exist",),
        "self",
        re.compile(r", (?:which|who|that) (?:does not|do not|doesn't|don't) exist, (?:it|he|she|they|nothing) [a-z]+"),
    ),
    _Form(
        ("nobody", "one"),
        "self",
        re.compile(
            r"\bin which (?:nobody|no one) (?:took part|was|were)\b|\b(?:it is|it's) a rule[^.;:]{0,10}? (?:nobody|no one)(?: has|'s) ever\b"
        ),
    ),
    _Form(
        ("send", "sent", "write", "wrote", "make", "made", "hold", "held", "have", "had"),
        "self",
        re.compile(
            r"\b(?:in|by|from|through|with) (?:a|the) (?:letter|mail|e-?mail|message|note|call|meeting|survey|car|form) (?:that |which )?"
            r"(?:i|we|nobody|no one) (?:(?:did not|didn't|never) )?(?:send|sent|write|wrote|make|made|hold|held|have|had)\b"
        ),
    ),
)
_EXCEPT = re.compile(
    r"\b(?:every|each|all)(?: of)?(?: the| my| our| single)* ([a-z]{3,}?)s?\b[^.;:]{0,60}?\b(?:except|except for|apart from|other than)(?: on)?(?: the| all)* \1s?(?=[.;!?]|, (?:and|but))"
)
_THOSE = re.compile(
    r"\b(?:every|each|all|always)\b[^.;:]{0,60}?\b(?:except|except for|apart from) (?:for )?(?:those|the ones|the days|days)(?: when| on which| that| which)? (?:we|i) (?:do not|don't|did not|didn't) ([a-z]{3,})"
)
_NAMED = re.compile(
    r"\b(customer|guest|client|patient|tenant|resident|passenger|student|woman|man) (?:named|called|by the name of) ([A-ZÀ-Þ]\w+)"
)
_NAME_WAS = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Mm]y|[Oo]ur) (customer|guest|client|patient|tenant|resident|passenger|student|woman|man)(?:'s|’s) name was ([A-ZÀ-Þ]\w+)"
)
_TITLE = re.compile(r"\b(?:Mr\.? [A-ZÀ-Þ][\w-]+, she|Mrs\.? [A-ZÀ-Þ][\w-]+, he|Ms\.? [A-ZÀ-Þ][\w-]+, he)\b")


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find what takes itself back."""
    for form in _FORMS:
        for number in facts.having(form.heard):
            sentence = facts.sentences[number]
            end = (
                facts.sentences[number + 1].end
                if form.kind == "free" and number + 1 < len(facts.sentences)
                else sentence.end
            )
            found = form.pattern.search(facts.low, sentence.start, end)
            if found and not (form.heard[0] == "send" and not re.search(r"not|n't|never|nobody|no one", found[0])):
                yield _denied(facts, found, form.kind)
    for number in facts.having(("except", "apart", "other")):
        sentence = facts.sentences[number]
        whole = _EXCEPT.search(facts.low, sentence.start, sentence.end)
        those = _THOSE.search(facts.low, sentence.start, sentence.end)
        if whole:
            yield _denied(facts, whole, "self")
        elif those and those[1][:3] in {word[:3] for word in facts.low[sentence.start : those.start(1)].split()}:
            yield _denied(facts, those, "self")
    yield from _names(facts)


def _denied(facts: Facts, found: re.Match[str], kind: str) -> Contradiction:
    told = facts.span(*found.span())
    return Contradiction(kind, told, told, f"“{told.text}” takes itself back.")


def _names(facts: Facts) -> Iterator[Contradiction]:
    for number in facts.having(("mr", "mrs", "ms")):
        sentence = facts.sentences[number]
        if title := _TITLE.search(facts.text, sentence.start, sentence.end):
            yield _denied(facts, title, "self")
    if "name" not in facts.index:
        return
    called = {match[1]: match for match in _NAMED.finditer(facts.text)}
    for match in _NAME_WAS.finditer(facts.text):
        first = called.get(match[1])
        if first and first[2] != match[2]:
            one, two = sorted((first.span(2), match.span(2)))
            yield Contradiction("self", facts.span(*one), facts.span(*two), f"“{first[2]}” here, “{match[2]}” there.")
