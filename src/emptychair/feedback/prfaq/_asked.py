"""Points for the questions: topics that are answered, one risk with a line at which we stop, a market counted bottom-up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from emptychair.feedback._model import Span
from emptychair.feedback._numbers import Quantity, quantities
from emptychair.feedback._text import sentences, words
from emptychair.feedback.consistency.sums import chains, product_holds
from emptychair.feedback.prfaq._cues import hits, pattern
from emptychair.feedback.prfaq._doc import Doc, Scored
from emptychair.feedback.prfaq._model import Question
from emptychair.feedback.prfaq._substance import quality

EXTERNAL_NEED, INTERNAL_NEED = 5, 8
_RATED = re.compile(
    r"\b(?:rat(?:e|ed) (?:it |this )?(?:as )?high|high\b|severe|highest|greatest|biggest|worst)", re.IGNORECASE
)
_SAME = 0.6  # share of words from which two answers are one


@lru_cache(maxsize=4096)
def _said(answer: str) -> frozenset[str]:
    return frozenset(
        word.lower() for word in words(answer) if word[0].isalpha()
    )  # other numbers alone make no other answer


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    few, many = sorted((len(one), len(two)))
    return few > _SAME * many and len(one & two) > _SAME * many


def covered(some: Iterable[Question]) -> dict[str, tuple[float, Question]]:
    """Give for each topic the best answer; an answer that is told again counts once."""
    best: dict[str, tuple[float, Question]] = {}
    seen: list[frozenset[str]] = []
    for one in some:
        if one.answer is None:
            continue
        said = _said(one.answer.text[:1500])
        if len(said) > 5 and any(_alike(said, other) for other in seen[-40:]):
            continue
        seen.append(said)
        worth = quality(one.answer.text)
        for rank, topic in enumerate(one.topics):
            value = worth if rank == 0 else 0.8 * worth
            if value > best.get(topic, (0.0, one))[0]:
                best[topic] = (value, one)
    return best


def _topics(some: tuple[Question, ...], points: float, need: int) -> Scored:
    best = covered(some)
    values = sorted((value for value, _ in best.values()), reverse=True)
    quoted = sorted({one.question for value, one in best.values() if value >= 0.5}, key=lambda span: span.start)
    return Scored(points * min(1.0, sum(values) / need), tuple(quoted[:need]))


def external_faq(doc: Doc) -> Scored:
    """At least five of the topics that customers ask about."""
    return _topics(doc.parsed.external_faq, 10.0, EXTERNAL_NEED)


def internal_faq(doc: Doc) -> Scored:
    """At least eight of the topics that the room asks about."""
    return _topics(doc.parsed.internal_faq, 15.0, INTERNAL_NEED)


def risk(doc: Doc) -> Scored:
    """One risk: named, rated high, guarded against, with a number at which something ends."""
    best = Scored(0.0)
    for one in doc.parsed.questions:
        if one.answer is None or not ("risk" in one.topics or hits("topic_risk", one.question.text[:300])):
            continue
        answer = one.answer.text[:3000]
        rated = bool(_RATED.search(answer) or _RATED.search(one.question.text))
        guarded = hits("guards", answer) > 1
        line = _line(answer)
        points = 1.0 + rated + 0.5 * guarded + 0.5 * (quality(answer) > 0.5) + (2.0 if line else 0.0)
        points *= 1.0 if quality(answer) > 0.25 else 0.5
        if points > best.points:
            shown = (Span.of(one.answer.text, *line),) if line else ()
            best = Scored(
                points,
                tuple(Span(one.answer.start + s.start, one.answer.start + s.end, s.text) for s in shown)
                or (one.question,),
            )
    return best


def _line(answer: str) -> tuple[int, int] | None:
    """Find the sentence that names the line: a condition with a number, and what ends there."""
    cut = sentences(answer)
    for i, sentence in enumerate(cut):
        condition = pattern("thresholds").search(sentence.text)
        numbered = any(q.value > 0 for q in quantities(sentence.text)) or re.search(
            r"\b(?:one|a single|any)\b", sentence.text
        )
        if condition and numbered:
            if pattern("endings").search(sentence.text):
                return sentence.start, sentence.end
            if i + 1 < len(cut) and pattern("endings").search(cut[i + 1].text):
                return sentence.start, cut[i + 1].end
    return None


def tam(doc: Doc) -> Scored:
    """A product written out whose factors give what it says."""
    best = Scored(0.0)
    for one in doc.parsed.questions:
        if one.answer is None or "tam" not in one.topics:
            continue
        found = quantities(one.answer.text[:3000])
        right = product_in(one.answer.text[:3000], found)
        points = 0.5 + min(1.0, 0.34 * len({q.value for q in found}))
        if right:
            points += 2.5 + (1.0 if any(q.percent for q in found) or hits("sources", one.answer.text[:3000]) else 0.0)
        elif len(found) < 2:
            points = 0.0
        if points > best.points:
            evidence = (
                (Span.of(one.answer.text, right[0].span.start, right[-1].span.end),) if right else (one.question,)
            )
            best = Scored(
                points,
                tuple(Span(one.answer.start + s.start, one.answer.start + s.end, s.text) for s in evidence)
                if right
                else evidence,
            )
    return best


def product_in(text: str, found: tuple[Quantity, ...]) -> list[Quantity]:
    """Find factors and their product: written out with a sign, or two figures whose product is a third.

    Example:
        >>> [q.span.text for q in product_in("18,910 × 2 × $2,400 = $90.8 million", quantities("18,910 × 2 × $2,400 = $90.8 million"))]
        ['18,910', '2', '$2,400', '$90.8 million']
    """
    for factors, result in chains(text, list(found)):
        if product_holds(factors, result):
            return [*factors, result]
    some = [q for q in found if q.value > 1][:24]
    for k, result in enumerate(some):
        if result.percent or result.value < 100:
            continue
        for i, one in enumerate(some[:k]):
            for two in some[i + 1 : k]:
                left, right = (q.value / 100 if q.percent else q.value for q in (one, two))
                if min(left, right) != 1 and abs(left * right - result.value) <= max(
                    1.2 * result.step, 0.004 * result.value
                ):
                    return [one, two, result]
    return []
