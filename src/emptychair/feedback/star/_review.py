"""The review of a STAR answer: seven levels, evidence, findings, gates, a score and a verdict."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from emptychair.feedback._model import Criterion, Finding, Gate, Review, Span
from emptychair.feedback._reading import Reading
from emptychair.feedback._text import count_words
from emptychair.feedback.checks import run_checks
from emptychair.feedback.star._gates import Seen, gates
from emptychair.feedback.star._label import Scan, scan
from emptychair.feedback.star._rubric import DIMENSIONS, TRAINED, rubric, score, values
from emptychair.feedback.star._steps import Step, next_step, round_half_up

INCLINED, MIXED = 72, 45
"""Scores from which the verdict reads "inclined" and "mixed". Ours, calibrated on the corpus; Amazon publishes none."""
_SURE = 0.5  # chance from which a sentence is quoted as evidence
_QUOTES = 3
# Among equally weak dimensions, the one that interviewers dig into first comes first.
_WEIGHTY = ("own_action", "result", "customer_insight", "mechanism", "situation_task", "reflection")
_STEPS, _PRAISE, _REMARKS = 3, 2, 4


@lru_cache(maxsize=64)
def review(text: str, question: str | None = None) -> Review:
    """Review one answer.

    Args:
        text: the answer, spoken or written.
        question: the question it answers, in words; ``None`` takes it as a question about customers.

    Example:
        >>> weak = review("We are always nice to customers. Everyone was happy.")
        >>> weak.verdict, weak.score < 60
        ('not inclined', True)
    """
    seen = scan(text)
    found = values(seen, text)
    steps = {name: next_step(seen, text, name, round_half_up(found[name])) for name in TRAINED}
    shut = (
        gates(Seen(text, seen, question, found)) if count_words(text) else (Gate("empty", "There is no text yet.", 0),)
    )
    points = min([round_half_up(score(found)), *(gate.cap for gate in shut)])
    return Review(
        kind="star",
        score=points,
        verdict="inclined" if points >= INCLINED else "mixed" if points >= MIXED else "not inclined",
        criteria=tuple(_criterion(seen, text, name, found[name], steps.get(name)) for name in DIMENSIONS),
        findings=_findings(seen, text, found, steps),
        gates=shut,
    )


def _criterion(seen: Scan, text: str, name: str, value: float, step: Step | None) -> Criterion:
    return Criterion(
        name=name,
        title=rubric()[name]["title"],
        level=round_half_up(value),
        weight=1 / len(DIMENSIONS),
        evidence=_evidence(seen, text, name),
        next_step=step.message if step else None,
        edit=step.edit if step else None,
    )


def _evidence(seen: Scan, text: str, name: str) -> tuple[Span, ...]:
    """Quote the sentences that speak for a dimension, the surest first among equals, in reading order."""
    if name not in TRAINED or not seen.sentences:
        return ()
    chances = np.max([seen.chance(kind) for kind in rubric()[name]["shows"]], axis=0)
    chosen = [int(i) for i in np.argsort(-chances, kind="stable")[:_QUOTES] if chances[i] >= _SURE]
    return tuple(Span.of(text, seen.sentences[i].start, seen.sentences[i].end) for i in sorted(chosen))


def _findings(seen: Scan, text: str, found: dict[str, float], steps: dict[str, Step | None]) -> tuple[Finding, ...]:
    """Order: the steps that matter most, remarks of the checks, what to keep."""
    remarks = run_checks(Reading("star", text, seen.sentences, seen.components))
    if not seen.sentences:
        return ()
    weakest = sorted(_WEIGHTY, key=lambda name: round_half_up(found[name]))
    lifting = [name for name in weakest if steps[name]][:_STEPS]
    out = [_step_finding(seen, text, name, steps[name], i == 0) for i, name in enumerate(lifting)]
    out += sorted(remarks, key=lambda f: ("essential", "actionable", "informative").index(f.severity))[:_REMARKS]
    strongest = [
        name
        for name in sorted(_WEIGHTY, key=lambda name: -found[name])
        if found[name] >= 3.5 and _evidence(seen, text, name)
    ][:_PRAISE]
    out += [_praise(seen, text, name) for name in strongest]
    return tuple(out)


def _step_finding(seen: Scan, text: str, name: str, step: Step | None, first: bool) -> Finding:
    assert step is not None
    quoted = _evidence(seen, text, name)
    # where nothing speaks for it yet: the sentence beside which it is missing
    near = seen.sentences[max(0, step.at - 1)]
    start, end = (quoted[-1].start, quoted[-1].end) if quoted else (near.start, near.end)
    return Finding(
        f"{name}.{step.shows}", "essential" if first else "actionable", start, end, step.message, step.hint, step.edit
    )


def _praise(seen: Scan, text: str, name: str) -> Finding:
    best = max(_evidence(seen, text, name), key=lambda span: len(span.text))
    title = rubric()[name]["title"]
    return Finding(
        f"{name}.praise", "praise", best.start, best.end, rubric()[name]["good"], f"{title}: keep this.", None
    )
