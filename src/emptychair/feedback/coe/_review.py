"""From the parts to levels, a score, and what to do next."""

from __future__ import annotations

import re
from functools import lru_cache

from emptychair.feedback._faults import blanks, repeats
from emptychair.feedback._jumble import jumbled
from emptychair.feedback._model import Criterion, Finding, Gate, Review, Span
from emptychair.feedback._text import count_words
from emptychair.feedback.coe._account import impact, timeline
from emptychair.feedback.coe._actions import action
from emptychair.feedback.coe._metric import level, metric
from emptychair.feedback.coe._parse import PARTS, CorrectionOfErrors, Section, parse
from emptychair.feedback.coe._remarks import ADVICE, FULL, remarks
from emptychair.feedback.coe._whys import blamed, ends_in_system, says_again, stops_at_error
from emptychair.feedback.consistency import contradictions
from emptychair.feedback.consistency import remarks as clashes
from emptychair.feedback.prfaq._substance import vague

READY, FAIR = 80, 50
"""Scores from which the verdict reads "ready to be read out" and "worth another pass". Ours."""
LONGEST = 60_000
"""Characters that are read; nobody reads a longer one."""
_FEW, _PARTS, _BUZZ = 60, 3, 6  # words and parts below which it is none; vague words in a hundred
_CAP, _CAP_OPEN = 40, 59
_CLASHES = 2  # that are told of

_HYPHENED = re.compile(r"\b\w{1,30}(?:-\w{1,30})+")

WEIGHTS = {"impact": 0.15, "timeline": 0.15, "whys": 0.25, "blameless": 0.10, "metric": 0.15, "actions": 0.20}
_TITLES = {**PARTS, "blameless": "Blameless"}


@lru_cache(maxsize=32)
def review(text: str) -> Review:
    """Review a correction of errors.

    Example:
        >>> said = review("Impact: Customers were unhappy.\\n\\nFive whys:\\n1. The clerk forgot.\\n\\nActions:\\n- Be more careful.")
        >>> said.verdict, [finding.check for finding in said.findings][:3]
        ('start again', ['missing_part', 'missing_part', 'human_error'])
    """
    text = text[:LONGEST]
    doc = parse(text)
    rated = levels(text, doc)
    shut = _gates(text, doc)
    points = int(25 * (sum(WEIGHTS[name] * value for name, value in rated.items()) - 1) + 0.5)
    points = min([points, *(gate.cap for gate in shut)])
    found = _in_order(remarks(text, doc)) if count_words(text) else ()
    return Review(
        kind="coe",
        score=points,
        verdict="ready to be read out"
        if points >= READY
        else "worth another pass"
        if points >= FAIR
        else "start again",
        criteria=tuple(_criterion(text, doc, name, value, found) for name, value in rated.items()),
        findings=(*clashes(contradictions(text)[:_CLASHES]), *found),
        gates=shut,
    )


def levels(text: str, doc: CorrectionOfErrors) -> dict[str, int]:
    """The level of each criterion, from 1 to 5."""
    return {
        "impact": 1 + sum(impact(doc.impact.text)) if doc.impact else 1,
        "timeline": _timeline(doc.timeline) if doc.timeline else 1,
        "whys": _whys(doc.whys) if doc.whys else 1,
        "blameless": max(1, 5 - 2 * len(list(blamed(text)))) if doc.whys else 1,
        "metric": level(metric(doc.metric.text)) if doc.metric else 1,
        "actions": _actions(doc.actions) if doc.actions else 1,
    }


def _timeline(part: Section) -> int:
    seen = timeline(part.items)
    reached = 1 + (seen.timed >= 2) + (seen.timed >= 3) + seen.noticed + seen.ended
    return min(reached, 1 + seen.timed) - (seen.astray is not None and reached > 1)


def _whys(part: Section) -> int:
    """A level for each answer that adds something, up to five; 3 at most where the chain stops at a person, 4 where at no system."""
    steps = [it for n, it in enumerate(part.items) if count_words(it.text) >= 3 and not says_again(it, part.items[:n])]
    last = part.items[-1]
    top = 2 if stops_at_error(last) else 5 if ends_in_system(last) else 3
    return max(1, min(len(steps), FULL, top))


def _actions(part: Section) -> int:
    """By how much of change, owner and date is there; one action alone, or none that changes anything, is not enough."""
    seen = [action(item) for item in part.items if count_words(item.text) >= 3]
    if not seen:
        return 1
    reached = 1 + round(4 * sum(it.parts for it in seen) / (3 * len(seen)))
    return min(reached, 2 if all(it.wish for it in seen) else 4 if len(seen) == 1 else 5)


def _in_order(found: object) -> tuple[Finding, ...]:
    order = ("essential", "actionable", "informative", "praise")
    return tuple(sorted(found, key=lambda it: order.index(it.severity)))  # type: ignore[call-overload]  # an iterator of findings


def _gates(text: str, doc: CorrectionOfErrors) -> tuple[Gate, ...]:
    count = count_words(text)
    if not count:
        return (Gate("empty", "There is no text yet.", 0),)
    found = [
        (
            len(PARTS) - len(doc.missing) < _PARTS,
            "not_a_coe",
            f"It lacks {', '.join(doc.missing)}: headings on lines of their own.",
            _CAP,
        ),
        (count < _FEW, "too_short", f"{count} words are too few to learn from.", _CAP),
        (repeats(text), "repeated", "The text repeats itself; saying it twice adds nothing.", _CAP),
        (_shuffled(text), "jumble", "The words are in an order nobody writes in.", _CAP),
        (100 * vague(text) > _BUZZ * count, "buzzwords", "Every sixteenth word dodges or praises.", _CAP),
        (bool(blanks(text)), "blanks", f"There are blanks left: {', '.join(blanks(text)[:3])}.", _CAP_OPEN),
        (bool(contradictions(text)), "contradiction", "Two numbers cannot both be true.", _CAP_OPEN),
    ]
    return tuple(Gate(name, message, cap) for shut, name, message, cap in found if shut)


def _shuffled(text: str) -> bool:
    """A document of lists is short: two such pairs are enough. "The on-call nurse" has none."""
    plain = _HYPHENED.sub("x", text)
    return jumbled(plain, count_words(plain)) or jumbled(f"{plain} {plain}", 0)


_OF = {
    "impact": ("impact",),
    "timeline": ("untimed", "out_of_order", "never"),
    "whys": ("repeated_why", "human_error", "no_system", "few_whys"),
    "blameless": ("blame", "human_error"),
    "metric": ("output_metric", "symptom_metric", "no_metric", "no_limit", "no_cadence"),
    "actions": ("wish", "no_owner", "no_date", "one_action"),
}
"""Which remarks lift which criterion."""


def _criterion(text: str, doc: CorrectionOfErrors, name: str, value: int, found: tuple[Finding, ...]) -> Criterion:
    part: Section | None = getattr(doc, "whys" if name == "blameless" else name)
    return Criterion(
        name=name,
        title=_TITLES[name],
        level=value,
        weight=WEIGHTS[name],
        evidence=(Span.of(text, part.start, part.end),) if part and value > 1 else (),
        next_step=None if value == 5 else _next_step(name, found),
    )


def _next_step(name: str, found: tuple[Finding, ...]) -> str:
    about = next((it for it in found if it.check.startswith(_OF[name])), None)
    return f"{about.message} {about.hint}" if about else ADVICE["whys" if name == "blameless" else name]
