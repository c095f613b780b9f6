"""Changes that are told as going the other way: from 400 down to 520; from 40 to 55 percent, a saving."""

from __future__ import annotations

from collections.abc import Iterator

from emptychair.feedback._numbers import Quantity
from emptychair.feedback.consistency._facts import Facts, same_unit
from emptychair.feedback.consistency._lazy import Lazy
from emptychair.feedback.consistency._model import Contradiction

_FROM = Lazy(r"\bfrom (?:about |around |nearly |roughly )?$")
_DOWN_TO = Lazy(r"(?: [a-z]+){0,3},? down to (?:only |just |about )?")
_TO = Lazy(r" to (?:only |just |about |nearly )?")
_FELL = Lazy(r"\b(?:fell|dropped|sank|declined|decreased|went down|was down) (?:from )$")
_A_FALL = Lazy(
    r"(?: (?:a|per) [a-z]+)?,? (?:which (?:is|was) )?an? (?:[a-z]+ )?(?:saving|reduction|drop|fall|decrease|cut|decline)\b"
)
_A_RISE = Lazy(r"(?: (?:a|per) [a-z]+)?,? (?:which (?:is|was) )?an? (?:[a-z]+ )?(?:rise|increase|gain|growth)\b")
# Less of these is better.
_BURDEN = (
    r"\b(?:churn|waits?|waiting time|complaints|errors|returns|cancell?ations|defects|losses|waste|refunds|absences|mistakes|delays"
    r"|no-shows|dropouts|accidents|breakages|leftovers|backlog|queue)\b"
)
_BETTER = Lazy(rf"{_BURDEN}[^.;:]{{0,60}}\b(?:improved|got better|came down|went down) $")
_GLAD = Lazy(
    rf"{_BURDEN}[^.;:]{{0,40}}\b(?:had gone up|went up|rose|increased|had risen|grew)\b(?![^.;:]*\b(?:until|again|at first|first)\b)"
    r"[^.;:]{0,60}\b(?:(?:so|which) (?:it |this )?was a (?:clear |great |big |real )?success|an improvement|delighted|as i had hoped)\b"
)
_RATE = Lazy(r"[^.;:0-9]{1,40}, (?:a rate of|which is|that is|or) (?:about |around |nearly |only )?")
_OF_HOMES = 4  # letters by which two counts are known to be of the same things


def find(facts: Facts) -> Iterator[Contradiction]:
    """Find changes that go the other way than their words."""
    for number in facts.having(("from",)):
        some = facts.numbers[number]
        for one, two in zip(some, some[1:], strict=False):
            start = facts.sentences[number].start
            if _FROM.re.search(facts.low, max(start, one.span.start - 16), one.span.start):
                yield from _turned(facts, number, one, two)
    for number in facts.having(("success", "improvement", "delighted", "hoped")):
        sentence = facts.sentences[number]
        if glad := _GLAD.re.search(facts.low, sentence.start, sentence.end):
            told = facts.span(*glad.span())
            yield Contradiction("change", told, told, f"“{told.text}”: is more of it better?")
    for number in facts.having(("rate",)):
        some = facts.numbers[number]
        for part, share in zip(some, some[1:], strict=False):
            yield from _rate(facts, number, part, share)


def _turned(facts: Facts, number: int, one: Quantity, two: Quantity) -> Iterator[Contradiction]:
    between = (one.span.end, two.span.start)
    down = bool(_DOWN_TO.re.fullmatch(facts.low, *between)) and same_unit(one, two) and two.value > one.value
    to = bool(_TO.re.fullmatch(facts.low, *between))
    # "fell from 25 per cent to 41": the second has no unit of its own
    bare = to and one.percent and not two.percent and not two.noun and not two.currency
    start = max(facts.sentences[number].start, one.span.start - 24)
    fell = bare and two.value > one.value and bool(_FELL.re.search(facts.low, start, one.span.start))
    later = two.percent and not one.percent and not one.currency and one.noun[:1] in ((), ("to",))  # 40 to 55 percent
    alike = to and (same_unit(one, two) or bare or later)
    end = facts.sentences[number].end
    saved = alike and two.value > one.value and bool(_A_FALL.re.match(facts.low, two.span.end, end))
    gained = alike and two.value < one.value and bool(_A_RISE.re.match(facts.low, two.span.end, end))
    burden = (
        to
        and two.value > one.value
        and bool(_BETTER.re.search(facts.low[facts.sentences[number].start : one.span.start - len("from ")]))
    )
    if down or fell or saved or gained or burden:
        told = facts.span(one.span.start, two.span.end)
        yield Contradiction("change", told, two.span, f"“{told.text}” goes the other way.")


def _rate(facts: Facts, number: int, part: Quantity, share: Quantity) -> Iterator[Contradiction]:
    """2,000 homes had the new letter. 30 homes called us, a rate of 15 percent."""
    told = share.percent and part.noun and _RATE.re.fullmatch(facts.low, part.span.end, share.span.start)
    if not told or part.percent or "a rate of" not in facts.low[part.span.end : share.span.start]:
        return
    stem = part.noun[0][:_OF_HOMES]
    wholes = [it for some in facts.numbers[:number] for it in some if it.noun and it.noun[0].startswith(stem)]
    fitting = [it for it in wholes if it.value and abs(100 * part.value / it.value - share.value) <= 1.5 + share.step]
    if wholes and not fitting and all(it.value > part.value for it in wholes):
        message = f"“{part.span.text}” of “{wholes[-1].span.text}” is not {share.span.text}."
        yield Contradiction("part", wholes[-1].span, share.span, message)
