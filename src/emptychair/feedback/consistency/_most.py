"""Words for a share that its number belies: nearly all of the fifty, eight; 250 of a thousand, two thirds; shares of more than all."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_NEARLY_ALL = Lazy(
    r"\b(?:nearly|almost|virtually|practically) (?:all|everyone|everybody)(?: of (?:them|these|those|the [a-z]+))?, $"
    r"|\b(?:most|the (?:vast |great )?majority)(?: of (?:them|these|those|the [a-z]+))?, $"
)
_WHICH_IS = Lazy(
    r"(?: [a-z]+){0,2} of (?:those|these|them),? (?:which is|that is|that's|or) (?:about |around |nearly |roughly |almost )?"
    r"(?P<share>half|an? (?:third|quarter|fifth|tenth)|two thirds|three quarters|two fifths)\b"
)
_WORTH = {
    "half": 1 / 2,
    "a third": 1 / 3,
    "a quarter": 1 / 4,
    "a fifth": 1 / 5,
    "a tenth": 1 / 10,
    "two thirds": 2 / 3,
    "three quarters": 3 / 4,
    "two fifths": 2 / 5,
}
_FAR = 0.15  # of the whole; people round
_REST = Lazy(r"\bthe (?:remaining|rest)\b(?: of (?:them|it))?")
_ONE_EACH = Lazy(
    r"\b(?:no|not one|not a single) [a-z]+ (?:had|gave|named|told(?: us| me)?|chose|mentioned|wanted) (?:more than one|two|both)\b"
    r"|\beach (?:of them )?(?:had|gave|named|chose|mentioned) (?:only |exactly |just )?one\b"
)
_IN = Lazy(r"\bin (?:the )?(?:other )?$")
_ALL_BUT = Lazy(r"\ball of (?:them|these|those)\b[^.;:0-9]{0,60}\bexcept (?:for )?$")
_BACK = 2  # sentences above in which the whole may be counted


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find words that belie their numbers."""
    for number in facts.having(("all", "everyone", "everybody", "most", "majority")):
        for few in facts.counted(number):
            if _NEARLY_ALL.re.search(
                facts.low, max(facts.sentences[number].start, few.span.start - 48), few.span.start
            ):
                yield from _too_few(facts, number, few)
    for number in facts.having(("except",)):
        for rest in facts.counted(number):
            if _ALL_BUT.re.search(facts.low, facts.sentences[number].start, rest.span.start):
                yield from _too_many(facts, number, rest)
    for number in facts.having(("those", "these", "them")):
        yield from _other_share(facts, number)
    for number in facts.having(("remaining", "rest")):
        yield from _more_than_all(facts, number)
    for number in facts.having(("one", "both", "two")):
        yield from _one_each(facts, number)


def _wholes(facts: Facts, number: int, part: Quantity) -> list[Quantity]:
    """Give the counts told shortly before a part, larger than it."""
    above = [it for told in range(max(0, number - _BACK), number + 1) for it in facts.counted(told)]
    return [it for it in above if it.span.end < part.span.start and it.value > part.value]


def _too_few(facts: Facts, number: int, few: Quantity) -> Iterator[Contradiction]:
    wholes = _wholes(facts, number, few)
    if wholes and all(2 * few.value < it.value for it in wholes):
        message = f"“{few.span.text}” are not nearly all of “{wholes[-1].span.text}”."
        yield Contradiction("fraction", wholes[-1].span, few.span, message)


def _too_many(facts: Facts, number: int, rest: Quantity) -> Iterator[Contradiction]:
    """All of the twenty, except for fifteen."""
    wholes = _wholes(facts, number, rest)
    if wholes and all(2 * rest.value > it.value for it in wholes):
        message = f"Without “{rest.span.text}” of “{wholes[-1].span.text}” it is not all of them."
        yield Contradiction("fraction", wholes[-1].span, rest.span, message)


def _other_share(facts: Facts, number: int) -> Iterator[Contradiction]:
    """A thousand items; I handed out 250 of those, which is about two thirds."""
    for part in facts.counted(number):
        told = _WHICH_IS.re.match(facts.low, part.span.end)
        wholes = _wholes(facts, number, part) if told else []
        share = _WORTH[told["share"].replace("an ", "a ")] if told else 0
        if told and wholes and all(abs(part.value / it.value - share) > _FAR for it in wholes):
            message = f"“{part.span.text}” of “{wholes[-1].span.text}” is not {told['share']}."
            yield Contradiction("fraction", wholes[-1].span, part.span, message)


def _more_than_all(facts: Facts, number: int) -> Iterator[Contradiction]:
    """60 percent were umbrellas, 55 percent were phones, and the remaining 20 were bags."""
    rest = _REST.re.search(facts.low, facts.sentences[number].start, facts.sentences[number].end)
    shares = [it for it in facts.numbers[number] if it.percent and rest and it.span.end < rest.start()]
    changes = any(facts.low.endswith((" from ", " to ", " by "), 0, it.span.start) for it in shares)
    if rest and len(shares) > 1 and not changes and sum(it.value for it in shares) > 101:
        said = facts.span(shares[0].span.start, rest.end())
        yield Contradiction("part", said, shares[-1].span, f"“{said.text}”: there is nothing left.")


def _one_each(facts: Facts, number: int) -> Iterator[Contradiction]:
    """In 70 of the hundred this, in 60 that, in 45 another, and no caller had more than one reason."""
    sentence = facts.sentences[number]
    said = _ONE_EACH.re.search(facts.low, sentence.start, sentence.end)
    parts = [it for it in facts.counted(number) if said and it.span.end < said.start()]
    parts = [it for it in parts if _IN.re.search(facts.low, max(0, it.span.start - 14), it.span.start)]
    if said and len(parts) > 1:
        whole = max((it.value for told in facts.numbers[: number + 1] for it in told if not it.percent), default=0)
        if max(whole, 100 if "hundred" in facts.low[sentence.start : sentence.end] else 0) < sum(
            it.value for it in parts
        ):
            yield Contradiction(
                "sum", parts[0].span, parts[-1].span, f"“{facts.span(*said.span()).text}”, and these are more than all."
            )
